package io.partyline.llm;

import io.partyline.cast.Prompt;
import io.partyline.cast.Prompt.Message;
import io.partyline.cast.Prompt.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The messages of a prompt in the order that every server takes, the strict ones too: what the
/// system says first, then user and assistant by turns, beginning and ending with the user.
///
/// @param system may be empty
record Turns(String system, List<Message> messages) {
    /// What a user says where the prompt has nothing of theirs.
    private static final String GO_ON = "(It is your turn.)";

    Turns {
        messages = List.copyOf(messages);
    }

    /// @param noSystem whether the user has to say what the system would
    static Turns of(Prompt prompt, boolean noSystem) {
        String system =
                prompt.messages().stream()
                        .filter(message -> message.role() == Role.SYSTEM)
                        .map(Message::text)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n\n"));
        List<Message> turns = alternating(prompt);
        return noSystem && !system.isEmpty()
                ? new Turns("", led(system, turns))
                : new Turns(system, turns);
    }

    private static List<Message> alternating(Prompt prompt) {
        var turns = new ArrayList<Message>();
        for (Message message : prompt.messages()) {
            if (message.role() != Role.SYSTEM && !message.text().isBlank()) {
                add(turns, message);
            }
        }
        if (turns.isEmpty() || turns.getLast().role() != Role.USER) {
            turns.add(new Message(Role.USER, GO_ON));
        }
        return turns;
    }

    private static void add(List<Message> turns, Message next) {
        if (turns.isEmpty() && next.role() != Role.USER) {
            turns.add(new Message(Role.USER, GO_ON));
        }
        if (!turns.isEmpty() && turns.getLast().role() == next.role()) {
            Message last = turns.removeLast();
            turns.add(new Message(next.role(), last.text() + "\n" + next.text()));
        } else {
            turns.add(next);
        }
    }

    private static List<Message> led(String system, List<Message> turns) {
        var led = new ArrayList<>(turns);
        led.set(0, new Message(Role.USER, system + "\n\n" + led.getFirst().text()));
        return led;
    }
}
