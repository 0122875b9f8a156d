package io.partyline.rehearsal;

import io.partyline.port.ControlRoom;
import io.partyline.port.EventFeed;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Show;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Plays the steps of a script, one after the other, and checks what the script says is to be seen.
/// For one thread.
public final class Director {
    /// Nothing that a script waits for takes longer in a show that works.
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final Duration ROUND = Duration.ofMillis(20);

    private final ControlRoom room;
    private final Troupe troupe;
    private final Desktop desktop;
    private final Proofs proofs;
    private final Map<String, Long> counted = new HashMap<>();
    private final List<String> shown = new ArrayList<>();

    /// @param room looked at to know how far the show is; everything the host does goes through
    ///   `desktop`
    public Director(ControlRoom room, Troupe troupe, Desktop desktop) {
        this.room = room;
        this.troupe = troupe;
        this.desktop = desktop;
        this.proofs = new Proofs(room, troupe::callOf, troupe::heardOn);
    }

    /// Plays a script to its end.
    ///
    /// @return what it has checked, a sentence each
    /// @throws IllegalStateException with a sentence, if the show does not do what the script waits
    ///   for, or if it has not done what the script checks
    public List<String> play(Script script) {
        script.steps().forEach(this::play);
        return List.copyOf(shown);
    }

    private void play(Step step) {
        switch (step) {
            case Step.Dial(var caller) -> troupe.dial(caller);
            case Step.HangUp(var caller) -> troupe.hangUp(caller);
            case Step.Say(var who, var text) -> troupe.say(who, text);
            case Step.Post(var path, var body) -> desktop.post(withCalls(path), withCalls(body));
            case Step.Pause(var length) -> LockSupport.parkNanos(length.toNanos());
            case Step.Until(var wish) -> await(wish);
            case Step.Check(var claim) -> shown.add(proofs.of(claim));
        }
    }

    private String withCalls(String text) {
        String filled = text;
        for (var dialled : troupe.dialled().entrySet()) {
            filled = filled.replace("{" + dialled.getKey() + "}", dialled.getValue().sid());
        }
        return filled;
    }

    private void await(Step.Wish wish) {
        await(() -> fulfilled(wish), wish.toString());
        if (wish instanceof Step.Wish.Heard(var who)) {
            counted.put(who, utterances(who));
        }
    }

    private void await(BooleanSupplier fulfilled, String what) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Show from = room.show();
        try (EventFeed events = room.events(from.id(), from.seq())) {
            while (!fulfilled.getAsBoolean()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the show waits in vain for: " + what);
                }
                events.next(ROUND);
            }
        }
    }

    private boolean fulfilled(Step.Wish wish) {
        Show show = room.show();
        return switch (wish) {
            case Step.Wish.Stands(var caller, var place) ->
                    stands(show, troupe.callOf(caller), place);
            case Step.Wish.HearsScreener(var caller) ->
                    !stands(show, troupe.callOf(caller), Step.Place.ASKED)
                            || troupe.isSpokenTo(caller);
            case Step.Wish.Silent(var who) -> troupe.silent(who);
            case Step.Wish.Heard(var who) ->
                    utterances(who) > counted.getOrDefault(who, 0L) && free(show);
            case Step.Wish.AiOnAir _ -> show.calls().ai().anyMatch(Call::onAir);
            case Step.Wish.FollowUpSpoke _ -> followUpSpoke(show);
        };
    }

    private static boolean stands(Show show, CallId id, Step.Place place) {
        Optional<Call> call = show.call(id);
        Optional<CallRecord> past = show.history().find(id);
        return switch (place) {
            case HELD -> call.filter(Call::held).isPresent();
            case ASKED -> call.filter(Director::asked).isPresent();
            case NAMED -> call.filter(Director::named).isPresent();
            case SCREENED -> call.filter(told -> !told.card().point().isBlank()).isPresent();
            case ON_AIR -> call.filter(Call::onAir).isPresent();
            case ENDED -> call.isEmpty() && past.isPresent();
            case SUMMED_UP -> past.flatMap(CallRecord::summary).isPresent();
        };
    }

    private static boolean asked(Call call) {
        return call.card().asking();
    }

    private static boolean named(Call call) {
        return !call.card().name().isBlank();
    }

    private static boolean followUpSpoke(Show show) {
        return show.calls()
                .ai()
                .filter(call -> call.marks().basedOn().isPresent() && call.onAir())
                .anyMatch(call -> spoken(show, call.id()) > 0 && free(show));
    }

    private static boolean free(Show show) {
        return show.floor().turn().isEmpty() && show.floor().queued().isEmpty();
    }

    private long utterances(String who) {
        Show show = room.show();
        if (troupe.dialled().containsKey(who)) {
            return spoken(show, troupe.callOf(who));
        }
        return show.conversation().utterances().stream()
                .filter(said -> Proofs.isBy(said, who))
                .count();
    }

    private static long spoken(Show show, CallId call) {
        return show.conversation().utterances().stream()
                .filter(said -> said.speaker().call().filter(call::equals).isPresent())
                .count();
    }
}
