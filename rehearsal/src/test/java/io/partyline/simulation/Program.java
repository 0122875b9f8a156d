package io.partyline.simulation;

import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.Journal;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.MusicEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Stage;
import io.partyline.studio.phone.Operator;
import io.partyline.studio.phone.Rounds;
import io.partyline.studio.phone.ShowSwitchboard;
import io.partyline.studio.phone.WayBack;
import io.partyline.studio.run.JournalWriter;
import io.partyline.studio.run.Proceedings;
import io.partyline.studio.run.RunningShow;
import io.partyline.studio.sound.Legs;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// One life of the program, until it is killed: its own proceedings, journal writer, switchboard,
/// operator and way back, each turned by the agenda instead of by a thread. What the studio does
/// about an event is done here a second time, in few words.
final class Program implements RunningShow {
    private static final long IDLE = 1_000;

    /// Who stands still for less has not slept.
    private static final long A_MOMENT = 5_000;

    private final Chance chance;
    private final Agenda agenda;
    private final Oracle oracle;
    private final Minds minds;
    private final Proceedings proceedings;
    private final Legs legs = new Legs(call -> ask(new CallCommand.LoseLeg(call)));
    private final Operator operator;
    private final WayBack wayBack;
    private final ShowSwitchboard switchboard;
    private boolean alive = true;
    private boolean asking;
    private boolean followUpAsked;
    private boolean onTheWay;
    private long asleepUntil;
    private long awakeFrom;
    private long wakes = Long.MAX_VALUE;

    Program(
            Chance chance,
            Agenda agenda,
            Disk disk,
            Network network,
            Oracle oracle,
            boolean carrierHolds) {
        this.chance = chance;
        this.agenda = agenda;
        this.oracle = oracle;
        awakeFrom = agenda.now();
        minds = new Minds(chance, agenda, this);
        var writer = new JournalWriter(disk);
        Optional<ShowId> unfinished = disk.unfinished();
        unfinished.ifPresent(writer::take);
        Show past = unfinished.map(disk::played).orElse(Show.before(0));
        proceedings =
                new Proceedings(
                        past,
                        agenda::instant,
                        agenda::nanos,
                        () -> positionNow(),
                        writer,
                        this::told);
        oracle.begins(past, unfinished.map(disk::replay).orElse(java.util.List.of()));
        operator = new Operator(network, this, agenda::instant);
        wayBack = new WayBack(this::show, operator, carrierHolds, agenda::nanos);
        switchboard = new ShowSwitchboard(this, legs, wayBack);
    }

    /// @param name of the show, if none is to be gone on in
    void start(ShowId name) {
        if (show().open()) {
            ask(new ShowCommand.ResumeShow());
        } else {
            open(name);
        }
        wayBack.look();
        round();
        sleepOn();
        wake();
    }

    void open(ShowId name) {
        ask(new ShowCommand.OpenShow(name, ShowRules.DEFAULT, oracle.banned(), true));
    }

    void die() {
        alive = false;
    }

    boolean alive() {
        return alive;
    }

    /// Nothing of the program runs for so long; if it sleeps already, until the later of the two.
    void sleep(long millis) {
        asleepUntil = Math.max(asleepUntil, agenda.now() + millis);
        if (millis > A_MOMENT) {
            awakeFrom = asleepUntil;
        }
    }

    /// Whoever falls asleep in the middle of something goes on with it once they are awake.
    private void sleepOn() {
        agenda.pass(Math.max(0, asleepUntil - agenda.now()));
    }

    long positionNow() {
        return show().positionAt(agenda.instant());
    }

    @Override
    public Show show() {
        return proceedings.show();
    }

    boolean journalInTrouble() {
        return proceedings.journalTrouble().isPresent();
    }

    Optional<Show> show(ShowId id) {
        return proceedings.show(id);
    }

    @Override
    public Decision ask(Command command) {
        return turn(command, () -> proceedings.ask(command));
    }

    Decision ask(ShowId during, Command command) {
        return turn(command, () -> proceedings.ask(during, command));
    }

    /// As the thread of the show does it: first the clock, then the command.
    private Decision turn(Command command, Supplier<Decision> asked) {
        if (!alive) {
            throw new Killed();
        }
        if (asking) {
            throw new AssertionError("nobody asks while the show decides: " + command);
        }
        sleepOn();
        asking = true;
        try {
            proceedings.noticeStandingStill();
            proceedings.passTime();
            followUpAsked = command instanceof FollowUpCommand.FollowUpNow;
            Decision decision = asked.get();
            if (agenda.scripted()) {
                agenda.note("  " + command + " -> " + decision);
            }
            return decision;
        } finally {
            asking = false;
            followUpAsked = false;
            if (alive) {
                wakeInTime();
            }
        }
    }

    private void wakeInTime() {
        long due =
                proceedings
                        .due()
                        .map(at -> Duration.between(agenda.instant(), at).toMillis() + 1)
                        .map(wait -> Math.clamp(wait, 0, IDLE))
                        .orElse(IDLE);
        if (agenda.now() + due < wakes) {
            wakes = agenda.now() + due;
            in(due, "", this::wake);
        }
    }

    private void wake() {
        if (agenda.now() >= wakes || wakes == Long.MAX_VALUE) {
            wakes = Long.MAX_VALUE;
            asking = true;
            try {
                proceedings.noticeStandingStill();
                proceedings.passTime();
            } finally {
                asking = false;
            }
            wakeInTime();
        }
    }

    /// Something reaches the program, if it is there.
    void receive(String what, Runnable receives) {
        if (!alive) {
            return;
        }
        if (agenda.now() < asleepUntil) {
            in(asleepUntil - agenda.now(), what, receives);
            return;
        }
        agenda.note(what);
        receives.run();
    }

    /// Something that this life of the program will do.
    void in(long millis, String what, Runnable does) {
        agenda.in(millis, "", () -> receive(what, does));
    }

    /// For how long it has been running since it last stood still for more than a moment.
    long awake() {
        return agenda.now() - awakeFrom;
    }

    /// Whether the host is asking for a follow-up at this moment.
    boolean isAskedForFollowUp() {
        return followUpAsked;
    }

    /// The host says something on the air, of which the recogniser brings the words.
    void hostSpeaks() {
        if (show().open()) {
            minds.hears(show().id(), Optional.empty(), 1);
        }
    }

    ShowSwitchboard switchboard() {
        return switchboard;
    }

    Operator operator() {
        return operator;
    }

    void waiting(CallId call, CallerNumber number, Duration waited) {
        switchboard.waiting(call, number, waited);
        nudge();
    }

    void notConnected(CallId call) {
        switchboard.notConnected(call);
        nudge();
    }

    Optional<CallLeg> connect(CallId call, Handset handset) {
        return switchboard.connect(call, handset);
    }

    private void nudge() {
        in(1, "", this::roundOnce);
    }

    private void round() {
        in(roundOnce(), "", this::round);
    }

    /// One round of the way back; its one thread does one at a time.
    private long roundOnce() {
        if (onTheWay) {
            return 1;
        }
        onTheWay = true;
        try {
            return Math.max(1, Rounds.round(wayBack).toMillis());
        } finally {
            onTheWay = false;
        }
    }

    private void told(Journal.Entry entry, Show after) {
        try {
            oracle.told(entry, after, journalInTrouble());
            minds.follow(entry.event(), after);
            if (after.id().equals(show().id())) {
                react(entry.event(), after);
            }
        } catch (RuntimeException mistake) {
            throw new AssertionError("an event was not seen to: " + entry, mistake);
        }
    }

    private void react(Event event, Show now) {
        switch (event) {
            case ShowEvent.ShowResumed _ -> {
                wayBack.lookAfterRestart();
                nudge();
            }
            case ShowEvent.ShowStoodStill _, CallEvent.LegLost _ -> {
                wayBack.look();
                nudge();
            }
            case CallEvent.CallTaken(var id, _, _) -> taken(id, now);
            case CallEvent.LegOpened(var id, _) -> air(id, now);
            case CallEvent.CallEnded ended -> ended(ended, now);
            case ShowEvent _, CallEvent _, FloorEvent _, FollowUpEvent _, MusicEvent _ -> {}
        }
    }

    private void taken(CallId id, Show now) {
        if (now.call(id)
                .filter(call -> call.caller().isReal() && !call.marks().leg())
                .isPresent()) {
            wayBack.fetch();
            nudge();
        } else {
            air(id, now);
        }
    }

    /// The mix says when somebody is in it.
    private void air(CallId id, Show now) {
        if (now.call(id).map(Call::stage).filter(Stage.Taking.class::isInstance).isEmpty()) {
            return;
        }
        long from = positionNow();
        if (chance.strikes(Fault.MIX_STANDS_STILL, 0.02)) {
            in(
                    2_000,
                    "the mix stands still",
                    () -> ask(new CallCommand.FailTake(id, "The show's clock stands still.")));
        } else {
            in(
                    chance.strikes(Fault.MIX_LATE, 0.05)
                            ? chance.between(500, 12_000)
                            : chance.between(20, 60),
                    id.value() + " is in the mix",
                    () -> ask(new CallCommand.Air(id, from)));
        }
    }

    private void ended(CallEvent.CallEnded ended, Show now) {
        CallId id = ended.call();
        boolean wanted = ended.by() != EndedBy.CALLER && ended.by() != EndedBy.LOST;
        legs.end(id);
        if (wanted && now.history().find(id).filter(past -> past.caller().isReal()).isPresent()) {
            in(chance.between(0, 20), "hang up on " + id.value(), () -> operator.hangUp(id));
        }
        in(
                chance.strikes(Fault.STEM_SLOW, 0.1)
                        ? chance.between(1_000, 30_000)
                        : chance.between(20, 400),
                "the stem of " + id.value() + " is closed",
                () -> {
                    ask(now.id(), new CallCommand.CloseStem(id));
                    minds.summarise(now.id(), id);
                });
    }
}
