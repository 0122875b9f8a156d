package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The file of a whisper model: whole or not, and never whole without its first size.
public final class ModelLayoutFuzz {
    private ModelLayoutFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        boolean whole = ModelLayout.isWhole(MemorySegment.ofArray(input));
        if (whole) {
            int head = 12 * Integer.BYTES;
            assertThat(input).hasSizeGreaterThan(head);
            byte[] cut = Arrays.copyOf(input, head);
            assertThat(ModelLayout.isWhole(MemorySegment.ofArray(cut))).isFalse();
        }
    }
}
