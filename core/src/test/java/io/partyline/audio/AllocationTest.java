package io.partyline.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.buffer.FrameQueue;
import io.partyline.audio.buffer.JitterBuffer;
import io.partyline.audio.level.Ducker;
import io.partyline.audio.mixer.Listener;
import io.partyline.audio.mixer.Mixer;
import io.partyline.audio.mixer.Patch;
import io.partyline.audio.mixer.Strip;
import org.junit.jupiter.api.Test;

/// The audio thread makes no garbage, so that no collector ever has a reason to stop it.
class AllocationTest {
    private static final int CALLERS = 8;
    private static final int TICKS = 10_000;

    private final Mixer mixer = new Mixer();
    private final JitterBuffer[] legs = new JitterBuffer[CALLERS];
    private final FrameQueue[] feeds = new FrameQueue[CALLERS];
    private final Strip[] strips = new Strip[CALLERS];
    private final Listener[] ears = new Listener[CALLERS];
    private final Listener program = new Listener("program", _ -> {}, true);
    private final Strip music = new Strip("music", music());
    private final Patch[] patches = new Patch[5];
    private final float[] frame = new Tone(300, 0.6).next(Frames.SAMPLES);
    private final Ducker ducker = new Ducker();

    AllocationTest() {
        for (int i = 0; i < CALLERS; i++) {
            legs[i] = new JitterBuffer();
            feeds[i] = new FrameQueue(3);
            strips[i] = new Strip("caller", legs[i]);
            ears[i] = new Listener("feed", feeds[i]);
        }
        for (int i = 0; i < patches.length; i++) {
            patches[i] = patch(i);
        }
    }

    /// Each patch leaves out other callers, and has the rest in another order.
    private Patch patch(int turn) {
        var patch = new Patch.Builder().version(turn);
        for (int i = 0; i < CALLERS; i++) {
            int caller = (i + turn) % CALLERS;
            if (caller != turn) {
                patch.hears(program, strips[caller], 1)
                        .hears(ears[(caller + 1) % CALLERS], strips[caller], 0.5f);
            }
        }
        return patch.hears(program, music, 1).build();
    }

    private FrameSource music() {
        return into -> {
            System.arraycopy(frame, 0, into, 0, Frames.SAMPLES);
            ducker.apply(into, mixer.ticks() % 100 < 50);
            return true;
        };
    }

    private void run(int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            if (tick % 3 == 0) {
                mixer.patch(patches[tick / 3 % patches.length]);
            }
            for (int i = 0; i < CALLERS; i++) {
                deliver(i, tick);
            }
            mixer.tick();
        }
    }

    /// Legs with a fast clock, a slow clock, and bursts, so that nothing that a leg can do is left
    /// out.
    private void deliver(int leg, int tick) {
        boolean stalled = leg == 3 && tick / 40 % 2 == 0;
        int length = stalled ? 0 : leg == 3 ? 2 * Frames.SAMPLES : Frames.SAMPLES - leg % 2;
        legs[leg].write(frame, 0, Math.min(length, Frames.SAMPLES));
        legs[leg].write(frame, 0, Math.max(0, length - Frames.SAMPLES));
        if (tick % 2 == 0) {
            feeds[leg].clear();
        }
    }

    @Test
    void tenThousandTicksAllocateNothing() {
        run(TICKS);

        assertThat(Garbage.leastOf(() -> run(TICKS))).isZero();
        assertThat(mixer.ticks()).isGreaterThanOrEqualTo(2 * TICKS);
        assertThat(mixer.faults()).isZero();
        assertThat(legs[3].underruns()).isPositive();
        assertThat(legs[3].overflows()).isPositive();
    }
}
