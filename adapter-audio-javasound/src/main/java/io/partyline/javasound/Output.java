package io.partyline.javasound;

import io.partyline.audio.FrameSink;
import io.partyline.audio.Frames;
import io.partyline.audio.buffer.ElasticBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A device that plays for the show, and the buffer that makes up for its clock.
///
/// [#write] is for the clock's thread.
final class Output implements Device {
    private static final long TICK = Duration.ofMillis(Frames.MILLIS).toNanos();

    /// How often it is looked whether the show has brought the next frame: nobody wakes this
    /// thread.
    private static final long LOOK_AGAIN = Duration.ofMillis(4).toNanos();

    /// So long without room, and it has gone.
    private static final Duration GONE = Duration.ofSeconds(2);

    /// Frames in one turn: after a standstill a device may take many.
    private static final int MOST = Lines.TICKS;

    private final String name;
    private final Plug<OutputLine> plug;
    private final Watch watch;
    private final ElasticBuffer buffer;
    private final float[][] frames;
    private final float[][] played;
    private final Standstill standstill;
    private @Nullable OutputLine playing;

    /// @param name of the thread
    /// @param sources frames of every tick
    /// @param times on how many channels of the device each is played
    Output(String name, Plug<OutputLine> plug, int sources, int times, NanoTime time) {
        this.name = name;
        this.plug = plug;
        watch = new Watch(time);
        buffer = new ElasticBuffer(sources);
        frames = new float[sources][Frames.SAMPLES];
        played = new float[sources * times][];
        for (int i = 0; i < played.length; i++) {
            played[i] = frames[i / times];
        }
        standstill = new Standstill(time, GONE);
    }

    /// Takes a copy of a tick. Real-time: allocates nothing and waits for nothing.
    void write(float[][] tick) {
        buffer.write(tick);
    }

    /// The only source of an output that has one. Real-time, like [#write].
    FrameSink mono() {
        var source = new float[1][];
        return frame -> {
            source[0] = frame;
            write(source);
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long turn() {
        OutputLine line = plug.line();
        if (line == null) {
            return TICK;
        }
        try {
            begin(line);
            boolean still = standstill.isOver(line.untilRoom() == 0);
            if (still || !playTo(line)) {
                plug.pull(line);
            }
            return Math.clamp(line.untilRoom(), LOOK_AGAIN, TICK);
        } catch (RuntimeException mistake) {
            plug.pull(line, mistake);
            return TICK;
        } finally {
            watch.leave();
        }
    }

    /// On a new line the sound begins with the next tick.
    private void begin(OutputLine line) {
        if (!line.equals(playing)) {
            playing = line;
            buffer.clear();
            standstill.begin();
        }
    }

    private boolean playTo(OutputLine line) {
        boolean works = true;
        for (int i = 0; i < MOST && works && buffer.ready() && line.untilRoom() == 0; i++) {
            watch.enter(line);
            if (line.topUp()) {
                buffer.settle();
            }
            buffer.read(frames, line.queuedSamples(), line.leadSamples());
            works = line.play(played);
            watch.leave();
        }
        return works;
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
