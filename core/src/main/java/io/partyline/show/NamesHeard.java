package io.partyline.show;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Whom a word names: somebody of that name first, then somebody who is called so for short, then
/// somebody whose name sounds like it. Whoever is on the air under the very name is never taken for
/// another.
///
/// @param cased whether the recogniser writes capitals at all
record NamesHeard(List<Party> parties, boolean cased) {
    private static final int SHORTEST = 3;

    /// Names that are words, too: without a capital they are the word.
    private static final Set<String> WORDS_TOO =
            Set.of(
                    "art", "august", "bill", "bob", "buck", "chance", "chase", "chip", "cliff",
                    "dale", "dawn", "dean", "don", "dot", "drew", "earl", "faith", "fran", "frank",
                    "gene", "glen", "grace", "grant", "guy", "hope", "iris", "ivy", "jack", "jay",
                    "jean", "josh", "joy", "june", "lance", "lily", "mark", "mason", "max", "may",
                    "miles", "nick", "norm", "pat", "pearl", "peg", "penny", "rich", "rob", "rose",
                    "ruby", "sandy", "skip", "sue", "ted", "violet", "wade", "will", "woody");

    /// Words that open sentences and sound like a name.
    private static final Set<String> ORDINARY =
            Set.of(
                    "carry", "crazy", "dance", "deny", "early", "fall", "feel", "fell", "file",
                    "fine", "full", "funny", "gas", "goes", "gosh", "guess", "honey", "just", "kid",
                    "kids", "lucky", "many", "marry", "more", "most", "much", "oral", "pray",
                    "price", "read", "same", "see", "some", "sure", "tell", "tiny", "today", "tone",
                    "true", "tune", "very", "wait", "what", "when", "where", "while", "who", "why");

    /// Somebody who is surely meant.
    Optional<Party> sure(Said.Word word) {
        return lowerCaseWord(word)
                ? Optional.empty()
                : best(party -> party.name().equals(word.plain()) ? 0 : -1)
                        .or(() ->
                                best(party ->
                                        Nicknames.of(party.name()).contains(word.plain())
                                                ? 0
                                                : -1));
    }

    /// Somebody who may be meant where a name is to be expected.
    Optional<Party> likely(Said.Word word) {
        Optional<Party> sure = sure(word);
        boolean mayBe =
                word.plain().length() >= SHORTEST
                        && (word.capital() || !cased)
                        && !ORDINARY.contains(word.plain());
        return sure.isPresent() || !mayBe
                ? sure
                : best(party -> SoundsLike.distance(word.plain(), party.name()));
    }

    private boolean lowerCaseWord(Said.Word word) {
        return cased && !word.capital() && WORDS_TOO.contains(word.plain());
    }

    /// The nearest; a person rather than an AI caller if both are as near, since silence is the
    /// smaller mistake.
    private Optional<Party> best(ToIntFunction<Party> distance) {
        Optional<Party> nearest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Party party : parties) {
            int apart = distance.applyAsInt(party);
            if (apart >= 0 && (apart < least || (apart == least && !party.ai()))) {
                least = apart;
                nearest = Optional.of(party);
            }
        }
        return nearest;
    }
}
