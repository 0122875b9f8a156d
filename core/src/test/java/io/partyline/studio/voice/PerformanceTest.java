package io.partyline.studio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.TextStream;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.FloorCommand;
import io.partyline.show.PersonaKey;
import io.partyline.show.Turn;
import io.partyline.show.TurnId;
import io.partyline.show.TurnOutcome;
import io.partyline.show.TurnTimes;
import io.partyline.studio.sound.VoiceLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class PerformanceTest {
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");
    private static final Turn TURN =
            new Turn(
                    new TurnId("turn-1"),
                    new CallId("tony"),
                    Turn.Why.HELLO,
                    NOW,
                    false,
                    Optional.empty());
    private static final Turn PROMPTED =
            new Turn(
                    TURN.id(),
                    TURN.call(),
                    TURN.why(),
                    NOW,
                    false,
                    Optional.of(new Turn.Prompted(100, 200, 300)));
    private static final Caller.Ai TONY =
            new Caller.Ai("Tony", new PersonaKey("1"), "low", "You fix boats.");
    private static final Prompt PROMPT =
            new Prompt(
                    Prompt.Purpose.REPLY,
                    List.of(new Prompt.Message(Prompt.Role.SYSTEM, "You are Tony.")),
                    Duration.ofSeconds(20),
                    100);

    /// Of a hundred letters and more, so that it fills the line many times over.
    private static final String LONG =
            "My father fixed boats, and his father fixed boats, and whoever comes after me will fix"
                    + " boats too, I hope.";

    private final VoiceLine line = new VoiceLine();
    private final List<FloorCommand> posted = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CompletableFuture<Performance> performance = new CompletableFuture<>();

    /// A model whose turn is stopped while the request is on its way, and which then begins an
    /// answer; and a voice that is not to be asked for anything.
    private final class TooLate implements LanguageModel, TextStream, SpeechSynthesizer {
        @Override
        public String name() {
            return "too late";
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public TextStream reply(Prompt prompt) {
            performance.join().stop();
            return this;
        }

        @Override
        public List<String> voices() {
            return List.of();
        }

        @Override
        public SpeechStream speak(String text, String voice) {
            throw new SpeechException("nothing is to be spoken");
        }

        @Override
        public Optional<String> next() {
            posted.add(new FloorCommand.WriteReply(TURN.id(), "read after the stop"));
            return Optional.empty();
        }

        @Override
        public Ending ending() {
            return Ending.FINISHED;
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private class OnStage implements Performance.Stage {
        @Override
        public void post(FloorCommand command) {
            posted.add(command);
        }

        @Override
        public long position() {
            return 0;
        }

        @Override
        public Instant instantAt(long position) {
            return NOW;
        }

        @Override
        public void pause(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    }

    /// Says two sentences; the voice takes its time over the second, and so does whoever waits for
    /// it.
    private class Slow implements LanguageModel, SpeechSynthesizer {
        private final CountDownLatch second = new CountDownLatch(1);

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public TextStream reply(Prompt prompt) {
            return new TextStream() {
                private boolean read;

                @Override
                public Optional<String> next() {
                    boolean first = !read;
                    read = true;
                    return first ? Optional.of("I fix boats. " + LONG) : Optional.empty();
                }

                @Override
                public Ending ending() {
                    return Ending.FINISHED;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public List<String> voices() {
            return List.of("low");
        }

        @Override
        public SpeechStream speak(String text, String voice) {
            if (text.equals(LONG)) {
                awaited(second);
            }
            return new Silence(text.length() * Frames.SAMPLES);
        }
    }

    /// Says the same, and can be heard.
    private final class Loud extends Slow {
        @Override
        public SpeechStream speak(String text, String voice) {
            return new Silence(text.length() * Frames.SAMPLES, 0.5f);
        }
    }

    /// One frame a letter, and each like the other.
    private static class Silence implements SpeechStream {
        private final float level;
        private int left;

        private Silence(int samples) {
            this(samples, 0);
        }

        private Silence(int samples, float level) {
            left = samples;
            this.level = level;
        }

        @Override
        public int rate() {
            return Frames.RATE;
        }

        @Override
        public int read(float[] into) {
            int count = Math.min(left, into.length);
            left -= count;
            Arrays.fill(into, 0, count, level);
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {}
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Whoever is asked next about the conversation must find in it what everybody has heard.
    @Test
    void aSentenceJoinsTheConversationWhenItWasHeardAndNotOneSentenceLater() throws Exception {
        var slow = new Slow();
        performance.complete(new Performance(TURN, TONY, slow, slow, line, new OnStage()));
        var over =
                CompletableFuture.runAsync(
                        () -> performance.join().perform(PROMPT), Thread::startVirtualThread);
        hearUntil(() -> said().equals(List.of("I fix boats.")));
        slow.second.countDown();
        hearUntil(() -> said().equals(List.of("I fix boats.", LONG)));
        over.get(30, TimeUnit.SECONDS);
        assertThat(posted.getLast())
                .isEqualTo(new FloorCommand.EndTurn(TURN.id(), TurnOutcome.FINISHED, ""));
    }

    @Test
    void aSentenceJoinsTheConversationWhileTheNextIsBeingSpoken() throws Exception {
        var slow = new Slow();
        slow.second.countDown();
        performance.complete(new Performance(TURN, TONY, slow, slow, line, new OnStage()));
        var over =
                CompletableFuture.runAsync(
                        () -> performance.join().perform(PROMPT), Thread::startVirtualThread);
        long first = "I fix boats.".length();
        hearUntil(() -> line.heard() > first);
        waitUntil(() -> said().equals(List.of("I fix boats.")));
        assertThat(line.heard()).isLessThan(first + LONG.length());
        hearUntil(over::isDone);
        assertThat(said()).containsExactly("I fix boats.", LONG);
    }

    @Test
    void aSentenceIsHeardAndWrittenAsDiscretionHasIt() throws Exception {
        var slow = new Slow();
        slow.second.countDown();
        performance.complete(new Performance(TURN, TONY, slow, slow, line, new OnStage()));
        var over =
                CompletableFuture.runAsync(
                        () ->
                                performance
                                        .join()
                                        .perform(PROMPT, text -> text.replace("boats", "things")),
                        Thread::startVirtualThread);
        hearUntil(over::isDone);
        assertThat(said()).containsExactly("I fix things.", LONG.replace("boats", "things"));
        assertThat(posted)
                .contains(
                        new FloorCommand.WriteReply(
                                TURN.id(), "I fix things. " + LONG.replace("boats", "things")));
    }

    private List<String> said() {
        return posted.stream()
                .filter(FloorCommand.Speak.class::isInstance)
                .map(command -> ((FloorCommand.Speak) command).text())
                .toList();
    }

    /// The mix takes frame after frame off the line.
    private void hearUntil(BooleanSupplier truth) {
        var frame = new float[Frames.SAMPLES];
        waitUntil(() -> {
            boolean so = truth.getAsBoolean();
            if (!so) {
                line.read(frame);
            }
            return so;
        });
    }

    private static void waitUntil(BooleanSupplier truth) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void anAnswerThatOnlyBeginsAfterTheStopIsCancelledUnread() throws Exception {
        var late = new TooLate();
        performance.complete(new Performance(TURN, TONY, late, late, line, new OnStage()));
        var over =
                CompletableFuture.runAsync(
                        () -> performance.join().perform(PROMPT), Thread::startVirtualThread);
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        var frame = new float[Frames.SAMPLES];
        while (line.cutting()) {
            line.read(frame);
        }
        over.get(30, TimeUnit.SECONDS);
        assertThat(posted)
                .containsExactly(new FloorCommand.EndTurn(TURN.id(), TurnOutcome.STOPPED, ""));
    }

    /// A provider needs a moment for every sentence; nobody is to hear it between two of them.
    @Test
    void theNextSentenceIsBegunWhileTheLastIsBeingSpoken() throws Exception {
        var begun = new CountDownLatch(2);
        var voice =
                new Slow() {
                    @Override
                    public SpeechStream speak(String text, String name) {
                        begun.countDown();
                        return new Silence(text.length() * Frames.SAMPLES);
                    }
                };
        performance.complete(new Performance(TURN, TONY, voice, voice, line, new OnStage()));
        var over =
                CompletableFuture.runAsync(
                        () -> performance.join().perform(PROMPT), Thread::startVirtualThread);
        awaited(begun);
        assertThat(line.heard()).isZero();
        hearUntil(over::isDone);
    }

    @Test
    void whatHasBeenBegunAndIsNotSpokenIsClosed() throws Exception {
        var closings = new CountDownLatch(2);
        var begun = new CountDownLatch(2);
        var voice =
                new Slow() {
                    @Override
                    public SpeechStream speak(String text, String name) {
                        begun.countDown();
                        return new Silence(text.length() * Frames.SAMPLES) {
                            @Override
                            public void close() {
                                closings.countDown();
                            }
                        };
                    }
                };
        performance.complete(new Performance(TURN, TONY, voice, voice, line, new OnStage()));
        var over =
                CompletableFuture.runAsync(
                        () -> performance.join().perform(PROMPT), Thread::startVirtualThread);
        awaited(begun);
        performance.join().stop();
        hearUntil(over::isDone);
        awaited(closings);
        assertThat(posted.getLast())
                .isEqualTo(new FloorCommand.EndTurn(TURN.id(), TurnOutcome.STOPPED, ""));
    }

    @Test
    void theStepsOfATurnAreToldOnceItIsHeard() throws Exception {
        var loud = new Loud();
        performance.complete(new Performance(PROMPTED, TONY, loud, loud, line, new OnStage()));
        var over =
                CompletableFuture.runAsync(
                        () -> performance.join().perform(PROMPT), Thread::startVirtualThread);
        hearUntil(over::isDone);
        assertThat(posted)
                .filteredOn(FloorCommand.TimeTurn.class::isInstance)
                .containsExactly(
                        new FloorCommand.TimeTurn(
                                TURN.id(), new TurnTimes(100, 200, 300, 0, 0, 0, 0)));
    }

    @Test
    void aTurnThatIsStoppedDoesNotWaitForAVoiceThatStalls() throws Exception {
        var stalls = new CountDownLatch(1);
        var closing = new CountDownLatch(1);
        var voice =
                new Slow() {
                    @Override
                    public SpeechStream speak(String text, String name) {
                        return new Silence(Frames.SAMPLES) {
                            @Override
                            public int read(float[] into) {
                                stalls.countDown();
                                awaited(closing);
                                return -1;
                            }

                            @Override
                            public void close() {
                                closing.countDown();
                            }
                        };
                    }
                };
        performance.complete(new Performance(TURN, TONY, voice, voice, line, new OnStage()));
        var over =
                CompletableFuture.runAsync(
                        () -> performance.join().perform(PROMPT), Thread::startVirtualThread);
        awaited(stalls);
        performance.join().stop();
        hearUntil(over::isDone);
        assertThat(posted.getLast())
                .isEqualTo(new FloorCommand.EndTurn(TURN.id(), TurnOutcome.STOPPED, ""));
    }

    /// The show may keep whoever tells it something waiting, and the mixer turns meanwhile.
    @Test
    void theFirstSampleIsWhereTheMixTakesItHoweverLongTheShowIsBusy() {
        var loud = new Loud();
        var mix =
                new OnStage() {
                    private final float[] frame = new float[Frames.SAMPLES];
                    private long position;
                    private long first = -1;

                    private void turn() {
                        first = line.read(frame) && first < 0 ? position : first;
                        position += Frames.SAMPLES;
                    }

                    @Override
                    public long position() {
                        return position;
                    }

                    @Override
                    public void post(FloorCommand command) {
                        super.post(command);
                        if (command instanceof FloorCommand.TimeTurn) {
                            turn();
                            turn();
                            turn();
                        }
                    }

                    @Override
                    public void pause(long nanos) {
                        turn();
                    }
                };
        performance.complete(new Performance(PROMPTED, TONY, loud, loud, line, mix));
        performance.join().perform(PROMPT);
        assertThat(posted)
                .filteredOn(FloorCommand.TimeTurn.class::isInstance)
                .singleElement()
                .extracting(told -> ((FloorCommand.TimeTurn) told).times().onAir())
                .isEqualTo(mix.first);
    }

    /// Whoever speaks may be held up with a frame in their hands until the cut is over.
    @Test
    void nothingOfAStoppedTurnIsHeardBehindItsCut() {
        var loud = new Loud();
        var stage =
                new OnStage() {
                    private final float[] frame = new float[Frames.SAMPLES];

                    @Override
                    public void post(FloorCommand command) {
                        super.post(command);
                        if (command instanceof FloorCommand.TimeTurn) {
                            performance.join().stop();
                            hearUntil(() -> !line.cutting());
                        }
                    }

                    @Override
                    public void pause(long nanos) {
                        line.read(frame);
                    }
                };
        performance.complete(new Performance(PROMPTED, TONY, loud, loud, line, stage));
        performance.join().perform(PROMPT);
        assertThat(line.cutting()).isFalse();
        assertThat(line.ready()).isZero();
        assertThat(posted.getLast())
                .isEqualTo(new FloorCommand.EndTurn(TURN.id(), TurnOutcome.STOPPED, ""));
    }

    /// The end of a turn stops it, too, and the same caller may have begun the next one by then.
    @Test
    void aTurnThatIsOverCutsNobodyElse() throws Exception {
        var voice =
                new Slow() {
                    @Override
                    public SpeechStream speak(String text, String name) {
                        return new Silence(Frames.SAMPLES);
                    }
                };
        performance.complete(new Performance(TURN, TONY, voice, voice, line, new OnStage()));
        var over =
                CompletableFuture.runAsync(
                        () -> performance.join().perform(PROMPT), Thread::startVirtualThread);
        hearUntil(over::isDone);
        performance.join().stop();
        assertThat(line.cutting()).isFalse();
    }

    @Test
    void aVoiceThatBreaksLeavesNothingBehindThatWasBegun() throws Exception {
        var begun = new CountDownLatch(2);
        var closings = new CountDownLatch(2);
        var voice =
                new Slow() {
                    @Override
                    public SpeechStream speak(String text, String name) {
                        begun.countDown();
                        return new Silence(Frames.SAMPLES) {
                            @Override
                            public int read(float[] into) {
                                awaited(begun);
                                throw new SpeechException("The voice broke.");
                            }

                            @Override
                            public void close() {
                                closings.countDown();
                            }
                        };
                    }
                };
        performance.complete(new Performance(TURN, TONY, voice, voice, line, new OnStage()));
        CompletableFuture.runAsync(
                        () -> performance.join().perform(PROMPT), Thread::startVirtualThread)
                .get(30, TimeUnit.SECONDS);
        awaited(closings);
        assertThat(posted.getLast())
                .isEqualTo(
                        new FloorCommand.EndTurn(
                                TURN.id(), TurnOutcome.FAILED, "The voice broke."));
    }
}
