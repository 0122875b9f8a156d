package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The load itself, with a few streams against the baseline: what it counts is what happens.
class LoadAgainstThePlainPeerTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration A_MARKER = Duration.ofSeconds(1);
    private static final int CALLERS = 4;

    private final Party party = new Party(Long.MAX_VALUE, 0);
    private PlainPeer peer;
    private Crowd crowd;

    @BeforeEach
    void ring() throws IOException {
        peer = new PlainPeer(0);
        crowd = new Crowd(peer.port(), number -> party, call -> {});
        for (int i = 0; i < CALLERS; i++) {
            crowd.ring();
        }
    }

    @AfterEach
    void hangUp() {
        crowd.close();
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whoIsInTheRoomIsHeardAndNobodyElse(int number) {
        sayUntilHeard(caller(number), Set.of(caller(number ^ 1)));
        assertThat(heard().self()).isZero();
    }

    @Test
    void whoShouldNotBeHeardAndIsCountsAsLeaked() {
        sayUntilHeard(caller(0), Set.of(caller(1)));
        assertThat(heard().leaked()).isPositive();
    }

    @Test
    void everyFrameOfEveryStreamIsCounted() {
        Outcome seen = crowd.measure(Duration.ofSeconds(1), new NoCost());
        assertThat(seen.lines()).isEqualTo(CALLERS);
        assertThat(seen.open()).isEqualTo(CALLERS);
        assertThat(seen.frames()).isEqualTo(seen.pace().count()).isPositive();
        assertThat(seen.heard().leaked()).isZero();
    }

    @Test
    void aCallThatIsOverClosesItsStreamAndLeavesTheOthersOpen() {
        Line going = caller(0);
        crowd.trunk().end(going);
        await(going, Line.State.OVER);
        assertThat(going.why()).isEmpty();
        assertThat(List.of(caller(1), caller(2), caller(3)))
                .allMatch(line -> line.state() == Line.State.OPEN);
    }

    @Test
    void aStreamThatBreaksIsNoMoreOpenAndSaysWhy() {
        Line line = caller(0);
        peer.close();
        await(line, Line.State.OVER);
        assertThat(line.why()).isNotEmpty();
        Outcome seen = crowd.measure(Duration.ofMillis(1), new NoCost());
        assertThat(seen.held()).isFalse();
    }

    private Line caller(int number) {
        return crowd.lines().get(number);
    }

    private void say(Line talker) {
        crowd.trunk()
                .ask(() -> {
                    party.begin(talker, System.nanoTime());
                    return talker;
                });
    }

    private Party.Heard heard() {
        return crowd.trunk().ask(() -> party.measured(System.nanoTime()));
    }

    /// A computer that stands still for a moment loses a marker, so it is said again.
    private void sayUntilHeard(Line talker, Set<Line> wanted) {
        long deadline = System.nanoTime() + SOON.toNanos();
        Set<Line> hearers = Set.of();
        while (!hearers.equals(wanted) && System.nanoTime() < deadline) {
            say(talker);
            hearers = hearers();
        }
        assertThat(hearers).isEqualTo(wanted);
    }

    private Set<Line> hearers() {
        long deadline = System.nanoTime() + A_MARKER.toNanos();
        Set<Line> hearers = Set.of();
        while (hearers.isEmpty() && System.nanoTime() < deadline) {
            hearers = crowd.trunk().ask(party::hearers);
        }
        return hearers;
    }

    private static void await(Line line, Line.State wanted) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (line.state() != wanted && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(line.state()).isEqualTo(wanted);
    }

    private record NoCost() implements Cost {
        @Override
        public Duration used() {
            return Duration.ZERO;
        }

        @Override
        public long residentKb() {
            return 0;
        }
    }
}
