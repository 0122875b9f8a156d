package io.partyline.javasound;

import io.partyline.audio.Frames;
import io.partyline.audio.buffer.JitterBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The host's microphone, and the buffer that makes up for its clock: the same that evens out what
/// comes from a telephone. What that costs nobody hears, since the host's own voice is not in the
/// host's headphones.
final class Microphone implements Device {
    private static final long TICK = Duration.ofMillis(Frames.MILLIS).toNanos();

    /// Half a tick: drivers bring their sound in pieces, and what lies there is delay.
    private static final long LOOK_AGAIN = TICK / 2;

    /// So long without a sample, and it has gone.
    private static final Duration QUIET = Duration.ofMillis(500);

    private final Plug<MicrophoneLine> plug;
    private final Watch watch;
    private final JitterBuffer buffer = new JitterBuffer();
    private final Standstill standstill;
    private @Nullable MicrophoneLine hearing;

    Microphone(Plug<MicrophoneLine> plug, NanoTime time) {
        this.plug = plug;
        watch = new Watch(time);
        standstill = new Standstill(time, QUIET);
    }

    /// What it heard, a frame a tick; for the clock's thread. Real-time.
    JitterBuffer sound() {
        return buffer;
    }

    @Override
    public String name() {
        return "microphone";
    }

    @Override
    public long turn() {
        MicrophoneLine line = plug.line();
        if (line == null) {
            return TICK;
        }
        try {
            begin(line);
            watch.enter(line);
            if (standstill.isOver(line.fetch(buffer))) {
                plug.pull(line);
            }
            return LOOK_AGAIN;
        } catch (RuntimeException mistake) {
            plug.pull(line, mistake);
            return TICK;
        } finally {
            watch.leave();
        }
    }

    private void begin(MicrophoneLine line) {
        if (!line.equals(hearing)) {
            hearing = line;
            standstill.begin();
        }
    }

    @Override
    public void tend() {
        plug.tend();
    }

    @Override
    public void free() {
        watch.free();
    }

    @Override
    public String words() {
        return plug.words();
    }

    @Override
    public Optional<String> trouble() {
        return plug.trouble();
    }

    @Override
    public void close() {
        plug.close();
    }
}
