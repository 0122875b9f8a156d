package io.partyline.show;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words by which a line of the host tells a mood ([MoodPhrases]). What is worth less than 1
/// has to come together with something else, see [MoodRules].
final class MoodCues {
    /// Of a line that goes on and on the beginning says enough.
    private static final int LONGEST = 400;

    /// A line of so few words is a short answer, if nothing else is in it.
    private static final int FEW_WORDS = 3;

    private static final double FEW = 0.35;

    private static final List<MoodPhrases.Cue> CUES = MoodPhrases.builtIn();

    /// What asks by itself.
    private static final List<MoodPhrases.Cue> REQUESTS =
            CUES.stream().filter(cue -> cue.mood() == Mood.PROBING && cue.worth() == 1).toList();

    /// What was read last: what the host has just said is read for what follows from it, and once
    /// more when it is a part of the show.
    private static volatile Read last = new Read("", read(""));

    private record Read(String line, Map<Mood, Double> moods) {}

    private MoodCues() {}

    /// Whether a line that tells another mood as well wants to know something, too: one question is
    /// only how people doubt, joke or say goodbye.
    private static boolean asks(String text) {
        return REQUESTS.stream().anyMatch(cue -> cue.words().in(text))
                || text.indexOf('?') < text.lastIndexOf('?');
    }

    /// What a line is worth for each mood that it tells.
    static Map<Mood, Double> in(String line) {
        Read known = last;
        if (!known.line().equals(line)) {
            known = new Read(line, read(line));
            last = known;
        }
        return known.moods();
    }

    private static Map<Mood, Double> read(String line) {
        String begins = line.substring(0, Math.min(line.length(), LONGEST));
        String text = begins.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        var found = new EnumMap<Mood, Double>(Mood.class);
        for (MoodPhrases.Cue cue : CUES) {
            if (cue.words().in(text)) {
                found.merge(cue.mood(), cue.worth(), Math::max);
            }
        }
        if (found.size() > 1 && !asks(text)) {
            found.remove(Mood.PROBING);
        }
        if (found.isEmpty() && text.split(" +").length <= FEW_WORDS) {
            found.put(Mood.SHORT_ANSWERS, FEW);
        }
        return Map.copyOf(found);
    }
}
