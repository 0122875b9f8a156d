package io.partyline.app;

import io.partyline.audio.Frames;
import io.partyline.port.Console;
import java.util.Optional;

/// A console at whose channels somebody listens for the loudest sample of each.
final class OverheardConsole implements Console {
    private final double[] loudest = new double[33];

    /// Written behind every tick and read before every look.
    private volatile boolean played;

    /// The highest level of a channel so far, in dB below full scale.
    ///
    /// @param number from 1
    double loudestDb(int number) {
        return played ? Frames.decibels(loudest[number]) : Frames.SILENCE_DB;
    }

    @Override
    public String name() {
        return "the overheard console";
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void open(int channels) {}

    @Override
    public void play(float[][] channels) {
        for (int i = 0; i < channels.length; i++) {
            for (float sample : channels[i]) {
                loudest[i + 1] = Math.max(loudest[i + 1], Math.abs(sample));
            }
        }
        played = true;
    }

    @Override
    public void close() {}
}
