package io.partyline.benchmarks.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What a load is to be like.
///
/// @param lines callers at once
/// @param configured lines that the program is set up with, which may be more
/// @param onAir how many of them are taken on the air
/// @param seconds each window is measured
/// @param warmUp before callers are measured, held and then on the air, for the compiler
/// @param rounds how often callers are held and lifted on the air
/// @param most whether the number of lines grows until they are no longer held
/// @param desk how long the desk is played instead; zero if it is not
/// @param attacked whether strangers attack its doors instead
/// @param soak how long short calls are made instead; zero if they are not
/// @param seed of the desk's play, of the strangers and of the short calls
/// @param baseline whether the baseline is measured too
/// @param ringing calls that ring in a second
/// @param home the project's folder
record LoadOptions(
        int lines,
        int configured,
        int onAir,
        Duration seconds,
        Duration warmUp,
        int rounds,
        boolean most,
        Duration desk,
        boolean attacked,
        Duration soak,
        long seed,
        boolean baseline,
        int ringing,
        Path home) {

    static final String USAGE =
            """
            Holds telephone streams against the real program, and measures.

              --lines N       callers at once, 2 to 2000 (40)
              --configured N  lines that the program is set up with (as many)
              --on-air N      how many are taken on the air, up to 28 (8; with --desk 28)
              --idle          the same as --lines 2 --on-air 2
              --seconds S     how long each window is measured (15)
              --warm-up S     before callers are measured, held and then on the air (20)
              --rounds N      how often they are held and lifted on the air, by turns (1)
              --most          raises --lines until they are no longer held
              --desk M        plays the desk at random for M minutes instead, and checks who hears whom
              --attacked      lets strangers attack both doors instead, and times the host's clicks
              --soak M        makes short calls for M minutes instead, and counts what is left of them
              --seed N        of any of these (1)
              --no-baseline   leaves out the plain server that is measured beside
              --ringing N     calls that ring in a second (25)
              --home FOLDER   the project, built (this folder)
            """;

    private static final int MOST_LINES = 2_000;

    /// What a console of 32 channels takes.
    private static final int MOST_ON_AIR = 28;

    private static final int LONGEST_SECONDS = 600;
    private static final int MOST_ROUNDS = 100;
    private static final int LONGEST_MINUTES = 120;
    private static final int MOST_RINGING = 200;
    private static final Set<String> FLAGS =
            Set.of("--idle", "--most", "--attacked", "--no-baseline");
    private static final Set<String> NAMES =
            Set.of(
                    "--lines",
                    "--configured",
                    "--on-air",
                    "--seconds",
                    "--warm-up",
                    "--rounds",
                    "--desk",
                    "--soak",
                    "--seed",
                    "--ringing",
                    "--home");

    LoadOptions {
        if (onAir > lines) {
            throw new IllegalArgumentException("More on the air than there are lines.");
        }
        if (lines > configured) {
            throw new IllegalArgumentException("More callers than the program has lines.");
        }
    }

    /// Reads a command line.
    ///
    /// @throws IllegalArgumentException with a sentence, if it makes no sense
    static LoadOptions of(String... words) {
        Map<String, String> given = given(words);
        int lines = given.containsKey("--idle") ? 2 : number(given, "--lines", 40, 2, MOST_LINES);
        int usual = given.containsKey("--desk") ? MOST_ON_AIR : 8;
        return new LoadOptions(
                lines,
                number(given, "--configured", lines, 2, MOST_LINES),
                given.containsKey("--idle")
                        ? 2
                        : number(given, "--on-air", Math.min(usual, lines), 0, MOST_ON_AIR),
                Duration.ofSeconds(number(given, "--seconds", 15, 1, LONGEST_SECONDS)),
                Duration.ofSeconds(number(given, "--warm-up", 20, 0, LONGEST_SECONDS)),
                number(given, "--rounds", 1, 1, MOST_ROUNDS),
                given.containsKey("--most"),
                Duration.ofMinutes(number(given, "--desk", 0, 0, LONGEST_MINUTES)),
                given.containsKey("--attacked"),
                Duration.ofMinutes(number(given, "--soak", 0, 0, LONGEST_MINUTES)),
                number(given, "--seed", 1, 0, Integer.MAX_VALUE),
                !given.containsKey("--no-baseline"),
                number(given, "--ringing", 25, 1, MOST_RINGING),
                Path.of(given.getOrDefault("--home", ".")));
    }

    /// The same with another number of lines.
    LoadOptions withLines(int other) {
        return new LoadOptions(
                other,
                Math.max(configured, other),
                Math.min(onAir, other),
                seconds,
                warmUp,
                rounds,
                most,
                desk,
                attacked,
                soak,
                seed,
                baseline,
                ringing,
                home);
    }

    private static Map<String, String> given(String... words) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            String name = words[i];
            if (FLAGS.contains(name)) {
                given.put(name, "");
            } else if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("There is no option \"" + name + "\".");
            } else if (++i == words.length) {
                throw new IllegalArgumentException(name + " needs a value.");
            } else {
                given.put(name, words[i]);
            }
        }
        return given;
    }

    private static int number(
            Map<String, String> given, String name, int otherwise, int least, int most) {
        String text = given.getOrDefault(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wrong(name, text, least, most), e);
        }
        throw new IllegalArgumentException(wrong(name, text, least, most));
    }

    private static String wrong(String name, String text, int least, int most) {
        return "%s is \"%s\", but must be a number from %d to %d."
                .formatted(name, text, least, most);
    }
}
