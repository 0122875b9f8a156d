package io.partyline.cast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of a text that carry its meaning.
final class Words {
    private static final Set<String> EMPTY =
            Set.of(
                    "about", "after", "again", "always", "and", "any", "are", "because", "been",
                    "but", "call", "called", "calling", "came", "can", "could", "did", "does",
                    "don't", "even", "ever", "every", "for", "from", "get", "going", "good", "got",
                    "had", "has", "have", "hello", "her", "here", "him", "his", "how", "i'm",
                    "i've", "into", "it's", "its", "just", "know", "like", "little", "long", "made",
                    "make", "many", "more", "much", "name", "never", "not", "now", "off", "one",
                    "only", "our", "out", "over", "really", "said", "say", "see", "she", "show",
                    "some", "still", "tell", "than", "thank", "thanks", "that", "that's", "the",
                    "their", "them", "then", "there", "they", "thing", "things", "think", "this",
                    "time", "too", "two", "want", "was", "were", "what", "when", "where", "which",
                    "who", "why", "will", "with", "would", "yeah", "years", "yes", "you", "you're",
                    "your");

    private Words() {}

    /// The words that matter, in lower case, in order, as often as they occur.
    static List<String> of(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+"))
                .filter(word -> word.length() > 2 && !EMPTY.contains(word))
                .toList();
    }

    /// The words that matter, once each.
    static Set<String> set(String text) {
        return Set.copyOf(of(text));
    }

    /// The most frequent words that matter, the earliest first among equals.
    static String topic(String text, int most) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        of(text).forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue()))
                .limit(most)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" "));
    }
}
