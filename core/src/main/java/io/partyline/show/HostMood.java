package io.partyline.show;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The mood of the host, and whose word that is.
///
/// The rules read it from what the host says. A model may know better, until the rules read
/// something else. The host's own word stands above both, until they take it back.
///
/// @param moods the strongest first, two at most; empty if nothing stands out
/// @param by whose word it is
/// @param ruled what the rules read last
public record HostMood(List<Mood> moods, By by, List<Mood> ruled) {
    /// More than two would pull an AI caller in every direction.
    public static final int MOST = 2;

    static final HostMood UNREAD = new HostMood(List.of(), By.RULES, List.of());

    /// Whose word a mood is.
    public enum By {
        RULES,
        MODEL,
        HOST
    }

    public HostMood {
        moods = List.copyOf(moods);
        ruled = List.copyOf(ruled);
    }

    /// Whether the host has said what it is.
    public boolean chosen() {
        return by == By.HOST;
    }

    /// What the rules have read now, if that changes anything. Which of two is the stronger one
    /// does not.
    Optional<List<Mood>> changedBy(List<Mood> reading) {
        boolean same = chosen() || Set.copyOf(reading).equals(Set.copyOf(ruled));
        return same ? Optional.empty() : Optional.of(reading);
    }

    /// What a model has read, if that changes anything. A host who is coming to an end is, whatever
    /// a model makes of it.
    Optional<List<Mood>> refinedBy(List<Mood> reading) {
        boolean settled = chosen() || ruled.contains(Mood.WRAPPING_UP);
        boolean same = Set.copyOf(reading).equals(Set.copyOf(moods));
        return settled || same ? Optional.empty() : Optional.of(reading);
    }

    HostMood apply(FloorEvent.HostMoodSet event) {
        return new HostMood(
                event.moods(), event.by(), event.by() == By.RULES ? event.moods() : ruled);
    }
}
