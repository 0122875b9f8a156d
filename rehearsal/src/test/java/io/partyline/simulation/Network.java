package io.partyline.simulation;

import static io.partyline.simulation.Rule.check;

import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.Switchboard.Admission;
import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Decision;
import io.partyline.show.Reason;
import io.partyline.show.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The telephone network and everybody who calls: the truth about each call, whatever the show has
/// heard of it.
///
/// Reports to the show come late, twice, out of order or not at all; what the show asks fails, is
/// slow, or is done though the answer says that it is not. A report that nobody answers in time
/// puts the caller into the network's own queue.
final class Network implements Telephony {
    /// How long the network waits for an answer.
    private static final long PATIENCE = 15_000;

    /// How long one piece of hold music lasts.
    private static final long WAIT_ROUND = 8_000;

    private static final int NUMBERS = 7;

    /// Who play something again while nobody can ask about it.
    private static final int STRANGERS = 4;

    /// A stranger's end of a path.
    private static final Handset NOBODY =
            new Handset() {
                @Override
                public void play(PhoneFrame frame) {}

                @Override
                public void over() {}
            };

    /// Where a call is in truth.
    enum Where {
        RINGING,
        QUEUE,
        COMING,
        LEG,
        GONE
    }

    /// One call.
    final class Line {
        private final CallId id;
        private final CallerNumber number;
        private Where where = Where.RINGING;
        private Instant since = agenda.instant();
        private int stint;
        private int legs;
        private Optional<CallLeg> leg = Optional.empty();

        private Line(CallId id, CallerNumber number) {
            this.id = id;
            this.number = number;
        }

        CallId id() {
            return id;
        }

        Where where() {
            return where;
        }

        private boolean alive() {
            return where != Where.GONE;
        }

        private int at(Where next) {
            where = next;
            since = agenda.instant();
            return ++stint;
        }

        @Override
        public String toString() {
            return id.value() + " (" + where + ")";
        }
    }

    private final Chance chance;
    private final Agenda agenda;
    private final Supplier<Program> program;
    private final boolean carrierHolds;
    private final Map<CallId, Line> lines = new LinkedHashMap<>();
    private final Questions questions;
    private long sent;
    private long received;
    private long outUntil;
    private int calls;

    Network(Chance chance, Agenda agenda, Supplier<Program> program, boolean carrierHolds) {
        this.chance = chance;
        this.agenda = agenda;
        this.program = program;
        this.carrierHolds = carrierHolds;
        questions = new Questions(agenda);
    }

    /// People call from here on, as long as it is not calm.
    void open() {
        if (chance.isCalm()) {
            return;
        }
        call();
        agenda.in(chance.between(500, 25_000), "", this::open);
    }

    /// Now and then nobody can ask the network anything for a while, and a stranger makes use of
    /// it.
    void goOut() {
        if (chance.isCalm()) {
            return;
        }
        agenda.in(chance.between(20_000, 120_000), "", this::goOut);
        if (chance.strikes(Fault.CARRIER_OUT, 0.3)) {
            long most = chance.often(0.3) ? 150_000 : 20_000;
            outUntil = agenda.now() + chance.between(2_000, most);
            agenda.note("nobody can ask the network anything");
            List<Line> over = lines.values().stream().filter(line -> !line.alive()).toList();
            for (int i = 0; i < STRANGERS && !over.isEmpty(); i++) {
                playAgain(chance.oneOf(over));
            }
        }
    }

    Stream<Line> alive() {
        return lines.values().stream().filter(Line::alive);
    }

    boolean has(CallId call) {
        return Optional.ofNullable(lines.get(call)).filter(Line::alive).isPresent();
    }

    /// The program is gone: every path to it breaks.
    void programGone() {
        questions.forget();
        alive().filter(line -> line.where == Where.LEG)
                .toList()
                .forEach(line -> {
                    int stint = line.stint;
                    agenda.in(
                            chance.between(10, 5_000),
                            "",
                            () -> {
                                if (line.stint == stint) {
                                    queue(line);
                                }
                            });
                });
    }

    private void call() {
        int who = chance.below(NUMBERS);
        var line =
                new Line(
                        new CallId("call-" + ++calls),
                        who == 0
                                ? CallerNumber.WITHHELD
                                : new CallerNumber("010" + who, "print-" + who));
        lines.put(line.id, line);
        ring(line);
        agenda.in(
                chance.often(0.2) ? chance.between(10, 5_000) : chance.between(5_000, 400_000),
                line.id.value() + " has had enough",
                () -> {
                    if (!chance.isCalm()) {
                        gone(line);
                    }
                });
        if (chance.strikes(Fault.RING_REPLAYED, 0.1)) {
            agenda.in(chance.between(1_000, 200_000), "", () -> playAgain(line));
        }
    }

    private void playAgain(Line line) {
        agenda.note("a stranger plays the ring of " + line.id.value() + " again");
        request("ring " + line, () -> admission(line), answer -> comes(line, answer), () -> {});
    }

    /// Whoever is let in for a call that is over, because nobody could be asked about it, comes on
    /// a path of their own.
    private void comes(Line line, Admission answer) {
        if (answer == Admission.GREET && !carrierHolds && !line.alive()) {
            chance.count(Fault.STRANGER_CONNECTS);
            agenda.in(
                    delay(),
                    "",
                    () ->
                            program.get()
                                    .receive(
                                            "a stranger connects as " + line.id.value(),
                                            () -> {
                                                var _ = program.get().connect(line.id, NOBODY);
                                            }));
        }
    }

    private void ring(Line line) {
        request(
                "ring of " + line.id.value(),
                () -> admission(line),
                answer -> admitted(line, answer),
                () -> toTheNet(line));
    }

    private Admission admission(Line line) {
        Admission answer = program.get().switchboard().ring(line.id, line.number);
        boolean in = answer == Admission.GREET || answer == Admission.WELCOME_BACK;
        boolean gone = !line.alive();
        long before = questions.unanswered();
        boolean vouched = in && program.get().operator().vouchesFor(line.id);
        questions.vouchedFor(line.id, gone, vouched, before);
        return in && !vouched ? Admission.OVER : answer;
    }

    /// Before a take. Whoever was let in though they had gone, because nobody could be asked then,
    /// is not there any more once somebody can be.
    void makeSure(CallId call) {
        long before = questions.unanswered();
        program.get().operator().makeSure(call);
        check(
                !questions.isStranger(call)
                        || questions.unanswered() > before
                        || program.get().show().call(call).isEmpty(),
                "no stranger is taken",
                call);
    }

    /// The same for whoever is next.
    ///
    /// @param take what the show says to taking somebody as the next one
    Decision takeNext(Function<CallId, Decision> take) {
        return program.get()
                .operator()
                .takeNext(
                        () -> program.get().show().calls().next().map(Call::id),
                        call -> Optional.of(take.apply(call)).filter(Network::stillNext))
                .orElseGet(() -> new Decision.Refused(Reason.NOBODY_WAITING));
    }

    private static boolean stillNext(Decision decision) {
        return !decision.equals(new Decision.Refused(Reason.SOMEBODY_ELSE_IS_NEXT));
    }

    /// How many questions were not answered so far.
    long unanswered() {
        return questions.unanswered();
    }

    /// Somebody is taken who was next.
    ///
    /// @param before how many questions were not answered when the host pressed the button
    void isNoStranger(CallId call, long before) {
        check(
                !questions.isStranger(call) || questions.unanswered() > before,
                "no stranger is taken",
                call);
    }

    private void admitted(Line line, Admission answer) {
        agenda.note(line + " is answered " + answer);
        if (line.where != Where.RINGING) {
            return;
        }
        switch (answer) {
            case GREET, WELCOME_BACK -> {
                if (carrierHolds) {
                    int stint = line.stint;
                    agenda.in(
                            chance.between(300, 8_000),
                            "",
                            () -> {
                                if (line.stint == stint) {
                                    queue(line);
                                }
                            });
                } else {
                    stream(line);
                }
            }
            case LEAVE_MESSAGE, CLOSED, FULL, BANNED, OVER -> gone(line);
        }
    }

    private void toTheNet(Line line) {
        if (line.where == Where.RINGING) {
            queue(line);
        }
    }

    private void queue(Line line) {
        if (line.alive()) {
            waits(line, line.at(Where.QUEUE));
        }
    }

    private void waits(Line line, int stint) {
        if (line.stint != stint) {
            return;
        }
        Runnable next = () -> agenda.in(WAIT_ROUND, "", () -> waits(line, stint));
        request(
                "wait of " + line.id.value(),
                () -> {
                    Duration waited = Duration.between(line.since, agenda.instant());
                    program.get().waiting(line.id, line.number, waited);
                    return true;
                },
                _ -> next.run(),
                next);
    }

    /// An audio path is opened to the program.
    private void stream(Line line) {
        int stint = line.at(Where.COMING);
        long delay = delay();
        if (chance.strikes(Fault.LEG_NEVER_COMES, 0.03)) {
            agenda.in(
                    chance.between(100, 12_000),
                    "the leg of " + line.id.value() + " never comes",
                    () -> fallBack(line, stint));
            return;
        }
        if (chance.strikes(Fault.LEG_REFUSED, 0.02)) {
            agenda.in(delay, "", () -> fallBack(line, stint));
            report(
                    "no connection to " + line.id.value(),
                    () -> {
                        questions.mayAskAgain(line.id);
                        program.get().notConnected(line.id);
                    });
            return;
        }
        agenda.in(delay, "leg of " + line.id.value(), () -> connect(line, stint));
        agenda.in(PATIENCE + delay, "", () -> fallBack(line, stint));
    }

    private void fallBack(Line line, int stint) {
        if (line.stint == stint) {
            queue(line);
        }
    }

    private void connect(Line line, int stint) {
        program.get()
                .receive(
                        "leg of " + line.id.value() + " connects",
                        () -> {
                            if (line.stint == stint) {
                                connected(line);
                            }
                        });
    }

    private void connected(Line line) {
        int number = ++line.legs;
        Optional<CallLeg> leg = program.get().connect(line.id, new Receiver(line, number));
        questions.mayAskAgain(line.id);
        if (leg.isEmpty()) {
            queue(line);
            return;
        }
        line.leg = leg;
        int stint = line.at(Where.LEG);
        if (chance.strikes(Fault.LEG_BREAKS, 0.3)) {
            agenda.in(
                    chance.between(10, chance.often(0.2) ? 1_500 : 90_000),
                    "",
                    () -> {
                        if (line.stint == stint) {
                            agenda.note("the leg of " + line.id.value() + " breaks");
                            legLost(line);
                            if (chance.often(0.7)) {
                                queue(line);
                            } else {
                                gone(line);
                            }
                        }
                    });
        }
    }

    /// The program hears of it, if it is there, though perhaps late.
    private void legLost(Line line) {
        Optional<CallLeg> lost = line.leg;
        line.leg = Optional.empty();
        Program then = program.get();
        lost.ifPresent(leg ->
                agenda.in(
                        delay(),
                        "",
                        () -> then.receive(line.id.value() + "'s leg is lost", leg::lost)));
    }

    private final class Receiver implements Handset {
        private final Line line;
        private final int number;

        private Receiver(Line line, int number) {
            this.line = line;
            this.number = number;
        }

        @Override
        public void play(PhoneFrame frame) {}

        @Override
        public void over() {
            agenda.in(
                    chance.between(20, 300),
                    "",
                    () -> {
                        if (line.where == Where.LEG && line.legs == number) {
                            line.leg = Optional.empty();
                            queue(line);
                        }
                    });
        }
    }

    private void gone(Line line) {
        if (!line.alive()) {
            return;
        }
        agenda.note(line + " is gone");
        legLost(line);
        line.at(Where.GONE);
        report(line.id.value() + " is gone", () -> program.get().switchboard().gone(line.id));
    }

    private void report(String what, Runnable receives) {
        if (chance.strikes(Fault.REPORT_LOST, isOut() ? 0.4 : 0.1)) {
            return;
        }
        deliver(what, receives);
        if (chance.strikes(Fault.REPORT_TWICE, 0.05)) {
            deliver(what + ", again", receives);
        }
    }

    /// @param answered what the network does with the answer, if it comes in time
    /// @param unanswered what it does if it does not
    private <T> void request(
            String what, Supplier<T> asked, Consumer<T> answered, Runnable unanswered) {
        var open = new ArrayList<>(List.of(true));
        agenda.in(
                PATIENCE,
                "",
                () -> {
                    if (!open.isEmpty()) {
                        open.clear();
                        unanswered.run();
                    }
                });
        report(
                what,
                () -> {
                    T answer = asked.get();
                    if (!open.isEmpty()) {
                        open.clear();
                        answered.accept(answer);
                    }
                });
    }

    private void deliver(String what, Runnable receives) {
        long number = ++sent;
        agenda.in(
                delay(),
                "",
                () -> {
                    if (number < received) {
                        chance.count(Fault.REPORT_OUT_OF_ORDER);
                    }
                    received = Math.max(received, number);
                    program.get().receive(what, receives);
                });
    }

    private long delay() {
        return chance.strikes(Fault.REPORT_LATE, 0.04)
                ? chance.between(500, 30_000)
                : chance.between(5, 250);
    }

    @Override
    public void connect(CallId call) {
        questions.begins(call);
        think();
        Line line = lines.get(call);
        boolean fails = chance.strikes(Fault.CARRIER_UNREACHABLE, 0.05);
        if (fails && !chance.strikes(Fault.CARRIER_DID_IT_ALL_THE_SAME, 0.3)) {
            throw unreachable();
        }
        if (line == null || !line.alive()) {
            throw new TelephonyException("The call is over.");
        }
        stream(line);
        if (fails) {
            throw unreachable();
        }
        questions.agreed(call);
    }

    @Override
    public void hangUp(CallId call) {
        think();
        boolean fails = chance.strikes(Fault.CARRIER_UNREACHABLE, 0.1);
        if (!fails || chance.strikes(Fault.CARRIER_DID_IT_ALL_THE_SAME, 0.3)) {
            Optional.ofNullable(lines.get(call)).ifPresent(this::gone);
        }
        if (fails) {
            throw unreachable();
        }
    }

    @Override
    public Set<CallId> liveCalls() {
        return answer(
                () -> alive().map(Line::id).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    @Override
    public List<Waiting> waiting() {
        return answer(() ->
                alive().filter(line -> line.where == Where.QUEUE)
                        .map(line -> new Waiting(line.id, line.since))
                        .toList());
    }

    @Override
    public CallerNumber number(CallId call) {
        return answer(() ->
                Optional.ofNullable(lines.get(call))
                        .map(line -> line.number)
                        .orElse(CallerNumber.WITHHELD));
    }

    @Override
    public boolean hasEnded(CallId call) {
        check(
                program.get().show().call(call).filter(Network::waitsForALeg).isEmpty(),
                "a take of somebody who cannot be brought fails at once",
                call);
        return answer(
                () -> Optional.ofNullable(lines.get(call)).filter(l -> !l.alive()).isPresent());
    }

    private static boolean waitsForALeg(Call call) {
        return call.stage() instanceof Stage.Taking && !call.marks().leg();
    }

    /// What is true when the network looks is told a while later.
    private <T> T answer(Supplier<T> look) {
        if (isOut() || chance.strikes(Fault.CARRIER_UNREACHABLE, 0.05)) {
            throw unreachable();
        }
        T seen = look.get();
        think();
        return seen;
    }

    private boolean isOut() {
        return agenda.now() < outUntil && !chance.isCalm();
    }

    private void think() {
        if (isOut()) {
            throw unreachable();
        }
        if (chance.strikes(Fault.CARRIER_BUSY, 0.02)) {
            questions.refused();
            throw new TelephonyException(
                    "The telephone company is busy.",
                    Duration.ofMillis(chance.between(200, 5_000)),
                    new IllegalStateException("busy"));
        }
        agenda.meanwhile(
                chance.strikes(Fault.CARRIER_SLOW, 0.1)
                        ? chance.between(500, 5_000)
                        : chance.between(5, 120));
    }

    private TelephonyException unreachable() {
        questions.refused();
        return new TelephonyException("The telephone company cannot be reached.");
    }
}
