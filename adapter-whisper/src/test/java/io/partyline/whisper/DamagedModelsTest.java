package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.OneSentenceModel;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Models that are damaged, from a seed, where native code would believe them: in their sizes, in
/// their vocabulary, and in the heads of their weights. Most are seen through before it reads them;
/// the others it is given, in its own process.
@Tag("ci")
class DamagedModelsTest {
    private static final int MODELS = Integer.getInteger("models", 300);
    private static final Clip CLIP = new Clip(new short[2 * Clip.RATE]);

    /// In the form of a number, what is at its limits.
    private static final int[] LIMITS = {
        0, 1, -1, 255, 256, 1 << 16, 1 << 20, 1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE
    };

    /// Sizes, filters, and the vocabulary's first words.
    private static final int HEAD = 14 * Integer.BYTES;

    private static final int VOCABULARY = HEAD + 80 * 201 * Float.BYTES;
    private static final int WORDS = 48;

    @TempDir private Path folder;
    private byte[] whole;
    private final List<Integer> numbers = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        Path model = OneSentenceModel.saying(" Dave is here.", folder.resolve("ggml-dave.bin"));
        whole = Files.readAllBytes(model);
        for (int at = 0; at < HEAD; at += Integer.BYTES) {
            numbers.add(at);
        }
        for (int at = VOCABULARY; at < VOCABULARY + WORDS; at++) {
            numbers.add(at);
        }
        numbersBeforeNames("encoder.");
        numbersBeforeNames("decoder.");
    }

    /// The last five numbers before each block's name: how many dimensions, how long the name is,
    /// of which kind, and two sizes; of some it is one more or less.
    private void numbersBeforeNames(String prefix) {
        byte[] letters = prefix.getBytes(StandardCharsets.US_ASCII);
        for (int at = VOCABULARY; at + letters.length < whole.length; at++) {
            if (Arrays.equals(whole, at, at + letters.length, letters, 0, letters.length)) {
                for (int back = 1; back <= 5; back++) {
                    numbers.add(at - back * Integer.BYTES);
                }
            }
        }
    }

    private byte[] damaged(Random chance) {
        byte[] bytes = whole.clone();
        int at = numbers.get(chance.nextInt(numbers.size()));
        ByteBuffer numbered = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        switch (chance.nextInt(6)) {
            case 0 -> bytes = Arrays.copyOf(bytes, chance.nextInt(bytes.length));
            case 1 -> bytes = Arrays.copyOf(bytes, at + chance.nextInt(64));
            case 2 -> numbered.putInt(at, LIMITS[chance.nextInt(LIMITS.length)]);
            case 3 -> numbered.putInt(at, chance.nextInt());
            case 4 -> numbered.putInt(at, numbered.getInt(at) + 1 - 2 * chance.nextInt(2));
            default -> bytes[at + chance.nextInt(32)] ^= (byte) (1 << chance.nextInt(8));
        }
        return bytes;
    }

    @Test
    void eachOfThemIsAModelOrIsSaidNotToBeAndNoneHangs() throws IOException {
        var chance = new Random(6);
        var outcomes = new TreeMap<String, Integer>();
        for (int i = 0; i < MODELS; i++) {
            byte[] bytes = damaged(chance);
            boolean seenThrough = !ModelLayout.isWhole(MemorySegment.ofArray(bytes));
            String outcome = seenThrough ? "seen through" : natively(i, bytes);
            outcomes.merge(outcome, 1, Integer::sum);
        }
        outcomes.forEach((outcome, times) ->
                System.out.printf(Locale.ROOT, "%5d damaged models: %s%n", times, outcome));
        assertThat(outcomes.keySet())
                .contains("seen through")
                .isSubsetOf(
                        "seen through",
                        "said something",
                        "could not be read",
                        "crashed twice on the same words");
    }

    /// What a host is told of a model that the native code is given.
    private String natively(int number, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("ggml-%d.bin".formatted(number)), bytes);
        try (var recogniser =
                new WhisperRecogniser(
                        Models.settings(file, folder),
                        WhisperRecogniser.LEAST_LIMIT,
                        Duration.ofMillis(1))) {
            recogniser.recognise(CLIP, false);
            return "said something";
        } catch (RecogniserException told) {
            return told.sentence().contains("cannot be read")
                    ? "could not be read"
                    : told.sentence()
                            .replaceFirst("^The speech recogniser ", "")
                            .replaceFirst("\\.$", "");
        } finally {
            Files.delete(file);
        }
    }
}
