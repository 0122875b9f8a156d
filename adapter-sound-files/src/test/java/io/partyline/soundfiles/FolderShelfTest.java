package io.partyline.soundfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderShelfTest {
    private static final float[] TONE = TestSounds.tone(440, Duration.ofSeconds(1), 48_000);

    @TempDir Path parent;
    private FolderShelf shelf = new FolderShelf(Path.of("nowhere"), true);

    private Path folder() {
        return parent.resolve("music");
    }

    private void shelf(boolean wanted) {
        shelf = new FolderShelf(folder(), wanted);
        shelf.look();
    }

    private void place(String name) {
        TestSounds.wav(folder().resolve(name), TONE, 48_000, 1);
    }

    private List<String> ids() {
        return shelf.pieces().stream().map(SoundShelf.Piece::id).toList();
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void foldersWithinTheFolderBelongToItAndHiddenThingsDoNot() {
        place("b.wav");
        place("jingles/News.WAV");
        place(".hidden.wav");
        place(".trash/c.wav");
        TestSounds.write(folder().resolve("cover.jpg"), new byte[10]);
        TestSounds.write(folder().resolve("wav"), new byte[10]);
        shelf(true);
        assertThat(ids()).containsExactly("b.wav", "jingles/News.WAV");
        assertThat(shelf.pieces().getLast().title()).isEqualTo("News");
        shelf.open("jingles/News.WAV").close();
    }

    @Test
    void noLinkIsFollowedAndNoPipeIsOpened() throws IOException, InterruptedException {
        place("a.wav");
        Path outside = parent.resolve("outside");
        TestSounds.wav(outside.resolve("secret.wav"), TONE, 48_000, 1);
        Files.createSymbolicLink(folder().resolve("link.wav"), outside.resolve("secret.wav"));
        Files.createSymbolicLink(folder().resolve("linked"), outside);
        Files.createSymbolicLink(folder().resolve("dead.wav"), outside.resolve("gone.wav"));
        var pipe = new ProcessBuilder("mkfifo", folder().resolve("pipe.wav").toString());
        assertThat(pipe.start().waitFor()).isZero();
        shelf(true);
        assertThat(ids()).containsExactly("a.wav");
        assertThatThrownBy(() -> shelf.open("link.wav")).isInstanceOf(SoundException.class);
        assertThatThrownBy(() -> shelf.open("linked/secret.wav"))
                .isInstanceOf(SoundException.class);
    }

    /// Between the look and the press somebody has put a link where the file was.
    @Test
    void aFileThatHasBecomeALinkIsNotOpened() throws IOException {
        place("a.wav");
        shelf(true);
        Path outside = TestSounds.wav(parent.resolve("secret.wav"), TONE, 48_000, 1);
        Files.delete(folder().resolve("a.wav"));
        Files.createSymbolicLink(folder().resolve("a.wav"), outside);
        assertThatThrownBy(() -> shelf.open("a.wav"))
                .isInstanceOf(SoundException.class)
                .hasMessageContaining("\"a.wav\"");
    }

    @Test
    void theFolderItselfMayBeALink() throws IOException {
        TestSounds.wav(parent.resolve("disk/a.wav"), TONE, 48_000, 1);
        Files.createSymbolicLink(folder(), parent.resolve("disk"));
        shelf(true);
        assertThat(ids()).containsExactly("a.wav");
        shelf.open("a.wav").close();
    }

    @Test
    void aFileThatVanishesAfterTheLookIsNamed() throws IOException {
        place("a.wav");
        shelf(true);
        Files.delete(folder().resolve("a.wav"));
        assertThatThrownBy(() -> shelf.open("a.wav"))
                .hasMessage("\"a.wav\" has gone from its folder.");
    }

    @Test
    void aFileThatIsRenamedIsListedUnderItsNewName() throws IOException {
        place("a.wav");
        shelf(true);
        Files.move(folder().resolve("a.wav"), folder().resolve("b.wav"));
        assertThat(shelf.look()).isTrue();
        assertThat(ids()).containsExactly("b.wav");
        assertThat(shelf.look()).isFalse();
    }

    /// Somebody copies a file into the folder, and the first look comes in the middle of it.
    @Test
    void aFileThatWasBrokenWhenItWasSeenFirstIsReadAgainWhenItHasGrown() throws IOException {
        byte[] whole = Files.readAllBytes(TestSounds.wav(parent.resolve("w.wav"), TONE, 48_000, 1));
        TestSounds.write(folder().resolve("a.wav"), Arrays.copyOf(whole, 20));
        shelf(true);
        assertThat(shelf.pieces().getFirst().trouble()).isPresent();
        TestSounds.write(folder().resolve("a.wav"), whole);
        assertThat(shelf.look()).isTrue();
        assertThat(shelf.pieces().getFirst().trouble()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsTroubleIfItIsWantedAndMayComeLater() {
        shelf(true);
        assertThat(shelf.trouble()).hasValue("There is no folder %s.".formatted(folder()));
        place("a.wav");
        shelf.look();
        assertThat(shelf.trouble()).isEmpty();
        assertThat(ids()).containsExactly("a.wav");
    }

    @Test
    void aFolderThatNobodyAskedForMayBeMissing() {
        shelf(false);
        assertThat(shelf.trouble()).isEmpty();
        assertThat(shelf.pieces()).isEmpty();
    }

    @Test
    void aFileInPlaceOfTheFolderIsNoShelf() {
        TestSounds.write(folder(), new byte[3]);
        shelf(true);
        assertThat(shelf.pieces()).isEmpty();
    }

    @Test
    void whoeverWatchesIsToldWhenAFileComes() throws InterruptedException {
        place("a.wav");
        shelf(true);
        var told = new Semaphore(0);
        shelf.watch(told::release);
        place("b.wav");
        assertThat(told.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ids()).contains("b.wav");
    }
}
