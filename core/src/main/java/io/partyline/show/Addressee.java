package io.partyline.show;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// To whom something is said, as far as the words tell.
sealed interface Addressee {
    /// An AI caller, who is to answer.
    record Ai(CallId call) implements Addressee {}

    /// Somebody else, or somebody who is to wait: the AI callers stay silent.
    record Another() implements Addressee {}

    /// Everybody.
    record Everybody() implements Addressee {}

    /// The words do not tell.
    record Open() implements Addressee {}

    /// What a question to all of them has in it.
    Set<String> ALL =
            Set.of(
                    "everybody",
                    "everyone",
                    "anybody",
                    "anyone",
                    "you all",
                    "y'all",
                    "all of you",
                    "any of you",
                    "either of you",
                    "both of you",
                    "you guys",
                    "you two",
                    "panel",
                    "the panel",
                    "gang",
                    "folks",
                    "who else",
                    "who wants",
                    "who'd like",
                    "who here",
                    "who of you",
                    "which of you",
                    "some of you",
                    "one of you",
                    "none of you",
                    "each of you",
                    "the rest of you",
                    "the others",
                    "you lot",
                    "you both",
                    "you three",
                    "you four",
                    "the two of you",
                    "the three of you",
                    "who thinks",
                    "who agrees",
                    "who disagrees",
                    "who believes",
                    "who remembers",
                    "who has ever",
                    "who's ever",
                    "who's with me",
                    "who is with me",
                    "agree or disagree",
                    "what do we think",
                    "what do we make",
                    "do we agree",
                    "are we agreed",
                    "do we believe",
                    "ladies and gentlemen",
                    "round the table",
                    "around the table");

    /// What asks all of them without being a question.
    Set<String> ASKING_ALL =
            Set.of(
                    "somebody tell",
                    "someone tell",
                    "somebody help",
                    "someone help",
                    "somebody answer",
                    "someone answer",
                    "somebody explain",
                    "someone explain",
                    "anybody please",
                    "anyone please",
                    "throw it open",
                    "throw this open",
                    "throw that open",
                    "throwing this open",
                    "throwing it open",
                    "open to the floor",
                    "hands up",
                    "show of hands",
                    "somebody jump",
                    "someone jump",
                    "anybody jump",
                    "anyone jump",
                    "anybody can answer",
                    "anyone can answer",
                    "somebody back me up",
                    "someone back me up",
                    "one word each");

    /// What all of them are called before they are asked something.
    Set<String> COMPANY =
            Set.of("people", "team", "guys", "friends", "room", "table", "panel", "gang", "folks");

    /// Wanting to know what all of them make of something.
    Pattern HEARING_ALL =
            Pattern.compile(
                    "\\b(?:(?:hear|get) (?:it |this |that |something )?from|(?:hear|wonder|curious|ask"
                            + "|tell (?:me|us)|like to know|love to know|want to know) (?:what|how|if"
                            + "|whether|why|which)|let me ask|(?:question|one) (?:for|to)|put (?:it|that"
                            + "|this) to|over to|a word from) (?:everybody|everyone|all of you|you all"
                            + "|the panel|you two|you three|both of you|each of you|the others|the"
                            + " room|the table|you guys|you lot|the rest of you)\\b");

    /// A question that is nothing but one of these, with "any" before it or not.
    Set<String> INVITING =
            Set.of(
                    "thoughts",
                    "ideas",
                    "comments",
                    "takers",
                    "opinions",
                    "views",
                    "guesses",
                    "volunteers",
                    "reactions",
                    "suggestions");

    /// To whom these words are said.
    ///
    /// @param alone whether nobody but AI callers is there to answer
    static Addressee of(Said said, List<Party> parties, boolean alone) {
        var called = new CalledByName(said, new NamesHeard(parties, said.cased())).last();
        if (called.isPresent()) {
            CalledByName.Called who = called.orElseThrow();
            return who.party().ai() && who.toAnswer()
                    ? new Ai(who.party().call().orElseThrow())
                    : new Another();
        }
        return asksAll(said, alone) ? new Everybody() : new Open();
    }

    private static boolean asksAll(Said said, boolean alone) {
        boolean question =
                said.question()
                        && (alone || said.holds(ALL) || callsCompany(said) || invites(said));
        return question || said.holds(ASKING_ALL) || HEARING_ALL.matcher(said.text()).find();
    }

    private static boolean callsCompany(Said said) {
        return said.pieces().stream()
                .map(Said.Piece::meat)
                .anyMatch(meat -> meat.size() == 1 && COMPANY.contains(meat.getFirst().plain()));
    }

    private static boolean invites(Said said) {
        List<Said.Word> last =
                said.pieces().getLast().words().stream()
                        .filter(word -> !word.plain().equals("any"))
                        .toList();
        return last.size() == 1 && INVITING.contains(last.getFirst().plain());
    }
}
