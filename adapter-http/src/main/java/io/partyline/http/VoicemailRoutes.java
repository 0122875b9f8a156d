package io.partyline.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.partyline.port.Jukebox;
import io.partyline.port.MessageException;
import io.partyline.port.Voicemail;
import io.partyline.show.CallerNumber;
import io.partyline.show.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What callers have left on the voicemail.
record VoicemailRoutes(Control control) {
    private static final Header WAV = HeaderValues.create(HeaderNames.CONTENT_TYPE, "audio/wav");
    private static final Header NEVER_CACHED =
            HeaderValues.create(HeaderNames.CACHE_CONTROL, "no-store");

    /// @param on whether there is any voicemail
    /// @param trouble what is wrong with it, in a sentence
    /// @param unheard how many messages nobody has listened to
    record All(boolean on, Optional<String> trouble, int unheard, List<Message> messages) {
        static All of(Voicemail voicemail) {
            return new All(
                    !voicemail.isOff(),
                    voicemail.trouble(),
                    voicemail.standing().unheard(),
                    voicemail.messages().stream().map(Message::of).toList());
        }
    }

    /// @param name empty if nobody knows
    /// @param words what is said in it, as far as that has been written down
    record Message(
            String id,
            Instant at,
            String name,
            CallerNumber phone,
            long lengthMs,
            boolean heard,
            Optional<String> words) {
        static Message of(Voicemail.Left left) {
            return new Message(
                    left.id(),
                    left.at(),
                    left.name(),
                    left.from(),
                    left.length().toMillis(),
                    left.heard(),
                    left.words());
        }
    }

    /// How it stands, told to every page whenever that changes.
    ///
    /// @param trouble what is wrong with it, in a sentence
    /// @param changes another number whenever the list is another one
    record News(boolean on, Optional<String> trouble, int unheard, int all, long changes) {
        static News of(Voicemail voicemail) {
            Voicemail.Standing now = voicemail.standing();
            return new News(
                    !voicemail.isOff(),
                    voicemail.trouble(),
                    now.unheard(),
                    now.all(),
                    now.changes());
        }
    }

    /// @param heard yes if it is left out
    record Heard(Optional<Boolean> heard) {}

    record Done(String status) {}

    void into(Routes routes) {
        routes.get("/api/voicemail", book(_ -> All.of(voicemail())))
                .raw(Method.GET, "/api/voicemail/{id}/audio", this::audio)
                .post("/api/voicemail/{id}/play", book(this::play))
                .post("/api/voicemail/{id}/heard", book(this::heard))
                .delete("/api/voicemail/{id}", book(this::delete));
    }

    private Voicemail voicemail() {
        return control.room().voicemail();
    }

    private static Routes.Answering book(Routes.Answering answering) {
        return asked -> disk(() -> answering.answer(asked));
    }

    /// A disk that fails is the world's fault, and said in words.
    private static <T> T disk(Supplier<T> work) {
        try {
            return work.get();
        } catch (MessageException failed) {
            throw new Problem(502, String.valueOf(failed.getMessage()), failed);
        }
    }

    private void audio(ServerRequest request, ServerResponse response) {
        String id = new Asked(request).path("id");
        byte[] wav = disk(() -> voicemail().wav(id)).orElseThrow(VoicemailRoutes::unknown);
        response.header(WAV).header(NEVER_CACHED);
        new SoundAnswer(wav).send(request, response);
    }

    /// Whatever goes on the air has been listened to.
    private MusicRoutes.CartDone play(Asked asked) {
        asked.nothing();
        String id = asked.path("id");
        MusicRoutes.CartDone fired =
                switch (control.room().jukebox().playMessage(id)) {
                    case Jukebox.Outcome.Done(var played) ->
                            played.map(MusicRoutes.CartDone::of)
                                    .orElseThrow(VoicemailRoutes::unknown);
                    case Jukebox.Outcome.Refused(var reason) -> throw new Problem(reason);
                    case Jukebox.Outcome.Failed(var why) -> throw new Problem(502, why);
                };
        var _ = voicemail().heard(id, true);
        return fired;
    }

    private Message heard(Asked asked) {
        boolean heard = asked.body(Heard.class).heard().orElse(true);
        return voicemail()
                .heard(asked.path("id"), heard)
                .map(Message::of)
                .orElseThrow(VoicemailRoutes::unknown);
    }

    private Done delete(Asked asked) {
        asked.nothing();
        if (!voicemail().delete(asked.path("id"))) {
            throw unknown();
        }
        return new Done("deleted");
    }

    private static Problem unknown() {
        return new Problem(Reason.NO_SUCH_MESSAGE);
    }
}
