package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.audio.Frames;
import io.partyline.port.Transcriber;
import io.partyline.port.Transcriber.Heard;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What every transcriber keeps to that hears anything.
public abstract class TranscriberContract {
    /// An utterance may begin and end this much earlier or later than the words in it.
    private static final long SLACK = Frames.RATE / 2;

    /// Where in the show somebody begins to speak.
    private static final long LATE = 100L * Frames.RATE;

    /// Of a quiet line, -66 dB at its loudest.
    private static final float HISS = 0.0005f;

    /// For subclasses.
    protected TranscriberContract() {}

    /// A line, and how it sounds.
    public static final class Line {
        private final String text;
        private final float[] samples;

        /// @param samples mono at 48 kHz, from the first word to the last; no longer than 10 s, and
        ///   no pause in it longer than 300 ms
        public Line(String text, float[] samples) {
            this.text = text;
            this.samples = samples;
        }

        String text() {
            return text;
        }

        float[] samples() {
            return samples.clone();
        }

        int frames() {
            return Math.ceilDiv(samples.length, Frames.SAMPLES);
        }

        /// The frame of this number, from 0; silence after the last.
        float[] frame(int number) {
            int from = Math.min(number * Frames.SAMPLES, samples.length);
            return Arrays.copyOfRange(samples, from, from + Frames.SAMPLES);
        }
    }

    /// The transcriber under test; the same one for the whole of a test.
    protected abstract Transcriber transcriber();

    /// Two lines that it understands, and can tell apart.
    protected abstract List<Line> lines();

    @Test
    void itHasAName() {
        assertFalse(transcriber().name().isBlank());
    }

    @Test
    void whoHearsIsNotSwitchedOff() {
        assertFalse(transcriber().isOff());
    }

    @Test
    void whatWasSaidIsHeardWithWhenItWasSaid() {
        try (var host = talker(LATE)) {
            long begun = host.says(lines().getFirst());
            long ended = host.position();
            host.pauses();
            Heard heard = host.heard(lines().getFirst());
            assertNear(begun, heard.fromSample());
            assertNear(ended, heard.toSample());
        }
    }

    private static void assertNear(long wanted, long sample) {
        assertTrue(
                Math.abs(sample - wanted) <= SLACK,
                () -> "%d instead of %d, give or take %d".formatted(sample, wanted, SLACK));
    }

    @Test
    void linesAreHeardInTheOrderInWhichTheyWereSaid() {
        try (var host = talker(0)) {
            for (Line line : lines()) {
                host.says(line);
                host.pauses();
            }
            Heard first = host.heard(lines().getFirst());
            Heard second = host.heard(lines().getLast());
            assertTrue(first.toSample() <= second.fromSample(), first + " and " + second);
        }
    }

    @Test
    void afterAGapTheTimeIsThatOfTheFramesAndNotTheirNumber() {
        try (var host = talker(0)) {
            host.says(lines().getFirst());
            host.pauses();
            host.waitsUntil(LATE);
            long begun = host.says(lines().getLast());
            host.pauses();
            host.heard(lines().getFirst());
            assertNear(begun, host.heard(lines().getLast()).fromSample());
        }
    }

    @Test
    void silenceAndTheHissOfALineAreNotWords() {
        var chance = new Random(5);
        var host = talker(0);
        host.pauses();
        for (int i = 0; i < 3_000 / Frames.MILLIS; i++) {
            var hiss = new float[Frames.SAMPLES];
            for (int s = 0; s < hiss.length; s++) {
                hiss[s] = HISS * (2 * chance.nextFloat() - 1);
            }
            host.hand(hiss);
        }
        host.close();
        nothingMore(host);
    }

    @Test
    void closingHandsOverWhatWasBeingSaid() {
        var host = talker(0);
        host.says(lines().getFirst());
        host.close();
        host.heard(lines().getFirst());
    }

    @Test
    void closingTwiceIsNoErrorAndSaysNothingTwice() {
        var host = talker(0);
        host.says(lines().getFirst());
        host.close();
        host.close();
        host.heard(lines().getFirst());
        nothingMore(host);
    }

    @Test
    void whatIsSaidAfterTheEndIsNotHeard() {
        var host = talker(0);
        host.close();
        host.says(lines().getFirst());
        host.pauses();
        host.close();
        nothingMore(host);
    }

    @Test
    void whoeverSaidNothingIsNotHeard() {
        var host = talker(0);
        host.close();
        nothingMore(host);
    }

    @Test
    void twoSpeakersAtOnceAreHeardEachForThemself() {
        var host = talker(0);
        var caller = talker(0);
        Line one = lines().getFirst();
        Line other = lines().getLast();
        int most = Math.max(one.frames(), other.frames());
        for (int i = 0; i < most; i++) {
            host.hand(one.frame(i));
            caller.hand(other.frame(i));
        }
        host.close();
        caller.close();
        host.heard(one);
        caller.heard(other);
        nothingMore(host);
        nothingMore(caller);
    }

    @Test
    void itTellsOnAThreadOfItsOwn() {
        Set<Thread> tellers = ConcurrentHashMap.newKeySet();
        try (var host = new Talker(transcriber(), 0, _ -> tellers.add(Thread.currentThread()))) {
            host.says(lines().getFirst());
            host.pauses();
            host.heard(lines().getFirst());
        }
        assertFalse(tellers.contains(Thread.currentThread()), "told on the speaker's thread");
    }

    @Test
    void framesDoNotWaitUntilALineHasBeenUnderstood() {
        var allSaid = new CountDownLatch(1);
        Set<Boolean> inTime = ConcurrentHashMap.newKeySet();
        try (var host = new Talker(transcriber(), 0, _ -> inTime.add(awaits(allSaid)))) {
            host.says(lines().getFirst());
            host.pauses();
            host.says(lines().getLast());
            allSaid.countDown();
        }
        assertEquals(Set.of(true), inTime, "a frame has waited for the line before it");
    }

    private Talker talker(long position) {
        return new Talker(transcriber(), position, _ -> {});
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Waits until a line that somebody else says now has been heard, so that whatever was still to
    /// come would have come.
    private void nothingMore(Talker silent) {
        var other = talker(0);
        other.says(lines().getLast());
        other.close();
        other.heard(lines().getLast());
        assertEquals(List.of(), silent.rest());
    }
}
