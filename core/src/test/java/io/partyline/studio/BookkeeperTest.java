package io.partyline.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.spend.Dollars;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import io.partyline.spend.Spending;
import io.partyline.spend.Unit;
import io.partyline.spend.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookkeeperTest {
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");
    private static final Prices PRICES = new Prices(List.of()).overridden("owl=1/10");

    private final Purse purse = new Purse(Dollars.of("10"), PRICES);
    private final List<ShowCommand> told = new ArrayList<>();
    private final Bookkeeper bookkeeper = new Bookkeeper(purse, told::add);

    @Test
    void whatWasUsedIsToldOnceAndNothingIsToldOfNothing() {
        bookkeeper.write();
        purse.count(new Usage("owl.example", "owl", Unit.INPUT_TOKENS, 1_000_000));
        bookkeeper.write();
        bookkeeper.close();
        assertThat(told)
                .containsExactly(
                        new ShowCommand.ReportSpending(
                                List.of(
                                        new Spending.Row(
                                                "owl.example",
                                                Unit.INPUT_TOKENS,
                                                1_000_000,
                                                Dollars.of("1")))));
    }

    @Test
    void whatWasUsedLastIsToldAtTheEnd() {
        bookkeeper.start();
        purse.count(new Usage("owl.example", "owl", Unit.INPUT_TOKENS, 1));
        bookkeeper.close();
        assertThat(told).hasSize(1);
    }

    @Test
    void aShowThatGoesOnGoesOnWithItsBill() {
        Show before =
                Show.before(0)
                        .apply(
                                new ShowEvent.Spent(
                                        "owl.example", Unit.INPUT_TOKENS, 9, 9_000_000_000L, NOW));
        bookkeeper.begin(before);
        assertThat(bookkeeper.spent().spending().total()).isEqualTo(Dollars.of("9"));
        assertThat(bookkeeper.spent().warned()).isTrue();
        bookkeeper.begin(Show.before(0));
        assertThat(bookkeeper.spent().spending().rows()).isEmpty();
    }
}
