package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.loudness.Loudness;
import io.partyline.cast.Prompt;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.port.ShowClock;
import io.partyline.port.StemRecorder;
import io.partyline.port.Ticking;
import io.partyline.port.Transcriber;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// In which order what belongs to a call ends: first it is out of the mix, then its last words are
/// there, then its stem is closed; and who follows it up has heard all of it.
class EndOfCallTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final String GOODBYE = "And that is how the harbour froze.";

    /// Time enough for whoever would not wait.
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final StubbornClock clock = new StubbornClock();
    private final MemoryStems stems = new MemoryStems();
    private final ScriptedModel model =
            new ScriptedModel()
                    .answer(
                            Prompt.Purpose.FOLLOW_UP,
                            _ -> {
                                asked.countDown();
                                return Optional.empty();
                            });
    private final RehearsalRoom room =
            new RehearsalRoom()
                    .clock(clock)
                    .model(model)
                    .transcriber(new SlowEars())
                    .stems(new WatchedStems());

    /// A clock by which whoever waits for the mix waits until it is turned, however long that is.
    private static final class StubbornClock implements ShowClock {
        private final HandClock clock = new HandClock();
        private int waiting;

        @Override
        public void start(Ticking ticking) {
            clock.start(ticking);
        }

        void crank() {
            clock.crank();
            synchronized (this) {
                notifyAll();
            }
        }

        @Override
        public void pause(long nanos) {
            if (Thread.currentThread().getName().equals("react")) {
                awaitTurn();
            } else {
                clock.pause(nanos);
            }
        }

        private synchronized void awaitTurn() {
            long turn = clock.turns();
            waiting++;
            notifyAll();
            try {
                while (clock.turns() == turn) {
                    wait();
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            } finally {
                waiting--;
            }
        }

        /// Until somebody waits for the mix.
        synchronized void awaitSomebodyWaiting() throws InterruptedException {
            while (waiting == 0) {
                wait();
            }
        }

        @Override
        public long faults() {
            return clock.faults();
        }

        @Override
        public void close() {
            clock.close();
        }
    }

    /// A recogniser that has a caller's last words only when it is told that there will be no more,
    /// and not at once.
    private final class SlowEars implements Transcriber {
        @Override
        public String name() {
            return "slow ears";
        }

        @Override
        public Session open(Speaker speaker, Consumer<Heard> heard) {
            return new Session() {
                private long at = -1;

                @Override
                public void accept(float[] frame, long atSample) {
                    at = at < 0 ? atSample : at;
                }

                @Override
                public void close() {
                    if (speaker.call().isPresent()) {
                        hearOut(at, heard);
                    }
                }
            };
        }

        private void hearOut(long at, Consumer<Heard> heard) {
            try {
                if (asked.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                    happened.add("asked too early");
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            heard.accept(new Transcriber.Heard(GOODBYE, at, at + 1, 1));
            happened.add("last words");
        }
    }

    private final class WatchedStems implements StemRecorder {
        @Override
        public Stem open(ShowId show, String name) {
            Stem stem = stems.open(show, name);
            return new Stem() {
                @Override
                public String name() {
                    return stem.name();
                }

                @Override
                public void write(long atSample, float[] samples, int length) {
                    stem.write(atSample, samples, length);
                }

                @Override
                public void holdsAiVoices() {
                    stem.holdsAiVoices();
                }

                @Override
                public void measured(Loudness loudness) {
                    stem.measured(loudness);
                }

                @Override
                public void close() {
                    happened.add("stem closed");
                    stem.close();
                }
            };
        }

        @Override
        public void finish(ShowId show, long length) {
            stems.finish(show, length);
        }

        @Override
        public List<String> delete(ShowId show, Set<String> names) {
            return stems.delete(show, names);
        }

        @Override
        public void close() {
            stems.close();
        }
    }

    /// Dave is on the air for a moment.
    private void aired(Studio studio) {
        studio.ring(DAVE, CallerNumber.WITHHELD);
        assertThat(studio.connect(DAVE, new HandHandset())).isPresent();
        var taken = CompletableFuture.supplyAsync(() -> studio.take(DAVE));
        while (!taken.isDone()) {
            clock.crank();
            Thread.onSpinWait();
        }
        assertThat(taken.join()).isInstanceOf(TakeOutcome.OnAir.class);
        for (int i = 0; i < 5; i++) {
            clock.crank();
        }
    }

    private void closed(Studio studio) {
        var ending = CompletableFuture.runAsync(studio::end);
        while (!ending.isDone()) {
            clock.crank();
            Thread.onSpinWait();
        }
        ending.join();
        studio.close();
    }

    @Test
    void aCallIsOutOfTheMixBeforeItsLastWordsAreHeardAndOnlyThenItsStemIsClosed() throws Exception {
        Studio studio = room.open();
        aired(studio);
        studio.gone(DAVE);
        clock.awaitSomebodyWaiting();
        assertThat(happened).isEmpty();
        while (!studio.show().calls().closing().isEmpty()) {
            clock.crank();
            Thread.onSpinWait();
        }
        assertThat(happened).containsExactly("last words", "stem closed");
        closed(studio);
    }

    @Test
    void whoFollowsUpIsChosenWithTheLastWordsKnown() throws Exception {
        Studio studio = room.open();
        studio.ask(new FollowUpCommand.SetAutoFollowUp(true));
        aired(studio);
        studio.gone(DAVE);
        while (!asked.await(1, TimeUnit.MILLISECONDS)) {
            clock.crank();
        }
        assertThat(happened).doesNotContain("asked too early");
        assertThat(model.asked())
                .filteredOn(prompt -> prompt.purpose() == Prompt.Purpose.FOLLOW_UP)
                .first()
                .satisfies(prompt -> assertThat(prompt.messages().toString()).contains("harbour"));
        closed(studio);
    }
}
