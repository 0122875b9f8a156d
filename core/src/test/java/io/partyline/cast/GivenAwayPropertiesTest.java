package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.GivenAway;
import io.partyline.show.OffTheRecord;
import io.partyline.show.Show;
import io.partyline.show.Speaker;
import io.partyline.show.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is to be kept to oneself in a show that goes on and on: read bit by bit, it is what
/// somebody finds who reads all of it anew each time.
class GivenAwayPropertiesTest {
    private static final int LINES = 60;

    private static final List<String> WORDS =
            List.of(
                    "Dave",
                    "Kowalski",
                    "Rosa",
                    "O'Neill",
                    "Jean-Paul",
                    "Monday",
                    "Irish",
                    "K.",
                    "Tony",
                    "boats",
                    "the",
                    "and",
                    "I'm",
                    "my name is",
                    "My last name is",
                    "this is",
                    "Call me",
                    "Dave's",
                    "Bob.",
                    "Diner,",
                    "\"Dave",
                    "Kowalskis",
                    "that's off the record.",
                    "Please don't use my name.",
                    "between you and me,",
                    "keep that to yourself.",
                    "hello",
                    "Élodie",
                    "St. Clair",
                    "Dave Dave");

    private static String line(Random chance) {
        var line = new StringBuilder();
        int words = 1 + chance.nextInt(7);
        for (int i = 0; i < words; i++) {
            line.append(i == 0 ? "" : " ").append(WORDS.get(chance.nextInt(WORDS.size())));
        }
        return line.toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsReadBitByBitIsWhatIsReadAtOnce(long seed) {
        var chance = new Random(seed);
        Evening evening = new Evening().daveOnAir().bring(Evening.TONY);
        for (int i = 0; i < LINES; i++) {
            evening.later(1);
            if (chance.nextInt(3) == 0) {
                evening.host(line(chance));
            } else {
                evening.dave(line(chance));
            }
            Show show = evening.show();
            var discretion = Discretion.of(show);
            assertThat(discretion.surnames()).as("%s", texts(show)).isEqualTo(surnames(show));
            assertThat(OffTheRecord.told(show)).isEqualTo(told(show));
        }
        assertThat(told(evening.show())).hasSizeLessThan(LINES);
        assertThat(surnames(evening.show())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothingIsReadTwice(long seed) {
        var chance = new Random(seed);
        Evening evening = new Evening().daveOnAir().dave(line(chance));
        GivenAway first = evening.show().conversation().utterances().getFirst().givenAway();
        evening.later(1).host(line(chance)).dave(line(chance));
        Utterance later = evening.show().conversation().utterances().getFirst();
        assertThat(later.givenAway()).isSameAs(first);
    }

    private static List<String> texts(Show show) {
        return show.conversation().utterances().stream().map(Utterance::text).toList();
    }

    /// All over again, name by name, each of them looked for from every letter on.
    private static Set<String> surnames(Show show) {
        List<String> said =
                show.conversation().utterances().stream()
                        .filter(words -> !(words.speaker() instanceof Speaker.AiCaller))
                        .map(Utterance::text)
                        .toList();
        Set<String> firsts = new HashSet<>();
        Set<String> surnames = new TreeSet<>();
        show.calls().real().forEach(call -> add(call.caller().name(), firsts));
        for (String text : said) {
            GivenAway given = GivenAway.by(text);
            firsts.addAll(given.firsts());
            surnames.addAll(given.surnames());
        }
        for (String first : firsts) {
            for (String text : said) {
                surnames.addAll(behind(first, text));
            }
        }
        surnames.remove(show.rules().hostName().toLowerCase(Locale.ROOT));
        surnames.remove("tony");
        firsts.forEach(first -> surnames.remove(first.toLowerCase(Locale.ROOT)));
        boolean nameless = said(show).stream().anyMatch(OffTheRecord::unnamed);
        if (nameless) {
            for (String text : said(show)) {
                GivenAway given = GivenAway.by(text);
                surnames.addAll(given.surnames());
                given.firsts().forEach(name -> GivenAway.surname(name).ifPresent(surnames::add));
            }
        }
        return surnames;
    }

    private static void add(String name, Set<String> firsts) {
        if (!name.startsWith("Caller")) {
            firsts.add(name);
        }
    }

    private static List<String> said(Show show) {
        return show.conversation().utterances().stream()
                .filter(words -> words.speaker() instanceof Speaker.RealCaller)
                .map(Utterance::text)
                .toList();
    }

    private static Set<String> behind(String first, String text) {
        Matcher pair =
                Pattern.compile(
                                "\\b"
                                        + Pattern.quote(first)
                                        + "(?: \\p{Lu}\\.)? (\\p{Lu}[\\p{Ll}\\p{M}]{1,40}"
                                        + "(?:['’-]\\p{L}{1,40}){0,4}|\\p{Lu}['’]\\p{L}{1,40})\\b")
                        .matcher(text);
        Set<String> found = new HashSet<>();
        for (int from = 0; from <= text.length() && pair.find(from); from = pair.start() + 1) {
            GivenAway.surname(pair.group(1)).ifPresent(found::add);
        }
        return found;
    }

    private static List<Utterance> told(Show show) {
        List<Utterance> said = new ArrayList<>(show.conversation().utterances());
        said.sort(Comparator.comparingLong(Utterance::atSample));
        Set<Integer> hidden = new HashSet<>();
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i).speaker() instanceof Speaker.RealCaller
                    && OffTheRecord.asked(said.get(i).text())) {
                for (int at = neighbour(said, i, -1); at <= neighbour(said, i, 1); at++) {
                    hidden.add(at);
                }
            }
        }
        List<Utterance> told = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            if (!hidden.contains(i)) {
                told.add(said.get(i));
            }
        }
        return told;
    }

    /// Where the same speaker speaks before or behind that.
    private static int neighbour(List<Utterance> said, int asking, int step) {
        for (int i = asking + step; i >= 0 && i < said.size(); i += step) {
            if (said.get(i).speaker().equals(said.get(asking).speaker())) {
                return i;
            }
        }
        return asking;
    }
}
