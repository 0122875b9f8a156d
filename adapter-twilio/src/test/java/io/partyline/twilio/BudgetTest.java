package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long MS = 1_000_000;

    private final Budget budget = new Budget(0);

    @Test
    void fiftyMessagesASecondAreFineForEver() {
        assertThat(IntStream.range(0, 100_000).allMatch(i -> budget.spend(i * 20L * MS))).isTrue();
    }

    @Test
    void whatPiledUpForFiveSecondsIsFine() {
        assertThat(IntStream.range(0, 250).allMatch(_ -> budget.spend(0))).isTrue();
    }

    @Test
    void twoHundredMessagesASecondAreTooMany() {
        assertThat(IntStream.range(0, 2_000).allMatch(i -> budget.spend(i * 5L * MS))).isFalse();
    }
}
