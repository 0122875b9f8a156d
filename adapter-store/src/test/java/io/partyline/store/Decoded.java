package io.partyline.store;

import io.partyline.port.SoundException;
import io.partyline.port.SoundStream;
import io.partyline.rehearsal.TelephoneWav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Decodes what telephone companies send.
final class Decoded {
    private Decoded() {}

    static SoundStream open(Path file, String name) {
        try {
            return TelephoneWav.decoded(Files.readAllBytes(file));
        } catch (IOException gone) {
            throw new SoundException("\"%s\" has gone.".formatted(name), gone);
        }
    }
}
