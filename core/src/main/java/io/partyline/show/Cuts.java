package io.partyline.show;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What is left out of all that is published of a show: the parts of the program that were dumped.
/// The stems keep them.
///
/// @param all in order, none touching another, each of at least one sample
public record Cuts(List<Cut> all) {
    /// Nothing is left out.
    public static final Cuts NONE = new Cuts(List.of());

    public Cuts {
        all = List.copyOf(all);
    }

    /// A part that is left out.
    ///
    /// @param from its first sample, at 48 kHz from show zero
    /// @param to the sample behind its last
    public record Cut(long from, long to) {
        public Cut {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException(
                        "no part of a show: %d to %d".formatted(from, to));
            }
        }

        public long length() {
            return to - from;
        }
    }

    /// What the events of one show leave out.
    public static Cuts of(Stream<? extends Event> events) {
        return joined(events.flatMap(Cuts::cut));
    }

    /// These and others, in any order, be it over each other.
    public Cuts and(List<Cut> others) {
        return joined(Stream.concat(all.stream(), others.stream()));
    }

    private static Cuts joined(Stream<Cut> any) {
        var cuts = new ArrayList<Cut>();
        any.sorted(Comparator.comparingLong(Cut::from)).forEach(cut -> add(cut, cuts));
        return new Cuts(cuts);
    }

    private static Stream<Cut> cut(Event event) {
        return event instanceof ShowEvent.ProgramDumped dumped
                ? Stream.of(new Cut(dumped.from(), dumped.to()))
                : Stream.empty();
    }

    private static void add(Cut next, List<Cut> cuts) {
        if (cuts.isEmpty() || cuts.getLast().to() < next.from()) {
            cuts.add(next);
        } else {
            Cut last = cuts.removeLast();
            cuts.add(new Cut(last.from(), Math.max(last.to(), next.to())));
        }
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Whether a part of the show is left out, be it in part.
    ///
    /// @param from its first sample
    /// @param to the sample behind its last
    public boolean touch(long from, long to) {
        return all.stream().anyMatch(cut -> cut.from() < to && from < cut.to());
    }

    /// Where a sample of the show lies in what is published: of one that is left out, where the
    /// next that is not does.
    public long published(long sample) {
        return sample
                - all.stream()
                        .filter(cut -> cut.from() < sample)
                        .mapToLong(cut -> Math.min(cut.to(), sample) - cut.from())
                        .sum();
    }

    /// The parts of a stretch of the show that are published, in order.
    ///
    /// @param from its first sample
    /// @param to the sample behind its last
    public List<Cut> kept(long from, long to) {
        var kept = new ArrayList<Cut>();
        long at = from;
        for (Cut cut : all) {
            if (cut.from() > at && at < to) {
                kept.add(new Cut(at, Math.min(cut.from(), to)));
            }
            at = Math.max(at, cut.to());
        }
        if (at < to) {
            kept.add(new Cut(at, to));
        }
        return kept;
    }
}
