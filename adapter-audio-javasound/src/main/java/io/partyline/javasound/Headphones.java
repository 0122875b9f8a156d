package io.partyline.javasound;

import io.partyline.audio.Frames;
import io.partyline.audio.buffer.JitterBuffer;
import java.time.Duration;

/// What the host hears, on a device of its own beside the console.
///
/// Its clock is not the output's, so it is played to as often as it has room, and from a buffer
/// that makes up for the difference.
///
/// For the audio thread only.
final class Headphones {
    /// So many ticks without room, 2 s, and it stands still for good.
    private static final int GONE = (int) Duration.ofSeconds(2).toMillis() / Frames.MILLIS;

    /// Frames in one tick: one, and one more when its clock is ahead.
    private static final int MOST = 2;

    private final Plug<OutputLine> plug;
    private final Watch watch;
    private final JitterBuffer buffer = new JitterBuffer();
    private final float[] frame = new float[Frames.SAMPLES];
    private final float[][] frames = {frame, frame};
    private int ticksWithoutRoom;

    Headphones(Plug<OutputLine> plug, Watch watch) {
        this.plug = plug;
        this.watch = watch;
    }

    /// Plays a tick. Real-time.
    void play(float[] monitor) {
        OutputLine line = plug.line();
        if (line == null) {
            return;
        }
        buffer.write(monitor, 0, Frames.SAMPLES);
        ticksWithoutRoom = line.untilRoom() == 0 ? 0 : ticksWithoutRoom + 1;
        if (ticksWithoutRoom > GONE || !playTo(line)) {
            ticksWithoutRoom = 0;
            plug.pull(line);
        }
    }

    private boolean playTo(OutputLine line) {
        boolean works = true;
        for (int i = 0; i < MOST && works && line.untilRoom() == 0; i++) {
            buffer.read(frame);
            watch.enter(line);
            works = line.play(frames);
            watch.leave();
        }
        return works;
    }
}
