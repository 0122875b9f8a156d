package io.partyline.rehearsal;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.buffer.ElasticBuffer;
import io.partyline.audio.buffer.JitterBuffer;
import io.partyline.port.HostSeat;
import java.util.Optional;

/// A seat at the other end of a network, as a browser is: frames come and go by a clock of its own,
/// through a buffer each way.
final class DriftingSeat implements HostSeat {
    /// What the far end keeps in hand, in samples.
    private static final int IN_HAND = 2 * Frames.SAMPLES;

    private final JitterBuffer microphone = new JitterBuffer();
    private final ElasticBuffer headphones = new ElasticBuffer(1);
    private final float[][] heard = new float[1][Frames.SAMPLES];
    private final float[][] written = new float[1][];
    private final DriftingTone host;
    private final double speed;
    private double due;
    private long played;
    private float last;
    private double steepest;
    private double quietest = 1;

    /// @param host what the host hums
    /// @param partsAMillion by how much their clock is fast
    DriftingSeat(DriftingTone host, double partsAMillion) {
        this.host = host;
        this.speed = 1 + partsAMillion / 1e6;
    }

    /// What the far end does in a tick.
    void tick(boolean settled) {
        for (int left = host.due(Frames.SAMPLES); left > 0; left--) {
            microphone.write(host.next(Frames.SAMPLES), 0, Frames.SAMPLES);
        }
        due += Frames.SAMPLES * speed;
        while (played + Frames.SAMPLES <= due) {
            play(settled);
            played += Frames.SAMPLES;
        }
    }

    private void play(boolean settled) {
        if (!headphones.ready()) {
            quietest = settled ? 0 : quietest;
            return;
        }
        headphones.read(heard, 0, IN_HAND);
        for (float sample : heard[0]) {
            steepest = settled ? Math.max(steepest, Math.abs(sample - last)) : steepest;
            last = sample;
        }
        if (settled) {
            quietest = Math.min(quietest, Frames.rms(heard[0], Frames.SAMPLES));
        }
    }

    /// The greatest step from one sample to the next in what the host heard.
    double steepest() {
        return steepest;
    }

    /// The quietest frame that the host heard; 0 if there was none at a time.
    double quietest() {
        return quietest;
    }

    @Override
    public String name() {
        return "far away";
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void open() {}

    @Override
    public FrameSource microphone() {
        return microphone;
    }

    @Override
    public FrameSink monitor() {
        return frame -> {
            written[0] = frame;
            headphones.write(written);
        };
    }

    @Override
    public void close() {}
}
