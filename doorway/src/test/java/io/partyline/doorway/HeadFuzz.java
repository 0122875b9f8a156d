package io.partyline.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/// The head of a request: it is one, or refused with a code of 4xx, or 505.
public final class HeadFuzz {
    private HeadFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Head.read(new String(input, StandardCharsets.ISO_8859_1));
        } catch (BrokenRequestException refused) {
            assertThat(refused.status()).isIn(400, 408, 411, 413, 414, 417, 431, 501, 505);
        }
    }
}
