package io.partyline.show;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Many patterns that are looked for at once, anywhere in a text.
///
/// At each place of a text only those are tried that can begin with the letters there. Which these
/// are the patterns say themselves, once for each beginning that is met: what fails only because
/// the text is over might have gone on.
///
/// Safe for use by many threads at once.
@SuppressWarnings(
        "JdkObsolete") // Whether a match may go on behind the last letter is the question.
final class Phrases {
    /// Letters that are told apart. Where another stands, all are tried that may begin before it.
    private static final int LETTERS = 128;

    /// How many letters of a place are looked at.
    private static final int LONGEST = 6;

    /// How many beginnings are remembered, so that nobody who says anything fills the memory.
    private static final int MOST = 20_000;

    /// How a pattern is written that wants something to stand before it: what holds this is always
    /// tried.
    private static final String WANTS_BEFORE = "(?<=";

    /// How one is written that wants something not to stand before it.
    private static final String LOOKS_BACK = "(?<!";

    /// Of what may stand before those, a few of each kind.
    private static final List<String> ANYTHING = List.of("", "a", "b", "5", " ", ".", "'");

    /// What can stand before a place, as far as all others tell it apart: nothing, a letter of a
    /// word, anything else.
    private static final List<String> BEFORE = List.of("", "a", " ");

    private final List<Pattern> all;

    /// What may fit where a text is over.
    private final List<Pattern> atTheEnd;

    private final List<Beginning> beginnings;
    private final AtomicInteger known = new AtomicInteger();

    /// What may begin with some letters.
    private final class Beginning {
        private final String before;
        private final String letters;
        private final List<Pattern> phrases;

        /// By one letter more. Whoever comes first finds it out; should two come at once, they find
        /// the same.
        private final AtomicReferenceArray<@Nullable Beginning> longer;

        private Beginning(String before, String letters, List<Pattern> among) {
            this.before = before;
            this.letters = letters;
            phrases = among.stream().filter(this::mayBegin).toList();
            longer = new AtomicReferenceArray<>(phrases.isEmpty() ? 0 : LETTERS);
        }

        private boolean mayBegin(Pattern phrase) {
            if (phrase.pattern().contains(WANTS_BEFORE)) {
                return true;
            }
            return phrase.pattern().contains(LOOKS_BACK)
                    ? ANYTHING.stream().anyMatch(text -> mayFit(phrase, text))
                    : mayFit(phrase, before);
        }

        private boolean mayFit(Pattern phrase, String text) {
            Matcher begun = at(phrase, text + letters, text.length());
            return begun.lookingAt() || begun.hitEnd();
        }

        /// The longest beginning that is known of what stands at a place, or is found out now.
        private Beginning longest(String text, int at) {
            Beginning longest = this;
            for (int i = at; i < text.length() && longest.goesOn(text.charAt(i)); i++) {
                Beginning next = longest.and(text.charAt(i));
                if (next == null) {
                    return longest;
                }
                longest = next;
            }
            return longest;
        }

        private boolean goesOn(char letter) {
            return letter < LETTERS && letters.length() < LONGEST && !phrases.isEmpty();
        }

        private @Nullable Beginning and(char letter) {
            Beginning next = longer.get(letter);
            if (next == null && known.get() < MOST) {
                known.incrementAndGet();
                next = new Beginning(before, letters + letter, phrases);
                longer.set(letter, next);
            }
            return next;
        }
    }

    Phrases(List<String> patterns) {
        all = patterns.stream().map(Pattern::compile).toList();
        atTheEnd = all.stream().filter(Phrases::fitsNothing).toList();
        beginnings = BEFORE.stream().map(before -> new Beginning(before, "", all)).toList();
    }

    private static boolean fitsNothing(Pattern phrase) {
        return phrase.pattern().contains(WANTS_BEFORE)
                || ANYTHING.stream().anyMatch(text -> at(phrase, text, text.length()).lookingAt());
    }

    /// Whether one of them is somewhere in a text.
    boolean in(String text) {
        for (int at = 0; at <= text.length(); at++) {
            for (Pattern phrase : worthTrying(text, at)) {
                if (at(phrase, text, at).lookingAt()) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<Pattern> worthTrying(String text, int at) {
        if (at == text.length()) {
            return atTheEnd;
        }
        if (at == 0) {
            return beginnings.get(0).longest(text, at).phrases;
        }
        char before = text.charAt(at - 1);
        if (before >= LETTERS) {
            return all;
        }
        boolean word = before == '_' || Character.isLetterOrDigit(before);
        return beginnings.get(word ? 1 : 2).longest(text, at).phrases;
    }

    /// A pattern at one place of a text, of which it knows what stands before.
    private static Matcher at(Pattern phrase, String text, int at) {
        return phrase.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }

    /// As one pattern.
    @Override
    public String toString() {
        return all.stream().map(Pattern::pattern).collect(Collectors.joining("|"));
    }
}
