package io.partyline.show;

import java.util.List;
import java.util.Set;

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
                    "hands up");

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
        boolean all = (said.question() && (alone || said.holds(ALL))) || said.holds(ASKING_ALL);
        return all ? new Everybody() : new Open();
    }
}
