package io.partyline.icecast;

import io.partyline.audio.Frames;
import io.partyline.rehearsal.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a listener got, as FFmpeg decodes it: mono at 48 kHz.
final class Decoded {
    private static final int LOOK = 480;

    private final float[] samples;

    private Decoded(float[] samples) {
        this.samples = samples;
    }

    /// Of a stem, which nobody has to decode.
    static Decoded of(float[] samples) {
        return new Decoded(samples.clone());
    }

    float[] samples() {
        return samples.clone();
    }

    int length() {
        return samples.length;
    }

    static Decoded of(Path file) throws IOException, InterruptedException {
        Path raw = file.resolveSibling(file.getFileName() + ".raw");
        Tool.run(
                "ffmpeg",
                "-y",
                "-v",
                "error",
                "-i",
                file.toString(),
                "-f",
                "f32le",
                "-ac",
                "1",
                "-ar",
                "48000",
                raw.toString());
        var floats =
                ByteBuffer.wrap(Files.readAllBytes(raw))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        var samples = new float[floats.remaining()];
        floats.get(samples);
        return new Decoded(samples);
    }

    double seconds() {
        return samples.length / (double) Frames.RATE;
    }

    /// The amplitude of a tone in a part.
    double amplitude(int from, int to, double frequency) {
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * frequency * i / Frames.RATE;
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
        }
        return 2 * Math.hypot(real, imaginary) / (to - from);
    }

    /// What is left of a part without a tone, in dB below it.
    double noiseBelow(int from, int to, double frequency) {
        double real = 0;
        double imaginary = 0;
        double all = 0;
        for (int i = from; i < to; i++) {
            double angle = 2 * Math.PI * frequency * i / Frames.RATE;
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
            all += samples[i] * samples[i];
        }
        double tone = 2 * (real * real + imaginary * imaginary) / (to - from);
        return 10 * Math.log10(tone / Math.max(1e-12, all - tone));
    }

    /// Where sound begins behind silence, to 10 ms.
    List<Integer> beginnings() {
        var beginnings = new ArrayList<Integer>();
        int silent = LOOK * 10;
        for (int at = 0; at + LOOK <= samples.length; at += LOOK) {
            if (loud(at)) {
                if (silent >= 5 * LOOK) {
                    beginnings.add(at);
                }
                silent = 0;
            } else {
                silent += LOOK;
            }
        }
        return beginnings;
    }

    private boolean loud(int at) {
        double sum = 0;
        for (int i = at; i < at + LOOK; i++) {
            sum += samples[i] * samples[i];
        }
        return Math.sqrt(sum / LOOK) > 0.03;
    }
}
