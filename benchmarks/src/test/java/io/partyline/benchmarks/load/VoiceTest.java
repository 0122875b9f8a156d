package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.sound.Mulaw;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class VoiceTest {
    /// What the hold bed reaches at most.
    private static final int BED = 4_400;

    @Test
    void onlyAMarkerIsLoud() {
        assertThat(isLoud(Voice.marker(0))).isTrue();
        assertThat(isLoud(Voice.marker(Voice.MARKER_FRAMES - 1))).isTrue();
        assertThat(isLoud(Voice.quiet(3))).isFalse();
        assertThat(isLoud(tone(BED))).isFalse();
        assertThat(isLoud(new byte[0])).isFalse();
    }

    @Test
    void aMarkerThatTheShowHasTurnedDownIsLoudStill() {
        assertThat(isLoud(tone(24_000 / 4))).isTrue();
    }

    @Test
    void aPayloadIsAsLongAsWhatItHolds() {
        for (int length = 0; length < 400; length++) {
            byte[] payload = Base64.getEncoder().encode(new byte[length]);
            assertThat(Voice.samples(payload, 0, payload.length)).isEqualTo(length);
        }
    }

    private static boolean isLoud(byte[] payload) {
        return Voice.isLoud(payload, 0, payload.length);
    }

    private static byte[] tone(int size) {
        short[] samples = new short[Voice.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (size * Math.sin(i * 0.3));
        }
        return Base64.getEncoder().encode(Mulaw.encode(samples));
    }
}
