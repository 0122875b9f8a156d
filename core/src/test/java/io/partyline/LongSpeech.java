package io.partyline;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/// Things that nobody says, but that a recogniser out of its mind, a model in a loop or a page that
/// somebody pastes may bring: 100,000 letters that give patterns the most to go back over.
public final class LongSpeech {
    private static final int LETTERS = 100_000;

    /// What takes work that grows with the square of the length takes minutes; what takes work that
    /// grows with the length, a small part of this on a slow computer.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// A quarter of what threads have, in bytes: patterns that repeat by calling themselves need
    /// more the longer the text is, and how much depends on the compiler.
    private static final long SMALL_STACK = 256 << 10;

    /// The first of them are tried every time.
    private static final List<String> PLAINEST =
            List.of(
                    "capitals",
                    "introductions",
                    "full stops",
                    "digits",
                    "one word",
                    "spaces",
                    "letters apart",
                    "names",
                    "quotes",
                    "dashes");

    private static final int FEWEST = 3;

    private LongSpeech() {}

    /// One of each kind, by what it is.
    public static Map<String, String> all() {
        var kinds = new TreeMap<String, String>();
        kinds.put("one word", filled("x"));
        kinds.put("one word with a capital", "X" + filled("x"));
        kinds.put("capitals", filled("X"));
        kinds.put("a capital every other letter", filled("Xx"));
        kinds.put("spaces", filled(" "));
        kinds.put("spaces between two words", "Dave" + filled(" ") + "Kowalski");
        kinds.put("lines", filled("\n"));
        kinds.put("spaces and lines", filled(" \n\t"));
        kinds.put("digits", filled("7"));
        kinds.put("digits apart", filled("7 "));
        kinds.put("digits with marks", filled("(7-"));
        kinds.put("digits with dots", filled("1.1."));
        kinds.put("digits with commas", filled("1,111"));
        kinds.put("words for digits", filled("five "));
        kinds.put("letters apart", filled("a "));
        kinds.put("capitals apart", filled("A "));
        kinds.put("names", filled("Dave Kowalski "));
        kinds.put("a name with dashes", filled("Dave-"));
        kinds.put("introductions", filled("my name is "));
        kinds.put("introductions by name", filled("My name is Dave Dave "));
        kinds.put("greetings", filled("hi, "));
        kinds.put("greetings with a name", filled("Hello, this is Dave "));
        kinds.put("last names", filled("last name is "));
        kinds.put("titles", filled("Dr. Mr "));
        kinds.put("addresses", filled("12 Green "));
        kinds.put("addresses of mail", filled("a@"));
        kinds.put("addresses with dots", filled("a."));
        kinds.put("an introduction without end", "My name is Dave" + filled("-a"));
        kinds.put("an introduction of one word", "My name is D" + filled("a"));
        kinds.put("a title without end", "Dr. O" + filled("'a"));
        kinds.put("a street without end", "12 G" + filled("a"));
        kinds.put("a quote without end", "\"" + filled("a "));
        kinds.put("marks before letters", filled("a,b;"));
        kinds.put("quotes before a word", filled("\"") + "a");
        kinds.put("single quotes before a word", filled("'") + "a");
        kinds.put("dashes before a word", filled("-") + "a");
        kinds.put("full stops before a word", filled(".") + "a");
        kinds.put("commas before a word", filled(",") + "a");
        kinds.put("spaces before a word", filled(" ") + "a");
        kinds.put("spaces after a word", "a" + filled(" "));
        kinds.put("a rule before a word", filled("- ") + "a");
        kinds.put("a request to keep without end", "keep it " + filled("all "));
        kinds.put("a request not to be named without end", "don't say my " + filled("own "));
        kinds.put("a greeting without end", ". " + filled("hi "));
        kinds.put("laughter", filled("ha"));
        kinds.put("an address that has no end", "a@" + filled("b."));
        kinds.put("pages", filled("http://a.b/"));
        kinds.put("requests", filled("don't say "));
        kinds.put("requests to keep", filled("keep it all just "));
        kinds.put("questions", filled("are you "));
        kinds.put("claims", filled("I'm "));
        kinds.put("places", filled("from New "));
        kinds.put("talk to a machine", filled("don't talk "));
        kinds.put("quotes", filled("\""));
        kinds.put("single quotes", filled("'"));
        kinds.put("dashes", filled("-"));
        kinds.put("long dashes", filled("—"));
        kinds.put("full stops", filled("."));
        kinds.put("question marks", filled("a?"));
        kinds.put("commas", filled(","));
        kinds.put("commas apart", filled(", "));
        kinds.put("brackets", filled("["));
        kinds.put("brackets closed", filled("]("));
        kinds.put("round brackets", filled("(a"));
        kinds.put("angle brackets", filled("<a"));
        kinds.put("angle brackets at the start of lines", filled("> "));
        kinds.put("braces", filled("{\"a\":"));
        kinds.put("stars", filled("*"));
        kinds.put("stars and letters", filled("*a "));
        kinds.put("two stars", filled("**a"));
        kinds.put("underscores", filled("_"));
        kinds.put("hashes", filled("# "));
        kinds.put("back ticks", filled("`"));
        kinds.put("money", filled("$1"));
        kinds.put("colons", filled("1:11"));
        kinds.put("semicolons", filled(";"));
        kinds.put("words that mean something", filled("truck "));
        kinds.put("pictures", filled("\uD83D\uDE00"));
        return kinds;
    }

    /// Fails if any of them takes longer than work that grows with the length can take.
    public static void each(Consumer<String> reader) {
        all().forEach((what, text) -> within(reader, what, text));
    }

    /// The same with the plainest of them, for readers that are made of others.
    public static void few(Consumer<String> reader) {
        these(PLAINEST, reader);
    }

    /// The same with so few that there is time for it in every run of the tests.
    public static void fewest(Consumer<String> reader) {
        these(PLAINEST.subList(0, FEWEST), reader);
    }

    private static void these(List<String> which, Consumer<String> reader) {
        Map<String, String> kinds = all();
        which.forEach(what -> within(reader, what, Objects.requireNonNull(kinds.get(what))));
    }

    private static void within(Consumer<String> reader, String what, String text) {
        assertTimeoutPreemptively(LIMIT, () -> onSmallStack(() -> reader.accept(text)), what);
    }

    private static void onSmallStack(Runnable work) throws Exception {
        var reading = new FutureTask<>(work, null);
        var thread = new Thread(null, reading, "reader", SMALL_STACK);
        thread.setDaemon(true);
        thread.start();
        reading.get();
    }

    private static String filled(String with) {
        return with.repeat(LETTERS / with.length());
    }
}
