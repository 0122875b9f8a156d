package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Journal;
import io.partyline.rehearsal.LongShow;
import io.partyline.rehearsal.Victim;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The program is killed (SIGKILL) in a process of its own while it writes the journal.
@Tag("ci")
class KillTest {
    private static final ShowEvent CLOSED =
            new ShowEvent.ShowClosed(Instant.parse("2026-05-01T23:00:00Z"));

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatWasPromisedBeforeAKillIsThereAfterIt(long seed) throws Exception {
        long promised = killed(seed, new Random(seed).nextInt(1, 600));
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.damage()).isEmpty();
            List<Journal.Entry> entries = journal.replay(LongShow.ID);
            assertThat(entries.size()).isGreaterThanOrEqualTo((int) promised);
            assertThat(entries).isEqualTo(LongShow.upTo(seed, entries.size()));
            Show show = Show.before(0);
            for (Journal.Entry entry : entries) {
                show = show.apply(entry.event());
            }
            assertThat(show.seq()).isEqualTo(entries.size());
            assertThat(show.open()).isTrue();
        }
    }

    static LongStream manySeeds() {
        return LongStream.rangeClosed(4, 103);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void whatWasPromisedBeforeManyKillsIsThereAfterThem(long seed) throws Exception {
        whatWasPromisedBeforeAKillIsThereAfterIt(seed);
    }

    @Test
    void aShowThatWasKilledGoesOnInTheSameJournal() throws Exception {
        killed(1, 20);
        try (var journal = new SqliteJournal(folder)) {
            assertThat(journal.unfinished()).contains(LongShow.ID);
            Journal.Lease lease = journal.take(LongShow.ID);
            long last = journal.replay(LongShow.ID).getLast().seq();
            journal.append(lease, List.of(new Journal.Entry(last + 1, CLOSED)));
            assertThat(journal.unfinished()).isEmpty();
        }
    }

    private long killed(long seed, int after) throws IOException, InterruptedException {
        Victim victim = Victim.start(KilledJournal.class, folder, seed);
        victim.awaitPromises(after);
        return victim.kill();
    }
}
