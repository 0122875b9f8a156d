package io.partyline.port;

import io.partyline.show.Speaker;
import java.util.function.Consumer;

/// Hears nothing.
record TranscriberOff(String condition) implements Transcriber {
    @Override
    public String name() {
        return "off";
    }

    @Override
    public boolean isOff() {
        return true;
    }

    @Override
    public Session open(Speaker speaker, Consumer<Heard> heard) {
        return new Session() {
            @Override
            public void accept(float[] frame, long atSample) {}

            @Override
            public void close() {}
        };
    }
}
