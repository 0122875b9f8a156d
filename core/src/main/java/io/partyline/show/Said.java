package io.partyline.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What was said, taken apart into the pieces between the marks that a recogniser sets.
///
/// @param pieces in order
/// @param question whether it ends as a question
/// @param cased whether the recogniser writes capitals at all
record Said(List<Piece> pieces, boolean question, boolean cased) {
    /// Of what goes on and on the end tells to whom it is said; so many letters of it.
    private static final int LONGEST = 2_000;

    private static final Pattern PIECE =
            Pattern.compile("[^,.!?;:\\u2014\\u2026]+[,.!?;:\\u2014\\u2026]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}#'\\u2019]+");
    private static final Pattern NUMBERED = Pattern.compile("(?i)caller #(\\d+)");

    /// Words that greet, call or hesitate, and mean nobody.
    private static final Set<String> LEAD_INS =
            Set.of(
                    "hey", "hi", "hello", "ok", "okay", "so", "and", "but", "well", "now", "yes",
                    "yeah", "no", "oh", "ah", "um", "uh", "come", "on", "all", "right", "alright",
                    "then", "dear", "my", "friend", "sir", "ma'am", "please", "also", "again",
                    "sorry", "listen", "look", "thanks", "thank", "you");

    /// A piece and its mark.
    ///
    /// @param words as they are written
    /// @param asks whether it ends with a question mark
    record Piece(List<Word> words, boolean asks) {
        /// The words without those that only lead up to something, if any are left.
        List<Word> meat() {
            return words.stream().filter(word -> !LEAD_INS.contains(word.plain())).toList();
        }

        String text() {
            return String.join(" ", words.stream().map(Word::plain).toList());
        }
    }

    /// @param plain in lower case
    /// @param capital whether it is written with a capital
    /// @param first whether it opens a sentence, where every word has one
    record Word(String plain, boolean capital, boolean first) {}

    static Said of(String text) {
        String whole = plain(end(text));
        var pieces = new ArrayList<Piece>();
        Matcher matcher = PIECE.matcher(whole);
        boolean opens = true;
        while (matcher.find()) {
            String piece = matcher.group();
            List<Word> words = words(piece, opens);
            if (!words.isEmpty()) {
                pieces.add(new Piece(words, piece.contains("?")));
                opens = !piece.stripTrailing().endsWith(",");
            }
        }
        boolean cased = whole.chars().anyMatch(Character::isUpperCase);
        return new Said(List.copyOf(pieces), whole.strip().endsWith("?"), cased);
    }

    private static String end(String text) {
        int from = text.length() - LONGEST;
        return from <= 0 ? text : text.substring(Math.max(from, text.indexOf(' ', from)));
    }

    /// A numbered caller's name in one word.
    static String plain(String text) {
        return NUMBERED.matcher(text).replaceAll("caller#$1").replace('\u2019', '\'');
    }

    private static List<Word> words(String piece, boolean opens) {
        var words = new ArrayList<Word>();
        Matcher matcher = WORD.matcher(piece);
        while (matcher.find()) {
            String word = matcher.group();
            words.add(
                    new Word(
                            word.toLowerCase(Locale.ROOT),
                            Character.isUpperCase(word.charAt(0)),
                            opens && words.isEmpty()));
        }
        return List.copyOf(words);
    }

    int length() {
        return pieces.stream().mapToInt(piece -> piece.words().size()).sum();
    }

    /// All of it in lower case, without marks, with a space around every word.
    String text() {
        return " " + String.join(" ", pieces.stream().map(Piece::text).toList()) + " ";
    }

    /// Whether it holds one of these, as whole words.
    boolean holds(Set<String> phrases) {
        String all = text();
        return phrases.stream().anyMatch(phrase -> all.contains(" " + phrase + " "));
    }
}
