package io.partyline.audio.level;

import io.partyline.audio.Frames;
import java.time.Duration;

/// Lowers music under speech: down fast, held through the pauses between words, up slowly.
///
/// The level moves in a straight line in dB, which sounds even. Real-time: does not allocate. For
/// one thread.
public final class Ducker {
    private final double depthDb;
    private final double fallDb;
    private final double riseDb;
    private final long holdFrames;
    private long held;
    private double levelDb;

    /// As radio does it: 14 dB down within 150 ms, held for 500 ms, up again within a second.
    public Ducker() {
        this(14, Duration.ofMillis(150), Duration.ofMillis(500), Duration.ofSeconds(1));
    }

    /// A ducker with other numbers.
    ///
    /// @param depthDb how far it lowers
    /// @param attack how long it takes to lower, at least a frame
    /// @param hold how long it stays down when the speech is over
    /// @param release how long it takes to rise, at least a frame
    public Ducker(double depthDb, Duration attack, Duration hold, Duration release) {
        if (!(depthDb >= 0)
                || attack.toMillis() < Frames.MILLIS
                || release.toMillis() < Frames.MILLIS) {
            throw new IllegalArgumentException(
                    "music is lowered by 0 dB or more, in 20 ms or more, not %s dB in %s and %s"
                            .formatted(depthDb, attack, release));
        }
        this.depthDb = depthDb;
        fallDb = depthDb * Frames.MILLIS / attack.toMillis();
        riseDb = depthDb * Frames.MILLIS / release.toMillis();
        holdFrames = hold.toMillis() / Frames.MILLIS;
    }

    /// Lowers or raises the next frame of music in place.
    ///
    /// @param speech whether somebody speaks during it
    public void apply(float[] music, boolean speech) {
        float from = gain();
        follow(speech);
        Ramp.apply(music, from, gain());
    }

    /// The gain at the end of the last frame: 1 when nothing is lowered.
    public float gain() {
        return (float) Frames.gain(levelDb);
    }

    private void follow(boolean speech) {
        held = speech ? holdFrames : held - 1;
        levelDb =
                speech || held >= 0
                        ? Math.max(-depthDb, levelDb - fallDb)
                        : Math.min(0, levelDb + riseDb);
    }
}
