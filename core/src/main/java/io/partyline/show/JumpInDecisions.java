package io.partyline.show;

import static io.partyline.show.Decision.accept;
import static io.partyline.show.Decision.refuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules for AI callers who speak unasked.
///
/// @param atSample the show position now, in samples at 48 kHz from show zero
record JumpInDecisions(Show show, Instant now, long atSample, Surroundings around) {
    private JumpIn jumpIn() {
        return new JumpIn(show, now, around);
    }

    /// What follows the words that were heard: a row on everybody who could have answered, and the
    /// floor for whoever does.
    ///
    /// @param said the event of the words
    /// @param spoken that event and what has changed with it, before anybody gets the floor
    List<Event> heard(FloorEvent.UtteranceSpoken said, List<Event> spoken, Turn.Prompted prompted) {
        var events = new ArrayList<>(spoken);
        long utterance = show.seq() + 1;
        List<JumpIn.Verdict> verdicts =
                jumpIn().after(said.speaker(), said.text(), said.spokenAt());
        for (JumpIn.Verdict verdict : verdicts) {
            events.add(row(verdict, utterance));
        }
        verdicts.stream()
                .filter(verdict -> verdict.why().speaks())
                .findFirst()
                .ifPresent(verdict -> events.add(floor(verdict, prompted, events.size())));
        return List.copyOf(events);
    }

    private Event row(JumpIn.Verdict verdict, long utterance) {
        CallId call = verdict.call().id();
        return new FloorEvent.JumpInWeighed(
                call,
                verdict.why(),
                verdict.meant(),
                verdict.why().speaks() ? Optional.empty() : raised(call),
                utterance,
                now);
    }

    /// A hand stays up until its owner speaks or it is too old.
    private Optional<Hand> raised(CallId call) {
        return Optional.ofNullable(show.floor().panel().hands().get(call))
                .filter(hand -> hand.fresh(now));
    }

    private Event floor(JumpIn.Verdict verdict, Turn.Prompted prompted, int later) {
        return rules().give(verdict.call(), why(verdict.why()), prompted, later);
    }

    private FloorDecisions rules() {
        return new FloorDecisions(show, now, atSample);
    }

    private static Turn.Why why(Weighed why) {
        return switch (why) {
            case QUESTION -> Turn.Why.QUESTION;
            case WANTED -> Turn.Why.WANTED;
            default -> Turn.Why.ADDRESSED;
        };
    }

    /// Whoever may not jump in stays silent, which is no mistake: a row says why.
    Decision silence(Optional<CallId> near) {
        return jumpIn().intoSilence(near)
                .map(ai -> accept(rules().give(ai, Turn.Why.SILENCE, 0)))
                .orElseGet(() -> heldBack(near));
    }

    private Decision heldBack(Optional<CallId> near) {
        long utterance = show.conversation().recap(1).stream().mapToLong(Utterance::seq).sum();
        return new Decision.Accepted(
                jumpIn().heldBack(near).stream().map(verdict -> row(verdict, utterance)).toList());
    }

    /// What the advice makes of the one whom it is about. It may have come late, so everything is
    /// looked at again.
    Decision advised(FloorCommand.Advise given) {
        Gate gate = new Gate(show, now, around);
        Optional<Call> call =
                gate.candidates().stream().filter(one -> one.id().equals(given.call())).findFirst();
        if (!gate.open() || call.isEmpty()) {
            return accept();
        }
        if (show.floor().panel().weighed(given.call(), given.utterance())) {
            return refuse(Reason.ALREADY_DONE);
        }
        return advised(call.orElseThrow(), given, gate);
    }

    private Decision advised(Call call, FloorCommand.Advise given, Gate gate) {
        Weighed why = weighed(call, given, gate);
        var events = new ArrayList<Event>();
        events.add(
                new FloorEvent.JumpInWeighed(
                        call.id(), why, false, hand(why, given.advice()), given.utterance(), now));
        if (why.speaks()) {
            events.add(rules().give(call, Turn.Why.WANTED, events.size()));
        }
        return new Decision.Accepted(events);
    }

    private Weighed weighed(Call call, FloorCommand.Advise given, Gate gate) {
        return switch (given.advice().kind()) {
            case NONE -> Weighed.NO_ADVICE;
            case WAIT -> Weighed.ADVISED_AGAINST;
            case NOTHING, OWN_STORY -> gate.reserved(call).orElse(Weighed.UNDECIDED);
            case SPEAK ->
                    goneOn(given.utterance())
                            ? Weighed.OVERTAKEN
                            : gate.reserved(call).orElse(Weighed.WANTED);
        };
    }

    private boolean goneOn(long utterance) {
        return show.conversation().utterances().stream().anyMatch(said -> said.seq() > utterance);
    }

    private Optional<Hand> hand(Weighed why, Advice advice) {
        boolean wants =
                advice.kind() == Advice.Kind.SPEAK || advice.kind() == Advice.Kind.OWN_STORY;
        return wants && !why.speaks() && !advice.gist().isBlank()
                ? Optional.of(new Hand(advice.gist(), advice.kind() == Advice.Kind.SPEAK, now))
                : Optional.empty();
    }
}
