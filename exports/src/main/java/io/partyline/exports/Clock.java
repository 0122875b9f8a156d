package io.partyline.exports;

import java.time.Duration;
import java.util.Locale;

/// Times of a show as files write them, the same in every country.
final class Clock {
    private Clock() {}

    /// `01:02:03.456`, with any mark before the milliseconds.
    static String stamp(Duration time, char mark) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d%c%03d",
                time.toHours(),
                time.toMinutesPart(),
                time.toSecondsPart(),
                mark,
                time.toMillisPart());
    }

    /// `2:03`, or `1:02:03` from an hour on.
    static String plain(Duration time) {
        return time.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart())
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        time.toHours(),
                        time.toMinutesPart(),
                        time.toSecondsPart());
    }

    /// Seconds with a fraction.
    static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    /// Seconds with six decimals, such as `62.500000`.
    static String decimals(Duration time) {
        return String.format(Locale.ROOT, "%.6f", seconds(time));
    }
}
