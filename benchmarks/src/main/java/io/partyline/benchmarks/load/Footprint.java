package io.partyline.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a program holds of its computer while nobody is on the line.
///
/// @param calls that it has had by then
/// @param threads of the system; virtual ones are among the objects
/// @param files sockets and pipes among them
/// @param residentKb its memory as the system sees it
/// @param objects what lives in its heap
record Footprint(int calls, int threads, int files, long residentKb, Histogram objects) {
    private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
    private static final double KB = 1024;

    /// Needs a system that tells of its processes under `/proc`.
    static Footprint of(ServerProcess server, int calls) {
        Histogram objects = Histogram.of(server.pid());
        Path process = Path.of("/proc", Long.toString(server.pid()));
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            int files = (int) open.count();
            var threads = THREADS.matcher(Files.readString(process.resolve("status")));
            return new Footprint(
                    calls,
                    threads.find() ? Integer.parseInt(threads.group(1)) : 0,
                    files,
                    server.residentKb(),
                    objects);
        } catch (IOException e) {
            throw new UncheckedIOException("This system does not say what a program holds.", e);
        }
    }

    double liveMb() {
        return objects.bytes() / KB / KB;
    }

    double residentMb() {
        return residentKb / KB;
    }

    long virtualThreads() {
        return objects.count("java.lang.VirtualThread")
                + objects.count("java.lang.ThreadBuilders$BoundVirtualThread");
    }
}
