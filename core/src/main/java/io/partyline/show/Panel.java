package io.partyline.show;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the AI callers have in mind while others speak, and how readily they speak themselves.
///
/// @param hands who wants to say something
/// @param cues what the host has slipped to each, the oldest first
/// @param weighed what was decided last about each, for the host
/// @param awaited whom somebody spoke to by name, and who could not answer yet
/// @param unadvised how often a model was asked whether somebody should speak, and gave no answer
public record Panel(
        Eagerness eagerness,
        Restraint restraint,
        Map<CallId, Hand> hands,
        Map<CallId, List<Cue>> cues,
        Map<CallId, Decided> weighed,
        Optional<Awaited> awaited,
        long unadvised) {
    static final Panel QUIET =
            new Panel(
                    Eagerness.BALANCED,
                    Restraint.NONE,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    0);

    /// For how long somebody who was asked is waited for.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// Somebody who is to answer as soon as they can.
    public record Awaited(CallId call, Instant since) {}

    /// What was decided about somebody.
    ///
    /// @param utterance the number of the event that brought the words
    public record Decided(Weighed why, long utterance) {}

    public Panel {
        hands = Map.copyOf(hands);
        cues = Map.copyOf(cues);
        weighed = Map.copyOf(weighed);
    }

    /// What the host has slipped to a caller and they have not acted on yet.
    public List<Cue> cues(CallId call) {
        return cues.getOrDefault(call, List.of());
    }

    Panel eager(Eagerness now) {
        return new Panel(now, restraint, hands, cues, weighed, awaited, unadvised);
    }

    Panel cued(CallId call, Cue cue) {
        var all = new ArrayList<>(cues(call));
        all.add(cue);
        List<Cue> kept = all.subList(Math.max(0, all.size() - Cue.MOST), all.size());
        return new Panel(
                eagerness,
                restraint,
                hands,
                with(cues, call, Optional.of(List.copyOf(kept))),
                weighed,
                awaited,
                unadvised);
    }

    /// Whom somebody spoke to by name a moment ago, and who could not answer yet.
    Optional<CallId> awaited(Instant now) {
        return awaited.filter(one -> now.isBefore(one.since().plus(PATIENCE))).map(Awaited::call);
    }

    /// Whether it is decided already what a caller makes of these words.
    boolean weighed(CallId call, long utterance) {
        Decided last = weighed.get(call);
        return last != null && last.utterance() >= utterance;
    }

    Panel decided(FloorEvent.JumpInWeighed event) {
        return new Panel(
                eagerness,
                restraint.weighed(event),
                with(hands, event.call(), event.hand()),
                cues,
                with(
                        weighed,
                        event.call(),
                        Optional.of(new Decided(event.why(), event.utterance()))),
                awaiting(event),
                event.why() == Weighed.NO_ADVICE ? unadvised + 1 : unadvised);
    }

    /// Whoever is spoken to next is waited for instead of the one before.
    private Optional<Awaited> awaiting(FloorEvent.JumpInWeighed event) {
        if (event.meant()) {
            return event.why().speaks()
                    ? Optional.empty()
                    : Optional.of(new Awaited(event.call(), event.at()));
        }
        return event.why() == Weighed.OTHER_ADDRESSED
                ? awaited.filter(one -> !one.call().equals(event.call()))
                : awaited;
    }

    /// Whoever speaks takes the hand down, and is not waited for any more. Whom the host lets speak
    /// is wanted.
    Panel granted(Turn turn) {
        boolean asked = turn.why() == Turn.Why.HOST_ASKED || turn.why() == Turn.Why.HOST_SPOKE;
        return new Panel(
                eagerness,
                asked ? restraint.wanted(turn.call()) : restraint,
                with(hands, turn.call(), Optional.empty()),
                cues,
                weighed,
                awaited.filter(one -> !one.call().equals(turn.call())),
                unadvised);
    }

    Panel interrupted(Turn turn) {
        return with(restraint.rebuffed(turn.call()), cues);
    }

    /// A note has been acted on by a whole turn that began after it.
    Panel ended(Turn turn, FloorEvent.TurnEnded over) {
        boolean unasked = turn.why() == Turn.Why.SILENCE || turn.why() == Turn.Why.WANTED;
        Restraint after =
                unasked && over.outcome() != TurnOutcome.FAILED
                        ? restraint.spokeUnasked(turn.call(), over.at())
                        : restraint;
        return with(after, over.outcome() == TurnOutcome.FINISHED ? cuesAfter(turn) : cues);
    }

    private Map<CallId, List<Cue>> cuesAfter(Turn turn) {
        List<Cue> left =
                cues(turn.call()).stream()
                        .filter(cue -> !cue.since().isBefore(turn.since()))
                        .toList();
        return with(cues, turn.call(), left.isEmpty() ? Optional.empty() : Optional.of(left));
    }

    private Panel with(Restraint after, Map<CallId, List<Cue>> notes) {
        return new Panel(eagerness, after, hands, notes, weighed, awaited, unadvised);
    }

    Panel without(CallId call) {
        return new Panel(
                eagerness,
                restraint.without(call),
                with(hands, call, Optional.empty()),
                with(cues, call, Optional.empty()),
                with(weighed, call, Optional.empty()),
                awaited.filter(one -> !one.call().equals(call)),
                unadvised);
    }

    private static <T> Map<CallId, T> with(Map<CallId, T> all, CallId call, Optional<T> value) {
        var changed = new HashMap<>(all);
        value.ifPresentOrElse(now -> changed.put(call, now), () -> changed.remove(call));
        return changed;
    }
}
