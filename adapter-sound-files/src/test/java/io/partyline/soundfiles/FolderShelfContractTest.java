package io.partyline.soundfiles;

import io.partyline.port.SoundShelf;
import io.partyline.rehearsal.SoundShelfContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// At a rate that is not the studio's, since that is the harder one.
class FolderShelfContractTest extends SoundShelfContract {
    private static final int RATE = 44_100;

    @TempDir Path folder;
    private FolderShelf shelf;

    @BeforeEach
    void open() {
        shelf = new FolderShelf(folder, true);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Override
    protected SoundShelf shelf() {
        return shelf;
    }

    @Override
    protected void place(String id, double frequency, Duration length) {
        TestSounds.wav(folder.resolve(id), TestSounds.tone(frequency, length, RATE), RATE, 2);
    }

    @Override
    protected void placeRubbish(String id) {
        TestSounds.write(folder.resolve(id), TestSounds.ascii("A letter, and no sound at all."));
    }

    @Override
    protected void remove(String id) {
        try {
            Files.delete(folder.resolve(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void look() {
        shelf.look();
    }
}
