package io.partyline.doorway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Who is at a door. Strangers have places of their own, and the newest has the best right to one:
/// so those who only hold a place keep nobody out.
///
/// Safe for use by many threads at once.
final class Visitors {
    private final int mostKnown;
    private final int mostStrangers;
    private final SequencedSet<Visitor> strangers = new LinkedHashSet<>();
    private final SequencedSet<Visitor> known = new LinkedHashSet<>();

    Visitors(Limits limits) {
        mostKnown = limits.visitors();
        mostStrangers = limits.strangers();
    }

    /// Somebody has come; whoever has to make room for them goes.
    void arrives(Visitor visitor) {
        Optional<Visitor> leaves;
        synchronized (this) {
            strangers.addLast(visitor);
            leaves =
                    strangers.size() > mostStrangers
                            ? Optional.of(strangers.removeFirst())
                            : Optional.empty();
        }
        leaves.ifPresent(Visitor::cut);
    }

    /// They are no stranger any more. If there are too many known ones, the one that has been quiet
    /// for longest goes; if none is, it is this one's last request.
    void knows(Visitor visitor) {
        Optional<Visitor> leaves;
        synchronized (this) {
            if (!strangers.remove(visitor) || !known.add(visitor)) {
                return;
            }
            leaves = known.size() > mostKnown ? quietest() : Optional.empty();
            leaves.ifPresentOrElse(
                    known::remove,
                    () -> {
                        if (known.size() > mostKnown) {
                            visitor.leaves();
                        }
                    });
        }
        leaves.ifPresent(Visitor::cut);
    }

    private record Quiet(Visitor visitor, long since) {}

    private Optional<Visitor> quietest() {
        return known.stream()
                .flatMap(each -> each.quietSince().map(since -> new Quiet(each, since)).stream())
                .min(Comparator.comparingLong(Quiet::since))
                .map(Quiet::visitor);
    }

    synchronized void leaves(Visitor visitor) {
        strangers.remove(visitor);
        known.remove(visitor);
    }

    synchronized boolean isEmpty() {
        return strangers.isEmpty() && known.isEmpty();
    }

    /// Ends the connections of all who take too long.
    void cutOverdue(long now) {
        all().stream().filter(visitor -> visitor.isOverdue(now)).forEach(Visitor::cut);
    }

    private synchronized List<Visitor> all() {
        List<Visitor> all = new ArrayList<>(strangers);
        all.addAll(known);
        return all;
    }
}
