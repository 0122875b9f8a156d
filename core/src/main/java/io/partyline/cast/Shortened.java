package io.partyline.cast;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What is written shorter than it is said: titles, streets, letters that stand for words, the
/// numbers of kings.
final class Shortened {
    private static final Map<String, String> TITLES =
            Map.ofEntries(
                    Map.entry("Dr", "Doctor"),
                    Map.entry("Mr", "Mister"),
                    Map.entry("Mrs", "Missus"),
                    Map.entry("Ms", "Miz"),
                    Map.entry("Prof", "Professor"),
                    Map.entry("Rev", "Reverend"),
                    Map.entry("Gen", "General"),
                    Map.entry("Sgt", "Sergeant"),
                    Map.entry("Capt", "Captain"),
                    Map.entry("Lt", "Lieutenant"),
                    Map.entry("Col", "Colonel"),
                    Map.entry("Gov", "Governor"),
                    Map.entry("Sen", "Senator"),
                    Map.entry("Rep", "Representative"),
                    Map.entry("St", "Saint"),
                    Map.entry("Mt", "Mount"),
                    Map.entry("Ft", "Fort"));

    private static final Map<String, String> STREETS =
            Map.of(
                    "St",
                    "Street",
                    "Dr",
                    "Drive",
                    "Ave",
                    "Avenue",
                    "Blvd",
                    "Boulevard",
                    "Rd",
                    "Road",
                    "Ln",
                    "Lane",
                    "Hwy",
                    "Highway",
                    "Pkwy",
                    "Parkway");

    private static final Map<String, String> PLAIN =
            Map.ofEntries(
                    Map.entry("Jr", "Junior"),
                    Map.entry("Sr", "Senior"),
                    Map.entry("etc", "et cetera"),
                    Map.entry("vs", "versus"),
                    Map.entry("approx", "approximately"),
                    Map.entry("dept", "department"),
                    Map.entry("Dept", "Department"),
                    Map.entry("Inc", "Incorporated"),
                    Map.entry("Ltd", "Limited"),
                    Map.entry("Corp", "Corporation"));

    /// Whose number is said as the first, the second.
    private static final Set<String> RULERS =
            Set.of(
                    "Henry",
                    "Louis",
                    "Elizabeth",
                    "George",
                    "Charles",
                    "William",
                    "Edward",
                    "Richard",
                    "James",
                    "Philip",
                    "Francis",
                    "Leo",
                    "Pius",
                    "Paul",
                    "Benedict",
                    "Catherine",
                    "Frederick",
                    "Nicholas",
                    "Napoleon",
                    "Mary",
                    "Peter",
                    "Alexander",
                    "Ivan",
                    "Carlos",
                    "Gregory",
                    "Ramses",
                    "Wilhelm");

    private static final Set<String> NO_NAMES =
            Set.of("The", "An", "My", "His", "Her", "Our", "On", "By", "In", "Is", "At", "It");

    /// Said in letters in spite of their vowels.
    private static final Set<String> SPELLED =
            Set.of("ESPN", "NCAA", "NAACP", "ASPCA", "YMCA", "YWCA", "AARP", "IBEW", "LGBTQ");

    /// Three letters or fewer, and words all the same.
    private static final Set<String> WORDS =
            Set.of(
                    "NO", "YES", "SO", "NOT", "BUT", "AND", "THE", "ALL", "NOW", "WHY", "HOW",
                    "WHO", "OH", "MY", "GOD", "HEY", "WAS", "YOU", "ME", "WE", "HE", "SHE", "IS",
                    "DO", "BIG", "TWO", "ONE", "ANY", "OUT", "OFF", "ON", "UP", "MAN", "WOW", "AM",
                    "OK", "IT", "IN", "TO", "OF", "IF", "AT", "BE", "BY", "AN", "OR", "AS", "GO",
                    "HA", "HIS", "HER", "FOR", "ARE", "CAN", "DID", "GET", "GOT", "HAD", "HAS",
                    "LET", "NEW", "OLD", "OUR", "PUT", "RUN", "SAY", "SEE", "TOO", "TRY", "USE",
                    "WAY", "BAD", "BOY", "DAY", "EAT", "MOM", "DAD", "RED", "HOT", "MAD", "SAD",
                    "FUN", "WIN", "AIDS");

    private static final Pattern SYLLABLE = Pattern.compile("[AEIOUY]");
    private static final String NAME = "(?<=\\p{Lu}\\p{L}{0,20}['’]?s? )";

    static final List<Rewriting> RULES =
            List.of(
                    Rewriting.of(
                            NAME
                                    + "(St|Dr|Ave|Blvd|Rd|Ln|Hwy|Pkwy)\\b\\.?(?=[,;!?]|(\\s*$)| (?!\\p{Lu}))",
                            m -> STREETS.getOrDefault(m.group(1), m.group(1)) + ending(m)),
                    Rewriting.of(
                            "\\b(Dr|Mr|Mrs|Ms|Prof|Rev|Gen|Sgt|Capt|Lt|Col|Gov|Sen|Rep|St|Mt|Ft)(?:\\. ?| )(?=\\p{Lu})",
                            m -> TITLES.getOrDefault(m.group(1), m.group(1)) + " "),
                    Rewriting.of(
                            "\\b(Jr|Sr|etc|vs|approx|dept|Dept|Inc|Ltd|Corp)\\.(?=(\\s*$)?)",
                            m -> PLAIN.getOrDefault(m.group(1), m.group(1)) + ending(m)),
                    Rewriting.of("\\bvs\\b", "versus"),
                    Rewriting.of("\\b[Ee]\\.g\\.,?", "for example,"),
                    Rewriting.of("\\b[Ii]\\.e\\.,?", "that is,"),
                    Rewriting.of("\\b(No|no|Nos)\\. (?=\\d)", "number "),
                    Rewriting.of("(?<!\\S)w/o(?!\\S)", "without"),
                    Rewriting.of("(?<!\\S)w/ ?(?=\\p{L})", "with "),
                    Rewriting.of("\\bb/c\\b", "because"),
                    Rewriting.of("\\bPh\\.?D\\b\\.?", "P H D"),
                    Rewriting.of("\\band/or\\b", "and or"),
                    Rewriting.of("\\bMr\\.? (?=(?:and|&) M(?:rs|issus)\\b)", "Mister "),
                    Rewriting.of(
                            "(?<!\\p{L})([A-Z]{1,3})&([A-Z]{1,3})(?!\\p{L})",
                            m -> letters(m.group(1)) + " and " + letters(m.group(2))),
                    Rewriting.of("(?<!\\p{L})((?:\\p{Lu}\\.){2,})(\\s*$)?", Shortened::dotted),
                    Rewriting.of(
                            "\\b(World War|Part|Chapter|Act|Phase|Type|Volume|King \\p{L}+|Queen \\p{L}+|Pope \\p{L}+) ([IVX])\\b",
                            m -> numbered(m.group(1), m.group(2))),
                    Rewriting.of(
                            "\\b(\\p{Lu}\\p{Ll}+) ((?=[IVXL]{2})(?:X{1,3}|XL|L)?(?:X{0,3})(?:IX|IV|V?I{0,3}))\\b",
                            m -> numbered(m.group(1), m.group(2))),
                    Rewriting.of(
                            "\\b(Henry|Louis|George|Charles|Edward|James|Philip|Pius|Benedict|Leo|Carlos) (V|X)\\b",
                            m -> numbered(m.group(1), m.group(2))));

    static final List<Rewriting> LETTERS =
            List.of(
                    Rewriting.of(
                            "(?<![\\p{L}'’])([A-Z]{2,5})(['’]?s)?(?![\\p{L}\\d'’])",
                            Shortened::acronym));

    private Shortened() {}

    /// A dot that ended the text still ends it.
    private static String ending(MatchResult match) {
        return match.group(2) != null && match.group().endsWith(".") ? "." : "";
    }

    private static String dotted(MatchResult match) {
        String letters = match.group(1).replace(".", " ").strip();
        return letters + (match.group(2) == null ? "" : ".");
    }

    private static String numbered(String before, String roman) {
        String name = before.substring(before.lastIndexOf(' ') + 1);
        int number = roman(roman);
        if (NO_NAMES.contains(name) || number == 0 || "XL".equals(roman)) {
            return before + " " + roman;
        }
        boolean ruler =
                RULERS.contains(name)
                        || before.startsWith("King ")
                        || before.startsWith("Queen ")
                        || before.startsWith("Pope ");
        return before + " " + (ruler ? "the " + Numbers.ordinal(number) : Numbers.words(number));
    }

    private static int roman(String letters) {
        int sum = 0;
        int before = 0;
        for (int i = letters.length() - 1; i >= 0; i--) {
            int value =
                    switch (letters.charAt(i)) {
                        case 'L' -> 50;
                        case 'X' -> 10;
                        case 'V' -> 5;
                        default -> 1;
                    };
            sum += value < before ? -value : value;
            before = value;
        }
        return sum;
    }

    /// Read as letters, unless it is a word that is shouted or that people say as one.
    private static String acronym(MatchResult match) {
        String letters = match.group(1);
        boolean several = match.group(2) != null;
        boolean syllables = letters.length() > 3 && SYLLABLE.matcher(letters).find();
        boolean word = WORDS.contains(letters) || (syllables && !SPELLED.contains(letters));
        String said = word ? letters : letters(letters);
        return several ? said + (word ? match.group(2) : "'s") : said;
    }

    private static String letters(String word) {
        return String.join(" ", word.split(""));
    }
}
