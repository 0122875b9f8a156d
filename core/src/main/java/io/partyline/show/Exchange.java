package io.partyline.show;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A talk between a person and an AI caller that goes on without names: right after somebody was
/// asked and has answered, "you" means them; and who has asked a question hears the answer.
///
/// @param begun when the words that are being weighed were begun
record Exchange(Show show, Instant begun) {
    /// How long after an AI caller's last word "you" still means them.
    private static final Duration STICKY = Duration.ofSeconds(15);

    /// What others may throw in without taking the talk over.
    private static final int ASIDE = 6;

    /// How far back it is looked.
    private static final int MOST_ASIDES = 3;

    private static final Set<String> YOU =
            Set.of(
                    "you",
                    "your",
                    "yours",
                    "you're",
                    "you've",
                    "you'd",
                    "you'll",
                    "yourself",
                    "tell me",
                    "tell us",
                    "go on",
                    "go ahead",
                    "come on",
                    "come off it",
                    "say more",
                    "how so",
                    "how come",
                    "explain that",
                    "convince me",
                    "prove it",
                    "walk me through",
                    "walk us through",
                    "i don't follow",
                    "i don't get it",
                    "say that again");

    private static final Pattern IDIOMS =
            Pattern.compile(
                    "\\b(you know|what you mean|thank you|tell you|see you|bless you|you see|mind"
                            + " you|listening to)\\b");

    /// The AI caller whom these words go on with, if any.
    Optional<CallId> with(Said said, Speaker speaker) {
        List<Utterance> before = show.conversation().recap(MOST_ASIDES + 1).reversed();
        for (int i = 0; i < before.size(); i++) {
            Utterance earlier = before.get(i);
            if (earlier.speaker() instanceof Speaker.AiCaller ai) {
                boolean answered = i == 0 && earlier.text().strip().endsWith("?");
                return Optional.of(ai.id())
                        .filter(this::justSpoke)
                        .filter(_ -> answered || asks(said));
            }
            if (!aside(earlier, speaker)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean justSpoke(CallId call) {
        Instant spoke = show.floor().spoke().get(call);
        return spoke != null && begun.isBefore(spoke.plus(STICKY));
    }

    private static boolean asks(Said said) {
        return said.question() || toYou(said.text());
    }

    private static boolean toYou(String text) {
        String plain = " " + IDIOMS.matcher(text).replaceAll(" ") + " ";
        return YOU.stream().anyMatch(you -> plain.contains(" " + you + " "));
    }

    /// Whether the talk stayed where it was: nobody else was spoken to, and nobody else began.
    private boolean aside(Utterance earlier, Speaker speaker) {
        Said said = Said.of(earlier.text());
        boolean same = earlier.speaker().equals(speaker);
        Addressee to = Addressee.of(said, Party.others(show, earlier.speaker()), false);
        return to instanceof Addressee.Open && (same || said.length() <= ASIDE);
    }

    /// Whether a question goes to the person who has just spoken.
    static boolean toAPerson(Show show, Said said, Speaker speaker, Instant begun) {
        return (said.question() || toYou(said.text()))
                && show.conversation().recap(1).stream()
                        .anyMatch(last ->
                                last.speaker() instanceof Speaker.RealCaller
                                        && !last.speaker().equals(speaker)
                                        && begun.isBefore(last.at().plus(STICKY.multipliedBy(2))));
    }
}
