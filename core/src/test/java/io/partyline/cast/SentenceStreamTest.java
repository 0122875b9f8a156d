package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentenceStreamTest {
    private static final int ALL = Integer.MAX_VALUE;

    private static List<String> cut(int most, String... pieces) {
        var stream = new SentenceStream(most);
        var sentences = new ArrayList<String>();
        for (String piece : pieces) {
            sentences.addAll(stream.add(piece));
        }
        sentences.addAll(stream.flush());
        return sentences;
    }

    @Test
    void aTextIsCutAtTheEndsOfItsSentences() {
        assertThat(cut(ALL, "Hi there. How are you? Good!\nBye"))
                .containsExactly("Hi there.", "How are you?", "Good!", "Bye");
    }

    @Test
    void aSentenceIsGivenAsSoonAsItIsWhole() {
        var stream = new SentenceStream(ALL);
        assertThat(stream.add("Hi there.")).isEmpty();
        assertThat(stream.add(" How")).containsExactly("Hi there.");
        assertThat(stream.flush()).containsExactly("How");
    }

    @Test
    void abbreviationsInitialsAndNumbersEndNoSentence() {
        assertThat(cut(ALL, "Dr. J. Smith paid 3.5 million, e.g. to Mr. Jones. Yes."))
                .containsExactly("Dr. J. Smith paid 3.5 million, e.g. to Mr. Jones.", "Yes.");
        assertThat(cut(ALL, "So do I. Really.")).containsExactly("So do I.", "Really.");
    }

    @Test
    void closingQuotesBelongToTheirSentence() {
        assertThat(cut(ALL, "\"Stop!\" he said. (Twice.) Ok?!\" Yes"))
                .containsExactly("\"Stop!\"", "he said.", "(Twice.)", "Ok?!\"", "Yes");
    }

    @Test
    void noMoreSentencesAreGivenThanWanted() {
        assertThat(cut(2, "One. Two. Three. Four.")).containsExactly("One.", "Two.");
        assertThat(cut(1, "One. ", "Two. ", "Three.")).containsExactly("One.");
    }

    @Test
    void aSentenceThatNeverEndsIsCutAtAWord() {
        String endless = "and then ".repeat(200);
        for (String part : cut(ALL, endless)) {
            assertThat(part).hasSizeLessThanOrEqualTo(400).matches("(and|then).*(and|then)");
        }
        assertThat(String.join(" ", cut(ALL, endless))).isEqualTo(endless.strip());
    }

    @Test
    void aWordThatNeverEndsIsCutToo() {
        assertThat(cut(ALL, "a".repeat(1_000)))
                .extracting(String::length)
                .containsExactly(400, 400, 200);
    }

    @Test
    void theSameTextGivesTheSameSentencesInWhateverPiecesItComes() {
        for (int seed = 0; seed < 2_000; seed++) {
            var chance = new Random(seed);
            String text = text(chance);
            List<String> whole = cut(ALL, text);
            assertThat(cut(ALL, pieces(text, chance))).as("seed " + seed).isEqualTo(whole);
            assertThat(letters(String.join("", whole))).as("seed " + seed).isEqualTo(letters(text));
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\d]", "");
    }

    @Test
    void ofATextThatWasCutOffNoHalfSentenceIsGiven() {
        assertThat(cutOff("I fix boats. My father")).containsExactly("I fix boats.");
        assertThat(cutOff("I fix boats. \"Red ones!\" "))
                .containsExactly("I fix boats.", "\"Red ones!\"");
        assertThat(cutOff("I fix boats, and Mr.")).isEmpty();
        assertThat(cutOff("I paid 3.")).containsExactly("I paid 3.");
        assertThat(cutOff("")).isEmpty();
    }

    private static List<String> cutOff(String text) {
        var stream = new SentenceStream(ALL);
        var sentences = new ArrayList<>(stream.add(text));
        sentences.addAll(stream.cutOff());
        return sentences;
    }

    @Test
    void whatNoVoiceSaysIsNoPartOfASentence() {
        assertThat(cut(ALL, "# Boats\n---\n**I fix** boats. 😀 *waves* Bye."))
                .containsExactly("Boats", "I fix boats.", "Bye.");
    }

    private static String text(Random chance) {
        String[] parts = {
            "hello",
            "Dr.",
            "e.g.",
            "A.",
            ".",
            "?",
            "!",
            "…",
            "\"",
            "’",
            ")",
            " ",
            " ",
            " ",
            "\n",
            "3.5",
            "...",
            "?!\"",
            "verylongwordthatgoesonandon".repeat(1 + chance.nextInt(20))
        };
        var text = new StringBuilder();
        for (int i = chance.nextInt(120); i > 0; i--) {
            text.append(
                    parts[
                            chance.nextInt(
                                    chance.nextInt(4) == 0 ? parts.length : parts.length - 1)]);
        }
        return text.toString();
    }

    private static String[] pieces(String text, Random chance) {
        var pieces = new ArrayList<String>();
        int most = 1 + chance.nextInt(30);
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + 1 + chance.nextInt(most));
            pieces.add(text.substring(at, end));
            at = end;
        }
        return pieces.toArray(String[]::new);
    }
}
