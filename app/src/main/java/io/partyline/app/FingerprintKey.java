package io.partyline.app;

import io.partyline.files.DiskTrouble;
import io.partyline.files.Private;
import java.io.IOException;
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
    ///
    /// @throws SettingException if the file that should hold it holds something else
    static byte[] in(Path data) {
        Path file = data.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return whole(file, Files.readAllBytes(Private.file(file)));
            }
            var key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            Path whole = Files.write(Private.file(data.resolve(FILE + ".new")), key);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            throw new SettingException(
                    "The key %s cannot be read or made: %s".formatted(file, DiskTrouble.why(e)));
        }
    }

    /// Another key would make strangers of everybody who is known, and let in whoever is banned; so
    /// that is for the host to decide.
    private static byte[] whole(Path file, byte[] key) {
        if (key.length != BYTES) {
            throw new SettingException(
                    ("The key %s is damaged: it has %d bytes and not %d. Put it back from a copy."
                                    + " If there is none, delete it: callers and bans of earlier shows are not"
                                    + " recognised then.")
                            .formatted(file, key.length, BYTES));
        }
        return key;
    }
}
