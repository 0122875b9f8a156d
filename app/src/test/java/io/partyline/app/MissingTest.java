package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.files.WavHead;
import io.partyline.port.Journal;
import io.partyline.rehearsal.MemoryJournal;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.stems.WavStemRecorder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a host is told when recordings know more than the journal.
class MissingTest {
    private static final ShowId MONDAY = new ShowId("2026-03-02T20-00-00");
    private static final ShowId TUESDAY = new ShowId("2026-03-03T20-00-00");
    private static final Instant BEGUN = Instant.parse("2026-03-02T20:00:00Z");
    private static final Optional<String> DAMAGED = Optional.of("The journal was damaged.");
    private static final Optional<String> WHOLE = Optional.empty();

    private final MemoryJournal journal = new MemoryJournal();
    @TempDir Path data;

    /// A show of two minutes, as far as the journal knows.
    private void written(ShowId show) {
        journal.append(
                journal.take(show),
                List.of(
                        new Journal.Entry(
                                1,
                                new ShowEvent.ShowOpened(show, ShowRules.DEFAULT, Set.of(), BEGUN)),
                        new Journal.Entry(
                                2, new ShowEvent.ShowClosed(BEGUN.plus(Duration.ofMinutes(2))))));
    }

    /// A stem of that length; nothing but its head stands on the disk.
    private void recorded(ShowId show, Duration length) throws IOException {
        Path stems = Files.createDirectories(WavStemRecorder.stems(data, show));
        long bytes = length.toSeconds() * WavHead.RATE * WavHead.BYTES;
        var head =
                new WavHead(
                        LocalDateTime.parse("2026-03-02T20:00:00"),
                        "Stem of a show.",
                        Optional.empty());
        try (var file = new RandomAccessFile(stems.resolve("00_Mix.wav").toFile(), "rw")) {
            file.write(head.bytes(bytes).array());
            file.setLength(WavHead.SIZE + bytes);
        }
    }

    private List<String> sentences(Optional<String> damage) {
        return new Missing(data, journal).sentences(damage);
    }

    @Test
    void nothingIsSaidOfADataFolderThatAgreesWithItself() throws IOException {
        assertThat(sentences(WHOLE)).isEmpty();
        written(MONDAY);
        recorded(MONDAY, Duration.ofMinutes(2));
        assertThat(sentences(WHOLE)).isEmpty();
    }

    @Test
    void aRecordedShowThatTheJournalHasForgottenIsNamed() throws IOException {
        written(MONDAY);
        recorded(MONDAY, Duration.ofMinutes(2));
        recorded(TUESDAY, Duration.ofMinutes(1));
        assertThat(sentences(WHOLE))
                .containsExactly(
                        "The journal knows nothing of the show 2026-03-03T20-00-00, of which there"
                                + " are recordings.");
    }

    @Test
    void recordingsOlderThanTheJournalAreLeftOfOneThatTheHostHasPutAway() throws IOException {
        written(TUESDAY);
        recorded(MONDAY, Duration.ofMinutes(2));
        assertThat(sentences(WHOLE)).isEmpty();
    }

    @Test
    void aRecordingThatGoesOnBehindADamagedJournalSaysByHowMuch() throws IOException {
        written(MONDAY);
        recorded(MONDAY, Duration.ofMinutes(4));
        assertThat(sentences(DAMAGED))
                .containsExactly(
                        "The journal was damaged.",
                        "The recording of 2026-03-02T20-00-00 goes on for 2 minutes behind the last"
                                + " thing that the journal knows.");
    }

    @Test
    void aMinuteAtTheEndOfARecordingIsNothingMissing() throws IOException {
        written(MONDAY);
        recorded(MONDAY, Duration.ofSeconds(179));
        assertThat(sentences(DAMAGED)).containsExactly("The journal was damaged.");
    }

    @Test
    void aShowWithoutRecordingsAndADamagedJournalOfNoShowSayNoMoreThanThat() throws IOException {
        assertThat(sentences(DAMAGED)).containsExactly("The journal was damaged.");
        written(MONDAY);
        assertThat(sentences(DAMAGED)).containsExactly("The journal was damaged.");
    }
}
