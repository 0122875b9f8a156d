package io.partyline.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.Exports.Export;
import io.partyline.port.Journal;
import io.partyline.show.ShowId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A show that is over lies in its folder in every form of text, made anew as often as it is asked
/// for.
class ShowFolderTest {
    private static final ShowId FRIDAY = new ShowId("friday");

    @TempDir Path data;

    private List<Journal.Entry> events = FridayShow.entries();

    private Path place() {
        return data.resolve("shows").resolve(FRIDAY.value());
    }

    private ShowFolder folder() {
        return new ShowFolder(_ -> events, _ -> List.of(), _ -> place());
    }

    @Test
    void everyTextLiesThereAsTheExportGivesIt() throws IOException {
        List<String> left = folder().file(FRIDAY);
        assertThat(left)
                .contains(
                        "transcript.txt",
                        "transcript.vtt",
                        "transcript.srt",
                        "transcript.json",
                        "chapters.json",
                        "notes.md",
                        "as-run.txt");
        for (Export text : ShowExports.texts(ShowFile.of(events, _ -> List.of()))) {
            var made = new ByteArrayOutputStream();
            text.content().writeTo(made);
            assertThat(place().resolve(text.fileName())).hasBinaryContent(made.toByteArray());
        }
    }

    @Test
    void stemsAreToldAndHalfWrittenFilesAreNot() throws IOException {
        Files.createDirectories(place().resolve("stems"));
        Files.writeString(place().resolve("stems/00_Mix.wav"), "sound");
        Files.writeString(place().resolve("notes.md.part"), "cut off by a ki");
        assertThat(folder().file(FRIDAY))
                .contains("stems/00_Mix.wav")
                .doesNotContain("notes.md.part");
        assertThat(place().resolve("stems/00_Mix.wav")).hasContent("sound");
    }

    @Test
    void whatHasChangedSinceIsMadeAnew() {
        events = FridayShow.running();
        folder().file(FRIDAY);
        events = FridayShow.entries();
        folder().file(FRIDAY);
        assertThat(place().resolve("as-run.txt")).content().endsWith("The show is closed.\n");
    }

    @Test
    void nobodyElseMayReadThem() throws IOException {
        folder().file(FRIDAY);
        assertThat(Files.getPosixFilePermissions(place().resolve("transcript.txt")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aDeletedShowIsGoneAndWhatALinkLeadsToIsNot() throws IOException {
        folder().file(FRIDAY);
        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("song.wav"), "music");
        Files.createSymbolicLink(place().resolve("stems"), elsewhere);
        assertThat(folder().left(FRIDAY)).noneMatch(left -> left.name().contains("song"));
        folder().delete(FRIDAY);
        folder().delete(FRIDAY);
        assertThat(place()).doesNotExist();
        assertThat(elsewhere.resolve("song.wav")).hasContent("music");
        assertThat(folder().left(FRIDAY)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidInWords() throws IOException {
        Files.writeString(data.resolve("shows"), "no folder");
        assertThatThrownBy(() -> folder().file(FRIDAY))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("The transcript, chapters and notes of the show could not");
    }
}
