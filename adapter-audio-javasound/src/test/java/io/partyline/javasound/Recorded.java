package io.partyline.javasound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;

/// What a device was given: interleaved 16-bit samples, as the sound system wrote them down.
///
/// Silence in between says nothing: a file takes everything at once, and gets silence until there
/// is more.
final class Recorded {
    /// Where one channel ends and the next begins both may sound for some samples: a console whose
    /// clock differs is read between its samples, and one that stood still goes on under a
    /// crossfade.
    private static final double EDGES = 0.05;

    private final int channels;
    private final short[] samples;

    Recorded(Path raw, int channels) throws IOException {
        this.channels = channels;
        byte[] bytes = Files.readAllBytes(raw);
        samples = new short[bytes.length / 2 / channels * channels];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
    }

    boolean isSilent() {
        for (short sample : samples) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }

    /// Every channel had its turns, alone and as loud as it was played, which tells it from the
    /// others.
    ///
    /// @param turns how many at least
    void assertEachAlone(int turns) {
        var sounded = new int[channels];
        var squares = new double[channels];
        int together = 0;
        for (int at = 0; at < samples.length; at += channels) {
            List<Integer> on = on(at);
            together += on.size() > 1 ? 1 : 0;
            if (on.size() == 1) {
                int channel = on.getFirst();
                double sample = samples[at + channel] / 32_768.0;
                sounded[channel]++;
                squares[channel] += sample * sample;
            }
        }
        assertThat(together)
                .as("moments with two channels")
                .isLessThan((int) (EDGES * Arrays.stream(sounded).sum()));
        for (int channel = 0; channel < channels; channel++) {
            assertThat(sounded[channel])
                    .as("samples of channel %d", channel + 1)
                    .isGreaterThan(turns * SoundProgram.TURN * Frames.SAMPLES * 3 / 4);
            assertThat(Math.sqrt(squares[channel] / sounded[channel]))
                    .as("loudness of channel %d", channel + 1)
                    .isEqualTo(SoundProgram.loudness(channel + 1), Offset.offset(0.007));
        }
    }

    private List<Integer> on(int at) {
        var on = new ArrayList<Integer>();
        for (int channel = 0; channel < channels; channel++) {
            if (samples[at + channel] != 0) {
                on.add(channel);
            }
        }
        return on;
    }
}
