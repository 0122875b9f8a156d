package io.partyline.cast;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a language model is asked.
///
/// @param messages in order; the first is usually the system's
/// @param limit how long the whole answer may take
/// @param most most tokens of the answer
/// @param form what the answer has to be filled into, if it is to be data and not talk; a model
///   that cannot be held to it answers in its own way, so that reading is tolerant ([FilledForm])
public record Prompt(
        Purpose purpose, List<Message> messages, Duration limit, int most, Optional<Form> form) {
    public Prompt {
        messages = List.copyOf(messages);
        if (messages.isEmpty() || most < 1) {
            throw new IllegalArgumentException("a prompt needs a message and room for an answer");
        }
    }

    /// A prompt whose answer is talk.
    public Prompt(Purpose purpose, List<Message> messages, Duration limit, int most) {
        this(purpose, messages, limit, most, Optional.empty());
    }

    /// The same, with the answer filled into a form.
    public Prompt filling(Form answer) {
        return new Prompt(purpose, messages, limit, most, Optional.of(answer));
    }

    /// The same, with less time.
    public Prompt within(Duration left) {
        return new Prompt(purpose, messages, left, most, form);
    }

    /// What the answer is for; an adapter may use a faster model for the smaller ones.
    public enum Purpose {
        /// What an AI caller says next.
        REPLY,
        /// Why an AI caller calls tonight.
        BACKGROUND,
        /// What a call was about.
        SUMMARY,
        /// Which persona follows up a call.
        FOLLOW_UP,
        /// In which mood the host is; soon, or not at all.
        MOOD,
        /// Whether an AI caller speaks unasked.
        JUMP_IN,
        /// What a caller has told the screener.
        CARD
    }

    /// One message.
    public record Message(Role role, String text) {
        static Message system(String text) {
            return new Message(Role.SYSTEM, text);
        }

        static Message user(String text) {
            return new Message(Role.USER, text);
        }

        static Message assistant(String text) {
            return new Message(Role.ASSISTANT, text);
        }
    }

    /// The roles that all providers know.
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }
}
