package io.partyline.carrier.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a caller is going to say or press, in order, until a document gathers it.
///
/// Safe for use by many threads at once.
final class CallerInputs {
    private final List<CallerInput> inputs = new ArrayList<>();

    synchronized void add(CallerInput input) {
        inputs.add(input);
    }

    synchronized boolean has(Set<String> kinds) {
        return first(kinds).isPresent();
    }

    synchronized Optional<CallerInput> take(Set<String> kinds) {
        Optional<CallerInput> input = first(kinds);
        input.ifPresent(inputs::remove);
        return input;
    }

    private Optional<CallerInput> first(Set<String> kinds) {
        return inputs.stream().filter(input -> kinds.contains(input.kind())).findFirst();
    }
}
