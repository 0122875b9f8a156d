package io.partyline.cast;

import io.partyline.show.EarlierCall;
import io.partyline.show.Show;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Why an AI caller calls tonight. Templates say when and how it came to the call, and leave who
/// they are to the persona, so that the two cannot contradict each other: nobody is sent to work,
/// given a dog or married by a template.
public final class Backgrounds {
    /// Each goes on from "You are calling".
    private static final List<String> MOMENTS =
            List.of(
                    "from a parked car, because you want to hear the end of the show",
                    "while you do the dishes with the radio on",
                    "from the back step, because the house is loud",
                    "because you cannot sleep",
                    "with ten minutes to spare",
                    "while you walk round the block for the second time");

    private static final List<String> REASONS =
            List.of(
                    "something small happened today that had to do with %s, and it will not leave you alone",
                    "a friend said something about %s that you cannot agree with",
                    "you finally decided something about %s and want to say it out loud once",
                    "you were wrong about %s for years and found out this week",
                    "you have a story about %s that nobody at home wants to hear again");

    private static final List<String> ECHOES =
            List.of(
                    "what %s said about %s sounds like something you went through",
                    "you heard %s talk about %s and you see it differently",
                    "you have been thinking about %s and %s ever since they hung up");

    private static final List<String> NEWS =
            List.of(
                    "there is news since you talked about %s",
                    "you have changed your mind about %s since the last time",
                    "somebody heard you talk about %s and said something that stays with you");

    private static final Pattern YOU =
            Pattern.compile("(?i)(?:tonight,? )?you(?:r|['’]\\p{L}+)?\\b");
    private static final Pattern MARKED =
            Pattern.compile("[{}<>\\[\\]]|(?i:as an ai|language model)");
    private static final int SHORTEST = 20;
    private static final int LONGEST = 500;

    private Backgrounds() {}

    /// A reason out of the persona's own life; of somebody who has called before, out of what they
    /// told then.
    public static String tonight(Persona persona, RandomGenerator chance) {
        Optional<String> told =
                persona.memory()
                        .flatMap(memory -> memory.calls().stream().findFirst())
                        .map(EarlierCall::topic)
                        .filter(topic -> !topic.isBlank());
        if (told.isPresent()) {
            return sentence(pick(NEWS, chance).formatted(told.get().replace(":", "")), chance);
        }
        String topic = persona.topics().isEmpty() ? "people" : pick(persona.topics(), chance);
        return sentence(pick(REASONS, chance).formatted(topic), chance);
    }

    /// A reason that lies in what an earlier caller said.
    ///
    /// @param who how the earlier caller may be spoken of
    /// @param topic a few words for what that was about
    public static String about(String who, String topic, RandomGenerator chance) {
        String what = topic.isBlank() ? "their story" : topic;
        return sentence(pick(ECHOES, chance).formatted(who, what), chance);
    }

    /// A model's answer as a background, unless it is no text about somebody who calls: it speaks
    /// to the one who plays it, as "you".
    public static Optional<String> parse(String answer, Show show) {
        if (answer.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String text = WrittenText.plain(Discretion.of(show).of(answer));
        boolean fits =
                text.length() >= SHORTEST
                        && text.length() <= LONGEST
                        && YOU.matcher(text).lookingAt()
                        && !MARKED.matcher(text).find();
        return fits ? Optional.of(text) : Optional.empty();
    }

    private static String sentence(String reason, RandomGenerator chance) {
        return "You are calling %s: %s.".formatted(pick(MOMENTS, chance), reason);
    }

    private static String pick(List<String> from, RandomGenerator chance) {
        return from.get(chance.nextInt(from.size()));
    }
}
