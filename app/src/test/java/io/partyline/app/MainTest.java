package io.partyline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.app.Arguments.Known;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
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
    void whateverACommandDiesOfTheProgramEndsAndSaysThatItIsItsOwnMistake() {
        PrintStream before = System.err;
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, UTF_8));
        try {
            assertThat(Main.guarded(() -> dies(new IllegalStateException("the roof fell in"))))
                    .isEqualTo(1);
            assertThat(Main.guarded(() -> dies(new StackOverflowError()))).isEqualTo(1);
            assertThat(Main.guarded(() -> 2)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(UTF_8))
                .startsWith("Partyline cannot go on; this is a mistake of its own:")
                .contains("the roof fell in", "StackOverflowError");
    }

    private static int dies(RuntimeException of) {
        throw of;
    }

    private static int dies(Error of) {
        throw of;
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
