package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.LanguageModelException;
import io.partyline.spend.Dollars;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CappedModelTest {
    @Test
    void atTheCapNobodyIsAskedAnyMore() throws Exception {
        var purse =
                new Purse(Dollars.of("0.0001"), new Prices(List.of()).overridden("owl-1=20/20"));
        try (var provider = Provider.saying("Good evening.")) {
            var settings =
                    new ModelSettings(
                            Dialect.OPENAI,
                            provider.base(),
                            Optional.empty(),
                            "owl-1",
                            "owl-1",
                            Models.LONG);
            var model = new CappedModel(new HttpModel(settings, purse), purse);
            assertThat(DialectContract.answer(model)).isEqualTo("Good evening.");
            assertThat(purse.exhausted()).isTrue();
            assertThatThrownBy(() -> model.reply(Models.prompt()))
                    .isInstanceOf(LanguageModelException.class)
                    .hasMessage(
                            "The spending cap of this show ($0.00) is reached: AI callers are"
                                    + " silent, the show goes on.");
            provider.asked();
            assertThat(provider.left()).isZero();
        }
    }
}
