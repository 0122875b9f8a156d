package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.delay.Jingle;
import io.partyline.audio.delay.ProgramDelay.Phase;
import io.partyline.audio.level.Limiter;
import io.partyline.port.ControlRoom.Health;
import io.partyline.port.Journal;
import io.partyline.port.ShowClock;
import io.partyline.port.Ticking;
import io.partyline.port.Transmitter.Status;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Cuts;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.Reason;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.studio.ComputerClock;
import io.partyline.studio.Studio;
import io.partyline.studio.Transmission;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A studio whose program goes to listeners. The host knocks once a second: a frame of one level, a
/// little louder each time, so that it can be told from all others, and then silence.
class BroadcastTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final float STEP = 1f / 512;
    private static final float SOFTEST = 1f / 16;
    private static final int SECOND = Frames.RATE;
    private static final int TICKS = 50;
    private static final String MIX = "00_Mix";

    private final HandClock clock = new HandClock();
    private final HandSeat seat = new HandSeat();
    private final HandProgramOut out = new HandProgramOut();
    private final RehearsalRoom room = new RehearsalRoom().clock(new TurnedByClosing()).seat(seat);
    private Optional<Studio> studio = Optional.empty();
    private int seconds;

    /// Read by other threads, which it does not concern.
    private volatile boolean closing;

    private Studio open(Duration delay) {
        room.transmission(
                new Transmission(out, delay, Duration.ofSeconds(3), Jingle::samples, true));
        studio = Optional.of(room.open());
        return studio.orElseThrow();
    }

    private Studio open(int delay) {
        return open(Duration.ofSeconds(delay));
    }

    @AfterEach
    void leave() {
        studio.ifPresent(Studio::leave);
    }

    /// Seconds pass, each with its knock in its first frame.
    private void pass(int count) {
        for (int i = 0; i < count; i++) {
            seconds++;
            for (int tick = 0; tick < TICKS; tick++) {
                Arrays.fill(seat.spoken(), tick == 0 ? level(seconds) : 0);
                clock.crank();
            }
            await(() -> out.length() >= seconds * SECOND);
            await(() -> room.stems().length(show().show().id(), MIX) >= seconds * SECOND - 960);
        }
    }

    private static void await(BooleanSupplier done) {
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    private static float level(int second) {
        return SOFTEST + second * STEP;
    }

    /// Where a knock begins: twenty samples of one level; -1 if it is nowhere.
    private static int find(float[] samples, int knock) {
        int run = 0;
        for (int i = 0; i < samples.length; i++) {
            run = Math.abs(samples[i] - level(knock)) < STEP / 4 ? run + 1 : 0;
            if (run == 20) {
                return i - 19;
            }
        }
        return -1;
    }

    private static List<Integer> knocks(float[] samples, int most) {
        return IntStream.rangeClosed(1, most)
                .filter(knock -> find(samples, knock) >= 0)
                .boxed()
                .toList();
    }

    private float[] stem(String name) {
        return room.stems().samples(show().show().id(), name).orElseThrow();
    }

    /// The show is closed, and its clock goes on.
    private void end() {
        show().ask(new ShowCommand.CloseShow());
        awaitEnding();
    }

    private void awaitEnding() {
        Arrays.fill(seat.spoken(), 0);
        await(() -> {
            goOn(1);
            return show().transmitter().status().phase() == Phase.ENDING;
        });
    }

    /// The studio closes, and its clock goes on whenever it waits for that.
    private void close() {
        closing = true;
        show().close();
        closing = false;
        studio = Optional.empty();
    }

    /// Whoever closes the studio turns its clock by waiting for it.
    private final class TurnedByClosing implements ShowClock {
        private final Thread host = Thread.currentThread();

        @Override
        public void start(Ticking ticking) {
            clock.start(ticking);
        }

        @Override
        public void pause(long nanos) {
            if (closing && Thread.currentThread().equals(host)) {
                goOn(1);
            } else {
                clock.pause(nanos);
            }
        }

        @Override
        public long faults() {
            return clock.faults();
        }

        @Override
        public void close() {
            clock.close();
        }
    }

    private void goOn(int ticks) {
        for (int left = ticks; left > 0; left -= TICKS) {
            int now = Math.min(left, TICKS);
            int expected = out.length() + now * Frames.SAMPLES;
            clock.crank(now);
            await(() -> out.length() >= expected);
        }
    }

    private Studio show() {
        return studio.orElseThrow();
    }

    private static ShowEvent.ProgramDumped dumped(Decision decision) {
        List<Event> events = ((Decision.Accepted) decision).events();
        return (ShowEvent.ProgramDumped) events.getFirst();
    }

    @Test
    void listenersAreLateByTheDelayToTheSampleAndTheMixIsNot() {
        open(2);
        pass(6);
        float[] mix = stem(MIX);
        assertThat(find(mix, 3)).isEqualTo(2 * SECOND);
        assertThat(find(out.got(), 3)).isEqualTo(find(mix, 3) + 2 * SECOND + Limiter.DELAY);
        assertThat(knocks(out.got(), 6)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void callersHearTheHostLongBeforeListenersDo() {
        room.clock(new ComputerClock());
        Studio open = open(30);
        var call = new CallId("CA00000000000000000000000000000007");
        var handset = new HandHandset();
        open.ring(call, new CallerNumber("0107", "print-7"));
        open.connect(call, handset);
        open.take(call);
        Arrays.fill(seat.spoken(), 0.25f);
        await(() -> handset.hear(LIMIT).filter(BroadcastTest::isLoud).isPresent());
        await(() -> out.got().length > 0);
        assertThat(out.got()).containsOnly(0);
    }

    private static boolean isLoud(float[] frame) {
        return Math.abs(frame[frame.length - 1]) > 0.1;
    }

    @Test
    void aDumpTakesExactlyItsSecondsFromListenersAndNothingFromTheStems() {
        Studio open = open(5);
        pass(10);
        ShowEvent.ProgramDumped cut = dumped(open.transmitter().dump());
        assertThat(cut.to() - cut.from()).isEqualTo(3 * SECOND);
        assertThat(cut.unheard()).isEqualTo(3 * SECOND);
        assertThat(cut.panic()).isFalse();
        assertThat(cut.to()).isEqualTo(10 * SECOND - Limiter.DELAY);
        assertThat(open.transmitter().status().delay()).isEqualTo(Duration.ofSeconds(2));

        pass(10);
        assertThat(knocks(out.got(), 15)).containsExactly(1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15);
        assertThat(knocks(stem(MIX), 19)).hasSize(19);
        assertThat(knocks(stem("01_Host"), 19)).hasSize(19);
    }

    @Test
    void aDumpIsInTheJournal() {
        Studio open = open(5);
        pass(4);
        open.transmitter().dump();
        assertThat(room.journal().replay(open.show().id()))
                .anyMatch(entry -> entry.event() instanceof ShowEvent.ProgramDumped);
    }

    @Test
    void whatListenersHaveHeardIsStillLeftOutOfWhatIsPublished() {
        Studio open = open(1);
        pass(10);
        ShowEvent.ProgramDumped cut = dumped(open.transmitter().dump());
        assertThat(cut.to() - cut.from()).isEqualTo(3 * SECOND);
        assertThat(cut.unheard()).isEqualTo(SECOND);
    }

    @Test
    void withoutAStreamADumpIsLeftOutOfWhatIsPublished() {
        studio = Optional.of(room.open());
        clock.crank(10 * TICKS);
        ShowEvent.ProgramDumped cut = dumped(show().transmitter().dump());
        assertThat(cut)
                .extracting(
                        ShowEvent.ProgramDumped::from,
                        ShowEvent.ProgramDumped::to,
                        ShowEvent.ProgramDumped::unheard)
                .containsExactly(7L * SECOND, 10L * SECOND, 0L);
        assertThat(show().transmitter().panic()).isEqualTo(new Decision.Refused(Reason.NO_STREAM));
        assertThat(show().transmitter().stream(true)).isPresent();
        assertThat(show().transmitter().delay(Duration.ofSeconds(1))).isPresent();
        assertThat(show().transmitter().status().setUp()).isFalse();
    }

    @Test
    void inAPanicNothingThatWasUnheardIsHeard() {
        Studio open = open(4);
        pass(10);
        ShowEvent.ProgramDumped cut = dumped(open.transmitter().panic());
        assertThat(cut.panic()).isTrue();
        assertThat(cut.to() - cut.from()).as("%s", cut).isEqualTo(4 * SECOND);
        pass(1);
        assertThat(open.transmitter().status().phase()).isEqualTo(Phase.JINGLE);
        pass(9);
        float[] got = out.got();
        assertThat(find(got, 6)).isGreaterThan(0);
        // What comes behind the jingle is looked at alone.
        float[] behind = Arrays.copyOfRange(got, 14 * SECOND, got.length);
        assertThat(knocks(behind, 16)).containsExactly(11, 12, 13, 14, 15, 16);
        assertThat(open.transmitter().status().delay()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aDeadServerCostsWhatIsPlayedMeanwhileAndNobodyElseNotices() {
        open(1);
        pass(3);
        out.gone(true);
        clock.crank(TICKS);
        await(() -> out.lostMs() == 1_000);
        clock.crank(TICKS);
        await(() -> out.lostMs() == 2_000);
        assertThat(program().state()).isEqualTo(Health.State.TROUBLE);
        out.gone(false);
        clock.crank(TICKS);
        await(() -> out.length() == 4 * SECOND);
        assertThat(program().detail())
                .isEqualTo(
                        "On its way to by hand, 1.0 s late. Listeners: 1. 2.0 s of it were sent to"
                                + " nobody.");
    }

    private Health program() {
        return show().health().stream()
                .filter(part -> part.part().equals("program"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStreamThatIsSwitchedOffSendsNothingAndKeepsItsDelay() {
        Studio open = open(1);
        pass(2);
        open.transmitter().stream(false);
        assertThat(program().state()).isEqualTo(Health.State.OFF);
        int before = out.length();
        clock.crank(TICKS);
        assertThat(open.transmitter().delay(Duration.ofSeconds(1))).isEmpty();
        assertThat(out.length()).isEqualTo(before);
        assertThat(open.transmitter().status().delay()).isEqualTo(Duration.ofSeconds(1));
        open.transmitter().stream(true);
        clock.crank(TICKS);
        await(() -> out.length() >= before + SECOND);
    }

    @Test
    void anotherDelayIsReachedBySilenceAndShown() {
        Studio open = open(0);
        pass(3);
        assertThat(open.transmitter().delay(Duration.ofSeconds(2))).isEmpty();
        assertThat(open.transmitter().delay(Duration.ofSeconds(41))).isPresent();
        assertThat(open.transmitter().status().target()).isEqualTo(Duration.ofSeconds(2));
        pass(9);
        Status now = open.transmitter().status();
        assertThat(now.delay()).isBetween(Duration.ofMillis(1_997), Duration.ofMillis(2_003));
        assertThat(now.phase()).isEqualTo(Phase.STEADY);
    }

    @Test
    void listenersReadWhoTheyHearWhenTheyHearThem() {
        room.clock(new ComputerClock());
        Studio open = open(1);
        open.bring("1");
        await(() -> out.titles().size() > 1);
        assertThat(out.titles().getFirst().who()).isEqualTo("Host");
        assertThat(out.titles().get(1).who()).isEqualTo("Host with Tony (AI voice)");
        assertThat(out.titles().get(1).atSample()).isGreaterThanOrEqualTo(SECOND);
        open.ask(new ShowCommand.CloseShow());
        await(() -> out.titles().getLast().who().equals("Host"));
    }

    @Test
    void whatTheDelayHoldsWhenAShowEndsIsHeardToItsEnd() {
        open(2);
        pass(6);
        end();
        goOn(2 * TICKS);
        assertThat(knocks(out.got(), 6)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(show().transmitter().status())
                .extracting(Status::delay, Status::phase)
                .containsExactly(Duration.ZERO, Phase.STEADY);
    }

    @Test
    void theLastWordsOfAShowCanBeDumpedUntilTheyAreHeard() {
        open(5);
        pass(10);
        end();
        goOn(TICKS);
        ShowEvent.ProgramDumped cut = dumped(show().transmitter().dump());
        assertThat(cut.to() - cut.from()).isEqualTo(3 * SECOND);
        assertThat(cut.unheard()).isEqualTo(3 * SECOND);
        assertThat(cut.to()).isGreaterThan(10L * SECOND);
        goOn(3 * TICKS);
        int last = (int) (cut.from() / SECOND) + 1;
        assertThat(last).isLessThan(10);
        assertThat(knocks(out.got(), 10))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, last).boxed().toList());
        assertThat(show().transmitter().dump()).isEqualTo(new Decision.Refused(Reason.SHOW_CLOSED));
        assertThat(room.journal().replay(show().show().id()).getLast().event()).isEqualTo(cut);
    }

    /// Whoever stops the program does not wait for as long as the delay is.
    @Test
    void whatListenersHaveNotHeardFadesAwayWithinASecondWhenAStudioCloses() {
        open(20);
        Arrays.fill(seat.spoken(), 0.25f);
        goOn(25 * TICKS);
        close();
        float[] got = out.got();
        int fade = got.length;
        while (got[fade - 1] < 0.2499f) {
            fade--;
        }
        int end = fade + SECOND;
        assertThat(fade).isBetween(25 * SECOND, 28 * SECOND);
        assertThat(got.length).isBetween(end - 960, end + 5 * Frames.SAMPLES);
        for (int at = fade; at < got.length; at++) {
            float gain = Math.max(0, got[at]) / 0.25f;
            assertThat(gain).isLessThanOrEqualTo(Math.max(0, got[at - 1]) / 0.25f);
            assertThat(got[at - 1] - got[at]).isLessThan(0.001f);
        }
        assertThat(got[got.length - 1]).isLessThan(0.001f);
    }

    @Test
    void whatIsTakenBackWhileTheStudioClosesIsLeftOutOfTheFiles() {
        var filed = new CopyOnWriteArrayList<Cuts>();
        room.archive(show -> {
            filed.add(Cuts.of(room.journal().replay(show).stream().map(Journal.Entry::event)));
            if (filed.size() == 1) {
                show().transmitter().dump();
            }
            return List.of();
        });
        open(4);
        pass(6);
        close();
        assertThat(knocks(out.got(), 6)).contains(1, 2).doesNotContain(5, 6);
        assertThat(filed).hasSize(2);
        assertThat(filed.getLast().touch(4 * SECOND, 6 * SECOND)).isTrue();
    }

    @Test
    void aStreamThatIsSwitchedOffBehindTheEndOfAShowEndsWithTheShow() {
        open(2);
        pass(4);
        end();
        show().transmitter().stream(false);
        assertThat(show().transmitter().status().on()).isFalse();
        assertThat(out.connected()).isTrue();
        await(() -> {
            clock.crank();
            return !out.connected();
        });
        assertThat(knocks(out.got(), 4)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aStudioWhoseClockStandsStillClosesAllTheSame() {
        open(3);
        pass(4);
        show().close();
        studio = Optional.empty();
        assertThat(knocks(out.got(), 4)).containsExactly(1);
    }

    @Test
    void theFirstWordOfTheNextShowIsAsSafeAsTheLast() {
        open(4);
        pass(2);
        end();
        goOn(6 * TICKS);
        show().start(true, Optional.empty());
        await(() -> {
            goOn(1);
            return show().transmitter().status().safe();
        });
        assertThat(show().transmitter().status().delay()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void theDelayGoesOnFromOneShowIntoTheNext() {
        Studio open = open(1);
        pass(3);
        Arrays.fill(seat.spoken(), 0);
        Thread resetting = Thread.ofVirtual().start(open::reset);
        await(() -> {
            clock.crank();
            return !resetting.isAlive();
        });
        await(() -> {
            clock.crank();
            return open.transmitter().status().delay().equals(Duration.ofSeconds(1));
        });
        assertThat(((Decision.Accepted) open.transmitter().dump()).events().size())
                .isLessThanOrEqualTo(1);
    }
}
