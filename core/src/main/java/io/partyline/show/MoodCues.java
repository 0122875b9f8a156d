package io.partyline.show;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The words by which a line of the host tells a mood.
final class MoodCues {
    /// Of a line that goes on and on the beginning says enough.
    private static final int LONGEST = 400;

    /// A line of so few words is a short answer, if nothing else is in it.
    private static final int FEW_WORDS = 3;

    /// Words that tell the mood by themselves. What is worth less has to come together, see
    /// [MoodRules].
    private static final double PLAIN = 1;

    private static final double OPEN_QUESTION = 0.95;
    private static final double CLOSED_QUESTION = 0.3;
    private static final double FEW = 0.35;

    /// Some words, and what they are worth for a mood.
    private record Cue(Mood mood, double worth, Pattern words) {}

    private static final List<Cue> CUES =
            List.of(
                    plain(Mood.WRAPPING_UP, MoodPhrases.WRAPPING_UP),
                    plain(Mood.PUSHBACK, MoodPhrases.PUSHBACK),
                    plain(Mood.WARMTH, MoodPhrases.WARMTH),
                    plain(Mood.JOKING, MoodPhrases.JOKING),
                    plain(Mood.PROBING, MoodPhrases.PROBING),
                    worth(Mood.PROBING, OPEN_QUESTION, MoodPhrases.OPEN_QUESTION),
                    worth(Mood.PROBING, OPEN_QUESTION, MoodPhrases.QUESTION_ABOUT_THEN),
                    worth(Mood.PROBING, CLOSED_QUESTION, "[^?]\\?"));

    private static final Pattern REQUEST = Pattern.compile(MoodPhrases.PROBING);

    private MoodCues() {}

    private static Cue plain(Mood mood, String words) {
        return worth(mood, PLAIN, words);
    }

    private static Cue worth(Mood mood, double worth, String words) {
        return new Cue(mood, worth, Pattern.compile(words));
    }

    /// Whether a line that tells another mood as well wants to know something, too: one question is
    /// only how people doubt, joke or say goodbye.
    private static boolean asks(String text) {
        return REQUEST.matcher(text).find() || text.indexOf('?') < text.lastIndexOf('?');
    }

    /// What a line is worth for each mood that it tells.
    static Map<Mood, Double> in(String line) {
        String begins = line.substring(0, Math.min(line.length(), LONGEST));
        String text = begins.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        var found = new EnumMap<Mood, Double>(Mood.class);
        for (Cue cue : CUES) {
            if (cue.words().matcher(text).find()) {
                found.merge(cue.mood(), cue.worth(), Math::max);
            }
        }
        if (found.size() > 1 && !asks(text)) {
            found.remove(Mood.PROBING);
        }
        if (found.isEmpty() && text.split(" +").length <= FEW_WORDS) {
            found.put(Mood.SHORT_ANSWERS, FEW);
        }
        return found;
    }
}
