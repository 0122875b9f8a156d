package io.partyline.exports;

import io.partyline.port.Journal;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.PersonaKey;
import io.partyline.show.Reason;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Speaker;
import io.partyline.show.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A short show in which everything is said that is hard to write down.
final class FridayShow {
    static final ShowId ID = new ShowId("show-2026-05-01-200000-000");
    static final Instant OPENED = Instant.parse("2026-05-01T20:00:00Z");
    static final CallerNumber DAVES = new CallerNumber("0142", "print-of-dave");

    private static final CallId DAVE = new CallId("CA000000000000000000000000000001");
    private static final CallId TONY = new CallId("ai-1");
    private static final CallId BANNED = new CallId("CA000000000000000000000000000003");
    private static final Caller.Ai TONYS =
            new Caller.Ai("Tony", new PersonaKey("1"), "voice", "Call me: 555 010 0199.");
    private static final Speaker HOST = new Speaker.Host("Host");

    private FridayShow() {}

    static List<Journal.Entry> entries() {
        var dave = new Speaker.RealCaller(DAVE, "Caller #1");
        var events = new ArrayList<Event>();
        events.add(new ShowEvent.ShowOpened(ID, ShowRules.DEFAULT, Set.of("banned"), at(0)));
        events.add(new ShowEvent.LinesSet(true, at(0)));
        events.add(said(HOST, "Good evening! Call (555) 010-0100 now.", 1));
        events.add(new CallEvent.CallRang(DAVE, DAVES, at(20)));
        events.add(new CallEvent.LegOpened(DAVE, at(21)));
        events.add(new CallEvent.CallHeld(DAVE, at(22), at(22)));
        events.add(new CallEvent.CallTurnedAway(BANNED, DAVES, Reason.BANNED, at(23)));
        events.add(new CallEvent.CallTaken(DAVE, new Channel(3), at(60)));
        events.add(new CallEvent.CallAired(DAVE, Optional.empty(), at(61)));
        events.add(said(HOST, "You are on, go ahead.", 62));
        // Late and out of order, as a recogniser brings them.
        events.add(said(dave, "Right.", 80));
        events.add(
                said(
                        dave,
                        "I said: 1 < 2 & 3 --> 4,\n\nreally. My wife left me after 1,000,000 fights"
                                + " and I would like to know whether I should ring her at"
                                + " five five five oh one oh one four two.",
                        64));
        events.add(new CallEvent.AiCallPlaced(TONY, TONYS, Optional.of(DAVE), at(3_600)));
        events.add(new CallEvent.CallTaken(TONY, Channel.AI, at(3_600)));
        events.add(new CallEvent.CallAired(TONY, Optional.empty(), at(3_601)));
        events.add(
                said(
                        new Speaker.AiCaller(TONY, "Tony"),
                        "It's *me*, \"Tony\"; 50% = half.",
                        3_602));
        events.add(new CallEvent.CallEnded(DAVE, EndedBy.CALLER, Optional.empty(), at(3_660)));
        events.add(new CallEvent.ChannelFreed(DAVE, new Channel(3), at(3_660)));
        events.add(
                new CallEvent.SummaryWritten(
                        DAVE,
                        new Summary(
                                "Asked whether to ring his wife at +1 555 010 0142.",
                                "love; #1 = \"hard\"",
                                Summary.Source.MODEL),
                        at(3_665)));
        events.add(new CallEvent.CallEnded(TONY, EndedBy.HOST, Optional.empty(), at(3_700)));
        events.add(new ShowEvent.RecordingStopped("The disk is full.", at(3_710)));
        events.add(new ShowEvent.ShowClosed(at(3_720)));
        return numbered(events);
    }

    /// The same show while its first caller is still on the air.
    static List<Journal.Entry> running() {
        return entries().subList(0, 12);
    }

    private static List<Journal.Entry> numbered(List<Event> events) {
        var entries = new ArrayList<Journal.Entry>();
        events.forEach(event -> entries.add(new Journal.Entry(7 + entries.size(), event)));
        return entries;
    }

    private static Event said(Speaker who, String text, long second) {
        return new FloorEvent.UtteranceSpoken(
                who, text, second * 48_000 + 24_000, at(second), at(second + 1));
    }

    private static Instant at(long second) {
        return OPENED.plusSeconds(second);
    }
}
