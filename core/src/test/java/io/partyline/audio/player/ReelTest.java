package io.partyline.audio.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ReelTest {
    private final float[] frame = new float[Frames.SAMPLES];

    private static float[] read(Reel reel, int frames) {
        var all = new float[frames * Frames.SAMPLES];
        var one = new float[Frames.SAMPLES];
        for (int i = 0; i < frames; i++) {
            reel.read(one);
            System.arraycopy(one, 0, all, i * Frames.SAMPLES, Frames.SAMPLES);
        }
        return all;
    }

    @Test
    void whatWasWrittenInPiecesIsReadInFramesToItsLastSample() {
        float[] written = Reels.counted(2_500);
        Reel reel = Reels.of(written);
        float[] heard = read(reel, 3);
        assertThat(Arrays.copyOf(heard, 2_500)).isEqualTo(written);
        assertThat(Arrays.copyOfRange(heard, 2_500, heard.length)).containsOnly(0);
        assertThat(reel.playedOut()).isTrue();
        assertThat(reel.starved()).isZero();
    }

    @Test
    void aFullReelHasNoRoomAndLosesNothing() {
        var reel = new Reel(Duration.ofMillis(40));
        float[] samples = Reels.counted(5 * Frames.SAMPLES);
        int written = 0;
        var heard = new float[5 * Frames.SAMPLES];
        for (int i = 0; i < 5; i++) {
            int room = Math.min(reel.room(), samples.length - written);
            reel.write(samples, written, room);
            written += room;
            reel.read(frame);
            System.arraycopy(frame, 0, heard, i * Frames.SAMPLES, Frames.SAMPLES);
        }
        assertThat(written).isEqualTo(samples.length);
        assertThat(heard).isEqualTo(samples);
    }

    @Test
    void soundThatComesLateIsHeardLateAndNotLost() {
        Reel reel = Reels.unfinished(Reels.counted(500));
        float[] first = read(reel, 2);
        assertThat(Arrays.copyOf(first, 500)).isEqualTo(Reels.counted(500));
        assertThat(reel.starved()).isEqualTo(2);
        assertThat(reel.playedOut()).isFalse();
        float[] more = {7, 8, 9};
        reel.write(more, 0, 3);
        reel.finish();
        reel.read(frame);
        assertThat(Arrays.copyOf(frame, 4)).containsExactly(7, 8, 9, 0);
        assertThat(reel.playedOut()).isTrue();
    }

    @Test
    void aLoopGoesOverItsSeamWithoutAGap() {
        float[] piece = Reels.counted(1_500);
        Reel reel = Reels.unfinished(piece);
        reel.loop(true);
        reel.seam();
        reel.write(piece, 0, piece.length);
        float[] heard = read(reel, 3);
        for (int i = 0; i < 2_880; i++) {
            assertThat(heard[i]).isEqualTo(piece[i % 1_500]);
        }
        assertThat(reel.position()).isEqualTo(1_380);
    }

    @Test
    void aLoopThatIsTakenBackEndsAtItsSeamToTheSample() {
        float[] piece = Reels.counted(1_500);
        Reel reel = Reels.unfinished(piece);
        reel.loop(true);
        reel.seam();
        reel.write(piece, 0, piece.length);
        reel.read(frame);
        reel.loop(false);
        reel.read(frame);
        assertThat(Arrays.copyOf(frame, 540)).isEqualTo(Arrays.copyOfRange(piece, 960, 1_500));
        assertThat(Arrays.copyOfRange(frame, 540, 960)).containsOnly(0);
        assertThat(reel.playedOut()).isTrue();
    }

    @Test
    void aVeryShortLoopWaitsForRoomToNoteItsSeams() {
        Reel reel = Reels.unfinished();
        reel.loop(true);
        int seams = 0;
        while (reel.room() > 0) {
            reel.write(new float[] {1}, 0, 1);
            reel.seam();
            seams++;
        }
        assertThat(seams).isBetween(10, 1_000);
        reel.read(frame);
        assertThat(reel.room()).isPositive();
        assertThat(frame[seams - 1]).isEqualTo(1);
    }

    @Test
    void oneThreadWritesAndAnotherReadsEverySampleInOrder() throws InterruptedException {
        var reel = new Reel(Duration.ofMillis(60));
        int count = 400_000;
        var failed = new AtomicReference<Throwable>();
        Thread writer =
                Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, why) -> failed.set(why))
                        .start(() -> {
                            var one = new float[777];
                            for (int written = 0; written < count; ) {
                                int some =
                                        Math.min(
                                                reel.room(), Math.min(one.length, count - written));
                                for (int i = 0; i < some; i++) {
                                    one[i] = written + i + 1;
                                }
                                reel.write(one, 0, some);
                                written += some;
                                Thread.onSpinWait();
                            }
                            reel.finish();
                        });
        float expected = 1;
        while (!reel.playedOut()) {
            reel.read(frame);
            for (float sample : frame) {
                if (sample != 0) {
                    assertThat(sample).isEqualTo(expected);
                    expected++;
                }
            }
        }
        writer.join();
        assertThat(expected).isEqualTo(count + 1);
        assertThat(failed.get()).isNull();
    }

    @Test
    void aReelHoldsAtLeastAFrame() {
        assertThatThrownBy(() -> new Reel(Duration.ofMillis(19))).hasMessageContaining("a frame");
    }
}
