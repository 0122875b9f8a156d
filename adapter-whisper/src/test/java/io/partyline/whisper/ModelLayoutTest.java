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
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLayoutTest {
    @TempDir private Path folder;
    private byte[] whole;

    @BeforeEach
    void read() throws IOException {
        Path model = OneSentenceModel.saying(" Dave is here.", folder.resolve("ggml-dave.bin"));
        assertThat(ModelLayout.isWhole(model)).isTrue();
        whole = Files.readAllBytes(model);
    }

    private static boolean isWhole(byte[] bytes) {
        return ModelLayout.isWhole(MemorySegment.ofArray(bytes));
    }

    private byte[] with(int at, int number) {
        byte[] bytes = whole.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
        return bytes;
    }

    @Test
    void aFileThatEndsTooEarlyIsNone() {
        for (int length : new int[] {0, 3, 4, 47, 48, 60_000, 70_000, whole.length - 12}) {
            assertThat(isWhole(Arrays.copyOf(whole, length))).as("%d bytes", length).isFalse();
        }
    }

    @Test
    void aFileThatIsSomethingElseIsNone() throws IOException {
        assertThat(isWhole(with(0, 0x46554747))).isFalse();
        assertThat(ModelLayout.isWhole(folder)).isFalse();
        assertThat(ModelLayout.isWhole(folder.resolve("nothing"))).isFalse();
        assertThat(ModelLayout.isWhole(Files.createFile(folder.resolve("empty")))).isFalse();
    }

    /// The places of the sizes in the file: words, places, width, heads and layers of both parts,
    /// bands.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noSizeIsNothingOrLargerThanAnyModelHas(int place) {
        for (int size : new int[] {0, -1, Integer.MIN_VALUE, 1 << 20, Integer.MAX_VALUE}) {
            assertThat(isWhole(with(place * Integer.BYTES, size))).as("%d", size).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 128", "5, 2", "9, 2", "1, 100000"})
    void noSizeIsMoreThanWhatTheFileHoldsWeightsFor(int place, int size) {
        assertThat(isWhole(with(place * Integer.BYTES, size))).isFalse();
    }

    @Test
    void theHeadsShareTheWidth() {
        assertThat(isWhole(with(4 * Integer.BYTES, 3))).isFalse();
        assertThat(isWhole(with(4 * Integer.BYTES, 4))).isTrue();
    }

    @Test
    void theFiltersAreThoseOfTheSizes() {
        int filters = 12 * Integer.BYTES;
        for (int number : new int[] {79, -1, Integer.MAX_VALUE}) {
            assertThat(isWhole(with(filters, number))).as("%d bands", number).isFalse();
            assertThat(isWhole(with(filters + 4, number))).as("%d bins", number).isFalse();
        }
    }

    @Test
    void theVocabularyIsNoLongerThanItSays() {
        int vocabulary = 14 * Integer.BYTES + 80 * 201 * Float.BYTES;
        for (int number : new int[] {-1, 51_865, Integer.MAX_VALUE}) {
            assertThat(isWhole(with(vocabulary, number))).as("%d words", number).isFalse();
        }
        for (int number : new int[] {-1, 1_025, Integer.MAX_VALUE}) {
            assertThat(isWhole(with(vocabulary + 4, number))).as("%d letters", number).isFalse();
        }
    }

    /// The head of each block of weights stands right before its name.
    @ParameterizedTest
    @ValueSource(strings = {"encoder.positional_embedding", "decoder.token_embedding.weight"})
    void noBlockOfWeightsHasMoreThanFourDimensionsOrMoreThanThereIs(String name) {
        int dimensions = placeOf(name) - 5 * Integer.BYTES;
        for (int number : new int[] {0, -1, 5, Integer.MAX_VALUE}) {
            assertThat(isWhole(with(dimensions, number))).as("%d dimensions", number).isFalse();
        }
        for (int number : new int[] {0, -1, 257, Integer.MAX_VALUE}) {
            assertThat(isWhole(with(dimensions + 4, number))).as("a name of %d", number).isFalse();
        }
        for (int number : new int[] {-1, 4, 99, Integer.MAX_VALUE}) {
            assertThat(isWhole(with(dimensions + 8, number))).as("kind %d", number).isFalse();
        }
        for (int number : new int[] {0, -1, Integer.MAX_VALUE}) {
            assertThat(isWhole(with(dimensions + 12, number))).as("a size of %d", number).isFalse();
        }
    }

    private int placeOf(String name) {
        byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + letters.length <= whole.length; at++) {
            if (Arrays.equals(whole, at, at + letters.length, letters, 0, letters.length)) {
                return at;
            }
        }
        throw new AssertionError("there is no " + name);
    }
}
