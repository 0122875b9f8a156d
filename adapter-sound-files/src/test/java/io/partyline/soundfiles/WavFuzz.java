package io.partyline.soundfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

/// A WAV file in the host's folders: it is read to its end, or said to be broken; no sample is
/// anything but a number.
public final class WavFuzz {
    private static final int MOST = 1 << 20;

    private WavFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try (var wav = new Wav(new BytesChannel(input))) {
            assertThat(wav.samples().orElse(0)).isNotNegative();
            float[] into = new float[960];
            int all = 0;
            for (int read = wav.read(into); read >= 0; read = wav.read(into)) {
                assertThat(read).isPositive();
                all += read;
                assertThat(all).isLessThan(MOST);
            }
        } catch (BrokenSoundException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
