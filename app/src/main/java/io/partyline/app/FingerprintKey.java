package io.partyline.app;

import io.partyline.files.Private;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;

/// The secret by which callers are recognised from show to show: made once, kept in the data
/// folder.
final class FingerprintKey {
    private static final String FILE = "fingerprint.key";
    private static final int BYTES = 32;

    private FingerprintKey() {}

    /// The key of this installation; made if there is none.
    static byte[] in(Path data) {
        Path file = data.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return Files.readAllBytes(Private.file(file));
            }
            var key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            Path whole = Files.write(Private.file(data.resolve(FILE + ".new")), key);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " cannot be read or made.", e);
        }
    }
}
