package io.partyline.studio.voice;

import io.partyline.cast.Candour;
import io.partyline.cast.Discretion;
import io.partyline.cast.Persona;
import io.partyline.cast.Prompt;
import io.partyline.cast.Prompts;
import io.partyline.cast.Secrecy;
import io.partyline.port.LanguageModel;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.show.Call;
import io.partyline.show.Caller;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.show.Turn;
import io.partyline.show.TurnId;
import io.partyline.studio.sound.Sound;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The turns that are being performed.
public final class TurnRoom {
    /// Utterances that an AI caller remembers word for word.
    private static final int RECAP = 40;

    /// How long a model may take to write a whole reply; the floor's own limit is longer.
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(20);

    /// More than four spoken sentences need.
    private static final int REPLY_TOKENS = 400;

    private final LanguageModel model;
    private final SpeechSynthesizer synthesizer;
    private final GreenRoom greenRoom;
    private final Sound sound;
    private final Function<ShowId, Performance.Stage> stages;
    private final Map<TurnId, Performance> running = new ConcurrentHashMap<>();

    /// @param stages what a performance of this show needs of the studio
    public TurnRoom(
            LanguageModel model,
            SpeechSynthesizer synthesizer,
            GreenRoom greenRoom,
            Sound sound,
            Function<ShowId, Performance.Stage> stages) {
        this.model = model;
        this.synthesizer = synthesizer;
        this.greenRoom = greenRoom;
        this.sound = sound;
        this.stages = stages;
    }

    /// Gets a turn ready to be performed on another thread; it can be stopped from now on.
    public Optional<Runnable> prepare(Turn turn, Show show) {
        return show.call(turn.call()).flatMap(call -> prepare(turn, call, show));
    }

    /// Ends a turn if it is still being performed.
    public void stop(TurnId turn) {
        Performance performance = running.get(turn);
        if (performance != null) {
            performance.stop();
        }
    }

    private Optional<Runnable> prepare(Turn turn, Call call, Show show) {
        if (!(call.caller() instanceof Caller.Ai caller)) {
            return Optional.empty();
        }
        return greenRoom
                .cast()
                .find(caller.key().value())
                .map(persona -> {
                    var performance =
                            new Performance(
                                    turn,
                                    caller,
                                    model,
                                    synthesizer,
                                    sound.voices().of(call.id()),
                                    stages.apply(show.id()));
                    running.put(turn.id(), performance);
                    return () -> perform(turn, performance, show, prompt(show, call, persona));
                });
    }

    private void perform(Turn turn, Performance performance, Show show, Prompt prompt) {
        try {
            var discretion = Discretion.of(show);
            var candour = Candour.in(show);
            var secrecy = Secrecy.in(show, turn.call());
            performance.perform(
                    prompt,
                    written -> {
                        String sentence = secrecy.apply(written);
                        return sentence.isEmpty() ? "" : candour.apply(discretion.spoken(sentence));
                    });
        } finally {
            running.remove(turn.id());
        }
    }

    private static Prompt prompt(Show show, Call call, Persona persona) {
        return new Prompt(
                Prompt.Purpose.REPLY,
                Prompts.reply(show, call, persona, RECAP),
                REPLY_LIMIT,
                REPLY_TOKENS);
    }
}
