package io.partyline.show;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads the mood of the host from their last lines, by the words that people use on the air.
///
/// Each line counts for every mood whose cues it holds ([MoodCues]), the newest most. What does not
/// add up is no mood: a mood that is missed costs nothing, one that is made up leads an AI caller
/// astray.
final class MoodRules {
    /// Older lines don't count.
    static final Duration MEMORY = Duration.ofMinutes(5);

    /// How many of the host's lines count.
    static final int LINES = 8;

    /// What a line counts, compared with the one after it.
    private static final double FADING = 0.8;

    /// What the cues have to add up to: a plain one lasts for three lines.
    private static final double ENOUGH = 0.6;

    private MoodRules() {}

    /// The strongest moods of the host now, two at most.
    static List<Mood> read(Conversation conversation, Instant now) {
        return strongest(
                conversation.hostSaid(LINES, now.minus(MEMORY)).stream()
                        .map(Utterance::moods)
                        .toList());
    }

    /// The strongest moods of these lines.
    ///
    /// @param lines of the host, the newest last
    static List<Mood> read(List<String> lines) {
        return strongest(lines.stream().map(MoodCues::in).toList());
    }

    /// Two at most; who is coming to an end does nothing else.
    private static List<Mood> strongest(List<Map<Mood, Double>> lines) {
        Map<Mood, Double> sums = sums(lines);
        if (sums.getOrDefault(Mood.WRAPPING_UP, 0.0) >= ENOUGH) {
            return List.of(Mood.WRAPPING_UP);
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() >= ENOUGH)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(HostMood.MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<Mood, Double> sums(List<Map<Mood, Double>> lines) {
        var sums = new EnumMap<Mood, Double>(Mood.class);
        double weight = 1;
        for (Map<Mood, Double> line : lines.reversed().stream().limit(LINES).toList()) {
            double counts = weight;
            line.forEach((mood, worth) -> sums.merge(mood, worth * counts, Double::sum));
            weight *= FADING;
        }
        return sums;
    }
}
