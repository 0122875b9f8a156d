package io.partyline.audio.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.audio.Tone;
import org.junit.jupiter.api.Test;

class PatchTest {
    private final Strip host = new Strip("host", 0, new Tone(440, 0.5));
    private final Strip dave = new Strip("dave", 1, new Tone(500, 0.5));
    private final Listener program = new Listener("program", 0, _ -> {}, true);
    private final Listener feed = new Listener("to dave", 5, _ -> {});

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
    void twoThingsInOnePlaceAreRefused() {
        var intruder = new Strip("jas", 1, new Tone(600, 0.5));
        var builder = new Patch.Builder().hears(program, dave, 1);

        assertThatThrownBy(() -> builder.hears(program, intruder, 1))
                .hasMessage("slot 1 is in use twice in one patch");
        assertThatThrownBy(() -> builder.hears(new Listener("x", 0, _ -> {}), dave, 1))
                .hasMessage("slot 0 is in use twice in one patch");
    }

    @Test
    void aPlaceOutsideTheMixerIsRefused() {
        assertThatThrownBy(() -> new Strip("x", Patch.SLOTS, new Tone(1, 1)))
                .hasMessage("slots run from 0 to 63, not 64");
        assertThatThrownBy(() -> new Listener("x", -1, _ -> {}))
                .hasMessage("slots run from 0 to 63, not -1");
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
