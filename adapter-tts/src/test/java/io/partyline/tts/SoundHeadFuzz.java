package io.partyline.tts;

import static org.assertj.core.api.Assertions.assertThat;

/// What a voice's server sends for sound: a head is read, or not there yet, or refused in words;
/// and what is known of a whole is known of its beginning, unless more was needed to tell.
public final class SoundHeadFuzz {
    private static final int RAW_RATE = 24_000;

    private SoundHeadFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            SoundHead.read(input, RAW_RATE, false);
            assertThat(SoundHead.read(input, RAW_RATE, true)).isPresent();
        } catch (UnreadableException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }
}
