package io.partyline.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes whisper models (files in ggml's form, for the real native library) that say one sentence,
/// whatever they hear: every weight is zero but those that light up one token after the other, by
/// the place in the text.
public final class OneSentenceModel {
    private static final int MAGIC = 0x67676d6c;
    private static final int VOCABULARY = 51_864;
    private static final int END_OF_TEXT = 50_256;
    private static final int WINDOW = 1_500;
    private static final int STATE = 64;
    private static final int CONTEXT = 448;
    private static final int MELS = 80;
    private static final int BINS = 201;
    private static final int SINGLE = 0;
    private static final int HALF = 1;
    private static final float STRONG = 4;

    /// With so many layers of that width, 240 GB.
    private static final int HUGE = 1 << 13;

    private static final int LAYERS = 64;

    /// Each of 4 GB.
    private static final int BLOCKS = 60;

    /// The prompt of an English model without timestamps, in tokens.
    private static final int PROMPT = 2;

    /// So much that the place counts and not the word before it.
    private static final float PLACE = 100;

    private final List<String> words;
    private final boolean sound;

    private OneSentenceModel(List<String> words, boolean sound) {
        this.words = words;
        this.sound = sound;
    }

    /// A model that says a sentence, in a file of some 7 MB.
    ///
    /// @param sentence words with one space between them, no more than about twenty
    /// @return the file
    public static Path saying(String sentence, Path file) {
        return new OneSentenceModel(List.of(sentence.split("(?= )", -1)), true).write(file);
    }

    /// One whose vocabulary lacks what the library looks for without looking whether it is there:
    /// it can be loaded, and kills whoever asks it anything.
    ///
    /// @return the file
    public static Path deadly(Path file) {
        return new OneSentenceModel(List.of("x"), false).write(file);
    }

    /// One that is whole as far as its sizes tell, and promises more weights than any memory holds.
    /// Nothing of them is on the disk, if that can leave out what was never written.
    ///
    /// @return the file
    public static Path tooLarge(Path file) {
        ByteBuffer head = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        var model = new OneSentenceModel(List.of("x"), true);
        header(head, HUGE, LAYERS);
        model.vocabulary(head);
        ByteBuffer block = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);
        tensor(block, "nothing", HALF, Integer.MAX_VALUE);
        try (var out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long at = out.write(head.flip());
            for (int i = 0; i < BLOCKS; i++) {
                at += out.write(block.flip(), at) + 2L * Integer.MAX_VALUE;
            }
            out.write(ByteBuffer.allocate(1), at - 1);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(Path file) {
        try {
            ByteBuffer out = ByteBuffer.allocate(24 << 20).order(ByteOrder.LITTLE_ENDIAN);
            header(out, STATE, 1);
            vocabulary(out);
            tensors(out);
            Files.write(file, Arrays.copyOf(out.array(), out.position()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void header(ByteBuffer out, int width, int layers) {
        out.putInt(MAGIC);
        int[] sizes = {VOCABULARY, WINDOW, width, 1, layers, CONTEXT, width, 1, layers, MELS, HALF};
        for (int size : sizes) {
            out.putInt(size);
        }
        out.putInt(MELS).putInt(BINS);
        for (int i = 0; i < MELS * BINS; i++) {
            out.putFloat(1f / BINS);
        }
    }

    private void vocabulary(ByteBuffer out) {
        var tokens = new ArrayList<String>();
        tokens.add(sound ? " " : "!");
        tokens.addAll(words);
        out.putInt(tokens.size());
        for (String token : tokens) {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            out.putInt(bytes.length).put(bytes);
        }
    }

    private void tensors(ByteBuffer out) {
        zeros(out, "encoder.positional_embedding", SINGLE, STATE, WINDOW);
        zeros(out, "encoder.conv1.weight", HALF, 3, MELS, STATE);
        zeros(out, "encoder.conv1.bias", SINGLE, 1, STATE);
        zeros(out, "encoder.conv2.weight", HALF, 3, STATE, STATE);
        zeros(out, "encoder.conv2.bias", SINGLE, 1, STATE);
        norm(out, "encoder.ln_post");
        block(out, "encoder.blocks.0", false);
        positions(out);
        tokens(out);
        norm(out, "decoder.ln");
        block(out, "decoder.blocks.0", true);
    }

    private static void block(ByteBuffer out, String block, boolean crosses) {
        norm(out, block + ".attn_ln");
        attention(out, block + ".attn");
        norm(out, block + ".mlp_ln");
        zeros(out, block + ".mlp.0.weight", HALF, STATE, 4 * STATE);
        zeros(out, block + ".mlp.0.bias", SINGLE, 4 * STATE);
        zeros(out, block + ".mlp.2.weight", HALF, 4 * STATE, STATE);
        zeros(out, block + ".mlp.2.bias", SINGLE, STATE);
        if (crosses) {
            norm(out, block + ".cross_attn_ln");
            attention(out, block + ".cross_attn");
        }
    }

    private static void attention(ByteBuffer out, String name) {
        for (String part : List.of("query", "key", "value", "out")) {
            zeros(out, name + "." + part + ".weight", HALF, STATE, STATE);
            if (!part.equals("key")) {
                zeros(out, name + "." + part + ".bias", SINGLE, STATE);
            }
        }
    }

    private static void norm(ByteBuffer out, String name) {
        tensor(out, name + ".weight", SINGLE, STATE);
        for (int i = 0; i < STATE; i++) {
            out.putFloat(1);
        }
        zeros(out, name + ".bias", SINGLE, STATE);
    }

    /// Each place in the text has a direction of its own.
    private static void positions(ByteBuffer out) {
        tensor(out, "decoder.positional_embedding", SINGLE, STATE, CONTEXT);
        for (int place = 0; place < CONTEXT; place++) {
            for (int i = 0; i < STATE; i++) {
                out.putFloat(i == place % STATE ? PLACE : 0);
            }
        }
    }

    /// The first word belongs to the last place of the prompt.
    private void tokens(ByteBuffer out) {
        tensor(out, "decoder.token_embedding.weight", HALF, STATE, VOCABULARY);
        for (int token = 0; token < VOCABULARY; token++) {
            int from = token - 1;
            for (int i = 0; i < STATE; i++) {
                boolean lit =
                        token == END_OF_TEXT
                                ? i >= PROMPT - 1 + words.size()
                                : from >= 0 && from < words.size() && i == PROMPT - 1 + from;
                out.putShort(Float.floatToFloat16(lit ? STRONG : 0));
            }
        }
    }

    private static void zeros(ByteBuffer out, String name, int type, int... sizes) {
        tensor(out, name, type, sizes);
        int count = 1;
        for (int size : sizes) {
            count *= size;
        }
        out.position(out.position() + count * (type == HALF ? 2 : 4));
    }

    private static void tensor(ByteBuffer out, String name, int type, int... sizes) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        out.putInt(sizes.length).putInt(bytes.length).putInt(type);
        for (int size : sizes) {
            out.putInt(size);
        }
        out.put(bytes);
    }
}
