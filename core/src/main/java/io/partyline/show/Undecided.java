package io.partyline.show;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whom the rules have not decided about after something that was said: whoever knows more is
/// asked, and answers with [FloorCommand.Advise].
///
/// @param utterance the number of the event that brought the words
public record Undecided(long utterance, List<CallId> calls) {
    public Undecided {
        calls = List.copyOf(calls);
    }

    /// What a decision has left open.
    ///
    /// @param decided the events of it
    /// @param after the show after them
    public static Optional<Undecided> after(List<Event> decided, Show after) {
        boolean auto = after.floor().mode() == AiMode.AUTO && !after.floor().muted();
        return auto
                ? decided.stream()
                        .filter(Undecided::byAPerson)
                        .findFirst()
                        .map(_ -> open(decided, after))
                        .filter(left -> !left.calls().isEmpty())
                : Optional.empty();
    }

    private static boolean byAPerson(Event event) {
        return event instanceof FloorEvent.UtteranceSpoken said
                && !(said.speaker() instanceof Speaker.AiCaller);
    }

    private static Undecided open(List<Event> decided, Show after) {
        Set<CallId> weighed =
                decided.stream()
                        .filter(FloorEvent.JumpInWeighed.class::isInstance)
                        .map(event -> ((FloorEvent.JumpInWeighed) event).call())
                        .collect(Collectors.toSet());
        List<CallId> open =
                after.calls()
                        .ai()
                        .filter(call -> call.onAir() && !call.muted())
                        .map(Call::id)
                        .filter(call -> !weighed.contains(call))
                        .toList();
        long seq =
                after.conversation().utterances().stream()
                        .filter(said -> !(said.speaker() instanceof Speaker.AiCaller))
                        .mapToLong(Utterance::seq)
                        .max()
                        .orElse(0);
        return new Undecided(seq, open);
    }
}
