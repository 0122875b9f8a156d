package io.partyline.whisper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes whisper models that say one sentence, whatever they hear: every weight is zero but those
/// that light up one token after the other, by the place in the text.
final class ScriptedModel {
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

    /// So much that the place counts and not the word before it.
    private static final float PLACE = 100;

    private final List<String> words;
    private final boolean sound;

    private ScriptedModel(List<String> words, boolean sound) {
        this.words = words;
        this.sound = sound;
    }

    /// @param sentence words with one space between them, no more than about twenty
    static Path saying(String sentence, Path file) {
        return new ScriptedModel(List.of(sentence.split("(?= )", -1)), true).write(file);
    }

    /// One whose vocabulary lacks what the library looks for without looking whether it is there:
    /// it can be loaded, and kills whoever asks it anything.
    static Path deadly(Path file) {
        return new ScriptedModel(List.of("x"), false).write(file);
    }

    private Path write(Path file) {
        try {
            ByteBuffer out = ByteBuffer.allocate(24 << 20).order(ByteOrder.LITTLE_ENDIAN);
            header(out);
            vocabulary(out);
            tensors(out);
            Files.write(file, Arrays.copyOf(out.array(), out.position()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void header(ByteBuffer out) {
        out.putInt(MAGIC);
        int[] sizes = {VOCABULARY, WINDOW, STATE, 1, 1, CONTEXT, STATE, 1, 1, MELS, HALF};
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

    /// The prompt of an English model without timestamps is two tokens long, so the first word
    /// belongs to the second place.
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

    private static final int PROMPT = 2;

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
