package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadOptionsTest {
    @Test
    void whatIsNotGivenHasAUsualValue() {
        LoadOptions usual = LoadOptions.of();
        assertThat(usual.lines()).isEqualTo(40);
        assertThat(usual.onAir()).isEqualTo(8);
        assertThat(LoadOptions.of("--lines", "4").onAir()).isEqualTo(4);
        assertThat(LoadOptions.of("--desk", "2").onAir()).isEqualTo(28);
        assertThat(LoadOptions.of("--desk", "2").desk()).isEqualTo(Duration.ofMinutes(2));
        assertThat(LoadOptions.of("--soak", "3").soak()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void theProgramHasAsManyLinesAsCallersUnlessItIsToHaveMore() {
        assertThat(LoadOptions.of("--lines", "4").configured()).isEqualTo(4);
        LoadOptions more = LoadOptions.of("--lines", "400", "--configured", "1000");
        assertThat(more.lines()).isEqualTo(400);
        assertThat(more.configured()).isEqualTo(1_000);
        assertThat(more.withLines(1_200).configured()).isEqualTo(1_200);
    }

    @Test
    void idleIsTwoOnTheAir() {
        LoadOptions idle = LoadOptions.of("--idle", "--lines", "30");
        assertThat(idle.lines()).isEqualTo(2);
        assertThat(idle.onAir()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "--lines x, must be a number from 2 to 2000",
        "--lines 1, must be a number from 2 to 2000",
        "--on-air 29, must be a number from 0 to 28",
        "--lines 4 --on-air 5, More on the air",
        "--lines 4 --configured 3, More callers than",
        "--seconds, needs a value",
        "--loud 3, There is no option"
    })
    void whatMakesNoSenseIsRefusedInWords(String words, String sentence) {
        assertThatThrownBy(() -> LoadOptions.of(words.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void theProgramIsStartedAsItsScriptDoes() {
        assertThat(AppUnderLoad.jvm(Path.of("..")))
                .contains("-XX:+UseZGC")
                .allMatch(option -> option.startsWith("-"));
    }
}
