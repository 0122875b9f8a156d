package io.partyline.http;

import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Calls;
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
/// @param topic what they want to talk about, once they have been asked
/// @param screeningStatus how far that has come
/// @param ready whether they have been asked and can be taken
/// @param next whether the host wants them next
/// @param undoUntil until when a drop can be undone
record QueueEntry(
        CallId callSid,
        CallerNumber phone,
        long waitTime,
        int visits,
        int position,
        String state,
        String name,
        Optional<String> topic,
        Optional<String> screeningStatus,
        boolean ready,
        boolean locked,
        boolean next,
        boolean talkback,
        Optional<Instant> undoUntil) {

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

    private static QueueEntry of(Show show, Call call, int position, Instant now) {
        return new QueueEntry(
                call.id(),
                number(call),
                Math.max(0, Duration.between(call.waitingSince(), now).toSeconds()),
                call.visits().all().size(),
                position,
                state(call),
                call.caller().name(),
                Optional.empty(),
                Optional.empty(),
                false,
                call.locked(),
                show.calls().chosen().filter(call.id()::equals).isPresent(),
                call.marks().talkback(),
                undoUntil(show, call));
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
