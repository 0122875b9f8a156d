package io.partyline.benchmarks.ears;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarsCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--modle ggml-tiny.bin",
                "--model",
                "--callers many",
                "--seconds 3 --model nowhere/ggml-tiny.bin"
            })
    void whatItDoesNotKnowIsNotRun(String words) throws IOException {
        assertThat(EarsCommand.run(Arrays.asList(words.split(" ", -1)))).isEqualTo(2);
    }
}
