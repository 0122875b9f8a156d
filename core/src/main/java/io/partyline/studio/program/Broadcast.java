package io.partyline.studio.program;

import io.partyline.audio.Frames;
import io.partyline.audio.delay.ProgramDelay;
import io.partyline.audio.delay.ProgramDelay.TakenBack;
import io.partyline.audio.level.Limiter;
import io.partyline.port.ProgramOut;
import io.partyline.port.Transmitter;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.studio.sound.Desk;
import io.partyline.studio.sound.Pause;
import io.partyline.studio.sound.ShowTime;
import io.partyline.studio.sound.Sound;
import io.partyline.studio.sound.Tape;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The thread named `program`: takes what the mixer puts on the program's tape, makes it late, and
/// hands it on to whoever sends it to listeners. Callers and host never hear the delay, for nothing
/// of it comes back to the mixer.
///
/// Nothing here can keep the show waiting: the tape drops what finds no room, and what is played to
/// a [ProgramOut] is taken at once or lost.
///
/// Between two shows nothing comes in: what the delay still holds of the one that is over is heard
/// to its end, and can be taken back until then.
public final class Broadcast implements Transmitter, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Broadcast.class.getName());

    /// How often the tape is looked at: half a frame.
    private static final Duration ROUND = Duration.ofMillis(Frames.MILLIS / 2);

    /// Orders and titles that may wait for the thread's next round.
    private static final int ORDERS = 256;

    /// How long somebody waits for an order to be carried out: a hundred rounds.
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /// Frames that are missing are made up for by silence, as many as a delay can hold.
    private static final long MOST_MISSING = 2_000;

    /// Rounds without any progress after which nobody waits for the end of a show any more: 2 s, in
    /// which the show's clock stands still.
    private static final int MOST_IN_VAIN = 200;

    /// Where on the mixer's count there is no show.
    ///
    /// @param from where one was over
    /// @param to where the next began
    private record Between(long from, long to) {
        private static final Between NEVER = new Between(Long.MAX_VALUE, Long.MAX_VALUE);

        boolean holds(long place) {
            return place >= from && place < to;
        }

        /// Where the program ends that was heard last.
        long end(long now) {
            return holds(now) ? from : now;
        }
    }

    private final ProgramOut out;
    private final Desk desk;
    private final Tape tape;
    private final BiFunction<ShowId, Command, Decision> shows;
    private final Duration dump;
    private final ProgramDelay delay;
    private final Pause pause;
    private final Titles titles = new Titles();
    private final BlockingQueue<Runnable> orders = new ArrayBlockingQueue<>(ORDERS);
    private final float[] late = new float[Frames.SAMPLES];
    private final float[] silence = new float[Frames.SAMPLES];
    private final Thread thread;
    private long next;
    private boolean faulty;
    private volatile Between between = Between.NEVER;
    private volatile boolean on;
    private volatile boolean stopping;
    private volatile Held held;

    /// Guarded by this: which show is sent.
    private Optional<ShowId> sent = Optional.empty();

    /// Guarded by this: the stream ends with what is left of a show.
    private boolean ending;

    /// What the delay holds, for whoever asks.
    private record Held(long delay, long target, boolean safe, ProgramDelay.Phase phase) {}

    /// @param out where the program goes
    /// @param delay in front of it
    /// @param dump how much a dump takes back
    /// @param sound where the program comes from
    /// @param shows who decides what becomes of a dump, in the show from which it was taken
    /// @param pause how it waits between two rounds
    public Broadcast(
            ProgramOut out,
            ProgramDelay delay,
            Duration dump,
            Sound sound,
            BiFunction<ShowId, Command, Decision> shows,
            Pause pause) {
        this.out = out;
        this.delay = delay;
        this.dump = dump;
        this.desk = sound.desk();
        this.tape = sound.tapes().broadcast();
        this.shows = shows;
        this.pause = pause;
        this.held = held();
        thread = Thread.ofPlatform().name("program").unstarted(this::run);
    }

    /// Begins, unless there is nowhere to send the program to.
    ///
    /// @param sending whether it is sent from the start
    public void start(boolean sending) {
        if (!out.isOff()) {
            thread.start();
            if (sending) {
                stream(true);
            }
        }
    }

    /// Who can be heard has changed. For the show thread: waits for nothing.
    public void onAir(Show now) {
        long place = desk.mixed();
        String who = OnAirTitle.of(now);
        var _ = orders.offer(() -> titles.add(place, who));
    }

    /// A show begins to sound. For the show thread: waits for nothing.
    public synchronized void begins(ShowTime time) {
        sent = Optional.of(time.show());
        between = new Between(between.from(), time.from());
    }

    /// A show is over, and what is mixed from now on is none of it.
    public synchronized void over(ShowId ended) {
        if (sent.filter(ended::equals).isPresent()) {
            between = new Between(desk.mixed(), Long.MAX_VALUE);
        }
    }

    /// What listeners have not heard of the show that is over fades away within a second, if
    /// anybody takes it, and the rest of it they never hear; waits for that.
    public void fadeAway() {
        var _ = orders.offer(delay::fadeAway);
        Held before = held;
        for (int inVain = 0; inVain < MOST_IN_VAIN && isStillHeard(); inVain++) {
            pause.pause(ROUND.toNanos());
            if (held.delay() != before.delay()) {
                before = held;
                inVain = 0;
            }
        }
    }

    private synchronized boolean isStillHeard() {
        return (on || ending) && out.connected() && held.delay() > 0;
    }

    private void run() {
        next = desk.mixed() - Limiter.DELAY;
        while (!stopping) {
            long mixed = desk.mixed();
            tape.drain(this::take);
            goOn(mixed - Limiter.DELAY);
            for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
                order.run();
            }
            held = held();
            endIfHeard();
            pause.pause(ROUND.toNanos());
        }
    }

    private void take(long place, float[] frame) {
        goOn(place);
        turn(place, frame);
        next = place + Frames.SAMPLES;
    }

    /// What the mixer has passed and the tape does not hold is silence: it was lost, or nobody is
    /// in the program. The time is not lost.
    private void goOn(long place) {
        long missing = Math.min((place - next) / Frames.SAMPLES, MOST_MISSING);
        for (long i = missing; i > 0; i--) {
            turn(place - i * Frames.SAMPLES, silence);
        }
        next = Math.max(next, place);
    }

    private void turn(long mixed, float[] frame) {
        if (between.holds(mixed)) {
            delay.runOut(late);
        } else {
            delay.turn(mixed, frame, late);
        }
        try {
            delay.place(0).ifPresent(place -> titles.due(place).ifPresent(out::title));
            out.play(late);
        } catch (RuntimeException mistake) {
            fail(mistake);
        }
    }

    /// Said once; whoever is asked how it goes is told by [ProgramOut#trouble].
    private void fail(RuntimeException mistake) {
        if (!faulty) {
            faulty = true;
            LOG.log(Level.ERROR, "a part of the program did not reach the stream", mistake);
        }
    }

    private Held held() {
        return new Held(delay.delay(), delay.target(), delay.safe(), delay.phase());
    }

    @Override
    public Status status() {
        Held now = held;
        return new Status(
                !out.isOff(),
                on,
                out.connected(),
                out.name(),
                out.listeners(),
                Sound.duration(now.delay()),
                Sound.duration(now.target()),
                dump,
                now.safe() && !out.isOff(),
                now.phase(),
                out.lostMs(),
                out.trouble());
    }

    private synchronized void endIfHeard() {
        if (ending && held.delay() == 0) {
            ending = false;
            out.end();
        }
    }

    @Override
    public synchronized Optional<String> stream(boolean wanted) {
        if (out.isOff()) {
            return wanted ? Optional.of(nowhere()) : Optional.empty();
        }
        on = wanted;
        ending = !wanted && held.phase() == ProgramDelay.Phase.ENDING;
        if (wanted) {
            out.begin();
        } else if (!ending) {
            out.end();
        }
        return Optional.empty();
    }

    private static String nowhere() {
        return "No stream is set up: set PARTYLINE_STREAM_URL, then start again.";
    }

    @Override
    public Optional<String> delay(Duration wanted) {
        if (out.isOff()) {
            return Optional.of(nowhere());
        }
        if (wanted.isNegative() || wanted.compareTo(ProgramDelay.LONGEST) > 0) {
            return Optional.of("A delay is from 0 to 40 seconds.");
        }
        Optional<Boolean> done =
                carriedOut(() -> {
                    delay.aim(wanted);
                    held = held();
                    return true;
                });
        return done.isPresent()
                ? Optional.empty()
                : Optional.of("The program's thread does not answer: restart Partyline.");
    }

    @Override
    public Decision dump() {
        return takeBack(delay::dump, Sound.samples(dump), false);
    }

    @Override
    public Decision panic() {
        return out.isOff() ? Decision.refuse(Reason.NO_STREAM) : takeBack(delay::panic, 0, true);
    }

    /// What is published loses as much as was meant to be taken back, even if listeners had heard
    /// some of it.
    private Decision takeBack(Supplier<TakenBack> how, long meant, boolean panic) {
        ShowTime time = desk.time();
        TakenBack taken =
                (out.isOff() ? Optional.<TakenBack>empty() : carriedOut(how))
                        .orElseGet(this::nothing);
        long from = Math.min(taken.from(), taken.to() - meant);
        return shows.apply(
                time.show(),
                new ShowCommand.ReportDump(
                        time.position(from), time.position(taken.to()), taken.length(), panic));
    }

    private TakenBack nothing() {
        long now = between.end(desk.mixed());
        return new TakenBack(now, now, 0);
    }

    /// Has something done between two frames, on the thread that owns the delay.
    private <T> Optional<T> carriedOut(Supplier<T> order) {
        var done = new CompletableFuture<T>();
        if (!orders.offer(() -> done.completeAsync(order, Runnable::run))) {
            return Optional.empty();
        }
        LockSupport.unpark(thread);
        try {
            return Optional.of(done.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException late) {
            LOG.log(Level.ERROR, "the program's thread did not carry out an order", late);
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Sends nothing more. What listeners have not heard yet they will not hear, see [#fadeAway].
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        out.close();
    }
}
