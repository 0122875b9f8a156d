package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Many patterns at once find what each of them finds.
class PhrasesTest {
    private static final List<String> SCENES =
            List.of(
                    "host-moods.txt",
                    "host-moods-unseen.txt",
                    "host-moods-later.txt",
                    "host-moods-afterwards.txt");

    private static final List<MoodPhrases.Cue> CUES = MoodPhrases.builtIn();
    private static final List<Pattern> ALONE =
            CUES.stream().map(cue -> Pattern.compile(cue.words().toString())).toList();

    private static final int BY_CHANCE = 300;
    private static final String MARKS = " .,!?'-\n_7éß🎈";

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            quoteCharacter = '"',
            textBlock =
                    """
                    goat          : a goat       : true
                    goat          : scapegoats   : true
                    \\bgoat\\b    : scapegoats   : false
                    \\bgoat\\b    : a goat.      : true
                    \\Bgoat       : scapegoats   : true
                    \\Bgoat       : goats        : false
                    ^goat         : goats        : true
                    ^goat         : a goat       : false
                    goat$         : a goat       : true
                    goat$         : goats        : false
                    goat(?! here) : a goat here  : false
                    goat(?! here) : a goat he    : true
                    (?<!old )goat : an old goat  : false
                    (?<!old )goat : an odd goat  : true
                    (?<=old )goat : an old goat  : true
                    (?<=t)$       : a goat       : true
                    \\b$          : a goat       : true
                    [^?]\\?       : goat?        : true
                    [^?]\\?       : ??           : false
                    .é            : a café       : true
                    é|goat        : é            : true
                    \\w goat      : é goat       : false
                    (g|b)o{1,2}at : a booat      : true
                    """)
    void aPatternIsFoundWhereItStands(String pattern, String text, boolean found) {
        assertThat(Pattern.compile(pattern).matcher(text).find()).isEqualTo(found);
        assertThat(new Phrases(List.of("llama", pattern)).in(text)).isEqualTo(found);
    }

    @Test
    void inEachSceneOfAHostTheSameIsFoundAsByEachPhraseAlone() {
        lines().forEach(PhrasesTest::isTheSame);
    }

    /// Pieces of what hosts say, put together by chance, with marks between them and within.
    @Test
    void inWhatNobodySaysTheSameIsFoundAsByEachPhraseAlone() {
        List<String> lines = lines().toList();
        var random = new Random(1);
        for (int i = 0; i < BY_CHANCE; i++) {
            var text = new StringBuilder();
            for (int part = 0; part < 4; part++) {
                String line = lines.get(random.nextInt(lines.size()));
                int from = random.nextInt(line.length());
                text.append(line, from, Math.min(line.length(), from + random.nextInt(25)));
                text.append(MARKS.charAt(random.nextInt(MARKS.length())));
            }
            isTheSame(text.toString());
        }
    }

    /// More beginnings than are remembered.
    @Test
    void howeverMuchHasBeenSaidTheSameIsFound() {
        var phrases = new Phrases(List.of("\\w{3,12} (?:goat|hen)s?\\b", "llama"));
        var random = new Random(2);
        for (int i = 0; i < BY_CHANCE * 10; i++) {
            String word = Long.toString(random.nextLong(1L << 40, 1L << 50), 36);
            assertThat(phrases.in(word + " goats")).isTrue();
            assertThat(phrases.in(word + " goatskin")).isFalse();
        }
    }

    private static void isTheSame(String text) {
        var found = new ArrayList<Boolean>();
        var alone = new ArrayList<Boolean>();
        for (int i = 0; i < CUES.size(); i++) {
            found.add(CUES.get(i).words().in(text));
            alone.add(ALONE.get(i).matcher(text).find());
        }
        assertThat(found).as(text).isEqualTo(alone);
    }

    private static Stream<String> lines() {
        return SCENES.stream()
                .flatMap(file -> text(file).lines())
                .filter(line -> !line.isBlank())
                .map(line -> line.toLowerCase(Locale.ROOT));
    }

    private static String text(String file) {
        try (InputStream in = PhrasesTest.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
