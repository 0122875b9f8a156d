package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void optionsCanBeWrittenInBothWaysAndSwitchesStandAlone() {
        var arguments =
                Arguments.read(
                        List.of("show-1", "--auto", "--seed", "7", "--data=a=b"), Set.of("auto"));
        assertThat(arguments.words()).containsExactly("show-1");
        assertThat(arguments.options())
                .isEqualTo(Map.of("auto", "true", "seed", "7", "data", "a=b"));
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertThatThrownBy(() -> Arguments.read(List.of("--seed"), Set.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("--seed needs a value.");
    }

    @Test
    void anOptionIsNotTakenForTheValueOfAnother() {
        assertThatThrownBy(() -> Arguments.read(List.of("--script", "--auto"), Set.of("auto")))
                .isInstanceOf(UsageException.class)
                .hasMessage("--script needs a value.");
    }

    @Test
    void settingsAreToldFromOptionsOfTheCommandAndFromWhatNobodyKnows() {
        var arguments = Arguments.read(List.of("--phone-port", "1", "--seed", "2"), Set.of());
        assertThat(arguments.settings(Set.of("seed"))).isEqualTo(Map.of("phone-port", "1"));
        assertThatThrownBy(() -> arguments.settings(Set.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no option --seed.");
    }

    @Test
    void wrongUseIsExitCodeTwo() {
        assertThat(Main.run(List.of())).isEqualTo(2);
        assertThat(Main.run(List.of("sing"))).isEqualTo(2);
        assertThat(Main.run(List.of("rehearse", "--seed", "seven"))).isEqualTo(2);
        assertThat(Main.run(List.of("rehearse", "--tempo", "7"))).isEqualTo(2);
        assertThat(Main.run(List.of("rehearse", "--script", "no such file"))).isEqualTo(2);
        assertThat(Main.run(List.of("--help"))).isZero();
    }
}
