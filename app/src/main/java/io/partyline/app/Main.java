package io.partyline.app;

import io.partyline.port.JournalException;
import io.partyline.port.MessageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/// The command line.
///
/// Exit codes: 0 fine, 1 something failed, 2 wrong use or a need that is not met.
public final class Main {
    private Main() {}

    /// Runs a command and ends the program.
    public static void main(String[] args) {
        Logs.quiet();
        System.exit(guarded(() -> run(Arrays.asList(args))));
    }

    /// Whatever a command dies of, the program ends: what it has begun by then has threads of its
    /// own, and would go on without anybody.
    static int guarded(IntSupplier command) {
        try {
            return command.getAsInt();
        } catch (Throwable mistake) {
            System.err.println("Partyline cannot go on; this is a mistake of its own:");
            mistake.printStackTrace();
            return 1;
        }
    }

    static int run(List<String> line) {
        if (line.isEmpty()) {
            System.err.print(Help.all());
            return 2;
        }
        if (line.contains("--help") || line.contains("-h")) {
            System.out.print(Help.of(line.getFirst()).orElseGet(Help::all));
            return 0;
        }
        try {
            return run(line.getFirst(), line.subList(1, line.size()));
        } catch (SettingException | UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (JournalException | MessageException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int run(String command, List<String> rest) {
        Path folder = Path.of("").toAbsolutePath();
        Map<String, String> environment = System.getenv();
        return switch (command) {
            case "rehearse" -> new RehearseCommand(folder, environment).run(rest);
            case "serve" -> new ServeCommand(folder, environment).run(rest);
            case "check" -> new CheckCommand(folder, environment).run(rest);
            case "model" -> new ModelCommand(folder, environment).run(rest);
            case "export" -> new ExportCommand(folder, environment).run(rest);
            default ->
                    throw new UsageException(
                            "There is no command \"%s\". Try: partyline --help".formatted(command));
        };
    }
}
