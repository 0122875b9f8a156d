package io.partyline.port;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import java.util.Optional;

/// Nobody sits there: silence, and no ears.
record NoSeat() implements HostSeat {
    @Override
    public boolean isOff() {
        return true;
    }

    @Override
    public String name() {
        return "nothing but the computer's clock";
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void open() {}

    @Override
    public FrameSource microphone() {
        return NoSeat::silence;
    }

    private static boolean silence(float[] frame) {
        Frames.silence(frame);
        return false;
    }

    @Override
    public FrameSink monitor() {
        return _ -> {};
    }

    @Override
    public void close() {}
}
