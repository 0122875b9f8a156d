package io.partyline.cast;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a text that streams in into sentences, and ends after so many. What comes out is plain
/// ([WrittenText]), since it is both spoken and written down, and of the part that is played: of a
/// page, data or an excuse of the model's own nothing does. For one thread.
public final class SentenceStream {
    /// A sentence that never ends is cut here, at a word.
    private static final int LONGEST = 400;

    /// Room behind it for the marks and quotes that close a sentence.
    private static final int MARKS = 8;

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "st", "vs", "jr", "sr", "prof", "rev", "gen", "sgt",
                    "capt", "lt", "col", "no", "dept", "approx", "e.g", "i.e", "etc", "a.m", "p.m",
                    "u.s", "mt", "ft");

    private final int most;
    private final StringBuilder waiting = new StringBuilder();
    private int given;
    private boolean begun;
    private boolean noSpeech;

    /// A stream that gives at most so many sentences.
    public SentenceStream(int most) {
        this.most = most;
    }

    /// Takes the next piece of text.
    ///
    /// @return the sentences that are whole now
    public List<String> add(String piece) {
        waiting.append(piece);
        var whole = new ArrayList<String>();
        for (int end = end(); end > 0 && given < most; end = end()) {
            take(end, whole);
        }
        return List.copyOf(whole);
    }

    /// The text is over: gives what is left.
    public List<String> flush() {
        var whole = new ArrayList<String>();
        if (given < most) {
            take(waiting.length(), whole);
        }
        waiting.setLength(0);
        return List.copyOf(whole);
    }

    /// The text was cut off: what is left is given only if it ends as sentences do. An abbreviation
    /// may have been all that there was room for.
    public List<String> cutOff() {
        return endsLikeASentence() ? flush() : List.of();
    }

    private boolean endsLikeASentence() {
        String left = waiting.toString().stripTrailing();
        for (int i = Math.max(0, left.length() - MARKS); i < left.length(); i++) {
            if (afterEnd(i) >= left.length()) {
                return true;
            }
        }
        return false;
    }

    private void take(int end, List<String> whole) {
        if (!begun && !waiting.substring(0, end).isBlank()) {
            begun = true;
            noSpeech = OutOfPart.begins(waiting);
        }
        if (noSpeech) {
            waiting.setLength(0);
            return;
        }
        String sentence = OutOfPart.kept(WrittenText.plain(waiting.substring(0, end)));
        waiting.delete(0, end);
        if (!sentence.isEmpty()) {
            whole.add(sentence);
            given++;
        }
    }

    /// Where the first sentence ends; 0 if that cannot be told yet. An end needs something behind
    /// it.
    private int end() {
        for (int i = 0; i < Math.min(LONGEST, waiting.length() - 1); i++) {
            if (waiting.charAt(i) == '\n') {
                return i + 1;
            }
            int after = afterEnd(i);
            if (after > 0
                    && after < waiting.length()
                    && Character.isWhitespace(waiting.charAt(after))) {
                return after;
            }
        }
        return waiting.length() > LONGEST + MARKS ? cut() : 0;
    }

    /// The last place between two words before the limit; the limit itself in a text without any.
    /// It does not depend on the pieces in which the text came.
    private int cut() {
        int space = waiting.lastIndexOf(" ", LONGEST);
        return space > 0 ? space : LONGEST;
    }

    /// The place behind the end mark at `i` and its closing quotes; 0 if there is no end mark.
    private int afterEnd(int i) {
        char mark = waiting.charAt(i);
        if (mark != '.' && mark != '!' && mark != '?' && mark != '…') {
            return 0;
        }
        if (mark == '.' && abbreviated(i)) {
            return 0;
        }
        int after = i + 1;
        while (after < Math.min(waiting.length(), i + MARKS)
                && "\"')”’.!?…".indexOf(waiting.charAt(after)) >= 0) {
            after++;
        }
        return after;
    }

    /// A dot behind an abbreviation or a single capital letter ends no sentence.
    private boolean abbreviated(int dot) {
        int start = dot;
        while (start > 0 && !Character.isWhitespace(waiting.charAt(start - 1))) {
            start--;
        }
        String word = waiting.substring(start, dot);
        boolean initial =
                word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !"I".equals(word);
        return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
