package io.partyline.rehearsal;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.port.HostSeat;
import java.util.Optional;

/// A host's seat that a test speaks into and listens at, a frame a tick. Strict: it is opened once,
/// and neither read nor written before that or after it was closed.
public final class HandSeat implements HostSeat {
    private final FrameSource microphone;
    private final float[] spoken = new float[Frames.SAMPLES];
    private final float[] heard = new float[Frames.SAMPLES];
    private final FrameSource fromHost = this::read;
    private final FrameSink toHost = this::write;
    private final Presence presence = new Presence("seat");
    private volatile Optional<String> trouble = Optional.empty();

    /// A seat whose host says what lies in [#spoken].
    public HandSeat() {
        this.microphone =
                frame -> {
                    System.arraycopy(spoken(), 0, frame, 0, Frames.SAMPLES);
                    return true;
                };
    }

    /// A seat whose host speaks into this: a [SpokenMicrophone], for one who is made up.
    public HandSeat(FrameSource microphone) {
        this.microphone = microphone;
    }

    /// What the host says in the next ticks: a frame, to be overwritten.
    public float[] spoken() {
        return spoken;
    }

    /// What the host heard in the last tick.
    public float[] heard() {
        return heard;
    }

    /// Something goes wrong with it, or is well again.
    public void trouble(Optional<String> sentence) {
        trouble = sentence;
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
    public void open() {
        presence.begin();
    }

    @Override
    public FrameSource microphone() {
        return fromHost;
    }

    private boolean read(float[] frame) {
        presence.check();
        return microphone.read(frame);
    }

    @Override
    public FrameSink monitor() {
        return toHost;
    }

    private void write(float[] frame) {
        presence.check();
        System.arraycopy(frame, 0, heard, 0, Frames.SAMPLES);
    }

    @Override
    public void close() {
        presence.end();
    }
}
