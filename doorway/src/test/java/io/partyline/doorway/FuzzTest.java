package io.partyline.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What strangers send to either door, before anything else sees it.
class FuzzTest {
    @ParameterizedTest
    @ValueSource(classes = {HeadFuzz.class, ChunksFuzz.class, FramesFuzz.class})
    void whatWasFoundOnceIsTaken(Class<?> target) throws Throwable {
        assertThat(Fuzzing.again(target)).isPositive();
    }

    @Tag("ci")
    @ParameterizedTest
    @ValueSource(classes = {HeadFuzz.class, ChunksFuzz.class, FramesFuzz.class})
    void whatAFuzzerMakesUpIsTaken(Class<?> target) throws Exception {
        Fuzzing.anew(target, 20_000);
    }
}
