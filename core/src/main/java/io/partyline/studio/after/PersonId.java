package io.partyline.studio.after;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a caller of the book is called outside of it: nobody can go from there to the fingerprint
/// of their number.
final class PersonId {
    private static final int KEPT_BYTES = 8;

    private PersonId() {}

    static String of(String fingerprint) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(fingerprint.getBytes(UTF_8));
            return "caller-" + HexFormat.of().formatHex(hash, 0, KEPT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256; this one has not.", e);
        }
    }
}
