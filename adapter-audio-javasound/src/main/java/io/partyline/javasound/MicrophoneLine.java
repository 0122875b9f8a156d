package io.partyline.javasound;

import io.partyline.audio.Frames;
import io.partyline.audio.buffer.JitterBuffer;
import io.partyline.audio.rate.Resampler;
import java.time.Duration;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/// A device that hears.
///
/// Its clock is not the output's, so what it brings goes through the same buffer as what comes from
/// a telephone, which makes up for the difference. That costs 60 ms, which nobody hears: the host's
/// own voice is not in the host's headphones.
///
/// After it has been opened, for the audio thread only, except for [#words].
final class MicrophoneLine implements OpenLine {
    /// So long without a sample, and it has gone.
    private static final Duration QUIET = Duration.ofMillis(500);

    private final String name;
    private final TargetDataLine line;
    private final Pcm pcm;
    private final Resampler resampler;
    private final JitterBuffer buffer = new JitterBuffer();
    private final byte[] bytes;
    private final float[] heard;
    private final float[] converted;
    private final ComputerClock clock;
    private long lastHeard;

    /// Opens the device with the first of these formats that it takes, and waits until it hears.
    static MicrophoneLine open(Mixer mixer, List<AudioFormat> formats, ComputerClock clock)
            throws NoDeviceException {
        TargetDataLine line =
                Lines.open(mixer, TargetDataLine.class, formats, TargetDataLine::open);
        Lines.prove(line, () -> line.available() > 0, clock);
        return new MicrophoneLine(SoundDevices.name(mixer), line, clock);
    }

    private MicrophoneLine(String name, TargetDataLine line, ComputerClock clock) {
        this.name = name;
        this.line = line;
        this.clock = clock;
        lastHeard = clock.nanos();
        AudioFormat format = line.getFormat();
        pcm = Formats.pcm(format);
        resampler = new Resampler(Lines.rate(format), Frames.RATE);
        bytes = new byte[Lines.TICKS * Lines.tickBytes(format)];
        heard = new float[bytes.length / pcm.frameBytes()];
        converted = new float[resampler.maxOutput(heard.length)];
        // The longest piece first, of silence: after it the resampler allocates nothing.
        resampler.process(heard, 0, heard.length, converted, 0);
    }

    /// The next frame at 48 kHz; silence if there is none yet. Does not wait, unless the device
    /// says that it has what it has not.
    ///
    /// Allocates nothing, but for one small event of Java Sound's own at the first read: that read
    /// is not done earlier, since only the audio thread is set free from one that does not come
    /// back.
    ///
    /// @return false if the device has brought nothing for half a second
    boolean read(float[] frame) {
        long now = clock.nanos();
        if (fetch() > 0) {
            lastHeard = now;
        }
        buffer.read(frame);
        return now - lastHeard < QUIET.toNanos();
    }

    private int fetch() {
        int there = Math.min(line.available(), bytes.length);
        int length = line.read(bytes, 0, there - there % pcm.frameBytes());
        int count = Math.max(0, length) / pcm.frameBytes();
        pcm.readFirst(bytes, count, heard);
        buffer.write(converted, 0, resampler.process(heard, 0, count, converted, 0));
        return count;
    }

    @Override
    public String words() {
        return name;
    }

    @Override
    public void close() {
        line.close();
    }
}
