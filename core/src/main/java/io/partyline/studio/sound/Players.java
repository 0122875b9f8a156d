package io.partyline.studio.sound;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.level.Ducker;
import io.partyline.audio.player.Carts;
import io.partyline.audio.player.Deck;

/// Music and carts on their way into the mix: turned once before each tick, so that whoever hears
/// music as it is and whoever hears it lowered under speech hear the same frame of it.
///
/// [#turn] and the sources are the audio thread's, the rest may be used as [Deck] and [Carts] say.
public final class Players {
    private final Deck deck = new Deck();
    private final Carts carts = new Carts();
    private final Ducker ducker = new Ducker();
    private final float[] dry = new float[Frames.SAMPLES];
    private final float[] music = new float[Frames.SAMPLES];
    private final float[] effects = new float[Frames.SAMPLES];
    private final FrameSource dryMusicSource = frame -> copy(dry, frame);
    private final FrameSource musicSource = frame -> copy(music, frame);
    private final FrameSource effectsSource = frame -> copy(effects, frame);
    private volatile boolean lowered;

    /// Players that are silent.
    Players() {}

    /// What plays music.
    public Deck deck() {
        return deck;
    }

    /// What plays carts.
    public Carts carts() {
        return carts;
    }

    /// Whether music is lower at this moment because somebody speaks. Any thread may ask.
    public boolean lowered() {
        return lowered;
    }

    /// Makes the next frame of everything. Real-time.
    ///
    /// @param mixed the mixer's count of its first sample
    /// @param speech whether somebody speaks on the air
    void turn(long mixed, boolean speech) {
        deck.read(dry, mixed);
        System.arraycopy(dry, 0, music, 0, Frames.SAMPLES);
        ducker.apply(music, speech);
        lowered = ducker.gain() < 1;
        carts.read(effects, mixed);
    }

    private static boolean copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, Frames.SAMPLES);
        return true;
    }

    /// Music as the deck plays it.
    FrameSource dryMusic() {
        return dryMusicSource;
    }

    /// Music, lower under speech.
    FrameSource music() {
        return musicSource;
    }

    /// All carts.
    FrameSource effects() {
        return effectsSource;
    }
}
