package io.partyline.cast;

import java.util.List;
import java.util.random.RandomGenerator;

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

    private Backgrounds() {}

    /// A reason out of the persona's own life.
    public static String tonight(Persona persona, RandomGenerator chance) {
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

    private static String sentence(String reason, RandomGenerator chance) {
        return "You are calling %s: %s.".formatted(pick(MOMENTS, chance), reason);
    }

    private static String pick(List<String> from, RandomGenerator chance) {
        return from.get(chance.nextInt(from.size()));
    }
}
