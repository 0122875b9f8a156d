package io.partyline.cast;

import java.util.List;

/// What the screener says. All of it is ours: nothing that a model makes up is ever said to
/// somebody who waits, and the screener never says that it is a person, or the host.
public final class ScreenerScript {
    private static final String HELLO =
            "Hello, I am the show's assistant, an AI. If you would rather just wait, say so. Please turn your radio down.";

    /// Fewer words may be an answer.
    private static final int SHORTEST_ECHO = 2;

    private ScreenerScript() {}

    /// Whether what was heard is nothing but a part of what the screener is saying.
    public static boolean isEcho(String heard, String saying) {
        List<String> words = Words.of(heard);
        return words.size() >= SHORTEST_ECHO && Words.set(saying).containsAll(words);
    }

    /// The first words.
    public static String hello(ScreenerReply.Ask asked) {
        return HELLO + " " + question(asked);
    }

    /// A question that comes after an answer.
    ///
    /// @param name what the caller is called; blank if that is not known
    public static String next(ScreenerReply.Ask asked, String name) {
        return (name.isBlank() ? "Thank you. " : "Thank you, %s. ".formatted(name))
                + question(asked);
    }

    /// The same question, after an answer that was none.
    public static String again(ScreenerReply.Ask asked) {
        return "Sorry, I did not get that. " + question(asked);
    }

    private static String question(ScreenerReply.Ask asked) {
        return switch (asked) {
            case WHO -> "What is your name, and where are you calling from?";
            case POINT -> "In one sentence, what would you like to say on the air?";
            case ALL -> "What is your name, and what would you like to say on the air?";
        };
    }

    /// The last words to somebody who has told something.
    public static String thanks(String name) {
        return (name.isBlank() ? "Thank you." : "Thank you, %s.".formatted(name))
                + " Please stay on the line.";
    }

    /// The last words to somebody who has told nothing.
    public static String wait(boolean declined) {
        return declined
                ? "Of course. You keep your place, just stay on the line."
                : "Please stay on the line, you keep your place.";
    }

    /// To somebody whom a human has to look at. Help is not promised, since nobody can know who
    /// reads this, and when.
    public static String human(boolean danger) {
        return danger
                ? "Thank you for telling me. I am telling the people of the show now. If anybody is in danger, please hang up and call the emergency number."
                : "Thank you. Somebody of the show will talk with you first. Please stay on the line.";
    }
}
