package io.partyline.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Everything that a program asks of the disk, in the order in which it asks: written down by the
/// system (`strace`), not by the program.
///
/// What is kept in memory that several processes share is not among it: no disk is asked for that.
public final class DiskTrace {
    private static final String CALLS =
            "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename,mkdir";

    private static final Pattern WHOLE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (\\d+).*");
    private static final Pattern BEGUN =
            Pattern.compile("(\\d+) +(\\w+\\(.*) <unfinished \\.\\.\\.>");
    private static final Pattern ENDED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");
    private static final Pattern OPEN_FILE = Pattern.compile("\\d+<((?:\\\\x[0-9a-f]{2})*)>.*");
    private static final Pattern PROMISE = Pattern.compile("promised (\\d+)\\R?");

    private final Path folder;
    private final List<DiskStep> steps = new ArrayList<>();
    private final Set<Path> there = new HashSet<>();
    private final Map<String, String> unfinished = new HashMap<>();

    private DiskTrace(Path folder) {
        this.folder = folder;
    }

    /// Runs a program to its end, with the class path of the test.
    ///
    /// @param folder where it writes, empty before; its first argument
    /// @param arguments what its `main` is given besides
    public static List<DiskStep> of(Class<?> program, Path folder, Object... arguments)
            throws IOException, InterruptedException {
        Path real = folder.toRealPath();
        Path log = Files.createTempFile("disk", ".strace");
        var all = Stream.concat(Stream.of(real), Stream.of(arguments)).toArray();
        Tool.run(
                Stream.concat(
                                Stream.of(
                                        "strace -f --seccomp-bpf -q -y -xx -s 1000000 -e"
                                                .split(" ")),
                                Stream.concat(
                                        Stream.of("trace=" + CALLS, "-o", log.toString()),
                                        Victim.command(program, all).stream()))
                        .toArray(String[]::new));
        try (Stream<String> lines = Files.lines(log, ISO_8859_1)) {
            var trace = new DiskTrace(real);
            lines.forEach(trace::line);
            return List.copyOf(trace.steps);
        } finally {
            Files.delete(log);
        }
    }

    /// A call that another thread's came in between stands on two lines.
    private void line(String line) {
        Matcher begun = BEGUN.matcher(line);
        Matcher ended = ENDED.matcher(line);
        if (begun.matches()) {
            unfinished.put(begun.group(1), begun.group(2));
        } else if (ended.matches()) {
            call(ended.group(1) + " " + unfinished.remove(ended.group(1)) + ended.group(2));
        } else {
            call(line);
        }
    }

    /// What has failed has changed nothing.
    private void call(String line) {
        Matcher call = WHOLE.matcher(line);
        if (call.matches()) {
            step(call.group(2), call.group(3), Integer.parseInt(call.group(4)));
        }
    }

    private void step(String call, String arguments, int result) {
        switch (call) {
            case "openat" -> named(arguments, 0).ifPresent(file -> opened(file, arguments));
            case "write" -> promised(arguments);
            case "pwrite64" -> open(arguments).ifPresent(file -> written(file, arguments, result));
            case "ftruncate" ->
                    open(arguments)
                            .ifPresent(
                                    file -> steps.add(new DiskStep.Sized(file, last(arguments))));
            case "fsync", "fdatasync" ->
                    open(arguments).ifPresent(path -> steps.add(new DiskStep.Synced(path)));
            case "unlink" -> named(arguments, 0).ifPresent(this::removed);
            case "rename" ->
                    named(arguments, 0)
                            .ifPresent(from -> renamed(from, named(arguments, 1).orElseThrow()));
            case "mkdir" ->
                    named(arguments, 0).ifPresent(made -> steps.add(new DiskStep.FolderMade(made)));
            default -> throw new IllegalStateException(call);
        }
    }

    private void opened(Path file, String arguments) {
        if (arguments.contains("O_CREAT") && there.add(file)) {
            steps.add(new DiskStep.FileMade(file));
        }
        if (arguments.contains("O_TRUNC")) {
            steps.add(new DiskStep.Sized(file, 0));
        }
    }

    private void written(Path file, String arguments, int count) {
        byte[] bytes = text(arguments, 0);
        if (bytes.length != count) {
            throw new IllegalStateException("a write of " + bytes.length + " wrote " + count);
        }
        steps.add(new DiskStep.Written(file, last(arguments), ByteBuffer.wrap(bytes)));
    }

    /// Whoever is traced writes nothing else in this way.
    private void promised(String arguments) {
        Matcher promise = PROMISE.matcher(new String(text(arguments, 0), ISO_8859_1));
        if (arguments.startsWith("1<") && promise.matches()) {
            steps.add(new DiskStep.Promised(Long.parseLong(promise.group(1))));
        } else if (open(arguments).isPresent()) {
            throw new IllegalStateException("a write without a place");
        }
    }

    private void removed(Path file) {
        there.remove(file);
        steps.add(new DiskStep.Removed(file));
    }

    private void renamed(Path from, Path to) {
        there.remove(from);
        there.add(to);
        steps.add(new DiskStep.Renamed(from, to));
    }

    private static long last(String arguments) {
        return Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1));
    }

    private Optional<Path> open(String arguments) {
        Matcher file = OPEN_FILE.matcher(arguments);
        return file.matches() ? below(bytes(file.group(1))) : Optional.empty();
    }

    private Optional<Path> named(String arguments, int which) {
        return below(text(arguments, which));
    }

    private Optional<Path> below(byte[] name) {
        Path path = Path.of(new String(name, ISO_8859_1));
        return path.startsWith(folder) ? Optional.of(folder.relativize(path)) : Optional.empty();
    }

    private static byte[] text(String arguments, int which) {
        return TEXT.matcher(arguments)
                .results()
                .skip(which)
                .findFirst()
                .map(text -> bytes(text.group(1)))
                .orElseThrow(() -> new IllegalStateException(arguments));
    }

    private static byte[] bytes(String written) {
        return HexFormat.of().parseHex(written.replace("\\x", ""));
    }
}
