package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A few of the load's callers against the real program, as it is built: they are let in, taken,
/// heard and let go. With `-Dci=true`, since the program has to be built before.
@Tag("ci")
class LoadAgainstTheShowTest {
    private static final int CALLERS = 3;
    private static final long SOON = Duration.ofMinutes(1).toNanos();

    private final Party party = new Party(Long.MAX_VALUE, 0);

    @Test
    void theLoadsCallersAreLetInTakenAndHeard() {
        try (var app = new AppUnderLoad(Path.of(".."), CALLERS, new Cores(false));
                var crowd = new Crowd(app.phonePort(), number -> party, app.carrier()::rings)) {
            for (int i = 0; i < CALLERS; i++) {
                var _ = crowd.ring();
            }
            for (Line line : crowd.lines().subList(0, 2)) {
                StudioDesk.Answer answer = app.desk().post("/api/queue/take/" + line.call(), "{}");
                assertThat(answer.fine()).as(answer.sentence()).isTrue();
            }
            Line talker = crowd.lines().getFirst();
            Set<Line> heardBy = Set.of();
            long deadline = System.nanoTime() + SOON;
            while (heardBy.isEmpty() && System.nanoTime() < deadline) {
                crowd.trunk().ask(() -> begin(talker));
                Naps.nap(Duration.ofMillis(500));
                heardBy = crowd.trunk().ask(party::hearers);
            }
            assertThat(heardBy).containsExactly(crowd.lines().get(1));
        }
    }

    private Line begin(Line talker) {
        party.begin(talker, System.nanoTime());
        return talker;
    }
}
