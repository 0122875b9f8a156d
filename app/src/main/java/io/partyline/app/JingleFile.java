package io.partyline.app;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// The host's own jingle: a WAV file of any usual rate, whose channels become one.
final class JingleFile {
    /// A minute: it is played in a loop anyway.
    private static final int LONGEST_SECONDS = 60;

    private JingleFile() {}

    /// Its samples, mono at 48 kHz.
    ///
    /// @throws SettingException if it cannot be had
    static float[] read(Path file) {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new File(file.toString()))) {
            AudioFormat format = in.getFormat();
            int rate = Math.round(format.getSampleRate());
            float[] mono = mono(plain(in), format.getChannels(), LONGEST_SECONDS * rate);
            float[] jingle = at48(mono, rate);
            if (jingle.length < Frames.SAMPLES) {
                throw wrong(file, "there is no sound in it");
            }
            return jingle;
        } catch (IOException | UnsupportedAudioFileException | IllegalArgumentException e) {
            throw wrong(file, "it cannot be read as a WAV file");
        }
    }

    private static SettingException wrong(Path file, String why) {
        return new SettingException("PARTYLINE_STREAM_JINGLE: %s: %s.".formatted(file, why));
    }

    private static AudioInputStream plain(AudioInputStream in) {
        AudioFormat format = in.getFormat();
        return AudioSystem.getAudioInputStream(
                new AudioFormat(format.getSampleRate(), 16, format.getChannels(), true, false), in);
    }

    private static float[] mono(AudioInputStream in, int channels, int most) throws IOException {
        byte[] bytes = in.readNBytes(2 * channels * most);
        var samples = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var mono = new float[samples.remaining() / channels];
        for (int i = 0; i < mono.length; i++) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += samples.get();
            }
            mono[i] = sum / channels / (Short.MAX_VALUE + 1f);
        }
        return mono;
    }

    private static float[] at48(float[] samples, int rate) {
        if (rate == Frames.RATE) {
            return samples;
        }
        var resampler = new Resampler(rate, Frames.RATE);
        var out = new float[resampler.maxOutput(samples.length)];
        return Arrays.copyOf(out, resampler.process(samples, 0, samples.length, out, 0));
    }
}
