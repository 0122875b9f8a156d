package io.partyline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.MessageBook.Message;
import io.partyline.port.MessageException;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What messages look like on a disk, and what becomes of files that are not as they should be.
class FolderMessageBookTest {
    private static final Message MESSAGE =
            Message.expected(
                    "message-1",
                    new CallId("call-dave"),
                    new CallerNumber("0123", "print-of-dave"),
                    Instant.parse("2026-01-02T20:00:00Z"));

    @TempDir Path data;

    private FolderMessageBook book() {
        return new FolderMessageBook(data, Decoded::open);
    }

    private Path file(String name) {
        return data.resolve("voicemail").resolve(name);
    }

    @Test
    void onlyTheirOwnerReadsMessages() throws IOException {
        FolderMessageBook book = book();
        book.write(MESSAGE);
        book.keep("message-1", new byte[] {1});
        assertThat(permissions(file(""))).isEqualTo("rwx------");
        assertThat(permissions(file("message-1.json"))).isEqualTo("rw-------");
        assertThat(permissions(file("message-1.wav"))).isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(file(""))) {
            assertThat(files).hasSize(2);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void whatWasBeingWrittenWhenTheProgramEndedIsThrownAway() throws IOException {
        book().write(MESSAGE);
        Files.writeString(file("message-1.wav.part"), "half of it");
        assertThat(book().messages()).containsExactly(MESSAGE);
        assertThat(file("message-1.wav.part")).doesNotExist();
    }

    @Test
    void aCardThatIsDamagedCostsTheOthersNothingAndIsLeftWhereItIs() throws IOException {
        book().write(MESSAGE);
        Files.writeString(file("a.json"), "{\"id\":\"a\"");
        Files.writeString(file("b.json"), "{\"id\":\"b\"}");
        Files.copy(file("message-1.json"), file("c.json"));
        assertThat(book().messages()).containsExactly(MESSAGE);
        assertThat(file("a.json")).exists();
    }

    @Test
    void messagesComeInTheOrderInWhichTheyWereLeft() {
        Message earlier =
                Message.expected(
                        "message-2",
                        new CallId("call-jas"),
                        CallerNumber.WITHHELD,
                        MESSAGE.at().minusSeconds(1));
        book().write(MESSAGE);
        book().write(earlier);
        assertThat(book().messages()).containsExactly(earlier, MESSAGE);
    }

    @Test
    void whatANewerProgramAddsToACardIsReadOver() throws IOException {
        book().write(MESSAGE);
        String card = Files.readString(file("message-1.json"));
        Files.writeString(file("message-1.json"), card.replaceFirst("\\{", "{\"mood\":\"happy\","));
        assertThat(book().messages()).containsExactly(MESSAGE);
    }

    @Test
    void anIdIsNeverAWayOutOfTheFolder() throws IOException {
        Files.writeString(data.resolve("secret.wav"), "secret");
        FolderMessageBook book = book();
        assertThatThrownBy(() -> book.wav("../secret")).isInstanceOf(MessageException.class);
        assertThatThrownBy(() -> book.remove("../secret")).isInstanceOf(MessageException.class);
        assertThat(data.resolve("secret.wav")).exists();
    }

    @Test
    void aFolderThatIsALinkToElsewhereIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
        Files.createSymbolicLink(data.resolve("voicemail"), elsewhere);
        assertThatThrownBy(this::book)
                .isInstanceOf(MessageException.class)
                .hasMessageContaining("is a link to elsewhere");
    }

    @Test
    void aDiskThatMayOnlyBeReadIsSaidInWords() throws IOException {
        FolderMessageBook book = book();
        Files.delete(file(""));
        Files.writeString(file(""), "no folder");
        assertThatThrownBy(() -> book.write(MESSAGE))
                .isInstanceOf(MessageException.class)
                .hasMessageStartingWith("A message cannot be kept: ");
    }
}
