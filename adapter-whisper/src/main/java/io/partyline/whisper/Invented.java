package io.partyline.whisper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

/// Tells what was said from what a recogniser makes up when there was nothing to hear.
///
/// Models that have learnt from captions fill silence, noise and music with thanks and goodbyes, or
/// say one thing again and again. Callers do say "thank you" as well; so these are believed if the
/// sound could have been them: as long as the words take, with a voice's pitch, neither flat like a
/// tone nor chopped like a laugh. The recogniser's own doubts are not used, since neither of ours
/// tells them.
final class Invented {
    /// Nobody speaks faster; about ten tokens.
    private static final double MOST_WORDS_A_SECOND = 7;

    /// A word more costs nothing: voice detectors miss soft ones.
    private static final int SPARE_WORDS = 2;

    /// English text is packed to about half of its length.
    private static final double MOST_PACKED = 2.4;

    private static final int WORTH_PACKING = 40;

    /// "No, no, no, no" is said; one more is not.
    private static final int MOST_REPEATS = 4;

    private static final double LEAST_PITCHED = 0.25;
    private static final double LEAST_SPREAD_DB = 2;

    /// What is made up most often, and how many milliseconds of voice it takes to say it.
    private static final Map<String, Span> KNOWN =
            Map.ofEntries(
                    Map.entry("you", new Span(120, 700, 1)),
                    Map.entry("bye", new Span(140, 1_200, 1)),
                    Map.entry("bye bye", new Span(240, 1_500, 2)),
                    Map.entry("thank you", new Span(240, 1_400, 2)),
                    Map.entry("thanks", new Span(200, 1_200, 2)),
                    Map.entry("thank you very much", new Span(450, 2_000, 4)),
                    Map.entry("thank you so much", new Span(450, 2_000, 4)),
                    Map.entry("okay", new Span(160, 1_200, 2)),
                    Map.entry("oh", new Span(100, 800, 1)),
                    Map.entry("so", new Span(140, 900, 1)),
                    Map.entry("thanks for watching", new Span(600, 2_000, 4)),
                    Map.entry("thank you for watching", new Span(600, 2_200, 4)),
                    Map.entry("thanks for listening", new Span(600, 2_000, 4)),
                    Map.entry("please subscribe", new Span(600, 2_000, 3)),
                    Map.entry("i'm sorry", new Span(300, 1_600, 3)),
                    Map.entry("the end", new Span(200, 1_400, 2)));

    /// Never said on a telephone.
    private static final List<String> CAPTIONS =
            List.of(
                    "subtitles by",
                    "captions by",
                    "captioned by",
                    "transcribed by",
                    "transcription by",
                    "amara org",
                    "like and subscribe",
                    "see you in the next video");

    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}']+");

    private record Span(int leastMs, int mostMs, int mostBursts) {
        boolean fits(Evidence evidence) {
            return evidence.voicedMs() >= leastMs
                    && evidence.voicedMs() <= mostMs
                    && evidence.bursts() <= mostBursts
                    && evidence.pitched() >= LEAST_PITCHED
                    && evidence.spread() >= LEAST_SPREAD_DB;
        }
    }

    private Invented() {}

    /// @param said what the recogniser wrote, cleaned
    static boolean is(String said, Evidence evidence) {
        List<String> words =
                GAPS.splitAsStream(said.toLowerCase(Locale.ROOT).replace('’', '\''))
                        .filter(word -> !word.isEmpty())
                        .toList();
        String all = String.join(" ", words);
        return tooFast(words.size(), evidence)
                || repeats(words)
                || packed(said)
                || CAPTIONS.stream().anyMatch(all::contains)
                || (KNOWN.containsKey(all) && !KNOWN.get(all).fits(evidence));
    }

    private static boolean tooFast(int words, Evidence evidence) {
        return words - SPARE_WORDS > MOST_WORDS_A_SECOND * evidence.voicedMs() / 1_000.0;
    }

    /// Whether a few words come again and again right behind themselves.
    private static boolean repeats(List<String> words) {
        for (int length = 1; length * MOST_REPEATS < words.size(); length++) {
            int same = 0;
            for (int i = length; i < words.size(); i++) {
                same = words.get(i).equals(words.get(i - length)) ? same + 1 : 0;
                if (same >= length * MOST_REPEATS) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean packed(String said) {
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < WORTH_PACKING) {
            return false;
        }
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            int length = deflater.deflate(new byte[bytes.length + WORTH_PACKING]);
            return bytes.length > MOST_PACKED * length;
        }
    }
}
