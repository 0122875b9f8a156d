package io.partyline.http;

import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Calls;
import io.partyline.show.Card;
import io.partyline.show.Seat;
import io.partyline.show.Show;
import io.partyline.show.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A caller in the queue, as the dashboard reads it.
///
/// @param waitTime of this wait, in whole seconds
/// @param visits how often they have been on the air before
/// @param position from 1, the longest wait first
/// @param state `held`, `reconnecting` or `leaving`
/// @param topic what they want to say, in a sentence, once that is known
/// @param screeningStatus `asking`, `done`, `declined`, `failed` or `broken_off`; empty if nobody
///   has asked them
/// @param ready whether it is known what they want to say, and nobody has to look at them first
/// @param minor whether they may be a child
/// @param danger whether somebody may be in danger, so that a human has to look at once
/// @param next whether the host wants them next
/// @param withProducer whether the producer talks with them
/// @param undoUntil until when a drop can be undone
/// @param returning what is remembered of them from earlier shows; null for a stranger
/// @param writtenBy whose hand wrote onto their card last; empty if nobody has
/// @param byHand what a person has written onto it, and the screener leaves as it is
record QueueEntry(
        CallId callSid,
        CallerNumber phone,
        long waitTime,
        int visits,
        int position,
        String state,
        String name,
        Optional<String> topic,
        Optional<Card.Screening> screeningStatus,
        boolean ready,
        Optional<String> place,
        Optional<String> notes,
        Optional<String> mood,
        double confidence,
        boolean vip,
        boolean minor,
        boolean danger,
        boolean locked,
        boolean next,
        boolean talkback,
        boolean withProducer,
        Optional<Instant> undoUntil,
        Optional<Returning> returning,
        Optional<Seat> writtenBy,
        List<Card.Field> byHand) {

    /// Everybody who waits, and those who are leaving and can still be called back.
    static List<QueueEntry> all(Show show, Instant now) {
        List<Call> waiting =
                show.calls()
                        .real()
                        .filter(call -> call.held() || call.stage() instanceof Stage.Leaving)
                        .sorted(Calls.QUEUE)
                        .toList();
        return IntStream.range(0, waiting.size())
                .mapToObj(i -> of(show, waiting.get(i), i + 1, now))
                .toList();
    }

    private static Optional<String> known(String text) {
        return Optional.of(text).filter(words -> !words.isBlank());
    }

    private static QueueEntry of(Show show, Call call, int position, Instant now) {
        Card card = call.card();
        return new QueueEntry(
                call.id(),
                number(call),
                Math.max(0, Duration.between(call.waitingSince(), now).toSeconds()),
                call.visits().all().size(),
                position,
                state(call),
                call.caller().name(),
                known(card.point()),
                CardPicture.screening(card),
                call.ready(),
                known(card.place()),
                known(card.notes()),
                known(card.mood()),
                card.confidence(),
                card.vip(),
                card.minor(),
                card.danger(),
                call.locked(),
                show.calls().chosen().filter(call.id()::equals).isPresent(),
                call.marks().talkback(),
                call.marks().producer(),
                undoUntil(show, call),
                Returning.of(call),
                card.writtenBy(),
                CardPicture.byHand(card));
    }

    static CallerNumber number(Call call) {
        return call.caller() instanceof Caller.Real real ? real.number() : CallerNumber.WITHHELD;
    }

    /// A held caller whose path is lost is looked for, like one who is lost on the air.
    static String state(Call call) {
        return call.held() && call.marks().lostSince().isPresent()
                ? "reconnecting"
                : ShowWords.of(call.stage());
    }

    static Optional<Instant> undoUntil(Show show, Call call) {
        return call.stage() instanceof Stage.Leaving leaving
                ? Optional.of(leaving.since().plus(show.rules().undo()))
                : Optional.empty();
    }
}
