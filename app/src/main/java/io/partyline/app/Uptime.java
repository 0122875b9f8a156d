package io.partyline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/// How long the computer has been on, its sleep included, in milliseconds. Nobody can set it.
///
/// Linux tells it (`/proc/uptime`, to the hundredth of a second). Where it is not told, the time of
/// day has to do, which cannot be told from a clock that is set ahead.
final class Uptime implements LongSupplier {
    private static final Path LINUX = Path.of("/proc/uptime");
    private static final double MILLIS = 1_000;

    private final Path file;

    private Uptime(Path file) {
        this.file = file;
    }

    /// As this computer tells it.
    static LongSupplier ofThisComputer() {
        return of(LINUX, System::currentTimeMillis);
    }

    /// @param instead where the file says nothing
    static LongSupplier of(Path file, LongSupplier instead) {
        var uptime = new Uptime(file);
        try {
            var _ = uptime.read();
            return uptime;
        } catch (IOException | NumberFormatException _) {
            return instead;
        }
    }

    @Override
    public long getAsLong() {
        try {
            return read();
        } catch (IOException gone) {
            throw new IllegalStateException("The computer has stopped telling its uptime.", gone);
        }
    }

    private long read() throws IOException {
        String text = Files.readString(file);
        int end = text.indexOf(' ');
        return (long) (MILLIS * Double.parseDouble(end < 0 ? text : text.substring(0, end)));
    }
}
