package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.ControlRoom.Health;
import io.partyline.spend.Dollars;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import io.partyline.spend.Spending;
import io.partyline.spend.Unit;
import io.partyline.spend.Usage;
import io.partyline.studio.Studio;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A show's bill: it outlives the program, but not the show.
class SpendingTest {
    private static final Usage NINE_DOLLARS =
            new Usage("owl.example", "owl", Unit.INPUT_TOKENS, 9_000_000);

    private final RehearsalRoom room = new RehearsalRoom();
    private Purse purse = purse();

    private static Purse purse() {
        return new Purse(Dollars.of("10"), new Prices(List.of()).overridden("owl=1/1"));
    }

    private Studio open() {
        return room.clock(new HandClock()).purse(purse).open();
    }

    @Test
    void aShowThatGoesOnAfterTheProgramHasGoneGoesOnWithItsBill() {
        Studio first = open();
        purse.count(NINE_DOLLARS);
        first.leave();
        purse = purse();
        Studio next = open();
        try {
            assertThat(next.spent().spending().rows())
                    .containsExactly(
                            new Spending.Row(
                                    "owl.example", Unit.INPUT_TOKENS, 9_000_000, Dollars.of("9")));
            assertThat(purse.exhausted()).isFalse();
            purse.count(NINE_DOLLARS);
            assertThat(purse.exhausted()).isTrue();
            assertThat(next.spent().exhausted()).isTrue();
        } finally {
            next.leave();
        }
    }

    @Test
    void theHealthListSaysWhatIsSpent() {
        Studio studio = open();
        try {
            assertThat(spending(studio))
                    .contains(
                            new Health(
                                    "spending", Health.State.FINE, "$0.00 of $10.00 are spent."));
            purse.count(NINE_DOLLARS);
            assertThat(spending(studio))
                    .contains(
                            new Health(
                                    "spending",
                                    Health.State.TROUBLE,
                                    "$9.00 of $10.00 are spent."));
        } finally {
            studio.leave();
        }
    }

    private static Optional<Health> spending(Studio studio) {
        return studio.health().stream()
                .filter(health -> health.part().equals("spending"))
                .findFirst();
    }
}
