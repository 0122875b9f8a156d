package io.partyline.simulation;

import static io.partyline.simulation.Rule.check;

import io.partyline.show.Cuts;
import io.partyline.show.Decision;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// Everybody who listens from afar, some seconds behind the show, and the two buttons with which
/// the host takes back what they have not heard: truth about what they heard, whatever the show
/// says of it.
///
/// The delay is counted here in milliseconds of the agenda; its samples are not tried.
final class Listeners {
    private static final long DELAY = 10_000;
    private static final long DUMP = 8_000;

    /// What a delay that is too short gains of each hundred milliseconds.
    private static final long GAIN = 3;

    private static final long HUNDRED = 100;
    private static final long TURN = 500;
    private static final long SAMPLES = 48;

    /// A part of the program, on the agenda's clock.
    record Stretch(long from, long to) {
        long length() {
            return to - from;
        }

        /// Adds it behind the others, as one with the last if nothing lies between them.
        void addTo(Deque<Stretch> others) {
            Stretch last = others.peekLast();
            if (last != null && last.to == from) {
                others.removeLast();
                others.addLast(new Stretch(last.from, to));
            } else {
                others.addLast(this);
            }
        }

        /// How much of it lies in another.
        long in(Stretch other) {
            return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
        }
    }

    /// What was taken back, as the show was told of it and has taken it down.
    ///
    /// @param from in samples from show zero
    private record Reported(ShowId show, long from, long to) {}

    private final Chance chance;
    private final Agenda agenda;
    private final Supplier<Program> program;
    private final Deque<Stretch> coming = new ArrayDeque<>();
    private final Deque<Stretch> heard = new ArrayDeque<>();
    private final List<Reported> reported = new ArrayList<>();
    private long at;
    private boolean jingle;

    Listeners(Chance chance, Agenda agenda, Supplier<Program> program) {
        this.chance = chance;
        this.agenda = agenda;
        this.program = program;
    }

    /// They listen from here on.
    void listen() {
        advance();
        agenda.in(TURN, "", this::listen);
    }

    /// Nobody will hear what the delay held.
    void programGone() {
        coming.clear();
        jingle = false;
    }

    /// Now and then the host takes something back, as long as it is not calm.
    void press() {
        if (chance.isCalm()) {
            return;
        }
        agenda.in(chance.between(3_000, 60_000), "", this::press);
        program.get().receive("the host takes something back", () -> takeBack(chance.often(0.2)));
    }

    private void advance() {
        long now = agenda.now();
        long passed = now - at;
        at = now;
        if (passed <= 0 || !program.get().alive() || program.get().awake() < passed) {
            return;
        }
        boolean gains = jingle || unheard() < DELAY;
        if (program.get().show().open()) {
            new Stretch(now - passed, now).addTo(coming);
        }
        if (jingle) {
            jingle = unheard() < DELAY;
        } else {
            hear(gains ? passed * (HUNDRED - GAIN) / HUNDRED : passed);
        }
    }

    private long unheard() {
        long length = 0;
        for (Stretch stretch : coming) {
            length += stretch.length();
        }
        return length;
    }

    private void hear(long length) {
        long left = length;
        while (left > 0 && !coming.isEmpty()) {
            Stretch next = coming.removeFirst();
            long part = Math.min(left, next.length());
            new Stretch(next.from(), next.from() + part).addTo(heard);
            if (part < next.length()) {
                coming.addFirst(new Stretch(next.from() + part, next.to()));
            }
            left -= part;
        }
    }

    /// A dump leaves as much out of what is published as was meant, though listeners may have heard
    /// some of it.
    private void takeBack(boolean panic) {
        advance();
        long now = agenda.now();
        long length = panic ? unheard() : Math.min(DUMP, unheard());
        long from = Math.min(forget(length), panic ? now : now - DUMP);
        jingle |= panic;
        Show show = program.get().show();
        long here = program.get().positionNow();
        report(
                show.id(),
                new ShowCommand.ReportDump(
                        here - (now - from) * SAMPLES, here, length * SAMPLES, panic));
    }

    /// @return where the program ends that is left
    private long forget(long length) {
        long left = length;
        long from = agenda.now();
        while (left > 0) {
            Stretch last = coming.removeLast();
            long part = Math.min(left, last.length());
            from = last.to() - part;
            if (part < last.length()) {
                coming.addLast(new Stretch(last.from(), from));
            }
            left -= part;
        }
        return from;
    }

    private void report(ShowId during, ShowCommand.ReportDump dump) {
        long late =
                chance.strikes(Fault.DUMP_LATE, 0.2)
                        ? chance.between(100, 20_000)
                        : chance.between(1, 20);
        program.get().in(late, "a dump is reported", () -> reported(during, dump));
    }

    /// Only a show that is over, and of which nothing is missing any more, need not know.
    private void reported(ShowId during, ShowCommand.ReportDump dump) {
        Decision decision = program.get().ask(during, dump);
        if (decision instanceof Decision.Refused) {
            boolean closed = program.get().show(during).filter(Show::open).isEmpty();
            boolean kept = program.get().show(during).isPresent();
            check(
                    closed && (!kept || dump.unheard() == 0),
                    "what listeners will not hear is left out",
                    dump);
        } else if (dump.to() > Math.max(0, dump.from()) && !program.get().journalInTrouble()) {
            reported.add(new Reported(during, Math.max(0, dump.from()), dump.to()));
        }
    }

    /// What was taken back from them is published nowhere, and what is said to be unheard is.
    void settled(Disk disk) {
        for (ShowId show : disk.shows()) {
            Cuts cuts = Cuts.of(disk.replay(show).stream().map(entry -> entry.event()));
            reported.stream()
                    .filter(dump -> dump.show().equals(show))
                    .forEach(dump ->
                            check(
                                    cuts.all().stream()
                                            .anyMatch(cut ->
                                                    cut.from() <= dump.from()
                                                            && dump.to() <= cut.to()),
                                    "what is taken back is left out of what is published",
                                    dump));
            disk.replay(show).stream()
                    .map(entry -> entry.event())
                    .filter(ShowEvent.ProgramDumped.class::isInstance)
                    .map(ShowEvent.ProgramDumped.class::cast)
                    .forEach(dumped -> isUnheard(disk.played(show), dumped));
        }
    }

    private void isUnheard(Show show, ShowEvent.ProgramDumped dumped) {
        long zero = show.openedAt().toEpochMilli() - Agenda.BEGINS;
        var cut = new Stretch(zero + dumped.from() / SAMPLES, zero + dumped.to() / SAMPLES);
        long known = heard.stream().mapToLong(cut::in).sum();
        check(
                cut.length() - known >= dumped.unheard() / SAMPLES,
                "what listeners will not hear they have not heard",
                dumped);
    }
}
