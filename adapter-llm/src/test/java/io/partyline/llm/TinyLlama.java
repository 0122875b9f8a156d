package io.partyline.llm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A language model that knows nothing: a file of 300 KB in the form of llama.cpp (GGUF, version
/// 3), with one layer, made of chance. Whatever it is asked it babbles, in small letters and
/// without an end, since all other tokens weigh against it.
final class TinyLlama {
    private static final int WIDTH = 64;
    private static final int INNER = 128;
    private static final int HEADS = 4;
    private static final int ALIGNMENT = 32;
    private static final int BYTES = 256;

    /// As sentencepiece writes a space.
    private static final String SPACE = "\u2581";

    // Kinds of tokens, and of values.
    private static final int ORDINARY = 1;
    private static final int UNKNOWN = 2;
    private static final int CONTROL = 3;
    private static final int BYTE = 6;
    private static final int UINT32 = 4;
    private static final int INT32 = 5;
    private static final int FLOAT32 = 6;
    private static final int STRING = 8;
    private static final int ARRAY = 9;

    private record Token(String text, int kind) {}

    private final Random chance = new Random(7);
    private final List<Token> tokens = tokens();
    private final ByteArrayOutputStream facts = new ByteArrayOutputStream();
    private final ByteArrayOutputStream list = new ByteArrayOutputStream();
    private final ByteArrayOutputStream weights = new ByteArrayOutputStream();
    private int known;
    private int listed;

    private TinyLlama() {}

    static Path write(Path file) throws IOException {
        return Files.write(file, new TinyLlama().made());
    }

    private static List<Token> tokens() {
        var tokens = new ArrayList<Token>();
        tokens.add(new Token("<unk>", UNKNOWN));
        tokens.add(new Token("<s>", CONTROL));
        tokens.add(new Token("</s>", CONTROL));
        for (int i = 0; i < BYTES; i++) {
            tokens.add(new Token("<0x%02X>".formatted(i), BYTE));
        }
        tokens.add(new Token(SPACE, ORDINARY));
        for (char letter = 'a'; letter <= 'z'; letter++) {
            tokens.add(new Token(String.valueOf(letter), ORDINARY));
        }
        return tokens;
    }

    private byte[] made() {
        describe();
        weigh();
        var file = new ByteArrayOutputStream();
        file.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(small(3));
        file.writeBytes(large(listed));
        file.writeBytes(large(known));
        file.writeBytes(facts.toByteArray());
        file.writeBytes(list.toByteArray());
        pad(file);
        file.writeBytes(weights.toByteArray());
        return file.toByteArray();
    }

    private void describe() {
        fact("general.architecture", STRING, string("llama"));
        fact("llama.context_length", UINT32, small(1_024));
        fact("llama.embedding_length", UINT32, small(WIDTH));
        fact("llama.block_count", UINT32, small(1));
        fact("llama.feed_forward_length", UINT32, small(INNER));
        fact("llama.rope.dimension_count", UINT32, small(WIDTH / HEADS));
        fact("llama.attention.head_count", UINT32, small(HEADS));
        fact("llama.attention.layer_norm_rms_epsilon", FLOAT32, real(1e-5f));
        fact("tokenizer.ggml.model", STRING, string("llama"));
        each("tokenizer.ggml.tokens", STRING, token -> string(token.text()));
        each("tokenizer.ggml.scores", FLOAT32, _ -> real(0));
        each("tokenizer.ggml.token_type", INT32, token -> small(token.kind()));
        fact("tokenizer.ggml.unknown_token_id", UINT32, small(0));
        fact("tokenizer.ggml.bos_token_id", UINT32, small(1));
        fact("tokenizer.ggml.eos_token_id", UINT32, small(2));
    }

    private interface Writer {
        byte[] write(Token token);
    }

    private void each(String name, int kind, Writer writer) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(small(kind));
        all.writeBytes(large(tokens.size()));
        tokens.forEach(token -> all.writeBytes(writer.write(token)));
        fact(name, ARRAY, all.toByteArray());
    }

    private void fact(String name, int kind, byte[] value) {
        facts.writeBytes(string(name));
        facts.writeBytes(small(kind));
        facts.writeBytes(value);
        known++;
    }

    /// The first number of what a token becomes is the same for all of them and outweighs the rest,
    /// so that by it the last matrix can tell what is said from what is not.
    private void weigh() {
        weigh("token_embd.weight", tokens.size(), WIDTH, (_, column) -> column == 0 ? 8 : any());
        weigh("blk.0.attn_norm.weight", 1, WIDTH, (_, _) -> 1);
        for (String part : List.of("q", "k", "v", "output")) {
            weigh("blk.0.attn_" + part + ".weight", WIDTH, WIDTH, (_, _) -> any() / 8);
        }
        weigh("blk.0.ffn_norm.weight", 1, WIDTH, (_, _) -> 1);
        weigh("blk.0.ffn_gate.weight", INNER, WIDTH, (_, _) -> any() / 8);
        weigh("blk.0.ffn_up.weight", INNER, WIDTH, (_, _) -> any() / 8);
        weigh("blk.0.ffn_down.weight", WIDTH, INNER, (_, _) -> any() / 8);
        weigh("output_norm.weight", 1, WIDTH, (_, _) -> 1);
        weigh(
                "output.weight",
                tokens.size(),
                WIDTH,
                (row, column) -> column > 0 ? any() : said(row) ? 8 : -8);
    }

    private boolean said(int token) {
        return tokens.get(token).kind() == ORDINARY;
    }

    private double any() {
        return chance.nextGaussian() / 2;
    }

    private interface Weight {
        double at(int row, int column);
    }

    private void weigh(String name, int rows, int columns, Weight weight) {
        list.writeBytes(string(name));
        list.writeBytes(small(rows == 1 ? 1 : 2));
        list.writeBytes(large(columns));
        if (rows > 1) {
            list.writeBytes(large(rows));
        }
        list.writeBytes(small(0));
        list.writeBytes(large(weights.size()));
        listed++;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                weights.writeBytes(real((float) weight.at(row, column)));
            }
        }
        pad(weights);
    }

    private static void pad(ByteArrayOutputStream out) {
        out.writeBytes(new byte[Math.floorMod(-out.size(), ALIGNMENT)]);
    }

    private static byte[] string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return little(8 + bytes.length).putLong(bytes.length).put(bytes).array();
    }

    private static byte[] large(long value) {
        return little(8).putLong(value).array();
    }

    private static byte[] small(int value) {
        return little(4).putInt(value).array();
    }

    private static byte[] real(float value) {
        return little(4).putFloat(value).array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
