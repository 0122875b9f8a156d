package io.partyline.simulation;

import static io.partyline.simulation.Rule.check;

import io.partyline.mix.HeldCallerHears;
import io.partyline.port.Journal;
import io.partyline.show.Call;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.MusicEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.Stage;
import io.partyline.show.Turn;
import io.partyline.simulation.Truths.At;
import io.partyline.simulation.Truths.Seen;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// Compares [Truths], the table made from a show's events, with the show, the mix, the journal and
/// the telephone network after everything that happens.
final class Oracle {
    /// How much longer than it may something lasts if the disk is slow.
    private static final long SLACK = 20_000;

    private static final long LONGEST_TURN = 90_000;
    private static final long LONGEST_SCREENING = 180_000;
    private static final long LONGEST_SEARCH = 45_000;

    private final Agenda agenda;
    private final Predicate<CallId> onTheTelephone;
    private final LongSupplier awake;
    private final Truths truths = new Truths();
    private final EventRules eventRules;
    private final HearingRules hearing;
    private boolean changed;

    /// Whether something has changed of which it is made who hears whom.
    private boolean moved;

    /// Until then nothing that goes on now can last too long.
    private long inTime = Long.MIN_VALUE;

    private boolean trouble;
    private long events;

    /// @param onTheTelephone whether a caller is there in truth
    /// @param awake for how long the program has been running without a break, in milliseconds
    /// @param hostWantsFollowUp whether the host is asking for a follow-up at this moment
    /// @param whileHeld what those hear who wait
    Oracle(
            Agenda agenda,
            Predicate<CallId> onTheTelephone,
            LongSupplier awake,
            BooleanSupplier hostWantsFollowUp,
            HeldCallerHears whileHeld) {
        this.agenda = agenda;
        hearing = new HearingRules(truths, whileHeld);
        this.onTheTelephone = onTheTelephone;
        this.awake = awake;
        eventRules = new EventRules(truths, hostWantsFollowUp);
    }

    long events() {
        return events;
    }

    /// Who is turned away from the beginning.
    Set<String> banned() {
        return Set.of("print-6");
    }

    /// The program begins with what the disk has: everything that it was told of, unless the disk
    /// was in trouble, and perhaps one decision that nobody was told of.
    void begins(Show past, List<Journal.Entry> disk) {
        if (truths.areOf(past.id())) {
            List<Journal.Entry> told = truths.told();
            int common = Math.min(told.size(), disk.size());
            check(
                    told.subList(0, common).equals(disk.subList(0, common)),
                    "the journal has what the show has told");
            check(trouble || disk.size() >= told.size(), "what was told is in the journal");
        }
        truths.clear();
        inTime = Long.MIN_VALUE;
        disk.forEach(truths::read);
        agree(past);
    }

    /// @param unwritten whether it may not be in the journal, since that cannot be written: the
    ///   program may be killed before anybody looks
    void told(Journal.Entry entry, Show after, boolean unwritten) {
        events++;
        trouble |= unwritten;
        if (entry.event() instanceof ShowEvent.ShowOpened) {
            truths.clear();
            read(entry, after);
        } else if (truths.areOf(after.id())) {
            read(entry, after);
        }
    }

    private void read(Journal.Entry entry, Show after) {
        eventRules.mayCome(entry);
        if (entry.event() instanceof CallEvent.CallEnded over) {
            endsRightly(over);
        }
        truths.read(entry);
        check(entry.seq() == after.seq(), "an event is told with its show", entry);
        changed = true;
        moved |= moves(entry.event());
    }

    /// Who hears whom is made of where the calls on the line stand, of their legs and of who talks
    /// with them, and of whether the show is open; whatever else is written down leaves these as
    /// they were.
    private static boolean moves(Event event) {
        return switch (event) {
            case ShowEvent.ShowOpened _, ShowEvent.ShowResumed _, ShowEvent.ShowClosed _ -> true;
            case CallEvent.CallTurnedAway _,
                    CallEvent.CallerBanned _,
                    CallEvent.SummaryWritten _,
                    CallEvent.CallRang _,
                    CallEvent.CallerRecognised _,
                    CallEvent.CardWritten _,
                    CallEvent.CallerScreened _,
                    CallEvent.NextChosen _,
                    CallEvent.WrapUpAsked _,
                    CallEvent.TrimSet _,
                    CallEvent.LinksSet _,
                    CallEvent.SpeakerNoticed _,
                    CallEvent.ChannelFreed _ ->
                    false;
            case CallEvent _ -> true;
            case ShowEvent _, FloorEvent _, FollowUpEvent _, MusicEvent _ -> false;
        };
    }

    /// Nobody is taken for gone who is on the telephone, nor given up because the program slept.
    private void endsRightly(CallEvent.CallEnded over) {
        if (!truths.seen(over.call()).real() || !onTheTelephone.test(over.call())) {
            return;
        }
        check(
                over.by() != EndedBy.CALLER && over.by() != EndedBy.RESTART,
                "who is on the telephone has not gone",
                over);
        check(
                over.by() != EndedBy.LOST || awake.getAsLong() >= At.RINGS.longest() - 1_000,
                "nobody is given up in the program's sleep",
                over);
    }

    /// After everything that happens.
    void look(Program program, Disk disk) {
        if (!program.alive()) {
            return;
        }
        trouble = program.journalInTrouble();
        Show show = program.show();
        if (changed) {
            changed = false;
            inTime = Long.MIN_VALUE;
            agree(show);
            hears(show);
            check(
                    trouble || disk.last(show.id()) == show.seq(),
                    "the journal is as far as the show");
        }
        if (agenda.epochMilli() > inTime && truths.open() && awake.getAsLong() > SLACK) {
            nothingLastsForEver();
        }
    }

    private void hears(Show show) {
        if (moved) {
            moved = false;
            hearing.hold(show);
        }
    }

    /// The show is as its events say.
    private void agree(Show show) {
        check(truths.open() == show.open(), "a show is open or closed");
        check(
                show.calls().live().keySet().equals(truths.callers().keySet()),
                "who is on the line",
                show);
        for (Call call : show.calls().live().values()) {
            Seen seen = truths.seen(call.id());
            check(at(call.stage()) == seen.at(), "a caller stands where the events say", call);
            check(
                    call.channel().map(Channel::number).orElse(0) == seen.channel(),
                    "a caller has the channel that the events say",
                    call);
            check(call.marks().leg() == seen.leg(), "a leg is open or not", call);
            check(call.muted() == seen.muted(), "muted or not", call);
            check(call.locked() == seen.locked(), "locked or not", call);
            check(call.card().point().equals(seen.point()), "what a card says", call);
        }
        check(show.recording().wanted() == truths.recording(), "recorded or not");
        check(show.recording().marks().size() == truths.marks(), "every mark is kept");
        check(show.floor().mode() == truths.mode(), "AI callers speak by themselves or not");
        check(show.floor().muted() == truths.aiMuted(), "AI callers are muted or not");
        floor(show);
    }

    private void floor(Show show) {
        Optional<Turn> turn = truths.turn();
        Optional<Turn> queued = truths.queued();
        check(show.floor().turn().map(Turn::id).equals(turn.map(Turn::id)), "who has the floor");
        check(show.floor().queued().map(Turn::id).equals(queued.map(Turn::id)), "who is next");
        check(turn.isPresent() || queued.isEmpty(), "nobody waits for a free floor", queued);
        for (Optional<Turn> its : List.of(turn, queued)) {
            its.ifPresent(speaks -> {
                Seen seen = truths.callers().get(speaks.call());
                check(
                        seen != null && !seen.real() && seen.at() == At.ON,
                        "who has the floor is an AI caller on the air",
                        speaks);
            });
        }
    }

    private static At at(Stage stage) {
        return switch (stage) {
            case Stage.Ringing _ -> At.RINGS;
            case Stage.Held _ -> At.WAITS;
            case Stage.Taking _ -> At.COMES;
            case Stage.OnAir _ -> At.ON;
            case Stage.Reconnecting _ -> At.BROKEN;
            case Stage.Leaving _ -> At.GOES;
        };
    }

    private void nothingLastsForEver() {
        inTime = Long.MAX_VALUE;
        truths.callers().forEach(this::nothingLastsForEver);
        truths.turn()
                .ifPresent(speaks ->
                        lasts(
                                speaks.since().toEpochMilli(),
                                LONGEST_TURN,
                                "the floor is given back",
                                speaks));
        truths.followUp()
                .filter(its -> its.chosen().isPresent() && !its.offered())
                .ifPresent(its -> lasts(its.due(), 0, "who is chosen follows up in time", its));
    }

    private void nothingLastsForEver(CallId id, Seen seen) {
        lasts(seen.since(), seen.at().longest(), "nobody is on the way for ever", id);
        if (seen.asked()) {
            lasts(seen.askedAt(), LONGEST_SCREENING, "nobody is asked for ever", id);
        }
        if (seen.lostAt() != 0) {
            long looked = Math.max(seen.lostAt(), agenda.epochMilli() - awake.getAsLong());
            lasts(looked, LONGEST_SEARCH, "nobody is looked for for ever", id);
        }
    }

    /// Something that goes on must not go on for longer than this, and a little.
    private void lasts(long since, long longest, String rule, Object about) {
        long until = since + longest + SLACK;
        check(agenda.epochMilli() <= until, rule, about);
        inTime = Math.min(inTime, until);
    }

    /// When nothing has gone wrong for a while, the show and the telephone network agree.
    void settled(Program program, Network network, boolean carrierHolds) {
        Show show = program.show();
        List<Network.Line> alive = network.alive().toList();
        boolean full = show.calls().real().count() >= EventRules.LINES;
        for (Network.Line line : alive) {
            boolean waitsOutside = full && line.where() == Network.Where.QUEUE;
            check(
                    truths.callers().containsKey(line.id()) || waitsOutside,
                    "on the telephone, and in no state",
                    line);
        }
        var there = new HashSet<CallId>(alive.stream().map(Network.Line::id).toList());
        for (Call call : show.calls().live().values()) {
            Seen seen = truths.seen(call.id());
            check(!seen.real() || there.contains(call.id()), "gone, and still on the desk", call);
            check(
                    seen.at() == At.WAITS || seen.at() == At.ON,
                    "nobody is under way for ever",
                    call);
            check(
                    !seen.real() || seen.leg() || (carrierHolds && seen.at() == At.WAITS),
                    "everybody has been brought back",
                    call);
        }
        check(truths.closing().isEmpty(), "every channel is free again", truths.closing());
        check(!trouble, "the journal is written again");
    }

    /// What the journal has is the show.
    void replays(Show show, Disk disk) {
        check(disk.played(show.id()).equals(show), "the journal replays to the show");
    }
}
