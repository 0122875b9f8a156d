package io.partyline.benchmarks.load;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// The callers of one load: they ring, listen, and hang up. For one thread, which drives them.
final class Crowd implements AutoCloseable {
    private static final Duration TO_OPEN = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Dialler dialler;
    private final Trunk trunk;
    private final IntFunction<Party> parties;
    private final Consumer<String> onCall;
    private int rung;

    /// @param parties whose party each caller belongs to, by the order of their ringing
    /// @param onCall told of a call before it rings: the show may ask its carrier about it at once
    Crowd(int phonePort, IntFunction<Party> parties, Consumer<String> onCall) {
        dialler = new Dialler(Account.MADE_UP, phonePort);
        trunk = new Trunk(phonePort);
        this.parties = parties;
        this.onCall = onCall;
    }

    Trunk trunk() {
        return trunk;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    /// One more caller, on an open stream.
    ///
    /// @throws IllegalStateException if the show does not let them in
    Line ring() {
        int number = rung++;
        String call = Dialler.call(number);
        onCall.accept(call);
        Dialled dialled = dialler.ring(number);
        Line line = new Line(number, dialled, Account.MADE_UP, parties.apply(number));
        trunk.open(line);
        long deadline = System.nanoTime() + TO_OPEN.toNanos();
        while (line.state() == Line.State.OPENING && System.nanoTime() < deadline) {
            Naps.nap(BETWEEN_LOOKS);
        }
        if (line.state() != Line.State.OPEN) {
            throw new IllegalStateException("A stream did not open. " + line.why());
        }
        lines.add(line);
        return line;
    }

    /// A call is over, whoever ended it: the carrier ends its stream, and says so. Any thread may.
    void hangUp(Line line) {
        lines.remove(line);
        trunk.end(line);
        dialler.over(line.call());
    }

    /// Listens for so long.
    Outcome measure(Duration time, Cost server) {
        List<Line> measured = lines();
        Collection<Party> all = measured.stream().map(Line::party).distinct().toList();
        forget(measured, all);
        var _ = trunk.late();
        Machine before = Machine.now();
        long began = System.nanoTime();
        Duration used = server.used();
        Naps.nap(time);
        double cpu = server.used().minus(used).toNanos() / 1e9;
        double seconds = (System.nanoTime() - began) / 1e9;
        double others = Machine.now().othersSince(before, cpu / seconds, seconds);
        List<Pace> paces = trunk.ask(() -> measured.stream().map(Line::measured).toList());
        Party.Heard heard = new Party.Heard();
        trunk.ask(() -> heard(all)).forEach(heard::addAll);
        Readings errors = new Readings();
        paces.forEach(pace -> errors.addAll(pace.errors()));
        double audioMs = paces.stream().mapToDouble(Pace::audioMs).sum();
        return new Outcome(
                measured.size(),
                (int) measured.stream().filter(each -> each.state() == Line.State.OPEN).count(),
                audioMs / (measured.size() * seconds * 1000),
                errors,
                heard,
                paces.stream().mapToInt(Pace::gaps).sum(),
                cpu / seconds,
                audioMs / 20,
                seconds,
                server.residentKb(),
                trunk.late(),
                others);
    }

    private void forget(List<Line> measured, Collection<Party> all) {
        var _ =
                trunk.ask(() ->
                        Stream.concat(measured.stream().map(Line::measured), heard(all).stream())
                                .toList());
    }

    private static List<Party.Heard> heard(Collection<Party> parties) {
        long now = System.nanoTime();
        return parties.stream().map(party -> party.measured(now)).toList();
    }

    @Override
    public void close() {
        trunk.close();
        dialler.close();
    }
}
