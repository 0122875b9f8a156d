package io.partyline.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurseTest {
    private static final Prices PRICES =
            new Prices(List.of())
                    .overridden("owl-1=1/10; owl-voice=15/characters\nowl-ear=0.006/minute");

    private final Purse purse = new Purse(Dollars.of("10.00"), PRICES);

    private static Usage tokens(Unit unit, long amount) {
        return new Usage("owl.example", "owl-1", unit, amount);
    }

    @ParameterizedTest
    @CsvSource({
        "owl-1,          INPUT_TOKENS,  1000000, 1.000000000",
        "OWL-1,          OUTPUT_TOKENS, 1,       0.000010000",
        "birds/owl-1,    OUTPUT_TOKENS, 1,       0.000010000",
        "owl-voice,      CHARACTERS,    300,     0.004500000",
        "owl-ear,        SECONDS,       90,      0.009000000"
    })
    void whatIsUsedHasItsPrice(String model, Unit unit, long amount, String dollars) {
        assertThat(PRICES.of(new Usage("owl.example", model, unit, amount)).orElseThrow().amount())
                .isEqualByComparingTo(dollars);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4o-mini,               INPUT_TOKENS,  0.15",
        "gpt-4o-mini-2024-07-18,    OUTPUT_TOKENS, 0.60",
        "openai/gpt-4o,             INPUT_TOKENS,  2.50",
        "gpt-4o-mini-tts,           CHARACTERS,    17",
        "gpt-5-mini,                OUTPUT_TOKENS, 2",
        "claude-haiku-4-5-20251001, OUTPUT_TOKENS, 5",
        "claude-sonnet-5-5,         INPUT_TOKENS,  2",
        "claude-sonnet-4-5,         INPUT_TOKENS,  3",
        "claude-opus-5-5,           OUTPUT_TOKENS, 20",
        "tts-1-hd,                  CHARACTERS,    30",
        "eleven_flash_v2_5,         CHARACTERS,    50"
    })
    void theListHasThePricesOfTheField(String model, Unit unit, String million) {
        assertThat(Prices.LISTED.of(new Usage("p", model, unit, 1_000_000)).orElseThrow().amount())
                .isEqualByComparingTo(million);
    }

    @Test
    void aHostsOwnPriceGoesBeforeTheList() {
        Prices own = Prices.LISTED.overridden("gpt-4o*=9/9; owl.example/*=7/7");
        assertThat(own.of(new Usage("p", "gpt-4o-mini", Unit.INPUT_TOKENS, 1_000_000)))
                .contains(Dollars.of("9"));
        assertThat(own.of(new Usage("owl.example", "any", Unit.INPUT_TOKENS, 1_000_000)))
                .contains(Dollars.of("7"));
        assertThat(own.of(new Usage("p", "gpt-5", Unit.INPUT_TOKENS, 1_000_000)))
                .contains(Dollars.of("1.25"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"owl", "owl=1", "owl=1/2/3", "owl=one/two", "=1/2", "owl=1/word", "o w=1/2"})
    void aPriceThatIsNoneIsRefusedWithWhatWouldBeRight(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PRICES.overridden(typed))
                .withMessageStartingWith("should be prices such as owl-1=0.15/0.60")
                .withMessageContaining(typed.strip());
    }

    @Test
    void aModelWithoutAPriceCostsNothingAndIsNamed() {
        purse.count(new Usage("localhost:11434", "llama3.2", Unit.INPUT_TOKENS, 1_000_000));
        assertThat(purse.spent()).isEqualTo(Dollars.NONE);
        assertThat(purse.unpriced()).containsExactly("llama3.2");
        assertThat(purse.summary())
                .isEqualTo("$0.00 of $10.00 are spent. No price is known for llama3.2.");
    }

    @Test
    void theHostIsWarnedAtFourFifthsAndTheCapIsTheCap() {
        purse.count(tokens(Unit.INPUT_TOKENS, 7_999_999));
        assertThat(purse.warned()).isFalse();
        assertThat(purse.trouble()).isEmpty();
        purse.count(tokens(Unit.INPUT_TOKENS, 1));
        assertThat(purse.warned()).isTrue();
        assertThat(purse.exhausted()).isFalse();
        assertThat(purse.trouble()).contains("$8.00 of $10.00 are spent.");
        purse.count(tokens(Unit.OUTPUT_TOKENS, 200_000));
        assertThat(purse.exhausted()).isTrue();
        assertThat(purse.trouble())
                .contains(
                        "The spending cap of this show ($10.00) is reached: AI callers are silent,"
                                + " the show goes on.");
    }

    @Test
    void withoutACapThereIsAlwaysEnough() {
        Purse deep = Purse.withoutCap(PRICES);
        deep.count(tokens(Unit.INPUT_TOKENS, Long.MAX_VALUE / 2));
        assertThat(deep.exhausted()).isFalse();
        assertThat(deep.warned()).isFalse();
        assertThat(deep.cap()).isEmpty();
    }

    @Test
    void theSumsAreByProviderAndUnit() {
        purse.count(tokens(Unit.INPUT_TOKENS, 100));
        purse.count(tokens(Unit.OUTPUT_TOKENS, 10));
        purse.count(tokens(Unit.INPUT_TOKENS, 100));
        purse.count(new Usage("voice.example", "owl-voice", Unit.CHARACTERS, 1_000));
        assertThat(purse.spending().rows())
                .extracting(Spending.Row::provider, Spending.Row::unit, Spending.Row::amount)
                .containsExactly(
                        tuple("owl.example", Unit.INPUT_TOKENS, 200L),
                        tuple("owl.example", Unit.OUTPUT_TOKENS, 10L),
                        tuple("voice.example", Unit.CHARACTERS, 1_000L));
        assertThat(purse.byProvider())
                .containsExactly(
                        entry("owl.example", Dollars.of("0.0003")),
                        entry("voice.example", Dollars.of("0.015")));
    }

    @Test
    void whatIsHandedOverForTheJournalIsHandedOverOnce() {
        purse.count(tokens(Unit.INPUT_TOKENS, 100));
        assertThat(purse.unwritten()).hasSize(1);
        assertThat(purse.unwritten()).isEmpty();
        purse.begin(Spending.NONE);
        assertThat(purse.spent()).isEqualTo(Dollars.NONE);
    }

    @Test
    void manyMayCountAtOnce() {
        List<CompletableFuture<Void>> counting =
                Stream.generate(() ->
                                CompletableFuture.runAsync(
                                        () -> purse.count(tokens(Unit.INPUT_TOKENS, 1))))
                        .limit(1_000)
                        .toList();
        counting.forEach(CompletableFuture::join);
        assertThat(purse.spending().rows().getFirst().amount()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"10, $10.00", "$9.995, $10.00", "0, $0.00", "0.000000001, $0.00"})
    void dollarsAreReadAndShown(String typed, String shown) {
        assertThat(Dollars.of(typed)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ten", "-1", "1,000", "1e9", "99999999", "1.0000000001"})
    void whatAreNoDollarsIsRefused(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dollars.of(typed))
                .withMessage("should be an amount of dollars, such as 10.00.");
    }

    @Test
    void nothingIsPaidToUs() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Dollars(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Usage("p", "m", Unit.SECONDS, -1));
        Expenses.free().count(tokens(Unit.INPUT_TOKENS, 1));
        assertThat(Expenses.free().exhausted()).isFalse();
    }
}
