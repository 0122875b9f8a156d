package io.partyline.simulation;

import io.partyline.mix.HeldCallerHears;
import io.partyline.mix.WhoHears;
import io.partyline.mix.WhoHears.Edge;
import io.partyline.mix.WhoHears.Mix;
import io.partyline.mix.WhoHears.Source;
import io.partyline.port.Journal;
import io.partyline.show.Call;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.Stage;
import io.partyline.show.Turn;
import io.partyline.show.TurnId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// What must be true of a show, read from its events alone and written apart from its rules: a
/// small table of who stands where. It is compared with the show, the mix and the journal after
/// everything that happens.
final class Oracle {
    private static final int LINES = 10;
    private static final int FIRST_CALLER = 3;
    private static final int LAST_CALLER = 6;
    private static final int AI = 2;

    /// How much longer than it may something lasts if the disk is slow.
    private static final long SLACK = 20_000;

    /// Where a caller stands.
    enum At {
        RINGS(45_000),
        WAITS(Long.MAX_VALUE / 2),
        COMES(8_000),
        ON(Long.MAX_VALUE / 2),
        BROKEN(10_000),
        GOES(5_000);

        private final long longest;

        At(long longest) {
            this.longest = longest;
        }
    }

    /// What is known of one caller.
    private static final class Seen {
        private final boolean real;
        private At at;
        private long since;
        private boolean leg;
        private boolean muted;
        private boolean locked;
        private boolean talkedTo;
        private boolean asked;
        private int channel;

        private Seen(boolean real, At at, long since) {
            this.real = real;
            this.at = at;
            this.since = since;
        }

        private void now(At next, long since) {
            at = next;
            this.since = since;
            if (next == At.WAITS || next == At.GOES) {
                channel = 0;
            }
        }

        private boolean inProgram() {
            return (leg || !real) && (at == At.COMES || (at == At.ON && !muted));
        }
    }

    private final Agenda agenda;
    private final Predicate<CallId> onTheTelephone;
    private final LongSupplier awake;
    private final Map<CallId, Seen> callers = new LinkedHashMap<>();
    private final Map<Integer, CallId> closing = new HashMap<>();
    private final Map<CallId, EndedBy> ended = new HashMap<>();
    private final Set<CallId> turnedAway = new HashSet<>();
    private final Set<String> banned = new HashSet<>();
    private final List<Journal.Entry> told = new ArrayList<>();
    private Optional<Turn> turn = Optional.empty();
    private Optional<Turn> queued = Optional.empty();
    private Optional<ShowId> during = Optional.empty();
    private boolean linesOpen;
    private boolean open;
    private boolean changed;
    private boolean trouble;
    private long events;

    /// @param onTheTelephone whether a caller is there in truth
    /// @param awake for how long the program has been running without a break, in milliseconds
    Oracle(Agenda agenda, Predicate<CallId> onTheTelephone, LongSupplier awake) {
        this.agenda = agenda;
        this.onTheTelephone = onTheTelephone;
        this.awake = awake;
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
        if (during.filter(past.id()::equals).isPresent()) {
            int common = Math.min(told.size(), disk.size());
            check(
                    told.subList(0, common).equals(disk.subList(0, common)),
                    "the journal has what the show has told");
            check(trouble || disk.size() >= told.size(), "what was told is in the journal");
        }
        clear();
        disk.forEach(entry -> read(entry));
        agree(past);
    }

    private void clear() {
        callers.clear();
        closing.clear();
        ended.clear();
        turnedAway.clear();
        banned.clear();
        told.clear();
        turn = Optional.empty();
        queued = Optional.empty();
        open = false;
    }

    void told(Journal.Entry entry, Show after) {
        events++;
        if (entry.event() instanceof ShowEvent.ShowOpened opened) {
            clear();
            during = Optional.of(opened.show());
        }
        if (during.filter(after.id()::equals).isPresent()) {
            if (entry.event() instanceof CallEvent.CallEnded over) {
                endsRightly(over);
            }
            read(entry);
            check(entry.seq() == after.seq(), "an event is told with its show", entry);
            changed = true;
        }
    }

    /// Nobody is taken for gone who is on the telephone, nor given up because the program slept.
    private void endsRightly(CallEvent.CallEnded over) {
        if (!seen(over.call()).real || !onTheTelephone.test(over.call())) {
            return;
        }
        check(
                over.by() != EndedBy.CALLER && over.by() != EndedBy.RESTART,
                "who is on the telephone has not gone",
                over);
        check(
                over.by() != EndedBy.LOST || awake.getAsLong() >= At.RINGS.longest - 1_000,
                "nobody is given up in the program's sleep",
                over);
    }

    private void read(Journal.Entry entry) {
        check(
                told.isEmpty() || told.getLast().seq() + 1 == entry.seq(),
                "events come once, and in order",
                entry);
        told.add(entry);
        Event event = entry.event();
        long at = event.at().toEpochMilli();
        switch (event) {
            case ShowEvent.ShowOpened opened -> {
                during = Optional.of(opened.show());
                banned.addAll(opened.banned());
                open = true;
            }
            case ShowEvent.LinesSet(var on, _) -> linesOpen = on;
            case ShowEvent.BanSet(var print, var on, _) -> {
                if (on) {
                    banned.add(print);
                } else {
                    banned.remove(print);
                }
            }
            case ShowEvent.ShowClosed _ -> {
                check(callers.isEmpty(), "whoever is on the line when a show closes has ended");
                open = false;
            }
            case CallEvent call -> read(call, at);
            case FloorEvent floor -> read(floor);
            default -> {}
        }
    }

    private void read(CallEvent event, long at) {
        CallId id = event.call();
        switch (event) {
            case CallEvent.CallRang(_, var number, _) -> {
                check(linesOpen, "nobody is let in at closed lines", id);
                check(!banned.contains(number.fingerprint()), "no banned caller is let in", id);
                comes(id, At.RINGS, at);
            }
            case CallEvent.CallFound(_, var number, _, _) -> {
                check(!banned.contains(number.fingerprint()), "no banned caller is found", id);
                comes(id, At.WAITS, at);
            }
            case CallEvent.CallTurnedAway _ -> turnedAway.add(id);
            case CallEvent.AiCallPlaced _ -> {
                check(!callers.containsKey(id), "an AI caller comes once", id);
                callers.put(id, new Seen(false, At.COMES, at));
            }
            case CallEvent.CallerBanned(_, var print, _) -> {
                unlocked(id);
                banned.add(print);
            }
            case CallEvent.LegOpened _ -> seen(id).leg = true;
            case CallEvent.LegLost _ -> legLost(seen(id), at);
            case CallEvent.CallHeld _ -> {
                unlocked(id);
                seen(id).now(At.WAITS, at);
            }
            case CallEvent.CallTaken(_, var channel, _) -> taken(id, channel, at);
            case CallEvent.CallAired _ -> {
                check(seen(id).at == At.COMES, "only who is taken comes on the air", id);
                check(!seen(id).real || seen(id).leg, "nobody is on the air without a leg", id);
                seen(id).now(At.ON, at);
                seen(id).muted = false;
                seen(id).locked = false;
            }
            case CallEvent.TakeFailed _ -> {
                check(seen(id).at == At.COMES, "only a take that goes on fails", id);
                seen(id).now(At.WAITS, at);
            }
            case CallEvent.MuteSet(_, var on, _) -> seen(id).muted = on;
            case CallEvent.LockSet(_, var on, _) -> seen(id).locked = on;
            case CallEvent.TalkbackSet(_, var on, _) -> {
                seen(id).talkedTo = on;
                seen(id).asked &= !on;
            }
            case CallEvent.ScreeningBegan _ -> seen(id).asked = true;
            case CallEvent.ScreeningEnded _ -> seen(id).asked = false;
            case CallEvent.CallDropped _ -> {
                seen(id).now(At.GOES, at);
                seen(id).asked = false;
            }
            case CallEvent.DropUndone _ -> {
                check(seen(id).at == At.GOES, "only a drop is undone", id);
                seen(id).now(At.WAITS, at);
            }
            case CallEvent.CallEnded(_, var by, _, _) -> ended(id, by);
            case CallEvent.ChannelFreed(_, var channel, _) -> closing.remove(channel.number());
            default -> {}
        }
    }

    private void comes(CallId id, At at, long since) {
        check(!callers.containsKey(id), "a call comes once", id);
        check(!turnedAway.contains(id), "who was turned away stays away", id);
        EndedBy by = ended.get(id);
        check(
                by == null || by == EndedBy.LOST || by == EndedBy.RESTART,
                "a call has one ending",
                id);
        long real = callers.values().stream().filter(seen -> seen.real).count();
        check(real < LINES, "no more callers than lines", id);
        callers.put(id, new Seen(true, at, since));
    }

    private static void legLost(Seen seen, long at) {
        seen.leg = false;
        seen.talkedTo = false;
        seen.asked = false;
        if (seen.at == At.ON) {
            seen.now(At.BROKEN, at);
        } else if (seen.at == At.RINGS) {
            seen.since = at;
        }
    }

    private void taken(CallId id, Channel channel, long at) {
        Seen seen = seen(id);
        int number = channel.number();
        if (seen.real) {
            check(seen.at == At.WAITS, "only who waits is taken", id);
            check(number >= FIRST_CALLER && number <= LAST_CALLER, "a caller's channel", id);
            check(!closing.containsKey(number), "a channel is free before it is given", id);
            check(
                    callers.values().stream().noneMatch(other -> other.channel == number),
                    "one caller a channel",
                    id);
        } else {
            check(number == AI, "AI callers have their channel", id);
        }
        seen.now(At.COMES, at);
        seen.channel = number;
        seen.talkedTo = false;
        seen.asked = false;
    }

    private void ended(CallId id, EndedBy by) {
        check(callers.containsKey(id), "a call has one ending", id);
        Seen seen = callers.remove(id);
        check(
                !locked(seen) || (by != EndedBy.DROPPED && by != EndedBy.BANNED),
                "who is locked is not dropped",
                id);
        if (seen.real && seen.channel != 0) {
            closing.put(seen.channel, id);
        }
        ended.put(id, by);
    }

    private static boolean locked(Seen seen) {
        return seen.at == At.ON && seen.locked;
    }

    private void unlocked(CallId id) {
        check(!locked(seen(id)), "who is locked stays on the air", id);
    }

    private Seen seen(CallId id) {
        Seen seen = callers.get(id);
        if (seen == null) {
            throw new AssertionError("nothing happens to who is not there: " + id);
        }
        return seen;
    }

    private void read(FloorEvent event) {
        switch (event) {
            case FloorEvent.TurnQueued(var next, _) -> {
                check(turn.isPresent(), "nobody waits for a free floor", next);
                check(queued.isEmpty(), "one waits for the floor", next);
                queued = Optional.of(next);
            }
            case FloorEvent.TurnGranted(var granted, _) -> {
                check(turn.isEmpty(), "one has the floor", granted);
                turn = Optional.of(granted);
                queued = queued.filter(next -> !next.id().equals(granted.id()));
            }
            case FloorEvent.TurnEnded(var over, _, _, _) -> {
                check(is(turn, over) || is(queued, over), "a turn has one ending", over);
                turn = turn.filter(its -> !its.id().equals(over));
                queued = queued.filter(its -> !its.id().equals(over));
            }
            default -> {}
        }
    }

    private static boolean is(Optional<Turn> turn, TurnId id) {
        return turn.filter(its -> its.id().equals(id)).isPresent();
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
            agree(show);
            for (HeldCallerHears whileHeld : HeldCallerHears.values()) {
                heard(show, new WhoHears(show, whileHeld));
            }
            check(
                    trouble || disk.last(show.id()) == show.seq(),
                    "the journal is as far as the show");
        }
        if (open && awake.getAsLong() > SLACK) {
            nothingLastsForEver();
        }
    }

    /// The show is as its events say.
    private void agree(Show show) {
        check(open == show.open(), "a show is open or closed");
        check(show.calls().live().keySet().equals(callers.keySet()), "who is on the line", show);
        for (Call call : show.calls().live().values()) {
            Seen seen = seen(call.id());
            check(at(call.stage()) == seen.at, "a caller stands where the events say", call);
            check(
                    call.channel().map(Channel::number).orElse(0) == seen.channel,
                    "a caller has the channel that the events say",
                    call);
            check(call.marks().leg() == seen.leg, "a leg is open or not", call);
            check(call.muted() == (seen.at == At.ON && seen.muted), "muted or not", call);
        }
        check(show.floor().turn().map(Turn::id).equals(turn.map(Turn::id)), "who has the floor");
        check(show.floor().queued().map(Turn::id).equals(queued.map(Turn::id)), "who is next");
        check(turn.isPresent() || queued.isEmpty(), "nobody waits for a free floor", queued);
        for (Optional<Turn> its : List.of(turn, queued)) {
            its.ifPresent(speaks -> {
                Seen seen = callers.get(speaks.call());
                check(
                        seen != null && !seen.real && seen.at == At.ON,
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

    private void heard(Show show, WhoHears who) {
        var inProgram = new HashSet<CallId>();
        var console = new HashSet<Mix>();
        for (Edge edge : who.edges()) {
            if (edge.source() instanceof Source.Voice(var call)) {
                check(
                        edge.gain() == 0 || mayHear(edge.mix(), call),
                        "nobody off air is heard",
                        edge);
                if (edge.mix() instanceof Mix.Program) {
                    inProgram.add(call);
                }
                if (edge.mix() instanceof Mix.Console(var channel) && channel.number() != AI) {
                    check(console.add(edge.mix()), "one voice a channel", edge);
                }
            }
        }
        var meant = new HashSet<CallId>();
        callers.forEach((id, seen) -> {
            if (show.open() && seen.inProgram()) {
                meant.add(id);
            }
        });
        check(inProgram.equals(meant), "who is on the air is heard", meant);
    }

    private boolean mayHear(Mix mix, CallId voice) {
        Seen seen = callers.get(voice);
        if (seen == null) {
            return false;
        }
        return switch (mix) {
            case Mix.Program _,
                    Mix.Recorded _,
                    Mix.ListenedTo _,
                    Mix.OnHold _,
                    Mix.OnHoldUnderTalkback _ ->
                    seen.inProgram();
            case Mix.Console(var channel) -> seen.inProgram() && channel.number() == seen.channel;
            case Mix.MinusSelf(var listener) -> seen.inProgram() && !listener.equals(voice);
            case Mix.Monitor _ -> seen.inProgram() || (seen.talkedTo && seen.leg);
            case Mix.OnHoldUnderScreener _ -> false;
            case Mix.ToScreener(var asked) ->
                    asked.equals(voice) && seen.asked && seen.leg && seen.at == At.WAITS;
        };
    }

    private void nothingLastsForEver() {
        long now = agenda.instant().toEpochMilli();
        callers.forEach((id, seen) ->
                check(
                        now - seen.since <= seen.at.longest + SLACK,
                        "nobody is on the way for ever",
                        id));
        turn.ifPresent(speaks ->
                check(
                        now - speaks.since().toEpochMilli() <= 90_000 + SLACK,
                        "the floor is given back",
                        speaks));
    }

    /// When nothing has gone wrong for a while, the show and the telephone network agree.
    void settled(Program program, Network network, boolean carrierHolds) {
        Show show = program.show();
        List<Network.Line> alive = network.alive().toList();
        boolean full = show.calls().real().count() >= LINES;
        for (Network.Line line : alive) {
            boolean waitsOutside = full && line.where() == Network.Where.QUEUE;
            check(
                    callers.containsKey(line.id()) || waitsOutside,
                    "on the telephone, and in no state",
                    line);
        }
        var there = new HashSet<CallId>(alive.stream().map(Network.Line::id).toList());
        for (Call call : show.calls().live().values()) {
            Seen seen = seen(call.id());
            check(!seen.real || there.contains(call.id()), "gone, and still on the desk", call);
            check(seen.at == At.WAITS || seen.at == At.ON, "nobody is under way for ever", call);
            check(
                    !seen.real || seen.leg || (carrierHolds && seen.at == At.WAITS),
                    "everybody has been brought back",
                    call);
        }
        check(closing.isEmpty(), "every channel is free again", closing);
        check(!trouble, "the journal is written again");
    }

    /// What the journal has is the show.
    void replays(Show show, Disk disk) {
        check(disk.played(show.id()).equals(show), "the journal replays to the show");
    }

    static void check(boolean holds, String rule) {
        check(holds, rule, "");
    }

    /// @param about put into words only if the rule is broken
    private static void check(boolean holds, String rule, Object about) {
        if (!holds) {
            throw new AssertionError("%s: %s".formatted(rule, about));
        }
    }
}
