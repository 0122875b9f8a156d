package io.partyline.javasound;

import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.Control;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineListener;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/// A line of a [FakeDevice]: takes or gives bytes as its device's clock goes, and keeps what it was
/// given to play. It allocates nothing once it is open.
final class FakeLine implements SourceDataLine, TargetDataLine {
    /// What is kept of what was played: 100 seconds of 16 channels would be too much, 8 MB is not.
    private static final int KEPT = 8 * 1024 * 1024;

    private final FakeDevice device;
    private final byte[] kept = new byte[KEPT];
    private AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
    private int bufferSize;
    private boolean closed;
    private boolean started;
    private long last;

    /// Bytes that came in: written by the show, or heard by the microphone.
    private long in;

    /// Bytes that went out: played, or read by the show.
    private long out;

    FakeLine(FakeDevice device) {
        this.device = device;
    }

    @Override
    public synchronized void open(AudioFormat wanted, int bytes) throws LineUnavailableException {
        if (device.busy) {
            throw new LineUnavailableException("busy");
        }
        format = wanted;
        bufferSize = bytes;
    }

    @Override
    public synchronized void start() {
        started = true;
        last = System.nanoTime();
    }

    @Override
    public synchronized int available() {
        pass();
        return isMicrophone() ? (int) (in - out) : bufferSize - (int) (in - out);
    }

    /// Lets the device's clock go on to now.
    private void pass() {
        long now = System.nanoTime();
        double frames = (now - last) / 1e9 * format.getSampleRate() * device.speed;
        long bytes = Math.round(Math.floor(frames)) * format.getFrameSize();
        if (!started || device.dead || bytes == 0) {
            last = device.dead ? now : last;
            return;
        }
        last = now;
        if (isMicrophone()) {
            in = Math.min(in + bytes, out + bufferSize);
        } else {
            out = Math.min(out + bytes, in);
        }
    }

    private boolean isMicrophone() {
        return device.isMicrophone();
    }

    @Override
    public synchronized int write(byte[] bytes, int offset, int length) {
        while (device.stuck && !closed) {
            try {
                wait(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        if (closed || device.dead || length > available()) {
            return 0;
        }
        System.arraycopy(bytes, offset, kept, (int) in, in + length > KEPT ? 0 : length);
        in = in + length > KEPT ? in : in + length;
        return length;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
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
        var samples = new float[(int) in / frameSize];
        for (int i = 0; i < samples.length; i++) {
            int at = i * frameSize + (channel - 1) * 2;
            samples[i] = ((kept[at] & 0xff) | (kept[at + 1] << 8)) / 32_768f;
        }
        return samples;
    }

    synchronized long playedFrames() {
        pass();
        return out / format.getFrameSize();
    }

    synchronized boolean closed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    @Override
    public AudioFormat getFormat() {
        return format;
    }

    @Override
    public int getBufferSize() {
        return bufferSize;
    }

    @Override
    public void open(AudioFormat wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void open() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void drain() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void flush() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isRunning() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isActive() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getFramePosition() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getLongFramePosition() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getMicrosecondPosition() {
        throw new UnsupportedOperationException();
    }

    @Override
    public float getLevel() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Line.Info getLineInfo() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Control[] getControls() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isControlSupported(Control.Type control) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Control getControl(Control.Type control) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addLineListener(LineListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeLineListener(LineListener listener) {
        throw new UnsupportedOperationException();
    }
}
