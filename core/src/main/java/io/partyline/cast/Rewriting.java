package io.partyline.cast;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One way to write something out as it is said: wherever the pattern is found, the words stand.
record Rewriting(Pattern pattern, Function<MatchResult, String> words) {

    static Rewriting of(String pattern, Function<MatchResult, String> words) {
        return new Rewriting(Pattern.compile(pattern), words);
    }

    static Rewriting of(String pattern, String words) {
        return of(pattern, _ -> words);
    }

    /// One after the other, since the later ones read what the earlier ones left.
    static String all(List<Rewriting> rewritings, String text) {
        String said = text;
        for (Rewriting rewriting : rewritings) {
            said = rewriting.apply(said);
        }
        return said;
    }

    private String apply(String text) {
        return pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(words.apply(match)));
    }
}
