package io.partyline.cast;

import java.text.Normalizer;
import java.util.List;

/// What is written for the eye and not for the ear: marks, pictures, stage directions, addresses.
final class Written {
    private static final String ITEM =
            "(?:(?:[-*•+–][ \\t]++)++(?=[\\p{L}\\d])|(?:\\d{1,2}[.)][ \\t]++)++(?=\\p{L}))";

    /// Behind the last dot of an address that is said without `www`.
    private static final String ENDINGS =
            "com|org|net|edu|gov|info|io|fm|tv|radio|dev|co\\.uk|uk|ca|de|fr|au|example";

    private static final List<Rewriting> MARKS =
            List.of(
                    Rewriting.of("!\\[[^\\]]*\\]\\([^)]*\\)", " "),
                    Rewriting.of("\\[([^\\]]+)\\]\\([^)]*\\)", m -> m.group(1)),
                    Rewriting.of("(?<![.!?:,;\\s])\\s*\\n\\s*(?=" + ITEM + ")", ".\n"),
                    Rewriting.of("(?m)^\\s*(?:>\\s*+)*+" + ITEM, ""),
                    Rewriting.of("(?m)^\\s*>+\\s*", ""),
                    Rewriting.of(
                            "(?<=\\p{L}[ ,]{1,2})\\*(?!\\p{L}*(?:s|ing|ed)\\*)(\\p{L}+)\\*(?=[ ,.!?])",
                            m -> m.group(1)),
                    Rewriting.of(
                            "\\*[^*]*\\*|\\[[^\\]]*\\]|<[/!?]?\\p{L}[^>]*>"
                                    + "|\\((?=[^)]*\\p{L})[^)]{0,40}\\)",
                            " "),
                    Rewriting.of("(?<!\\S)(?:[:;]-?[)(DPp]|<3)(?!\\S)", " "));

    private static final List<Rewriting> PICTURES =
            List.of(
                    Rewriting.of(
                            "[\\p{So}\\p{Sk}\\p{Cs}\\p{Cf}\\p{Me}\\p{Co}\\uFE0E\\uFE0F&&[^°\\u200C\\u200D\\^]]+",
                            " "),
                    Rewriting.of(
                            "(?<![\\p{L}\\p{M}])[\\u200C\\u200D]+|[\\u200C\\u200D]+(?![\\p{L}\\p{M}])",
                            " "));

    private static final List<Rewriting> ADDRESSES =
            List.of(
                    Rewriting.of(
                            "(?<![\\w.+-])([\\w.+-]{1,64})@((?:[A-Za-z0-9-]+\\.){1,8}[A-Za-z]{2,12})\\b",
                            m -> " %s at %s ".formatted(spelt(m.group(1)), spelt(m.group(2)))),
                    Rewriting.of(
                            "(?i)\\bhttps?://(?:www\\.)?([a-z0-9.-]*[a-z0-9])(?::\\d+)?((?:/[a-z0-9-]+){0,2})"
                                    + "[^\\s,;!?\"')]*?(?=[.,;!?\"')]*(?:\\s|$))",
                            m -> " " + spelt(m.group(1) + m.group(2)) + " "),
                    Rewriting.of(
                            "(?i)(?<![\\w.@-])(?:www\\.)?((?:[a-z0-9-]+\\.){1,8}(?:"
                                    + ENDINGS
                                    + "))((?:/[a-z0-9-]+){0,2})/?(?![\\w@]|\\.\\w)",
                            m -> " " + spelt(m.group(1) + m.group(2)) + " "));

    private static final List<Rewriting> LEFT =
            List.of(
                    Rewriting.of("#(?=\\d)", "number "),
                    Rewriting.of("~ ?(?=[\\d$£€])", "about "),
                    Rewriting.of("[*_#`~|{}\\[\\]\\\\^]+", " "));

    private Written() {}

    static String clean(String text) {
        String said = Normalizer.normalize(text, Normalizer.Form.NFC).replace('\u00A0', ' ');
        said = Rewriting.all(PICTURES, Rewriting.all(MARKS, said));
        return Rewriting.all(LEFT, Rewriting.all(ADDRESSES, said));
    }

    private static String spelt(String address) {
        return address.replace(".", " dot ")
                .replace("-", " dash ")
                .replace("_", " underscore ")
                .replace("+", " plus ")
                .replace("/", " slash ");
    }
}
