package io.partyline.studio.sound;

import io.partyline.audio.Counter;
import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.port.HostSeat;

/// The producer's microphone and headphones, as the mix has them: read and written once a tick,
/// whether anybody is talked with or not, so that nothing of what was said before lies there when a
/// talk begins.
///
/// A seat that throws is silence and a counter, and costs nobody else a frame. Audio thread only,
/// except for [#open], [#close] and [#faults].
final class ProducersLine {
    private final HostSeat seat;
    private final HostMicrophone mouth = new HostMicrophone();
    private final CardOutput ear = new CardOutput();
    private final float[] said = new float[Frames.SAMPLES];
    private final float[] heard = new float[Frames.SAMPLES];
    private final Counter faults = new Counter();

    ProducersLine(HostSeat seat) {
        this.seat = seat;
    }

    void open() {
        seat.open();
    }

    /// What the producer says in this tick.
    FrameSource mouth() {
        return mouth;
    }

    /// What they hear in this tick; silence if nothing was mixed for them.
    FrameSink ear() {
        return ear;
    }

    /// Ahead of the mixer.
    void hear() {
        try {
            seat.microphone().read(said);
        } catch (Throwable _) {
            Frames.silence(said);
            faults.add(1);
        }
        mouth.hold(said);
        ear.aim(heard);
    }

    /// Behind the mixer.
    void play() {
        try {
            seat.monitor().write(heard);
        } catch (Throwable _) {
            faults.add(1);
        }
    }

    /// How often the seat threw.
    long faults() {
        return faults.value();
    }

    void close() {
        seat.close();
    }
}
