package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// The body of a request at the studio door: it is read into the shape that its route wants, or
/// refused with a sentence. The first byte chooses the shape.
public final class BodyFuzz {
    private static final List<Class<? extends Record>> SHAPES =
            List.of(
                    CardWords.class,
                    ChainRoutes.Gain.class,
                    ChainRoutes.Switches.class,
                    AiRoutes.Spoken.class,
                    AiRoutes.Muted.class,
                    MoodRoutes.Wanted.class,
                    RecordingRoutes.Cut.class,
                    ProgramRoutes.Wanted.class,
                    SessionRoutes.Start.class,
                    SeatMessage.FromPage.class);

    private BodyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] body = java.util.Arrays.copyOfRange(input, 1, input.length);
        try {
            Bodies.read(body, SHAPES.get((input[0] & 0xff) % SHAPES.size()));
        } catch (Problem refused) {
            assertThat(refused.status()).isBetween(400, 499);
            assertThat(refused.getMessage()).endsWith(".").doesNotContain("com.fasterxml");
        }
    }
}
