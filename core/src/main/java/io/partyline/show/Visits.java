package io.partyline.show;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The stretches of a call on the air. They never overlap, and only the last may still go on.
///
/// A visit ends when the caller is put back, when the call ends, and when the connection breaks:
/// from there on nobody hears them, and whoever comes back waits until the host takes them again.
/// An audio path that is replaced by another without a break is the same visit, and so is one in
/// which the caller is muted.
///
/// @param all in order
public record Visits(List<Visit> all) {
    static final Visits NONE = new Visits(List.of());

    public Visits {
        all = List.copyOf(all);
    }

    public Optional<Visit> first() {
        return all.stream().findFirst();
    }

    /// The visit that goes on.
    public Optional<Visit> current() {
        return last().filter(Visit::open);
    }

    /// How much was heard of the caller in all.
    ///
    /// @param now where the show is, in samples at 48 kHz from show zero, for a visit that has not
    ///   ended
    public Duration airTime(long now) {
        return all.stream().map(visit -> visit.length(now)).reduce(Duration.ZERO, Duration::plus);
    }

    /// Whether the caller was in the program there.
    boolean hold(long sample) {
        return all.stream().anyMatch(visit -> visit.holds(sample));
    }

    Visits begin(Moment from) {
        if (current().isPresent()) {
            return this;
        }
        Moment after = last().flatMap(Visit::to).map(from::notBefore).orElse(from);
        return new Visits(
                Stream.concat(all.stream(), Stream.of(new Visit(after, Optional.empty())))
                        .toList());
    }

    Visits end(Moment to) {
        if (current().isEmpty()) {
            return this;
        }
        var ended = new ArrayList<>(all);
        ended.add(ended.removeLast().end(to));
        return new Visits(ended);
    }

    Optional<Visit> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
