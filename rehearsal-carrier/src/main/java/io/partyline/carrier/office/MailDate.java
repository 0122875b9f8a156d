package io.partyline.carrier.office;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Dates as in e-mail (RFC 2822), the only ones that the carrier writes, always with the zone
/// `+0000`.
public final class MailDate {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private MailDate() {}

    /// `Sun, 29 Nov 2026 18:10:31 +0000`.
    public static String of(Instant at) {
        return FORMAT.format(at);
    }
}
