package io.partyline.benchmarks.desk;

import io.partyline.port.ProgramOut;
import java.util.Optional;
import java.util.OptionalLong;

/// A program that is sent on and heard by nobody: what a server does is measured elsewhere.
final class NoListeners implements ProgramOut {
    @Override
    public String name() {
        return "nobody";
    }

    @Override
    public void begin() {}

    @Override
    public void end() {}

    @Override
    public void play(float[] frame) {}

    @Override
    public void title(String who) {}

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public OptionalLong listeners() {
        return OptionalLong.empty();
    }

    @Override
    public long lostMs() {
        return 0;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
