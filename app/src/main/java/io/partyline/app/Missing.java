package io.partyline.app;

import io.partyline.files.FileNames;
import io.partyline.port.Journal;
import io.partyline.show.ShowId;
import io.partyline.stems.StemFile;
import io.partyline.stems.WavStemRecorder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the journal lacks, found by what else lies in the data folder: recordings of a show that it
/// has never heard of, or of a longer time than it knows.
///
/// @param data the data folder
record Missing(Path data, Journal journal) {
    private static final System.Logger LOG = System.getLogger(Missing.class.getName());
    private static final int RATE = 48_000;

    /// Everything that the host is to know before a show goes on.
    ///
    /// @param damage what was wrong with the journal itself
    List<String> sentences(Optional<String> damage) {
        var sentences = new ArrayList<String>();
        damage.ifPresent(sentences::add);
        List<ShowId> shows = journal.shows();
        unknown(shows).ifPresent(sentences::add);
        if (damage.isPresent() && !shows.isEmpty()) {
            longer(shows.getFirst()).ifPresent(sentences::add);
        }
        return List.copyOf(sentences);
    }

    /// Shows are named by their beginning, so one that is newer than all that the journal knows has
    /// fallen out of it; an older one may be left of a journal that the host has put away.
    private Optional<String> unknown(List<ShowId> shows) {
        Set<String> known =
                shows.stream()
                        .map(show -> FileNames.safe(show.value()))
                        .collect(Collectors.toSet());
        String last = known.stream().max(String::compareTo).orElse("");
        return recorded()
                .filter(name -> !known.contains(name) && name.compareTo(last) > 0)
                .max(String::compareTo)
                .map(
                        "The journal knows nothing of the show %s, of which there are recordings."
                                ::formatted);
    }

    private Stream<String> recorded() {
        Path shows = data.resolve("shows");
        if (!Files.isDirectory(shows)) {
            return Stream.of();
        }
        try (Stream<Path> folders = Files.list(shows)) {
            return folders
                    .filter(folder -> Files.isDirectory(folder.resolve("stems")))
                    .map(folder -> folder.getFileName().toString())
                    .toList()
                    .stream();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Which shows have recordings cannot be seen.", e);
            return Stream.of();
        }
    }

    private Optional<String> longer(ShowId show) {
        List<Journal.Entry> entries = journal.replay(show);
        Duration known =
                Duration.between(entries.getFirst().event().at(), entries.getLast().event().at());
        return recorded(show)
                .map(length -> length.minus(known))
                .filter(more -> more.toMinutes() > 0)
                .map(more ->
                        "The recording of %s goes on for %d minutes behind the last thing that the journal knows."
                                .formatted(show, more.toMinutes()));
    }

    private Optional<Duration> recorded(ShowId show) {
        try {
            return StemFile.in(WavStemRecorder.stems(data, show)).stream()
                    .map(stem -> Duration.ofSeconds(stem.samples() / RATE))
                    .max(Duration::compareTo);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "How long a recording is cannot be seen.", e);
            return Optional.empty();
        }
    }
}
