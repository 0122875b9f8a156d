package io.partyline.app;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as people write them in settings: `10s`, `500ms`, `2m`, or a bare number of seconds.
final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})\\s*(ms|s|m)?");

    private Durations() {}

    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case null, default -> Duration.ofSeconds(amount);
                });
    }
}
