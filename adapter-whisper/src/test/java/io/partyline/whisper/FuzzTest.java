package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the host fetches, or keeps as a model of their own.
class FuzzTest {
    @ParameterizedTest
    @ValueSource(classes = {ModelLayoutFuzz.class})
    void whatWasFoundOnceIsTaken(Class<?> target) throws Throwable {
        assertThat(Fuzzing.again(target)).isPositive();
    }

    @Tag("ci")
    @ParameterizedTest
    @ValueSource(classes = {ModelLayoutFuzz.class})
    void whatAFuzzerMakesUpIsTaken(Class<?> target) throws Exception {
        Fuzzing.anew(target, 20_000);
    }
}
