package io.partyline.store;

import java.time.Duration;

/// Times of a show as files write them.
final class Clock {
    private Clock() {}

    /// `01:02:03.456`, with any mark before the milliseconds.
    static String stamp(Duration time, char mark) {
        return "%02d:%02d:%02d%c%03d"
                .formatted(
                        time.toHours(),
                        time.toMinutesPart(),
                        time.toSecondsPart(),
                        mark,
                        time.toMillisPart());
    }

    /// `2:03`, or `1:02:03` from an hour on.
    static String plain(Duration time) {
        return time.toHours() == 0
                ? "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d:%02d:%02d"
                        .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /// Seconds with a fraction.
    static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
