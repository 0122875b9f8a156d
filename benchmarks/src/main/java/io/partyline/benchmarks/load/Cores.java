package io.partyline.benchmarks.load;

import java.io.IOException;
import java.util.List;

/// Who runs where: one core for what is measured, another for who measures it, so that neither
/// takes the other's time.
///
/// That needs `taskset` and two cores; without them all share what there is, and the figures are
/// worth less.
///
/// @param pinned whether each has a core of its own
record Cores(boolean pinned) {
    private static final String SERVER = "0";
    private static final String LOAD = "1";

    /// Moves this program to its core, if that can be done.
    static Cores divide() {
        if (Runtime.getRuntime().availableProcessors() < 2) {
            return new Cores(false);
        }
        String self = Long.toString(ProcessHandle.current().pid());
        return new Cores(run("taskset", "--all-tasks", "--cpu-list", "--pid", LOAD, self));
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What stands before a command so that it runs on the other core.
    List<String> prefix() {
        return pinned ? List.of("taskset", "--cpu-list", SERVER) : List.of();
    }

    String words() {
        return pinned
                ? "core " + SERVER + " for the server, core " + LOAD + " for the load"
                : "no core of their own (that needs taskset and two cores): compare within this run only";
    }
}
