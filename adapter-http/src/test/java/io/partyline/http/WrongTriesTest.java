package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.ControlRoom.Health;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WrongTriesTest {
    private static final String HERE = "192.0.2.7";

    private final AtomicLong now = new AtomicLong();
    private final WrongTries tries = new WrongTries(now::get);

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private Optional<Duration> wrong(String address) {
        Optional<Duration> wait = tries.comes(address);
        wait.ifPresent(pause -> {
            pass(pause);
            tries.wrong(address);
        });
        return wait;
    }

    private void wrongAsOftenAsIsFree() {
        for (int count = 0; count < WrongTries.FREE; count++) {
            assertThat(wrong(HERE)).hasValue(Duration.ZERO);
        }
    }

    @Test
    void aFewMayBeWrongAndTheNextOnesWaitLongerAndLonger() {
        wrongAsOftenAsIsFree();
        assertThat(tries.health()).isEmpty();
        assertThat(wrong(HERE)).hasValue(Duration.ofMillis(500));
        assertThat(wrong(HERE)).hasValue(Duration.ofSeconds(1));
        assertThat(wrong(HERE)).hasValue(Duration.ofSeconds(2));
        assertThat(wrong(HERE)).hasValue(Duration.ofSeconds(4));
        assertThat(wrong(HERE)).hasValue(Duration.ofSeconds(4));
    }

    @Test
    void anHourOfGuessingIsNoMoreThanAThousandGuesses() {
        int guesses = 0;
        for (long end = Duration.ofHours(1).toNanos(); now.get() < end; ) {
            guesses += wrong(HERE).isPresent() ? 1 : 0;
        }
        assertThat(guesses).isBetween(100, 1000);
    }

    @Test
    void manyAtTheSameMomentWaitOneBehindTheOtherAndThenAreSentAway() {
        int lookedAt = 0;
        Duration longest = Duration.ZERO;
        for (int count = 0; count < 700; count++) {
            Optional<Duration> wait = tries.comes(HERE);
            lookedAt += wait.isPresent() ? 1 : 0;
            longest = wait.filter(each -> each.compareTo(Duration.ZERO) > 0).orElse(longest);
        }
        assertThat(lookedAt).isEqualTo(WrongTries.FREE + 4);
        assertThat(longest).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whoIsRightHasNotTried() {
        for (int count = 0; count < 100; count++) {
            assertThat(tries.comes(HERE)).hasValue(Duration.ZERO);
            tries.right(HERE);
        }
    }

    @Test
    void anotherAddressDoesNotWait() {
        wrongAsOftenAsIsFree();
        wrong(HERE);
        assertThat(wrong("192.0.2.8")).hasValue(Duration.ZERO);
    }

    @Test
    void aHostWhoMistypedIsForgivenWithTime() {
        wrongAsOftenAsIsFree();
        pass(Duration.ofSeconds(31));
        assertThat(wrong(HERE)).hasValue(Duration.ZERO);
        assertThat(wrong(HERE)).hasValue(Duration.ofMillis(500));
        pass(Duration.ofMinutes(10));
        wrongAsOftenAsIsFree();
    }

    @Test
    void theHostIsToldForTenMinutesAndNotWhatWasTried() {
        wrongAsOftenAsIsFree();
        wrong(HERE);
        assertThat(tries.health())
                .hasValueSatisfying(part -> {
                    assertThat(part.state()).isEqualTo(Health.State.TROUBLE);
                    assertThat(part.detail())
                            .startsWith("11 wrong passwords came to the studio door")
                            .contains(HERE);
                });
        pass(Duration.ofMinutes(11));
        assertThat(tries.health()).isEmpty();
    }

    @Test
    void thousandsOfAddressesAreNotKept() {
        for (int count = 0; count < 5_000; count++) {
            wrong("192.0.2." + count);
        }
        assertThat(wrong("192.0.2.4999")).hasValue(Duration.ZERO);
    }
}
