package io.partyline.simulation;

import io.partyline.mix.HeldCallerHears;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.FloorCommand;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.Utterance;
import java.util.List;
import java.util.Map;

/// One evening of shows from one seed, on a turned clock and without a thread: callers, a telephone
/// network, a host, models, voices, recognisers and a disk around the program, all of which fail in
/// every way they can, and then a calm in which everything must come right again.
///
/// What is real here: the proceedings of the show with its rules, deadlines and replay, the writer
/// of the journal, the switchboard, the operator, the way back and the legs, and who hears whom.
/// What is made up: whatever lies behind a port, and what the studio does about an event, which
/// [Program] and [Minds] do a second time. So the threads, the doors, the samples, the form in
/// which a journal stands on a disk, and the recorder are not tried here.
final class Evening {
    private static final long CALM = 200_000;

    private final Chance chance;
    private final Agenda agenda;
    private final Disk disk;
    private final Network network;
    private final Oracle oracle;
    private final DeskHand host;
    private final ProducersHand producer;
    private final Listeners listeners;
    private final boolean carrierHolds;
    private Program program;
    private int shows;
    private long length;

    Evening(long seed, boolean scripted) {
        chance = new Chance(seed);
        agenda = new Agenda(scripted, this::look);
        disk = new Disk(chance, agenda);
        carrierHolds = chance.often(0.5);
        oracle =
                new Oracle(
                        agenda,
                        call -> network().has(call),
                        () -> program().awake(),
                        () -> program().isAskedForFollowUp(),
                        whileHeld(seed));
        network = new Network(chance, agenda, this::program, carrierHolds);
        host = new DeskHand(chance, agenda, this::program, network);
        producer = new ProducersHand(chance, agenda, this::program);
        listeners = new Listeners(chance, agenda, this::program);
        program = new Program(chance, agenda, disk, network, oracle, carrierHolds);
    }

    /// Those who wait hear the one or the other, for a whole evening.
    private static HeldCallerHears whileHeld(long seed) {
        HeldCallerHears[] all = HeldCallerHears.values();
        return all[Math.floorMod(seed, all.length)];
    }

    private Network network() {
        return network;
    }

    private Program program() {
        return program;
    }

    private void look() {
        oracle.look(program, disk);
    }

    Map<Fault, Long> faults() {
        return chance.faults();
    }

    List<String> script() {
        return agenda.script();
    }

    long events() {
        return oracle.events();
    }

    /// How long it was until it became calm, in milliseconds.
    long length() {
        return length;
    }

    void play() {
        agenda.in(1, "the program starts", () -> program.start(name()));
        agenda.in(10, "", network::open);
        agenda.in(15_000, "", network::goOut);
        agenda.in(20, "", host::act);
        agenda.in(2_500, "", this::speak);
        agenda.in(6_000, "", producer::act);
        agenda.in(30, "", listeners::listen);
        agenda.in(4_000, "", listeners::press);
        agenda.in(5_000, "", this::disaster);
        agenda.in(3_000, "", this::reopen);
        length = someLength();
        run(length);
        chance.calm();
        run(CALM);
        oracle.settled(program, network, carrierHolds);
        oracle.replays(program.show(), disk);
        listeners.settled(disk);
        answers();
        close();
    }

    /// Most things that can go wrong do so in the first minutes, so most evenings are short: three
    /// in five. Some last as long as it takes until what has to wait for minutes meets the rest.
    private long someLength() {
        int kind = chance.below(20);
        if (kind < 12) {
            return chance.between(15_000, 90_000);
        }
        return kind < 17 ? chance.between(90_000, 240_000) : chance.between(240_000, 600_000);
    }

    private ShowId name() {
        return new ShowId("show-" + ++shows);
    }

    private void run(long millis) {
        long until = agenda.now() + millis;
        while (agenda.now() < until) {
            try {
                agenda.run(until - agenda.now());
            } catch (Killed _) {
                killed();
            }
        }
    }

    private void killed() {
        agenda.note("the program is killed");
        program.die();
        network.programGone();
        listeners.programGone();
        agenda.in(chance.between(500, 60_000), "the program starts again", this::begin);
    }

    private void begin() {
        program = new Program(chance, agenda, disk, network, oracle, carrierHolds);
        program.start(name());
    }

    private void disaster() {
        agenda.in(chance.between(5_000, 60_000), "", this::disaster);
        if (chance.strikes(Fault.STOOD_STILL, 0.1) && program.alive()) {
            program.sleep(chance.between(1_000, 120_000));
        }
        if (program.alive() && chance.strikes(Fault.KILLED, 0.1)) {
            throw new Killed();
        }
    }

    /// The host says something now and then, until it is calm.
    private void speak() {
        if (chance.isCalm()) {
            return;
        }
        agenda.in(chance.between(4_000, 25_000), "", this::speak);
        program.receive("", () -> program.hostSpeaks());
    }

    /// Whoever closed the show begins another.
    private void reopen() {
        agenda.in(3_000, "", this::reopen);
        program.receive(
                "",
                () -> {
                    if (!program.show().open()) {
                        program.open(name());
                    }
                });
    }

    /// Whatever has happened before, an AI caller who is asked answers.
    private void answers() {
        program.ask(new FloorCommand.MuteAi(false));
        if (program.show().calls().ai().findAny().isEmpty()) {
            program.ask(new CallCommand.Bring(Minds.CAST.getFirst()));
        }
        run(100_000);
        Show show = program.show();
        Call ai = show.calls().ai().findFirst().orElseThrow();
        program.ask(new CallCommand.SetMute(ai.id(), false));
        program.ask(new FloorCommand.HostSays(ai.caller().name() + "?", program.positionNow()));
        Rule.check(
                program.show()
                        .floor()
                        .turn()
                        .map(turn -> turn.call())
                        .filter(ai.id()::equals)
                        .isPresent(),
                "who is asked has the floor");
        long before = program.show().seq();
        run(10_000);
        Rule.check(
                program.show().conversation().utterances().stream()
                        .anyMatch(said -> answers(said, before, ai.id())),
                "who is asked answers");
        Rule.check(program.show().floor().turn().isEmpty(), "and gives the floor back");
    }

    private static boolean answers(Utterance said, long before, CallId ai) {
        return said.seq() > before && said.speaker().call().filter(ai::equals).isPresent();
    }

    private void close() {
        program.ask(new ShowCommand.CloseShow());
        Show closed = program.show();
        oracle.replays(closed, disk);
        run(1);
        Rule.check(
                closed.history().records().stream()
                        .allMatch(past -> closed.call(past.id()).isEmpty()),
                "whoever has ended is not on the line");
    }
}
