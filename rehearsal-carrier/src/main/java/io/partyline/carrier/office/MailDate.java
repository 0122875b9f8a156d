package io.partyline.carrier.office;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Dates as in e-mail (RFC 2822), the only ones that the carrier writes.
public final class MailDate {
    private MailDate() {}

    public static String of(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
