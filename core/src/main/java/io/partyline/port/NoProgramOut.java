package io.partyline.port;

import java.util.Optional;
import java.util.OptionalLong;

/// No way to listeners: everything is lost, and nothing is wrong with that.
record NoProgramOut() implements ProgramOut {
    @Override
    public boolean isOff() {
        return true;
    }

    @Override
    public String name() {
        return "off";
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
        return false;
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
