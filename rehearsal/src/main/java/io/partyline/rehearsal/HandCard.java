package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.SoundCard;
import io.partyline.port.Ticking;
import java.util.Optional;

/// A sound card that is cranked by hand: nothing sounds until somebody turns it. Strict: it cannot
/// be turned before it was started or after it was closed. For one thread at a time.
public final class HandCard implements SoundCard {
    private final float[] microphone = new float[Frames.SAMPLES];
    private final float[] monitor = new float[Frames.SAMPLES];
    private float[][] channels = new float[0][];
    private volatile Optional<Ticking> ticking = Optional.empty();

    /// A card that nobody has started.
    public HandCard() {}

    @Override
    public String name() {
        return "hand-cranked";
    }

    @Override
    public void start(int count, Ticking ticks) {
        channels = new float[count][Frames.SAMPLES];
        ticking = Optional.of(ticks);
    }

    /// What the host says in the next ticks: a frame, to be overwritten.
    public float[] microphone() {
        return microphone;
    }

    /// What the host heard in the last tick.
    public float[] monitor() {
        return monitor;
    }

    /// What a console channel played in the last tick.
    ///
    /// @param number from 1
    public float[] channel(int number) {
        return channels[number - 1];
    }

    /// One tick.
    public void crank() {
        ticking.orElseThrow(() -> new IllegalStateException("the card is not running"))
                .tick(microphone, channels, monitor);
    }

    /// So many ticks.
    public void crank(int times) {
        for (int i = 0; i < times; i++) {
            crank();
        }
    }

    @Override
    public void close() {
        ticking = Optional.empty();
    }
}
