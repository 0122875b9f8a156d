package io.partyline.show;

import static io.partyline.show.Decision.accept;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules for the mood of the host: an event only when it changes.
record MoodDecisions(Show show, Instant now) {
    /// What the rules make of the host's lines, with this one.
    Optional<Event> after(FloorEvent.UtteranceSpoken said) {
        if (!(said.speaker() instanceof Speaker.Host)) {
            return Optional.empty();
        }
        Conversation with = show.conversation().apply(said, show.seq() + 1);
        return show.mood().changedBy(MoodRules.read(with, now)).map(this::ruled);
    }

    /// Nobody has said anything for so long that what they said before tells nothing any more.
    Event over() {
        return ruled(List.of());
    }

    /// When that will be; empty if there is nothing to be over.
    Optional<Instant> ends() {
        return show.mood().chosen() || show.mood().moods().isEmpty()
                ? Optional.empty()
                : show.conversation().hostSpokeAt().map(at -> at.plus(MoodRules.MEMORY));
    }

    /// What a model has read of lines that are no longer the last is worth nothing, and no mistake.
    Decision refine(List<Mood> moods, long upTo) {
        return show.mood()
                .refinedBy(moods)
                .filter(_ -> isFresh() && !show.conversation().hostSpokeBehind(upTo))
                .map(read -> accept(new FloorEvent.HostMoodSet(read, HostMood.By.MODEL, now)))
                .orElse(accept());
    }

    private boolean isFresh() {
        return show.conversation()
                .hostSpokeAt()
                .filter(at -> now.isBefore(at.plus(MoodRules.MEMORY)))
                .isPresent();
    }

    Decision choose(Optional<Mood> mood) {
        return mood.map(this::choose).orElseGet(this::leaveToRules);
    }

    private Decision choose(Mood mood) {
        boolean already = show.mood().chosen() && show.mood().moods().equals(List.of(mood));
        return already
                ? accept()
                : accept(new FloorEvent.HostMoodSet(List.of(mood), HostMood.By.HOST, now));
    }

    private Decision leaveToRules() {
        return show.mood().chosen()
                ? accept(ruled(MoodRules.read(show.conversation(), now)))
                : accept();
    }

    private Event ruled(List<Mood> read) {
        return new FloorEvent.HostMoodSet(read, HostMood.By.RULES, now);
    }
}
