package io.partyline.show;

import java.time.Instant;
import java.util.Optional;

/// Who calls in the stories, and what has happened to them.
final class People {
    static final CallId DAVE = new CallId("call-dave");
    static final CallId JAS = new CallId("call-jas");
    static final CallId ROSA = new CallId("call-rosa");
    static final CallId UNKNOWN = new CallId("call-unknown");

    static final CallerNumber DAVES = new CallerNumber("0101", "print-of-dave");
    static final CallerNumber JASS = new CallerNumber("0102", "print-of-jas");
    static final CallerNumber ROSAS = new CallerNumber("0103", "print-of-rosa");

    static final Caller.Ai TONY = ai("1", "Tony");
    static final Caller.Ai MARY = ai("2", "Mary");

    static final CallId TONYS = new CallId("call-tony");
    static final CallId MARYS = new CallId("call-mary");

    static final Channel THREE = new Channel(3);
    static final Channel FOUR = new Channel(4);

    static final Instant NOW = Story.NOW;

    private People() {}

    static Caller.Ai ai(String key, String name) {
        return new Caller.Ai(name, new PersonaKey(key), "voice-" + key, "You are calling tonight.");
    }

    static CallerNumber numberOf(CallId call) {
        return call.equals(DAVE) ? DAVES : call.equals(JAS) ? JASS : ROSAS;
    }

    static Event rang(CallId call) {
        return new CallEvent.CallRang(call, numberOf(call), NOW);
    }

    static Event connected(CallId call) {
        return new CallEvent.LegOpened(call, NOW);
    }

    static Event held(CallId call) {
        return new CallEvent.CallHeld(call, NOW, NOW);
    }

    static Event taken(CallId call, Channel channel) {
        return new CallEvent.CallTaken(call, channel, NOW);
    }

    static Event aired(CallId call) {
        return new CallEvent.CallAired(call, Optional.of(0L), NOW);
    }

    static Event ended(CallId call, EndedBy by) {
        return new CallEvent.CallEnded(call, by, Optional.of(0L), NOW);
    }

    /// Rings, is answered and waits since `since`.
    static Event[] waiting(CallId call, Instant since) {
        return new Event[] {
            new CallEvent.CallRang(call, numberOf(call), since),
            new CallEvent.LegOpened(call, since),
            new CallEvent.CallHeld(call, since, since)
        };
    }

    static Event[] waiting(CallId call) {
        return waiting(call, NOW);
    }

    /// Waits in the carrier's queue, without a path to us.
    static Event[] waitingOutside(CallId call) {
        return new Event[] {rang(call), held(call)};
    }

    static Event[] onAir(CallId call, Channel channel) {
        return all(waiting(call), taken(call, channel), aired(call));
    }

    static Event[] aiOnAir(CallId call, Caller.Ai caller) {
        return new Event[] {
            new CallEvent.AiCallPlaced(call, caller, Optional.empty(), NOW),
            taken(call, Channel.AI),
            aired(call)
        };
    }

    static Event[] all(Event[] first, Event... more) {
        var events = new Event[first.length + more.length];
        System.arraycopy(first, 0, events, 0, first.length);
        System.arraycopy(more, 0, events, first.length, more.length);
        return events;
    }
}
