package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.Console;
import java.util.Optional;

/// A console that a test listens at, a frame a tick. Strict: it is opened once, and not played on
/// before that or after it was closed, nor with another number of channels.
public final class HandConsole implements Console {
    private final Presence presence = new Presence("console");
    private volatile Optional<String> trouble = Optional.empty();
    private float[][] played = new float[0][];

    /// A console that nobody has opened.
    public HandConsole() {}

    /// What a channel played in the last tick.
    ///
    /// @param number from 1
    public float[] channel(int number) {
        return played[number - 1];
    }

    /// Something goes wrong with it, or is well again.
    public void trouble(Optional<String> sentence) {
        trouble = sentence;
    }

    @Override
    public boolean off() {
        return false;
    }

    @Override
    public String name() {
        return "worked by hand";
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void open(int channels) {
        presence.begin();
        played = new float[channels][Frames.SAMPLES];
    }

    @Override
    public void play(float[][] channels) {
        presence.check();
        if (channels.length != played.length) {
            throw new IllegalArgumentException(channels.length + " of " + played.length);
        }
        for (int i = 0; i < played.length; i++) {
            System.arraycopy(channels[i], 0, played[i], 0, Frames.SAMPLES);
        }
    }

    @Override
    public void close() {
        presence.end();
    }
}
