package io.partyline.benchmarks.ears;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/// The process that hears: the only child of this one that outlives a moment.
final class Child {
    private Child() {}

    /// Kills it as a crash of native code would.
    ///
    /// @return whether there was one
    static boolean kill() {
        return find().map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /// Stops it, so that it hangs.
    ///
    /// @return whether there was one
    static boolean stop() {
        Optional<ProcessHandle> child = find();
        child.ifPresent(found -> signal("-STOP", found.pid()));
        return child.isPresent();
    }

    /// One that was stopped while it was being started notices nothing, not even the end.
    static void endAll() {
        all().forEach(ProcessHandle::destroyForcibly);
    }

    private static Optional<ProcessHandle> find() {
        return all().findFirst();
    }

    private static Stream<ProcessHandle> all() {
        return ProcessHandle.current()
                .children()
                .filter(child ->
                        child.info().command().filter(name -> name.contains("java")).isPresent());
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid)).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no process can be stopped here: " + e.getMessage(), e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
