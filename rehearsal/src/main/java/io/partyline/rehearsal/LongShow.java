package io.partyline.rehearsal;

import io.partyline.port.Journal;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Speaker;
import io.partyline.show.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A show that never ends, call after call, the same one for the same seed: what a test expects can
/// be made up again after the program that wrote it was killed.
public final class LongShow {
    /// The show's id.
    public static final ShowId ID = new ShowId("show-that-was-killed");

    private static final Instant OPENED = Instant.parse("2026-05-01T20:00:00.123456789Z");
    private static final Channel CHANNEL = new Channel(3);

    private final Random random;
    private final List<Event> waiting = new ArrayList<>();
    private long seq;
    private int calls;

    /// The show at its beginning.
    ///
    /// @param seed what it is made up from
    public LongShow(long seed) {
        random = new Random(seed);
        waiting.add(new ShowEvent.ShowOpened(ID, ShowRules.DEFAULT, Set.of("banned"), now()));
        waiting.add(new ShowEvent.LinesSet(true, now()));
    }

    /// The events of the next decision, one to three.
    public List<Journal.Entry> next() {
        var entries = new ArrayList<Journal.Entry>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            if (waiting.isEmpty()) {
                call(new CallId("call-" + ++calls));
            }
            entries.add(new Journal.Entry(++seq, waiting.removeFirst()));
        }
        return entries;
    }

    /// All events up to one of them.
    ///
    /// @param seed what the show is made up from
    /// @param last the number of the last of them
    public static List<Journal.Entry> upTo(long seed, long last) {
        var show = new LongShow(seed);
        var entries = new ArrayList<Journal.Entry>();
        while (entries.size() < last) {
            entries.addAll(show.next());
        }
        return entries.subList(0, (int) last);
    }

    private void call(CallId id) {
        waiting.add(new CallEvent.CallRang(id, new CallerNumber("0101", "print-" + calls), now()));
        waiting.add(new CallEvent.LegOpened(id, now()));
        waiting.add(new CallEvent.CallHeld(id, now(), now()));
        waiting.add(new CallEvent.CallTaken(id, CHANNEL, now()));
        waiting.add(new CallEvent.CallAired(id, Optional.empty(), now()));
        for (int i = random.nextInt(5); i >= 0; i--) {
            said(new Speaker.RealCaller(id, "Caller #" + calls));
            said(new Speaker.Host("Host"));
        }
        waiting.add(new CallEvent.CallEnded(id, EndedBy.CALLER, Optional.empty(), now()));
        waiting.add(new CallEvent.ChannelFreed(id, CHANNEL, now()));
        var summary = new Summary("They called about “" + calls + "”.", "", Summary.Source.MODEL);
        waiting.add(new CallEvent.SummaryWritten(id, summary, now()));
    }

    private void said(Speaker who) {
        String text = "ñ\n".repeat(random.nextInt(200)) + "said";
        waiting.add(new FloorEvent.UtteranceSpoken(who, text, seconds() * 48_000, now(), now()));
    }

    private Instant now() {
        return OPENED.plusSeconds(seconds());
    }

    /// A second for each event that was made up before.
    private long seconds() {
        return seq + waiting.size();
    }
}
