package io.partyline.http;

import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.CallerNumber;
import io.partyline.show.Channel;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The queue and the air: who waits, who is taken, who goes.
///
/// @param replaces whether take-next replaces those on the air unless a request says otherwise
record QueueRoutes(Control control, InstantSource clock, boolean replaces) {
    /// @param seq the number of the last event in it
    record Queue(List<QueueEntry> queue, long seq) {
        static Queue of(Show show, Instant now) {
            return new Queue(QueueEntry.all(show, now), show.seq());
        }
    }

    record Taken(String status, CallerOnAir caller) {}

    /// A real caller who has been taken.
    record CallerOnAir(
            CallId callSid,
            CallerNumber phone,
            Optional<Channel> channel,
            String name,
            Instant startedAt) {
        static CallerOnAir of(Call call) {
            return new CallerOnAir(
                    call.id(),
                    QueueEntry.number(call),
                    call.channel(),
                    call.caller().name(),
                    call.stage().since());
        }
    }

    record Dropped(String status, CallId callSid, Optional<Instant> undoUntil) {}

    /// What is known of an ended call at once; the summary comes later, as an event.
    record Disconnected(
            String status,
            Optional<String> caller,
            Optional<String> summary,
            String summaryStatus,
            boolean autoFollowup) {
        static Disconnected of(Optional<CallRecord> past, boolean autoFollowup) {
            return new Disconnected(
                    "disconnected",
                    past.map(call -> call.caller().name()),
                    Optional.empty(),
                    PastCall.PENDING,
                    autoFollowup);
        }
    }

    record Which(Optional<String> callSid) {}

    record Next(Optional<Boolean> replace) {}

    record LinesOpen(Boolean open) {}

    void into(Routes routes) {
        routes.get("/api/queue", _ -> Queue.of(control.show(), clock.instant()))
                .post("/api/queue/take-next", this::takeNext)
                .post("/api/queue/take/{call_sid}", this::take)
                .post("/api/queue/drop/{call_sid}", this::drop)
                .post("/api/hangup/real", this::hangUp)
                .post("/api/lines", this::lines);
    }

    private Taken take(Asked asked) {
        asked.nothing();
        return taken(Control.onAir(control.room().take(asked.call())));
    }

    private Taken takeNext(Asked asked) {
        boolean replacing = asked.body(Next.class).replace().orElse(replaces);
        return taken(Control.onAir(control.room().takeNext(replacing)));
    }

    private static Taken taken(Call call) {
        return new Taken("on_air", CallerOnAir.of(call));
    }

    private Dropped drop(Asked asked) {
        asked.nothing();
        CallId call = asked.call();
        control.ask(new CallCommand.Drop(call));
        var show = control.show();
        return new Dropped(
                "dropped", call, show.call(call).flatMap(left -> QueueEntry.undoUntil(show, left)));
    }

    private Disconnected hangUp(Asked asked) {
        Optional<CallCommand> named =
                asked.body(Which.class)
                        .callSid()
                        .map(sid -> new CallCommand.HangUp(real(sid).id()));
        Optional<CallRecord> past = control.end(named.orElse(new CallCommand.HangUpReal()));
        return Disconnected.of(past, control.show().followUps().auto());
    }

    private Call real(String sid) {
        Call call =
                control.show()
                        .calls()
                        .real()
                        .filter(candidate -> candidate.id().value().equals(sid))
                        .findFirst()
                        .orElseThrow(() -> new Problem(Reason.NO_SUCH_CALL));
        if (call.channel().isEmpty()) {
            throw new Problem(Reason.NOT_ON_AIR);
        }
        return call;
    }

    private LinesOpen lines(Asked asked) {
        LinesOpen wanted = asked.body(LinesOpen.class);
        control.ask(new ShowCommand.SetLines(wanted.open()));
        return wanted;
    }
}
