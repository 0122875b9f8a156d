package io.partyline.cast;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a caller sounds by the words they choose, for want of a model.
final class Tone {
    private static final List<Map.Entry<String, Set<String>>> TONES =
            List.of(
                    tone(
                            "sad",
                            "sad cry cried crying miss missed died death grief lost lonely alone funeral sorry heartbroken"),
                    tone(
                            "angry",
                            "angry furious mad hate hated unfair liar lied cheated stole disgusting ridiculous outrage"),
                    tone(
                            "worried",
                            "worried afraid scared nervous anxious fear panic terrified dread"),
                    tone(
                            "happy",
                            "happy glad love loved wonderful proud won married baby celebrate lucky grateful"),
                    tone("amused", "funny laugh laughed laughing joke hilarious silly ridiculous"),
                    tone("ashamed", "ashamed embarrassed embarrassing guilty regret confess"));

    private Tone() {}

    private static Map.Entry<String, Set<String>> tone(String name, String words) {
        return Map.entry(name, Set.of(words.split(" ", -1)));
    }

    /// A word for it; empty if the words give nothing away.
    static String of(String text) {
        List<String> said = Words.of(text);
        return TONES.stream()
                .max(Comparator.comparingLong(tone -> count(said, tone.getValue())))
                .filter(tone -> count(said, tone.getValue()) > 0)
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static long count(List<String> said, Set<String> words) {
        return said.stream().filter(words::contains).count();
    }
}
