package io.partyline.show;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What somebody's words say of people: names that are given, and whether something is to be kept
/// off the air. It follows from the words alone, so it is the same whatever is said before or
/// behind them.
///
/// @param firsts first names that people give as their own, as they are written
/// @param surnames in lower case
/// @param pairs words with a name behind them, which is a surname if the word is somebody's first
///   name
/// @param offTheRecord whether something is to be kept off the air
/// @param unnamed whether the speaker asks not to be named
public record GivenAway(
        Set<String> firsts,
        Set<String> surnames,
        List<Pair> pairs,
        boolean offTheRecord,
        boolean unnamed) {
    /// Two words, one behind the other.
    ///
    /// @param surname in lower case
    public record Pair(String word, String surname) {}

    /// A name, as a pattern. Bounded, as is every repetition here, so that the work grows with the
    /// length of what is said and not with its square: no name is longer, and a recogniser may
    /// bring anything.
    public static final String NAME =
            "\\p{Lu}[\\p{Ll}\\p{M}]{1,40}(?:['’-]\\p{L}{1,40}){0,4}|\\p{Lu}['’]\\p{L}{1,40}";

    private static final String GIVEN =
            "(?i:my (?:full |real )?name(?:['’]?s| is)|name['’]s|call me|i['’]?m called)";

    /// "I'm Dave Kowalski", but not "I'm Irish Catholic": a first name alone proves nothing there.
    private static final Pattern INTRODUCED =
            Pattern.compile("\\b" + GIVEN + " (" + NAME + ")(?: \\p{Lu}\\.?)? (" + NAME + ")\\b");

    private static final Pattern GREETED =
            Pattern.compile(
                    "(?:^|[.!?] )(?i:(?:hi|hello|hey|yes|well|good (?:evening|morning))[, ]{1,3}){0,6}"
                            + "(?i:this is|it['’]s|i['’]?m|i am) ("
                            + NAME
                            + ")(?: \\p{Lu}\\.?)? ("
                            + NAME
                            + ")(?=[.,!]|$| (?:from|in|calling|here|again|on|and)\\b)");

    private static final Pattern FIRST = Pattern.compile("\\b" + GIVEN + " (" + NAME + ")\\b");

    private static final Pattern LAST =
            Pattern.compile(
                    "\\b(?i:(?:last|family|maiden|sur)[ -]?name(?:['’]?s| is|,)) ("
                            + NAME
                            + ")\\b");

    /// Looked for at the beginning of every word, since a surname may be a word of the next pair.
    private static final Pattern BEHIND =
            Pattern.compile("\\b(?=(\\S{1,210}+)(?: \\p{Lu}\\.)? (" + NAME + ")\\b)");

    public GivenAway {
        firsts = Set.copyOf(firsts);
        surnames = Set.copyOf(surnames);
        pairs = List.copyOf(pairs);
    }

    /// What these words give away.
    public static GivenAway by(String text) {
        Set<String> firsts = new HashSet<>();
        Set<String> surnames = new HashSet<>();
        FIRST.matcher(text).results().forEach(m -> firsts.add(m.group(1)));
        Stream.of(INTRODUCED, GREETED)
                .flatMap(pattern -> pattern.matcher(text).results())
                .filter(m -> !NotNames.WORDS.contains(m.group(1).toLowerCase(Locale.ROOT)))
                .forEach(m -> {
                    firsts.add(m.group(1));
                    surname(m.group(2)).ifPresent(surnames::add);
                });
        LAST.matcher(text)
                .results()
                .flatMap(m -> surname(m.group(1)).stream())
                .forEach(surnames::add);
        return new GivenAway(
                firsts,
                surnames,
                pairs(text),
                OffTheRecord.asked(text),
                OffTheRecord.unnamed(text));
    }

    /// The text without the surnames that somebody gives as such.
    public static String withoutLastNames(String text) {
        return LAST.matcher(text).replaceAll("last name");
    }

    private static List<Pair> pairs(String text) {
        return BEHIND.matcher(text)
                .results()
                .flatMap(m -> surname(m.group(2)).map(name -> new Pair(m.group(1), name)).stream())
                .toList();
    }

    /// A word as a surname, unless it is one that is no name.
    public static Optional<String> surname(String word) {
        String plain = word.replaceAll("['’]s$", "").toLowerCase(Locale.ROOT);
        return plain.length() > 1 && !NotNames.WORDS.contains(plain)
                ? Optional.of(plain)
                : Optional.empty();
    }
}
