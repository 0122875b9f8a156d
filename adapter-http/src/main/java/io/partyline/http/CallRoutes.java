package io.partyline.http;

import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import io.partyline.show.Decision;
import io.partyline.show.Reason;
import io.partyline.show.Seat;
import java.util.Locale;
import java.util.Optional;

/// What the host does to one call.
record CallRoutes(Control control) {
    record Done(String status, CallId callSid) {}

    /// @param chosen whether the caller is to be next; yes if nothing is said
    record Choice(Optional<Boolean> chosen) {}

    void into(Routes routes) {
        routes.put("/api/calls/{call_sid}/card", this::card)
                .post("/api/calls/{call_sid}/next", this::next);
        for (CallVerb verb : CallVerb.values()) {
            routes.post("/api/calls/{call_sid}/" + verb.word(), asked -> act(verb, asked));
        }
        routes.post("/api/calls/{call_sid}/{verb}", CallRoutes::unknown);
    }

    private CardPicture card(Asked asked) {
        CallId call = asked.call();
        CardWords words = asked.body(CardWords.class);
        var wanted = new CallCommand.WriteCard(call, words.written(), words.before(), asked.seat());
        switch (control.room().ask(wanted)) {
            case Decision.Accepted _ -> {}
            case Decision.Refused(var reason) -> throw refused(reason, call);
        }
        return control.show()
                .call(call)
                .map(CardPicture::of)
                .orElseThrow(() -> new Problem(Reason.NO_SUCH_CALL));
    }

    /// Whoever comes later is told who was there before.
    private Problem refused(Reason reason, CallId call) {
        Optional<Card> card = control.show().call(call).map(Call::card);
        return reason == Reason.WRITTEN_MEANWHILE && card.isPresent()
                ? new Problem(
                        409,
                        "%s has written onto that card meanwhile: look at it, and save again to write over it."
                                .formatted(
                                        card.get()
                                                .writtenBy()
                                                .map(CallRoutes::titled)
                                                .orElse("The screener")))
                : new Problem(reason);
    }

    private static String titled(Seat seat) {
        String words = seat.words();
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private Done act(CallVerb verb, Asked asked) {
        asked.nothing();
        control.ask(verb.of(asked.call()));
        return new Done(verb == CallVerb.UNDO ? undone(asked.call()) : verb.done(), asked.call());
    }

    /// Somebody who was let go is on their way back to the air, everybody else waits.
    private String undone(CallId call) {
        return control.show().call(call).map(QueueEntry::state).orElse(CallVerb.UNDO.done());
    }

    private Done next(Asked asked) {
        boolean wanted = asked.body(Choice.class).chosen().orElse(true);
        CallId call = asked.call();
        control.ask(new CallCommand.ChooseNext(call, wanted, asked.seat()));
        return new Done(wanted ? "next" : "held", call);
    }

    private static Object unknown(Asked asked) {
        throw new Problem(
                404,
                "Nothing called \"%s\" can be done to a call; there is %s, %s, next."
                        .formatted(
                                Texts.shortened(asked.path("verb")),
                                CallVerb.words(),
                                TalkRoutes.VERBS));
    }
}
