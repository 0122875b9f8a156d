package io.partyline.doorway;

import static org.assertj.core.api.Assertions.assertThat;

/// A body in chunks: it is read, refused, or not there to its end; never longer than is allowed.
public final class ChunksFuzz {
    private static final int LONGEST = 4_096;

    private ChunksFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            assertThat(new Chunks(Bytes.of(input, 7), LONGEST).read())
                    .hasSizeLessThanOrEqualTo(LONGEST);
        } catch (BrokenRequestException refused) {
            assertThat(refused.status()).isIn(400, 413);
        } catch (GoneException gone) {
            assertThat(gone).isNotNull();
        }
    }
}
