package io.partyline.cast;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How long somebody must be silent until what they said is over, by what it was.
///
/// On the telephone people pause for 600 to 900 ms in the middle of a sentence, so silence alone
/// either cuts them off or keeps everybody waiting. A finished sentence is over soon; after a
/// filler, a comma, a word that asks for another, or in the middle of a number, more is to come. A
/// recogniser that writes no full stops leaves it open, and then more than a second must pass.
///
/// The words are English; other languages are judged by their punctuation. Pure.
public final class TurnEnd {
    /// The longest that is ever waited.
    public static final Duration LONGEST = Duration.ofMillis(1_500);

    private static final Duration QUESTION = Duration.ofMillis(280);
    private static final Duration SENTENCE = Duration.ofMillis(420);
    private static final Duration NO_WORDS = Duration.ofMillis(700);
    private static final Duration NUMBER = Duration.ofSeconds(1);
    private static final Duration UNMARKED = Duration.ofMillis(1_200);

    /// From so many numerals in a row on, somebody is telling a number that has more of them; a
    /// group of three digits counts for two.
    private static final int TELLING = 2;

    private static final int GROUP = 3;

    /// Nobody ends on one of these, whatever full stop the recogniser puts behind it.
    private static final Set<String> OPEN =
            Set.of(
                    "a", "an", "the", "and", "but", "because", "cause", "or", "nor", "to", "with",
                    "into", "than", "as", "if", "while", "which", "whose", "my", "your", "his",
                    "their", "our", "its", "i", "i'm", "i've", "i'd", "i'll", "we", "we're", "they",
                    "they're", "he", "he's", "she", "she's", "it's", "that's", "there's", "you're",
                    "gonna", "wanna", "very", "just", "plus", "uh", "um", "uhm", "er", "erm", "eh",
                    "ah", "hm", "hmm", "mm");

    /// As the last words of what was said.
    private static final List<String> OPEN_PHRASES =
            List.of(
                    "you know",
                    "i mean",
                    "kind of",
                    "sort of",
                    "one of",
                    "some of",
                    "most of",
                    "a lot of",
                    "a couple of",
                    "because of",
                    "instead of",
                    "in front of",
                    "and then",
                    "but then",
                    "was like",
                    "let me think",
                    "let's see",
                    "let me see",
                    "hold on",
                    "hang on");

    /// Asked of themselves, by who looks for a word.
    private static final List<String> TO_THEMSELVES =
            List.of(
                    "what's it called",
                    "what is it called",
                    "what do you call it",
                    "what's the word",
                    "how do i put this",
                    "how do i say this",
                    "where was i");

    /// But a question ends on one of these: "shall we?".
    private static final Set<String> IN_QUESTIONS = Set.of("i", "we", "they", "he", "she", "his");

    /// Open if they are all that was said.
    private static final Set<String> OPENERS =
            Set.of("well", "so", "actually", "basically", "look", "listen", "anyway", "okay so");

    /// "So" ends a sentence behind these.
    private static final Set<String> BEFORE_SO =
            Set.of("think", "hope", "guess", "suppose", "say", "said", "believe", "afraid", "ever");

    /// Complete without a full stop if they are all that was said.
    private static final Set<String> ANSWERS =
            Set.of(
                    "yes",
                    "yeah",
                    "yep",
                    "no",
                    "nope",
                    "sure",
                    "okay",
                    "ok",
                    "right",
                    "exactly",
                    "thanks",
                    "thank you",
                    "goodbye",
                    "bye",
                    "hello",
                    "hi",
                    "absolutely",
                    "of course",
                    "never",
                    "maybe",
                    "no thank you",
                    "yes please",
                    "thank you very much");

    /// Whoever says one of these tells digits.
    private static final Set<String> REPEATS = Set.of("double", "triple");

    /// Numerals only beside others: "a good one" is no number.
    private static final Set<String> PERHAPS_NUMERALS = Set.of("one", "oh", "point", "dash");

    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern QUOTES = Pattern.compile("^'+|(?<!')'+$");
    private static final Pattern DIGITS = Pattern.compile("\\p{N}+");
    private static final Pattern CLOSING = Pattern.compile("(?<![\\s\"'”’)\\]])[\\s\"'”’)\\]]+$");
    private static final Pattern TRAILS_OFF = Pattern.compile("(?:\\.\\.|[…,;:，、؛–—-])$");
    private static final Pattern ASKS = Pattern.compile("[?？؟]$");
    private static final Pattern ENDS = Pattern.compile("[.!。！।]$");

    private TurnEnd() {}

    /// The silence after which these words are all that was said, counted from the end of the
    /// voice.
    ///
    /// @param text what was recognised of it up to the silence; empty if there were no words in it
    public static Duration after(String text) {
        String said = CLOSING.matcher(text.strip()).replaceAll("");
        List<String> words = words(said);
        if (words.isEmpty()) {
            return NO_WORDS;
        }
        boolean asks = ASKS.matcher(said).find();
        if (TRAILS_OFF.matcher(said).find() || isOpen(words, asks)) {
            return LONGEST;
        }
        if (ANSWERS.contains(String.join(" ", words))) {
            return SENTENCE;
        }
        int told = numerals(words);
        if (told > 0) {
            return told >= TELLING ? LONGEST : NUMBER;
        }
        if (asks) {
            return QUESTION;
        }
        return ENDS.matcher(said).find() ? SENTENCE : UNMARKED;
    }

    private static List<String> words(String said) {
        return GAPS.splitAsStream(said.toLowerCase(Locale.ROOT).replace('’', '\''))
                .map(word -> QUOTES.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static boolean isOpen(List<String> words, boolean asks) {
        String all = String.join(" ", words);
        return TO_THEMSELVES.stream().anyMatch(all::endsWith)
                || (asks ? isOpenQuestion(words.getLast()) : isOpen(words, all));
    }

    private static boolean isOpenQuestion(String last) {
        return OPEN.contains(last) && !IN_QUESTIONS.contains(last);
    }

    private static boolean isOpen(List<String> words, String all) {
        String last = words.getLast();
        return OPEN.contains(last)
                || OPENERS.contains(all)
                || OPEN_PHRASES.stream().anyMatch(all::endsWith)
                || (last.equals("so") && !BEFORE_SO.contains(words.get(words.size() - 2)));
    }

    private static int numerals(List<String> words) {
        int told = 0;
        boolean certain = false;
        for (String word : words.reversed()) {
            boolean digits = DIGITS.matcher(word).matches();
            boolean numeral = digits || REPEATS.contains(word) || Numbers.isNumeral(word);
            if (!numeral && !PERHAPS_NUMERALS.contains(word)) {
                break;
            }
            certain |= numeral;
            told += digits && word.length() >= GROUP ? 2 : 1;
        }
        return certain || told >= TELLING ? told : 0;
    }
}
