package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
    private static final Arguments.Known KNOWN =
            new Arguments.Known(List.of("auto"), List.of("seed", "script"));

    @Test
    void optionsCanBeWrittenInBothWaysAndSwitchesStandAlone() {
        var arguments =
                Arguments.read(List.of("show-1", "--auto", "--seed", "7", "--data=a=b"), KNOWN);
        assertThat(arguments.words()).containsExactly("show-1");
        assertThat(arguments.options())
                .isEqualTo(Map.of("auto", "true", "seed", "7", "data", "a=b"));
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> Arguments.read(List.of("--seed"), KNOWN))
                .isInstanceOf(UsageException.class)
                .hasMessage("--seed needs a value.");
    }

    @Test
    void anOptionIsNotTakenForTheValueOfAnother() {
        assertThatThrownBy(() -> Arguments.read(List.of("--script", "--auto"), KNOWN))
                .isInstanceOf(UsageException.class)
                .hasMessage("--script needs a value.");
    }

    @Test
    void settingsAreToldFromOptionsOfTheCommand() {
        var arguments = Arguments.read(List.of("--phone-port", "1", "--seed", "2"), KNOWN);
        assertThat(arguments.settings()).isEqualTo(Map.of("phone-port", "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "--audo, --audo",
        "--audo=x, --audo",
        "--audo=a-secret, --audo",
        "-x, -x",
        "-auto, -auto",
        "--, --",
        "--=x, --"
    })
    void aWrongOptionIsCalledAWrongOptionWithWhatThereIs(String word, String told) {
        assertThatThrownBy(() -> Arguments.read(List.of(word), KNOWN))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "There is no option "
                                + told
                                + ". There is --auto, --seed, --script, every setting, such as"
                                + " --studio-port 8081; --help says more.");
    }

    @Test
    void aSwitchHasNoValue() {
        assertThatThrownBy(() -> Arguments.read(List.of("--auto=false"), KNOWN))
                .isInstanceOf(UsageException.class)
                .hasMessage("--auto stands alone, without a value.");
    }

    @Test
    void aValueMayBeLessThanNothing() {
        assertThat(Arguments.read(List.of("--seed", "-7"), KNOWN).option("seed")).contains("-7");
    }

    @Test
    void wrongUseIsExitCodeTwo() {
        assertThat(Main.run(List.of())).isEqualTo(2);
        assertThat(Main.run(List.of("sing"))).isEqualTo(2);
        assertThat(Main.run(List.of("rehearse", "--seed", "seven"))).isEqualTo(2);
        assertThat(Main.run(List.of("rehearse", "--tempo", "7"))).isEqualTo(2);
        assertThat(Main.run(List.of("rehearse", "--audo"))).isEqualTo(2);
        assertThat(Main.run(List.of("rehearse", "--script", "no such file"))).isEqualTo(2);
        assertThat(Main.run(List.of("--help"))).isZero();
    }
}
