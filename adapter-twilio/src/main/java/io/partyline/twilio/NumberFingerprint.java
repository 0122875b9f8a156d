package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partyline.show.CallerNumber;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns a telephone number into what the show may know of it: the last four digits and a keyed
/// fingerprint (HMAC-SHA256, the first 128 bits in hex). Nobody without the key can find the number
/// by trying them all.
///
/// Safe for use by many threads at once.
public final class NumberFingerprint {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;
    private static final int KEPT_BYTES = 16;

    /// What carriers put in place of a withheld number: words spelt on the keypad (ANONYMOUS,
    /// RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE), as seen by several projects. They look like
    /// numbers, and belong to everybody.
    private static final Set<String> WITHHELD =
            Set.of("+266696687", "+7378742833", "+2562533", "+8656696", "+86282452253");

    private final SecretKeySpec key;

    /// Fingerprints with this key.
    ///
    /// @param key at least 16 secret bytes that stay the same from show to show
    public NumberFingerprint(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("A fingerprint key has 16 bytes or more.");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// What the show may know of a caller.
    ///
    /// @param from what the carrier calls the caller; anything but a number in E.164 counts as
    ///   withheld, because words, SIP addresses and national numbers do not name one person
    public CallerNumber of(String from) {
        if (!TwilioSettings.isE164(from) || WITHHELD.contains(from)) {
            return CallerNumber.WITHHELD;
        }
        return new CallerNumber(from.substring(from.length() - 4), hash(from));
    }

    private String hash(String number) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(number.getBytes(UTF_8)), 0, KEPT_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Every Java has " + ALGORITHM + "; this one has not.", e);
        }
    }
}
