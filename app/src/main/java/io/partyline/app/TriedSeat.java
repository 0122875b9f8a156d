package io.partyline.app;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.port.HostSeat;
import io.partyline.show.ShowId;
import java.util.Optional;

/// The host's seat, at whose headphones something can be tried: it is laid over what the host
/// hears, behind the mixer, so that nobody else can hear it and no stem has it.
final class TriedSeat implements HostSeat {
    private final HostSeat behind;
    private final Overlay overlay;
    private final float[] both = new float[Frames.SAMPLES];
    private final FrameSink monitor = this::hear;

    /// @param behind the seat itself
    /// @param overlay what is tried
    TriedSeat(HostSeat behind, Overlay overlay) {
        this.behind = behind;
        this.overlay = overlay;
    }

    @Override
    public boolean isOff() {
        return behind.isOff();
    }

    @Override
    public String name() {
        return behind.name();
    }

    @Override
    public Optional<String> trouble() {
        return behind.trouble();
    }

    @Override
    public void open() {
        behind.open();
    }

    @Override
    public FrameSource microphone() {
        return behind.microphone();
    }

    @Override
    public void next(ShowId show, long position) {
        behind.next(show, position);
    }

    @Override
    public FrameSink monitor() {
        return monitor;
    }

    private void hear(float[] frame) {
        System.arraycopy(frame, 0, both, 0, Frames.SAMPLES);
        overlay.addTo(both);
        behind.monitor().write(both);
    }

    @Override
    public void close() {
        behind.close();
    }
}
