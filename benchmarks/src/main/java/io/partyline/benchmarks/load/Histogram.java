package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The objects that a JVM cannot throw away.
///
/// @param bytes all of them together
/// @param objects how many there are of each class
record Histogram(long bytes, Map<String, Long> objects) {
    private static final Pattern ROW =
            Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)(?: .*)?");

    Histogram {
        objects = Map.copyOf(objects);
    }

    /// Asks a JVM on this computer, which collects its garbage for it first.
    ///
    /// @throws IllegalStateException if this JDK has no `jcmd`, or that gets no answer
    static Histogram of(long pid) {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process asked =
                    new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                            .redirectErrorStream(true)
                            .start();
            String told = new String(asked.getInputStream().readAllBytes(), UTF_8);
            if (asked.waitFor() != 0) {
                throw new IllegalStateException("The server's objects cannot be counted: " + told);
            }
            return read(told);
        } catch (IOException e) {
            throw new UncheckedIOException("The server's objects cannot be counted.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load was interrupted.", e);
        }
    }

    /// @param told one class a line: its place, how many, how many bytes, its name
    static Histogram read(String told) {
        var objects = new HashMap<String, Long>();
        long bytes = 0;
        for (String line : told.lines().toList()) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                objects.merge(row.group(3), Long.parseLong(row.group(1)), Long::sum);
                bytes += Long.parseLong(row.group(2));
            }
        }
        return new Histogram(bytes, objects);
    }

    long count(String type) {
        return objects.getOrDefault(type, 0L);
    }

    /// The classes of which there are more by at least so many than there were before, by name.
    Map<String, Long> grown(Histogram before, long atLeast, Predicate<String> which) {
        var grown = new TreeMap<String, Long>();
        objects.forEach((type, count) -> {
            long more = count - before.count(type);
            if (more >= atLeast && which.test(type)) {
                grown.put(type, more);
            }
        });
        return grown;
    }
}
