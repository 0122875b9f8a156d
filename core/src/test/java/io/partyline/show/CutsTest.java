package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.show.Cuts.Cut;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CutsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T20:00:00Z");

    private static Cuts cuts(Cut... parts) {
        return Cuts.of(
                Stream.of(parts)
                        .map(part ->
                                new ShowEvent.ProgramDumped(
                                        part.from(), part.to(), part.length(), false, NOW)));
    }

    @Test
    void aShowWithoutADumpLeavesNothingOut() {
        assertThat(Cuts.of(Stream.of(new ShowEvent.ShowClosed(NOW)))).isEqualTo(Cuts.NONE);
        assertThat(Cuts.NONE.published(1_000)).isEqualTo(1_000);
        assertThat(Cuts.NONE.kept(10, 20)).containsExactly(new Cut(10, 20));
    }

    @Test
    void dumpsThatTouchAreOne() {
        assertThat(
                        cuts(
                                        new Cut(300, 400),
                                        new Cut(100, 200),
                                        new Cut(200, 250),
                                        new Cut(240, 245))
                                .all())
                .containsExactly(new Cut(100, 250), new Cut(300, 400));
    }

    @Test
    void whatComesBehindACutIsEarlierInWhatIsPublished() {
        Cuts cuts = cuts(new Cut(100, 200), new Cut(300, 400));
        assertThat(cuts.published(100)).isEqualTo(100);
        assertThat(cuts.published(150)).isEqualTo(100);
        assertThat(cuts.published(200)).isEqualTo(100);
        assertThat(cuts.published(250)).isEqualTo(150);
        assertThat(cuts.published(1_000)).isEqualTo(800);
    }

    @Test
    void aStretchIsKeptButForWhatWasCutOutOfIt() {
        Cuts cuts = cuts(new Cut(100, 200), new Cut(300, 400));
        assertThat(cuts.kept(0, 500))
                .containsExactly(new Cut(0, 100), new Cut(200, 300), new Cut(400, 500));
        assertThat(cuts.kept(150, 350)).containsExactly(new Cut(200, 300));
        assertThat(cuts.kept(120, 180)).isEmpty();
        assertThat(cuts.kept(250, 250)).isEmpty();
    }

    @Test
    void aStretchIsTouchedIfOneOfItsSamplesIsOut() {
        Cuts cuts = cuts(new Cut(100, 200));
        assertThat(cuts.touch(0, 100)).isFalse();
        assertThat(cuts.touch(0, 101)).isTrue();
        assertThat(cuts.touch(199, 300)).isTrue();
        assertThat(cuts.touch(200, 300)).isFalse();
    }

    @Test
    void aCutHoldsASampleAtLeast() {
        assertThatThrownBy(() -> new Cut(5, 5)).hasMessageContaining("no part of a show");
        assertThatThrownBy(() -> new Cut(-1, 5)).hasMessageContaining("no part of a show");
    }

    @Test
    void cutsOfTwoKindsAreOneList() {
        assertThat(
                        cuts(new Cut(100, 200), new Cut(500, 600))
                                .and(List.of(new Cut(550, 700), new Cut(0, 50), new Cut(10, 20))))
                .isEqualTo(cuts(new Cut(0, 50), new Cut(100, 200), new Cut(500, 700)));
    }
}
