package io.partyline.audio.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.Tone;
import org.junit.jupiter.api.Test;

class PatchTest {
    private final Strip host = new Strip("host", new Tone(440, 0.5));
    private final Strip dave = new Strip("dave", new Tone(500, 0.5));
    private final Listener program = new Listener("program", _ -> {}, true);
    private final Listener feed = new Listener("to dave", _ -> {});

    @Test
    void whatWasNotNamedIsNotHeard() {
        var patch =
                new Patch.Builder()
                        .version(7)
                        .hears(program, host, 1)
                        .hears(feed, host, 0.5f)
                        .build();

        assertThat(patch.version()).isEqualTo(7);
        assertThat(patch.gain(program, host)).isEqualTo(1);
        assertThat(patch.gain(feed, host)).isEqualTo(0.5f);
        assertThat(patch.gain(program, dave)).isZero();
        assertThat(patch.gain(feed, dave)).isZero();
        assertThat(Patch.silent().gain(program, host)).isZero();
    }

    @Test
    void namingAnEdgeAgainSetsItAnew() {
        var patch = new Patch.Builder().hears(program, host, 1).hears(program, host, 0.25f).build();

        assertThat(patch.gain(program, host)).isEqualTo(0.25f);
    }

    @Test
    void aBuiltPatchDoesNotChangeWithItsBuilder() {
        var builder = new Patch.Builder().hears(program, host, 1);
        Patch patch = builder.build();
        builder.hears(program, host, 0).hears(program, dave, 1);

        assertThat(patch.gain(program, host)).isEqualTo(1);
        assertThat(patch.gain(program, dave)).isZero();
    }

    @Test
    void aPatchHasRoomForWhoeverIsInIt() {
        var builder = new Patch.Builder();
        for (int i = 0; i < 1_000; i++) {
            builder.hears(new Listener("to caller " + i, _ -> {}), host, 1);
        }
        for (int i = 0; i < 100; i++) {
            builder.hears(program, new Strip("caller " + i, new Tone(440, 0.5)), 1);
        }

        assertThat(builder.build().listeners()).hasSize(1_001);
        assertThat(builder.build().strips()).hasSize(101);
    }

    @Test
    void aGainIsANumberFromZeroUp() {
        var builder = new Patch.Builder();
        for (float wrong : new float[] {-1, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> builder.hears(program, host, wrong))
                    .hasMessageContaining("a gain is a number from 0 up");
        }
    }

    @Test
    void itReadsLikeASentence() {
        var patch =
                new Patch.Builder()
                        .version(3)
                        .hears(program, host, 1)
                        .hears(program, dave, 1)
                        .hears(feed, host, 0.5f)
                        .build();

        assertThat(patch)
                .hasToString(
                        """
                        patch 3
                        program hears host*1.0 dave*1.0
                        to dave hears host*0.5\
                        """);
    }
}
