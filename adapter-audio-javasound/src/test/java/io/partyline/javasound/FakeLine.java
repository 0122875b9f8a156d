package io.partyline.javasound;

import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/// A line of a [FakeDevice]: takes or gives bytes as its device's clock goes, and keeps what it was
/// given to play. As strict as Java Sound's own lines are patient: what would wait there, for room
/// or for sound, fails here; and what a show has no business with is not there.
final class FakeLine {
    /// What is kept of what was played: 100 seconds of 16 channels would be too much, 8 MB is not.
    private static final int KEPT = 8 * 1024 * 1024;

    private static final long SECOND = 1_000_000_000;
    private static final long MOMENT = 10_000_000;

    private final FakeDevice device;
    private final NanoTime time;
    private final byte[] kept = new byte[KEPT];
    private AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
    private int bufferSize;
    private volatile boolean closed;
    private volatile boolean started;

    /// Until when it has run, and for how long: nanoseconds, the second by the device's own clock.
    private long last;

    private long ran;

    /// Frames in that time.
    private long passed;

    /// Bytes that came in: written by the show, or heard by the microphone.
    private long in;

    /// Bytes that went out: played, or read by the show.
    private long out;

    FakeLine(FakeDevice device, NanoTime time) {
        this.device = device;
        this.time = time;
    }

    /// As Java Sound knows it.
    DataLine line() {
        return device.isMicrophone()
                ? Strict.as(TargetDataLine.class, this)
                : Strict.as(SourceDataLine.class, this);
    }

    public synchronized void open(AudioFormat wanted, int bytes) throws LineUnavailableException {
        if (device.busy) {
            throw new LineUnavailableException("busy");
        }
        format = wanted;
        bufferSize = bytes;
    }

    public synchronized void start() {
        last = time.nanos();
        started = true;
    }

    public synchronized int available() {
        device.makeAMistake();
        pass();
        if (closed) {
            return 0;
        }
        return isMicrophone() ? (int) (in - out) : bufferSize - (int) (in - out);
    }

    /// Lets the device's clock go on to now.
    synchronized void pass() {
        long now = time.nanos();
        if (started && !device.standsStill()) {
            ran += Math.round((now - last) * device.speed);
        }
        last = now;
        long frames = ran * Math.round(format.getSampleRate()) / SECOND - passed;
        passed += frames;
        if (isMicrophone()) {
            in = Math.min(in + frames * format.getFrameSize(), out + bufferSize);
        } else {
            out = Math.min(out + frames * format.getFrameSize(), in);
        }
    }

    private boolean isMicrophone() {
        return device.isMicrophone();
    }

    /// Keeps whoever comes for as long as the device is stuck, like Java Sound: not before it was
    /// started, and not after it was closed. Not synchronized, or it could not be closed.
    private void stick() {
        while (started && device.stuck && !closed) {
            device.entered.countDown();
            time.park(MOMENT);
        }
    }

    public int write(byte[] bytes, int offset, int length) {
        stick();
        return take(bytes, offset, length);
    }

    private synchronized int take(byte[] bytes, int offset, int length) {
        if (closed || device.standsStill()) {
            return 0;
        }
        demand(length);
        if (in + length <= KEPT) {
            System.arraycopy(bytes, offset, kept, (int) in, length);
        }
        in += length;
        return length;
    }

    private void demand(int length) {
        if (length % format.getFrameSize() != 0 || length > available()) {
            throw new IllegalArgumentException(length + " bytes of " + available());
        }
    }

    public int read(byte[] bytes, int offset, int length) {
        stick();
        return give(bytes, offset, length);
    }

    private synchronized int give(byte[] bytes, int offset, int length) {
        if (closed) {
            return 0;
        }
        demand(length);
        int sample = (int) Math.round(device.loudness * 32_768);
        for (int i = 0; i < length; i += format.getFrameSize()) {
            Arrays.fill(bytes, offset + i, offset + i + format.getFrameSize(), (byte) 0);
            bytes[offset + i] = (byte) sample;
            bytes[offset + i + 1] = (byte) (sample >> 8);
        }
        out += length;
        return length;
    }

    /// Samples of one channel that it was given to play so far.
    ///
    /// @param channel from 1
    synchronized float[] given(int channel) {
        int frameSize = format.getFrameSize();
        var samples = new float[(int) Math.min(in, KEPT) / frameSize];
        for (int i = 0; i < samples.length; i++) {
            int at = i * frameSize + (channel - 1) * 2;
            samples[i] = ((kept[at] & 0xff) | (kept[at + 1] << 8)) / 32_768f;
        }
        return samples;
    }

    /// Frames that it was given and has not played yet.
    synchronized int queuedFrames() {
        pass();
        return (int) (in - out) / format.getFrameSize();
    }

    /// Frames that it has played, silence that it lacked left out.
    synchronized long played() {
        pass();
        return out / format.getFrameSize();
    }

    boolean closed() {
        return closed;
    }

    public void close() {
        closed = true;
        device.makeAMistake();
    }

    public AudioFormat getFormat() {
        return format;
    }

    public int getBufferSize() {
        return bufferSize;
    }
}
