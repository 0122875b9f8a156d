package io.partyline.twilio;

/// How much the phone door takes at once: all of it follows from the lines of the show, and is
/// worked out here.
///
/// @param lines most calls at once
public record Capacity(int lines) {
    /// Most lines that a show may have.
    public static final int MOST_LINES = 1000;

    /// Streams and connections that come on top, so that a show with few lines has room for a bad
    /// moment as well.
    private static final int SPARE = 16;

    public Capacity {
        if (lines < 1 || lines > MOST_LINES) {
            throw new IllegalArgumentException(
                    "A phone door has 1 to %d lines, not %d.".formatted(MOST_LINES, lines));
        }
    }

    /// Most media streams: a caller who is brought back has a new one before the old one is gone.
    int streams() {
        return 2 * lines + SPARE;
    }

    /// Most unused tickets: one for each stream, and as many that nobody came with.
    int tickets() {
        return 2 * streams();
    }

    /// Most streams that have said nothing yet: all callers at once, after a network that stood
    /// still. A genuine one says who it is as soon as it is open.
    int silent() {
        return lines + SPARE;
    }

    /// Most connections of the carrier's: every stream, and every caller's webhook at the same
    /// moment.
    int connections() {
        return streams() + silent() + lines + SPARE;
    }

    /// Most connections that wait to be accepted: all of them, after a network that stood still.
    int backlog() {
        return connections();
    }
}
