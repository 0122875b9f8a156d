package io.partyline.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// The processor time that the whole computer and this program have spent.
///
/// @param all everybody's; zero where the system does not say
/// @param load this program's own
record Machine(Duration all, Duration load) {
    private static final Path STAT = Path.of("/proc/stat");

    /// The kernel counts in hundredths of a second.
    private static final long MS_PER_TICK = 10;

    /// Behind the word `cpu`: user, nice, system, idle, waiting, then interrupts and what was
    /// stolen.
    private static final List<Integer> BUSY = List.of(1, 2, 3, 6, 7, 8);

    static Machine now() {
        Duration own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new Machine(Files.isReadable(STAT) ? busy() : Duration.ZERO, own);
    }

    private static Duration busy() {
        try {
            String first = Files.readAllLines(STAT).getFirst();
            List<String> fields = Arrays.asList(first.trim().split("\\s+", -1));
            return Duration.ofMillis(
                    MS_PER_TICK
                            * BUSY.stream().mapToLong(i -> Long.parseLong(fields.get(i))).sum());
        } catch (IOException e) {
            throw new UncheckedIOException("The system does not say how busy it is.", e);
        }
    }

    /// How many cores neither the load nor the server had between then and now.
    double othersSince(Machine before, double server, double seconds) {
        double busy = all.minus(before.all).toMillis() / 1000.0 / seconds;
        double own = load.minus(before.load).toMillis() / 1000.0 / seconds;
        return Math.max(0, busy - own - server);
    }
}
