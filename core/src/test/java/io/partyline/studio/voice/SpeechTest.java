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
import org.junit.jupiter.api.Timeout;

/// A sentence on its way to a line that is not ready for it.
@Timeout(30)
class SpeechTest {
    private static final int SENTENCE = 5 * Frames.SAMPLES;

    private final VoiceLine line = new VoiceLine();
    private final CountDownLatch allMade = new CountDownLatch(1);
    private final Speech speech = new Speech(line, () -> false, LockSupport::parkNanos);
    private final float[] frame = new float[Frames.SAMPLES];

    private void fill() {
        while (!line.full()) {
            line.write(frame);
        }
    }

    @Test
    void aSentenceIsHeardAlthoughTheOneBeforeItWasCutShort() {
        line.write(frame);
        line.cut();
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
                            speech.speak(new Sentence());
                        });
        assertThat(speaker.join(Duration.ofSeconds(10))).isTrue();
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
