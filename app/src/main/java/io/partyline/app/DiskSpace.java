package io.partyline.app;

import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Whether the disk has room for the recording.
///
/// @param data where the shows are kept
/// @param hoursLeft hours of recording that there is room for, at the present number of stems
record DiskSpace(Path data, Supplier<OptionalDouble> hoursLeft) {
    static final String PART = "disk";

    /// How often to look.
    static final Duration PAUSE = Duration.ofSeconds(15);

    /// Minutes of recording from which on the host is warned: time enough to make room.
    private static final int FEW = 10;

    private static final int MINUTES = 60;

    static Health unseen() {
        return new Health(PART, State.OFF, "The disk has not been looked at yet.");
    }

    Health look() {
        OptionalDouble hours = hoursLeft.get();
        if (hours.isEmpty()) {
            return new Health(
                    PART,
                    State.TROUBLE,
                    "How much room there is in %s is not known.".formatted(data));
        }
        int minutes = (int) (hours.getAsDouble() * MINUTES);
        return minutes < FEW
                ? new Health(PART, State.TROUBLE, low(minutes))
                : new Health(PART, State.FINE, enough(hours.getAsDouble()));
    }

    private String low(int minutes) {
        return "Room for only %d more minutes of recording in %s: make room. On a full disk the recording stops; the show goes on."
                .formatted(minutes, data);
    }

    private static String enough(double hours) {
        return String.format(Locale.ROOT, "Room for %.1f more hours of recording.", hours);
    }
}
