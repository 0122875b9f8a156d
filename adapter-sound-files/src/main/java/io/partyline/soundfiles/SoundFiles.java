package io.partyline.soundfiles;

import io.partyline.port.SoundException;
import io.partyline.port.SoundStream;
import java.nio.file.Path;

/// Decodes single files that lie on no shelf.
public final class SoundFiles {
    private SoundFiles() {}

    /// Decodes a file from its beginning, whatever kind it is.
    ///
    /// @param name what the host is told if something is wrong with it
    /// @throws SoundException with a sentence that names it
    public static SoundStream open(Path file, String name) {
        return new FileStream(new SoundFile(file, name));
    }
}
