package io.partyline.javasound;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/// A device that plays.
///
/// It is kept 60 ms ahead of what is heard, and is never written to when it has no room, because
/// such a write waits, forever if the device has gone. Should it run dry, it is filled with silence
/// and kept 20 ms further ahead from then on: its driver takes more at a time than we thought.
///
/// After it has been opened, for the device's thread only, except for [#words].
final class OutputLine implements OpenLine {
    /// Ticks that it is kept ahead: one that is played, one that the driver has fetched, one spare.
    private static final int LEAD = 3;

    private static final double TICK_NANOS = Duration.ofMillis(Frames.MILLIS).toNanos();
    private static final float[][] NOTHING = {};

    private final String name;
    private final SourceDataLine line;
    private final Pcm pcm;
    private final Resampler[] resamplers;
    private final float[][] converted;
    private final byte[] bytes;
    private final int tickBytes;
    private final double byteNanos;
    private final int longestLead;
    private int lead;
    private boolean fed;
    private final AtomicInteger ranDry = new AtomicInteger();

    /// Opens the device with the first of these formats that it takes, and waits until it plays.
    ///
    /// @param sources frames of every tick
    static OutputLine open(Mixer mixer, List<AudioFormat> formats, int sources, NanoTime time)
            throws NoDeviceException {
        SourceDataLine line =
                Lines.open(mixer, SourceDataLine.class, formats, SourceDataLine::open);
        var output = new OutputLine(SoundDevices.name(mixer), line, sources);
        boolean taken = output.fill();
        int queued = output.queued();
        // A file, or a device that takes everything at once, has nothing left to play.
        Lines.prove(line, () -> (taken && output.queued() == 0) || output.queued() < queued, time);
        return output;
    }

    private OutputLine(String name, SourceDataLine line, int sources) {
        this.name = name;
        this.line = line;
        AudioFormat format = line.getFormat();
        pcm = Formats.pcm(format);
        int used = Math.min(sources, pcm.channels());
        resamplers = new Resampler[used];
        converted = new float[used][];
        for (int i = 0; i < used; i++) {
            resamplers[i] = new Resampler(Frames.RATE, Lines.rate(format));
            converted[i] = new float[resamplers[i].maxOutput(Frames.SAMPLES)];
            // A tick of silence first: after it the resampler allocates nothing.
            resamplers[i].process(new float[Frames.SAMPLES], 0, Frames.SAMPLES, converted[i], 0);
        }
        tickBytes = Lines.tickBytes(format);
        byteNanos = TICK_NANOS / tickBytes;
        bytes = new byte[line.getBufferSize() + tickBytes + pcm.frameBytes()];
        // A tick of room beyond it, since at other rates not every tick has the same length.
        longestLead = Math.max(tickBytes, line.getBufferSize() - tickBytes);
        lead = Math.min(LEAD * tickBytes, longestLead);
    }

    /// How long until it has room for a tick, in nanoseconds; zero if it has.
    long untilRoom() {
        int tooMany = queued() + tickBytes - lead;
        return tooMany <= 0 ? 0 : (long) (tooMany * byteNanos);
    }

    /// Before a tick is played: fills it with silence, but for that tick, if it has run dry, or was
    /// opened some time before the first one.
    ///
    /// @return whether it did
    boolean topUp() {
        boolean dry = queued() == 0;
        if (!fed || dry) {
            ranDry(dry);
            fed = true;
            return true;
        }
        return false;
    }

    /// Between opening and the first tick it may, which says nothing about the driver.
    private void ranDry(boolean dry) {
        if (fed && dry) {
            ranDry.setRelease(ranDry.getPlain() + 1);
            lead = Math.min(lead + tickBytes, longestLead);
        }
        fill();
    }

    /// Plays a tick.
    ///
    /// @param frames of 960 samples at 48 kHz, one for each channel
    /// @return false if the device did not take it
    boolean play(float[][] frames) {
        int count = 0;
        for (int i = 0; i < resamplers.length; i++) {
            count = resamplers[i].process(frames[i], 0, Frames.SAMPLES, converted[i], 0);
        }
        pcm.write(converted, count, bytes);
        return write(count * pcm.frameBytes());
    }

    /// What it has still to play, in samples at 48 kHz.
    int queuedSamples() {
        return samples(queued());
    }

    /// How far it is kept ahead, in samples at 48 kHz.
    int leadSamples() {
        return samples(lead);
    }

    private int samples(int length) {
        return (int) ((long) length * Frames.SAMPLES / tickBytes);
    }

    /// Fills it with silence, but for one tick.
    ///
    /// @return false if it did not take that
    private boolean fill() {
        int length = Math.max(0, lead - tickBytes - queued());
        pcm.write(NOTHING, length / pcm.frameBytes(), bytes);
        return write(length - length % pcm.frameBytes());
    }

    /// What does not fit is left out rather than waited for.
    private boolean write(int length) {
        int room = line.available();
        int fits = Math.min(length, room - room % pcm.frameBytes());
        return length == 0 || (fits > 0 && line.write(bytes, 0, fits) == fits);
    }

    private int queued() {
        return line.getBufferSize() - line.available();
    }

    @Override
    public String words() {
        int times = ranDry.getAcquire();
        String dry = times == 0 ? "" : ", ran dry %d×".formatted(times);
        return "%s, %d channels%s".formatted(name, pcm.channels(), dry);
    }

    @Override
    public void close() {
        Lines.close(line);
    }
}
