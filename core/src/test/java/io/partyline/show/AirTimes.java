package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Counts by the events alone how long each caller of a random show is on the air, and holds the
/// visits against it.
final class AirTimes {
    private static final int STEPS = 600;

    private final Map<CallId, Instant> since = new HashMap<>();
    private final Map<CallId, Duration> aired = new HashMap<>();
    private final List<CallRecord> ended = new ArrayList<>();
    private Show show = Show.before(0);

    private AirTimes() {}

    /// Plays a show, and the next if that is closed.
    ///
    /// @return every call that ended
    static List<CallRecord> ofAShow(int seed) {
        var chance = new Random(seed);
        var commands = new RandomCommands(chance);
        var times = new AirTimes();
        Instant now = Story.NOW;
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(commands.gap());
            times.ask(new ShowCommand.PassTime(), now);
            boolean anything = chance.nextBoolean() || times.show.calls().live().isEmpty();
            times.ask(anything ? commands.next(times.show, now) : times.toAndFro(chance, now), now);
        }
        return times.ended;
    }

    /// Somebody goes on: into the queue, onto the air, back, and onto the air again.
    private Command toAndFro(Random chance, Instant now) {
        List<Call> live = List.copyOf(show.calls().live().values());
        Call call = live.get(chance.nextInt(live.size()));
        return switch (call.stage()) {
            case Stage.Ringing _, Stage.Reconnecting _ -> new CallCommand.OpenLeg(call.id());
            case Stage.Held _ ->
                    chance.nextBoolean()
                            ? new CallCommand.OpenLeg(call.id())
                            : new CallCommand.Take(call.id());
            case Stage.Taking _ -> new CallCommand.Air(call.id(), show.positionAt(now));
            case Stage.OnAir _ ->
                    chance.nextInt(4) == 0
                            ? new CallCommand.LoseLeg(call.id())
                            : new CallCommand.Hold(call.id());
            case Stage.Leaving _ -> new CallCommand.Undo(call.id());
        };
    }

    private void ask(Command command, Instant now) {
        if (Decisions.decide(show, command, now, show.positionAt(now))
                instanceof Decision.Accepted(var events)) {
            events.forEach(this::happen);
        }
    }

    private void happen(Event event) {
        count(event);
        show = show.apply(event);
        show.calls().live().values().forEach(AirTimes::live);
        if (event instanceof CallEvent.CallEnded over) {
            CallRecord past = show.history().find(over.call()).orElseThrow();
            inOrder(past.call());
            assertThat(past.visits().current()).as("all has ended: %s", past).isEmpty();
            assertThat(byTheWall(past.visits()))
                    .as("the visits are the time on the air: %s", past)
                    .isEqualTo(aired.getOrDefault(past.id(), Duration.ZERO));
            ended.add(past);
        }
    }

    private void count(Event event) {
        switch (event) {
            case CallEvent.CallRang rang -> begins(rang.call());
            case CallEvent.CallFound found -> begins(found.call());
            case CallEvent.AiCallPlaced placed -> begins(placed.call());
            case CallEvent.CallAired on -> since.put(on.call(), on.at());
            case CallEvent.CallHeld off -> leaves(off.call(), off.at());
            case CallEvent.LegLost off -> leaves(off.call(), off.at());
            case CallEvent.CallEnded off -> leaves(off.call(), off.at());
            default -> {}
        }
    }

    /// A call that was lost and found again begins a record of its own.
    private void begins(CallId call) {
        since.remove(call);
        aired.remove(call);
    }

    private void leaves(CallId call, Instant at) {
        Optional.ofNullable(since.remove(call))
                .ifPresent(from -> aired.merge(call, Duration.between(from, at), Duration::plus));
    }

    private static Duration byTheWall(Visits visits) {
        return visits.all().stream()
                .map(visit -> Duration.between(visit.from().at(), visit.to().orElseThrow().at()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void live(Call call) {
        inOrder(call);
        boolean goesOn = call.visits().current().isPresent();
        assertThat(goesOn).as("a visit goes on while on the air: %s", call).isEqualTo(call.onAir());
    }

    private static void inOrder(Call call) {
        Optional<Moment> before = Optional.empty();
        for (Visit visit : call.visits().all()) {
            assertThat(before.filter(end -> isBefore(visit.from(), end))).as("%s", call).isEmpty();
            assertThat(visit.to().filter(end -> isBefore(end, visit.from()))).isEmpty();
            before = visit.to();
        }
    }

    private static boolean isBefore(Moment one, Moment other) {
        return one.at().isBefore(other.at()) || one.sample() < other.sample();
    }
}
