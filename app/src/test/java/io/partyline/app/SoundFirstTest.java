package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SoundFirstTest {
    /// Before and after a new thread asked.
    private record Slices(long before, long after) {}

    private static Slices asking(SoundFirst sound) {
        var slices = new CompletableFuture<Slices>();
        Thread.ofPlatform()
                .start(() -> {
                    long before = sound.slice();
                    sound.run();
                    slices.complete(new Slices(before, sound.slice()));
                });
        return slices.join();
    }

    /// Kernels that know of no slices say 0, before and after.
    @Test
    void aThreadThatAsksHasShortSlicesWhereTheComputerKnowsOfThem() {
        Slices slices = asking(SoundFirst.ofThisComputer());
        assertThat(slices.after()).isEqualTo(slices.before() == 0 ? 0 : SoundFirst.SLICE);
    }

    @Test
    void elsewhereNothingIsAsked() {
        assertThat(asking(SoundFirst.of("Mac OS X", "aarch64"))).isEqualTo(new Slices(0, 0));
        assertThat(asking(SoundFirst.of("Linux", "riscv64"))).isEqualTo(new Slices(0, 0));
    }
}
