package io.partyline.app;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.port.HostSeat;
import java.util.Optional;

/// A seat of a host who says nothing, at whose headphones somebody listens for the loudest sample.
final class OverheardSeat implements HostSeat {
    private volatile double loudest;

    /// The highest level so far, in dB below full scale.
    double loudestDb() {
        return Frames.decibels(loudest);
    }

    @Override
    public String name() {
        return "the overheard seat";
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void open() {}

    @Override
    public FrameSource microphone() {
        return frame -> {
            Frames.silence(frame);
            return false;
        };
    }

    @Override
    public FrameSink monitor() {
        return this::hear;
    }

    private void hear(float[] frame) {
        for (float sample : frame) {
            loudest = Math.max(loudest, Math.abs(sample));
        }
    }

    @Override
    public void close() {}
}
