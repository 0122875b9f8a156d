package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.app.Arguments.Known;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(strings = {"rehearse", "serve", "check", "export"})
    void everyCommandExplainsItself(String command) {
        assertThat(Help.of(command))
                .hasValueSatisfying(text ->
                        assertThat(text)
                                .startsWith("partyline " + command)
                                .contains("Exit codes: 0"));
        assertThat(Help.all()).contains("partyline " + command);
    }

    @Test
    void thereIsNoHelpForWhatIsNotThere() {
        assertThat(Help.of("fly")).isEmpty();
        assertThat(Help.of("../secret")).isEmpty();
    }

    @Test
    void askingForHelpIsFineAndSayingNothingIsWrongUse() {
        assertThat(Main.run(List.of("rehearse", "--help"))).isZero();
        assertThat(Main.run(List.of())).isEqualTo(2);
        assertThat(Main.run(List.of("fly"))).isEqualTo(2);
        assertThat(Main.run(List.of("serve", "--fly", "high"))).isEqualTo(2);
    }

    @Test
    void wordsThatMeanNothingAreNotPassedOver() {
        var arguments = Arguments.read(List.of("please", "--phone-port", "3"), Known.SETTINGS);
        assertThatThrownBy(arguments::withoutWords)
                .isInstanceOf(UsageException.class)
                .hasMessage("\"please\" is not understood here. --help says what is.");
        assertThat(
                        Arguments.read(List.of("--phone-port", "3"), Known.SETTINGS)
                                .withoutWords()
                                .option("phone-port"))
                .contains("3");
    }
}
