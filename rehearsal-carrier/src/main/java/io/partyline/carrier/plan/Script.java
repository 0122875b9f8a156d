package io.partyline.carrier.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Faults to come: each is for the next so many requests whose path fits, in the order they were
/// added.
///
/// Safe for use by many threads at once.
///
/// @param <F> the kind of fault
public final class Script<F> {
    private record Line<F>(Predicate<String> path, F fault) {}

    private final List<Line<F>> lines = new ArrayList<>();

    Script() {}

    /// The next so many requests, whatever their path, meet this fault.
    public void next(int requests, F fault) {
        next(requests, _ -> true, fault);
    }

    /// The next so many requests whose path fits meet this fault.
    public synchronized void next(int requests, Predicate<String> path, F fault) {
        for (int i = 0; i < requests; i++) {
            lines.add(new Line<>(path, fault));
        }
    }

    /// From now on nothing goes wrong.
    public synchronized void clear() {
        lines.clear();
    }

    public synchronized Optional<F> take(String path) {
        for (Line<F> line : lines) {
            if (line.path().test(path)) {
                lines.remove(line);
                return Optional.of(line.fault());
            }
        }
        return Optional.empty();
    }
}
