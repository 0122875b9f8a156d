package io.partyline.studio.voice;

import io.partyline.cast.HostMoods;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.show.FloorCommand;
import io.partyline.show.FloorEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Asks a fast model now and then which mood the host is in. The rules have read it already, and
/// whatever comes of the question, or does not, what they have read stands until then.
///
/// [#heard] is for the show thread, and never waits: one question at a time, on a `react` thread,
/// and none while nobody is on who would care.
public final class MoodReader {
    /// A reading that comes later is of another conversation.
    static final Duration LIMIT = Duration.ofMillis(1_500);

    /// A mood lasts; more questions would cost more than they tell.
    static final Duration BETWEEN = Duration.ofSeconds(20);

    private static final int TOKENS = 40;

    private final LanguageModel model;
    private final Inquiry inquiry;
    private final Consumer<Runnable> crew;
    private final BiConsumer<ShowId, FloorCommand> show;
    private final AtomicBoolean asking = new AtomicBoolean();

    /// Only for the show thread.
    private Instant asked = Instant.EPOCH;

    /// @param crew does a task on another thread
    /// @param show takes what a model has read
    public MoodReader(
            LanguageModel model, Consumer<Runnable> crew, BiConsumer<ShowId, FloorCommand> show) {
        this.model = model;
        inquiry = new Inquiry(model, Level.DEBUG);
        this.crew = crew;
        this.show = show;
    }

    /// Something was said.
    ///
    /// @param now the show with it
    public void heard(FloorEvent.UtteranceSpoken said, Show now) {
        if (!(said.speaker() instanceof Speaker.Host) || !isWanted(now) || isTooSoon(said.at())) {
            return;
        }
        HostMoods.question(now, said.at())
                .filter(_ -> asking.compareAndSet(false, true))
                .ifPresent(question -> {
                    asked = said.at();
                    crew.accept(() -> ask(question, now.id(), now.seq()));
                });
    }

    private boolean isWanted(Show now) {
        return !model.isOff() && !now.mood().chosen() && now.calls().ai().findAny().isPresent();
    }

    /// The clock on the wall may have been set back.
    private boolean isTooSoon(Instant at) {
        return Duration.between(asked, at).abs().compareTo(BETWEEN) < 0;
    }

    private void ask(List<Prompt.Message> question, ShowId during, long upTo) {
        var prompt =
                new Prompt(Prompt.Purpose.MOOD, question, LIMIT, TOKENS).filling(HostMoods.FORM);
        try {
            inquiry.ask(prompt)
                    .flatMap(HostMoods::parse)
                    .ifPresent(
                            read -> show.accept(during, new FloorCommand.RefineMood(read, upTo)));
        } finally {
            asking.set(false);
        }
    }
}
