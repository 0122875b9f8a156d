package io.partyline.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The command line.
///
/// Exit codes: 0 fine, 1 something failed, 2 wrong use or a need that is not met.
public final class Main {
    private static final String USAGE =
            """
            Partyline: live call-in radio with real callers and AI callers

              partyline rehearse [--auto] [--seed N] [--script FILE]
                                   a whole show with made-up callers, no accounts needed
              partyline serve      the real thing
              partyline check      before a show: is everything there?
              partyline export SHOW [--format FORMAT] [--out FOLDER]
                                   transcript, chapters and log of a show
              partyline test       the test suite

            Every setting can be given as an option, such as --studio-port 8081.
            """;

    private Main() {}

    /// Runs a command and ends the program.
    public static void main(String[] args) {
        Logs.quiet();
        System.exit(run(Arrays.asList(args)));
    }

    static int run(List<String> line) {
        if (line.isEmpty() || line.contains("--help") || line.getFirst().equals("help")) {
            System.out.print(USAGE);
            return line.isEmpty() ? 2 : 0;
        }
        try {
            return run(line.getFirst(), line.subList(1, line.size()));
        } catch (SettingException | UsageException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private static int run(String command, List<String> rest) {
        Path folder = Path.of("").toAbsolutePath();
        Map<String, String> environment = System.getenv();
        return switch (command) {
            case "rehearse" -> new RehearseCommand(folder, environment).run(rest);
            case "serve" -> new ServeCommand(folder, environment).run(rest);
            case "check" -> new CheckCommand(folder, environment).run(rest);
            case "export" -> new ExportCommand(folder, environment).run(rest);
            default ->
                    throw new UsageException(
                            "There is no command \"%s\". Try: partyline --help".formatted(command));
        };
    }
}
