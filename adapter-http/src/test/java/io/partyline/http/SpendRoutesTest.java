package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.ControlRoom.Spent;
import io.partyline.spend.Dollars;
import io.partyline.spend.Spending;
import io.partyline.spend.Unit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpendRoutesTest {
    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void whatWasSpentIsToldByProviderWithTheCap() {
        visit.room.spent(
                new Spent(
                        Spending.NONE
                                .plus(row("owl.example", Unit.INPUT_TOKENS, 1_000, "0.002"))
                                .plus(row("owl.example", Unit.OUTPUT_TOKENS, 20, "0.0000004"))
                                .plus(row("voice.example", Unit.CHARACTERS, 300, "9")),
                        Optional.of(Dollars.of("10.00")),
                        true,
                        false,
                        List.of("owl-2")));
        assertThat(visit.get("/api/spend").body().toString())
                .isEqualTo(
                        """
                        {"dollars":9.002,"cap":10.0,"warned":true,"exhausted":false,\
                        "unpriced":["owl-2"],"providers":[\
                        {"provider":"owl.example","dollars":0.002,\
                        "units":{"input_tokens":1000,"output_tokens":20}},\
                        {"provider":"voice.example","dollars":9.0,"units":{"characters":300}}]}\
                        """);
    }

    @Test
    void aShowWithoutCapSaysSo() {
        assertThat(visit.get("/api/spend").body().toString())
                .isEqualTo(
                        """
                        {"dollars":0.0,"cap":null,"warned":false,"exhausted":false,\
                        "unpriced":[],"providers":[]}\
                        """);
    }

    private static Spending.Row row(String provider, Unit unit, long amount, String dollars) {
        return new Spending.Row(provider, unit, amount, Dollars.of(dollars));
    }
}
