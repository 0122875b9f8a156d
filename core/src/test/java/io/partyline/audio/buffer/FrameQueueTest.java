package io.partyline.audio.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.Frames;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameQueueTest {
    private final float[] frame = new float[Frames.SAMPLES];

    private static float[] filled(float value) {
        var frame = new float[Frames.SAMPLES];
        Arrays.fill(frame, value);
        return frame;
    }

    @Test
    void framesComeOutInTheOrderTheyWentIn() {
        var queue = new FrameQueue(3);
        queue.write(filled(1));
        queue.write(filled(2));

        assertThat(queue.size()).isEqualTo(2);
        assertThat(queue.read(frame)).isTrue();
        assertThat(frame).isEqualTo(filled(1));
        assertThat(queue.read(frame)).isTrue();
        assertThat(frame).isEqualTo(filled(2));
    }

    @Test
    void anEmptyQueueIsSilentAndCounts() {
        var queue = new FrameQueue(1);
        Arrays.fill(frame, 9);

        assertThat(queue.read(frame)).isFalse();
        assertThat(frame).containsOnly(0);
        assertThat(queue.starved()).isEqualTo(1);
    }

    @Test
    void whoReadsTooLateHearsThePresentAndWhatTheyMissedIsCounted() {
        var queue = new FrameQueue(2);
        for (int i = 1; i <= 9; i++) {
            queue.write(filled(i));
        }

        assertThat(queue.dropped()).isEqualTo(7);
        assertThat(queue.size()).isEqualTo(2);
        queue.read(frame);
        assertThat(frame).isEqualTo(filled(8));
        queue.read(frame);
        assertThat(frame).isEqualTo(filled(9));
        assertThat(queue.read(frame)).isFalse();
        assertThat(queue.dropped()).isEqualTo(7);
    }

    @Test
    void aFrameIsACopyThatItsWriterMayUseAgain() {
        var queue = new FrameQueue(1);
        float[] mine = filled(1);
        queue.write(mine);
        Arrays.fill(mine, 5);
        queue.read(frame);

        assertThat(frame).isEqualTo(filled(1));
    }

    @Test
    void clearingThrowsAwayWhatLiesReady() {
        var queue = new FrameQueue(4);
        queue.write(filled(1));
        queue.write(filled(2));
        queue.clear();
        queue.write(filled(3));

        assertThat(queue.size()).isEqualTo(1);
        queue.read(frame);
        assertThat(frame).isEqualTo(filled(3));
    }

    @Test
    void aQueueOfNothingIsRefused() {
        assertThatThrownBy(() -> new FrameQueue(0)).hasMessageContaining("at least one frame");
    }

    /// The writer numbers its frames, every sample of each alike; the reader must see the numbers
    /// rise, whole frames only, and every frame that was not counted as dropped.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void twoThreadsLoseNothingUncountedAndDoubleNothing(long seed) throws Exception {
        var queue = new FrameQueue(1 + (int) seed * 3);
        int total = 20_000;
        var done = new AtomicBoolean();
        var reader = CompletableFuture.supplyAsync(() -> readAll(queue, done));
        var chance = new Random(seed);
        for (int i = 1; i <= total; i++) {
            queue.write(filled(i));
            for (int pause = chance.nextInt(40); pause > 0; pause--) {
                Thread.onSpinWait();
            }
        }
        done.set(true);

        assertThat(reader.get(60, TimeUnit.SECONDS) + queue.dropped()).isEqualTo(total);
    }

    private static long readAll(FrameQueue queue, AtomicBoolean done) {
        var frame = new float[Frames.SAMPLES];
        long count = 0;
        float last = 0;
        boolean over = false;
        while (!over) {
            over = done.get();
            while (queue.size() > 0 && queue.read(frame)) {
                assertThat(frame[0]).isGreaterThan(last);
                assertThat(frame).containsOnly(frame[0]);
                last = frame[0];
                count++;
            }
        }
        return count;
    }
}
