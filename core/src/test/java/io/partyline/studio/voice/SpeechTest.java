package io.partyline.studio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.port.SpeechStream;
import io.partyline.studio.sound.VoiceLine;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// A sentence on its way to a line that is not ready for it.
class SpeechTest {
    private static final int SENTENCE = 5 * Frames.SAMPLES;

    private final VoiceLine line = new VoiceLine();
    private final CountDownLatch allMade = new CountDownLatch(1);
    private final float[] frame = new float[Frames.SAMPLES];

    private Speech speech() {
        return new Speech(line, line.pass(), () -> false, LockSupport::parkNanos);
    }

    private void fill() {
        while (!line.full()) {
            line.write(frame, line.pass());
        }
    }

    @Test
    void aSentenceIsHeardAlthoughTheOneBeforeItWasCutShort() {
        line.write(frame, line.pass());
        line.cut();
        Speech speech = speech();
        Thread speaker = Thread.ofPlatform().start(() -> speech.speak(new Sentence()));
        while (allMade.getCount() > 0 && speaker.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        float loudest = 0;
        while (speaker.isAlive() || line.ready() > 0) {
            line.read(frame);
            loudest = Math.max(loudest, frame[0]);
        }
        assertThat(loudest).isGreaterThan(0.9f);
    }

    @Test
    void whoeverIsInterruptedWaitsNoLongerForALineThatNobodyReads() throws Exception {
        fill();
        Thread speaker =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            Thread.currentThread().interrupt();
                            speech().speak(new Sentence());
                        });
        assertThat(speaker.join(Duration.ofMinutes(1))).isTrue();
    }

    /// A voice may be stopped between its last look and the next frame, on a busy computer also for
    /// as long as a fade takes.
    @Test
    void whatWasOnItsWayToTheLineWhenItWasCutIsNeitherHeardNorCounted() {
        var stop = new Stop();
        new Speech(line, line.pass(), () -> stop.done, LockSupport::parkNanos, stop)
                .speak(new Sentence());
        assertThat(line.ready()).isOne();
        assertThat(line.cutting()).isTrue();
        line.read(frame);
        assertThat(frame).containsOnly(0);
        assertThat(line.heard()).isEqualTo(stop.heard);
        assertThat(line.cutting()).isFalse();
        assertThat(line.next()).isEqualTo(line.heard());
    }

    @Test
    void whoeverSpeaksNextIsHeardFromTheirFirstFrame() {
        var stop = new Stop();
        new Speech(line, line.pass(), () -> stop.done, LockSupport::parkNanos, stop)
                .speak(new Sentence());
        line.read(frame);
        speech().speak(new Sentence());
        line.read(frame);
        assertThat(frame).containsOnly(1);
        assertThat(line.heard()).isEqualTo(stop.heard + 1);
    }

    /// Stops a voice while its third frame is on its way, and lets the fade pass.
    private final class Stop implements Speech.Watch {
        private int put;
        private long heard;
        private boolean done;

        @Override
        public void begins() {}

        @Override
        public void made() {}

        @Override
        public void put(int offset) {
            put++;
            if (put == 3) {
                line.cut();
                done = true;
                while (line.cutting()) {
                    line.read(frame);
                }
                heard = line.heard();
            }
        }

        @Override
        public void written() {}
    }

    /// One loud sentence, made at once.
    private final class Sentence implements SpeechStream {
        private int left = SENTENCE;

        @Override
        public int rate() {
            return Frames.RATE;
        }

        @Override
        public int read(float[] into) {
            int count = Math.min(left, into.length);
            Arrays.fill(into, 0, count, 1);
            left -= count;
            if (count > 0) {
                return count;
            }
            allMade.countDown();
            return -1;
        }

        @Override
        public void close() {}
    }
}
