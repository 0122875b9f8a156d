package io.partyline.llm;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/// When a server that is too busy wants to be asked again.
final class RetryAfter {
    private RetryAfter() {}

    /// Milliseconds where a provider gives them, else the standard's seconds. The standard's other
    /// form, a date, is left alone: whoever is that late is not worth the wait, and the two clocks
    /// may differ.
    static Optional<Duration> in(HttpHeaders headers) {
        return number(headers, "retry-after-ms")
                .map(millis -> Duration.ofNanos((long) (millis * 1e6)))
                .or(() ->
                        number(headers, "retry-after")
                                .map(seconds -> Duration.ofNanos((long) (seconds * 1e9))));
    }

    private static Optional<Double> number(HttpHeaders headers, String name) {
        return headers.firstValue(name)
                .map(String::strip)
                .filter(value -> value.matches("\\d{1,7}(\\.\\d{1,6})?"))
                .map(Double::valueOf);
    }
}
