package io.partyline.tts;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.io.ByteArrayOutputStream;
import javax.sound.sampled.AudioFormat;

/// Keeps what the synthesiser would play: 16-bit samples, the higher byte first.
final class Collector implements AudioPlayer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);

    float[] samples() {
        byte[] raw = bytes.toByteArray();
        var samples = new float[raw.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((raw[2 * i] << 8) | (raw[2 * i + 1] & 0xFF)) / 32_768f;
        }
        return samples;
    }

    @Override
    public boolean write(byte[] sound) {
        return write(sound, 0, sound.length);
    }

    @Override
    public boolean write(byte[] sound, int offset, int length) {
        bytes.write(sound, offset, length);
        return true;
    }

    @Override
    public void setAudioFormat(AudioFormat wanted) {
        format = wanted;
    }

    @Override
    public AudioFormat getAudioFormat() {
        return format;
    }

    @Override
    public float getVolume() {
        return 1;
    }

    @Override
    public long getTime() {
        return 0;
    }

    @Override
    public boolean drain() {
        return true;
    }

    @Override
    public boolean end() {
        return true;
    }

    // Nothing is played here, so there is nothing to hold, to measure or to let go of.

    @Override
    public void begin(int size) {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void reset() {}

    @Override
    public void cancel() {}

    @Override
    public void close() {}

    @Override
    public void setVolume(float volume) {}

    @Override
    public void resetTime() {}

    @Override
    public void startFirstSampleTimer() {}

    @Override
    public void showMetrics() {}
}
