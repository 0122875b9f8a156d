package io.partyline.whisper;

import io.partyline.show.Beginning;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// One clip on its way to the child process, and how it is to be recognised.
///
/// On the wire: whether it is for the smaller model (1 byte), the window (int), language and prompt
/// (modified UTF-8 with its length), the number of samples (int), the samples (16 bit). All numbers
/// are big-endian.
final class Question {
    /// Whisper encodes fifty steps a second of sound,
    private static final int STEPS = 50;

    /// needs some more to find the end,
    private static final int MARGIN = 128;

    /// and repeats itself with fewer than this.
    private static final int LEAST = 256;

    /// Thirty seconds, all that it can take.
    private static final int MOST = 1_500;

    /// What is cut off is not worth a fault: it is only a hint.
    private static final int LONGEST_PROMPT = 1_000;

    private final boolean smaller;
    private final int window;
    private final String language;
    private final String prompt;
    private final short[] samples;

    private Question(boolean smaller, int window, String language, String prompt, short[] samples) {
        this.smaller = smaller;
        this.window = window;
        this.language = language;
        this.prompt = prompt;
        this.samples = samples;
    }

    static Question about(Clip clip, boolean smaller, String language, String prompt) {
        int steps = (int) Math.ceil(clip.seconds() * STEPS) + MARGIN;
        String hint = Beginning.of(prompt, LONGEST_PROMPT);
        return new Question(
                smaller, Math.clamp(steps, LEAST, MOST), language, hint, clip.samples());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(smaller);
        out.writeInt(window);
        out.writeUTF(language);
        out.writeUTF(prompt);
        out.writeInt(samples.length);
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Short.BYTES);
        bytes.order(ByteOrder.BIG_ENDIAN).asShortBuffer().put(samples);
        out.write(bytes.array());
        out.flush();
    }

    static Question read(DataInputStream in) throws IOException {
        boolean smaller = in.readBoolean();
        int window = in.readInt();
        String language = in.readUTF();
        String prompt = in.readUTF();
        int length = in.readInt();
        if (length < 0 || length > Clip.MOST) {
            throw new IOException(
                    "a clip has at most %d samples, not %d".formatted(Clip.MOST, length));
        }
        var samples = new short[length];
        byte[] bytes = in.readNBytes(length * Short.BYTES);
        ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).asShortBuffer().get(samples);
        return new Question(smaller, window, language, prompt, samples);
    }

    boolean smaller() {
        return smaller;
    }

    int window() {
        return window;
    }

    String language() {
        return language;
    }

    String prompt() {
        return prompt;
    }

    float[] sound() {
        var sound = new float[samples.length];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = samples[i] / (float) -Short.MIN_VALUE;
        }
        return sound;
    }
}
