package io.partyline.javasound;

import io.partyline.audio.Frames;
import io.partyline.audio.buffer.JitterBuffer;
import io.partyline.audio.rate.Resampler;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/// A device that hears.
///
/// After it has been opened, for the device's thread only, except for [#words].
final class MicrophoneLine implements OpenLine {
    private final String name;
    private final TargetDataLine line;
    private final Pcm pcm;
    private final Resampler resampler;
    private final byte[] bytes;
    private final float[] heard;
    private final float[] converted;

    /// Opens the device with the first of these formats that it takes, and waits until it hears.
    static MicrophoneLine open(Mixer mixer, List<AudioFormat> formats, NanoTime time)
            throws NoDeviceException {
        TargetDataLine line =
                Lines.open(mixer, TargetDataLine.class, formats, TargetDataLine::open);
        Lines.prove(line, () -> line.available() > 0, time);
        return new MicrophoneLine(SoundDevices.name(mixer), line);
    }

    private MicrophoneLine(String name, TargetDataLine line) {
        this.name = name;
        this.line = line;
        AudioFormat format = line.getFormat();
        pcm = Formats.pcm(format);
        resampler = new Resampler(Lines.rate(format), Frames.RATE);
        bytes = new byte[Lines.TICKS * Lines.tickBytes(format)];
        heard = new float[bytes.length / pcm.frameBytes()];
        converted = new float[resampler.maxOutput(heard.length)];
        // The longest piece first, of silence: after it the resampler allocates nothing.
        resampler.process(heard, 0, heard.length, converted, 0);
    }

    /// Takes what it has heard, at 48 kHz. Does not wait, unless the device says that it has what
    /// it has not.
    ///
    /// @return whether there was anything
    boolean fetch(JitterBuffer into) {
        int there = Math.min(line.available(), bytes.length);
        int length = line.read(bytes, 0, there - there % pcm.frameBytes());
        int count = Math.max(0, length) / pcm.frameBytes();
        pcm.readFirst(bytes, count, heard);
        into.write(converted, 0, resampler.process(heard, 0, count, converted, 0));
        return count > 0;
    }

    @Override
    public String words() {
        return name;
    }

    @Override
    public void close() {
        Lines.close(line);
    }
}
