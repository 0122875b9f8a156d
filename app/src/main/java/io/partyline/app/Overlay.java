package io.partyline.app;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// A short sound, laid over what somebody hears.
///
/// The audio thread adds it to one frame after the other ([#addTo], real-time); any thread begins
/// it, looks whether it still sounds, and ends it, which takes a frame so that it does not click.
final class Overlay {
    private static final class Sound {
        private static final Sound NONE = new Sound(new float[0]);
        private final float[] samples;
        private volatile boolean ending;

        /// The audio thread's alone.
        private int at;

        private Sound(float[] samples) {
            this.samples = samples;
        }
    }

    private final AtomicReference<Sound> now = new AtomicReference<>(Sound.NONE);

    /// Begins a sound; one that was there is gone.
    ///
    /// @param samples at 48 kHz, not to be changed any more
    void begin(float[] samples) {
        now.set(new Sound(samples));
    }

    boolean sounds() {
        return now.get() != Sound.NONE;
    }

    void end() {
        current().ending = true;
    }

    private Sound current() {
        return Objects.requireNonNull(now.get());
    }

    /// Adds what is next of it, if there is any.
    void addTo(float[] frame) {
        Sound sound = current();
        if (sound == Sound.NONE) {
            return;
        }
        boolean last = sound.ending;
        int count = Math.min(frame.length, sound.samples.length - sound.at);
        for (int i = 0; i < count; i++) {
            float share = last ? 1 - (float) i / frame.length : 1;
            frame[i] = Math.clamp(frame[i] + share * sound.samples[sound.at + i], -1, 1);
        }
        sound.at += count;
        if (last || sound.at == sound.samples.length) {
            now.compareAndSet(sound, Sound.NONE);
        }
    }
}
