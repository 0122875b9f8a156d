package io.partyline.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words behind a command.
///
/// @param options `--name value` or `--name=value`; a switch has the value `true`
record Arguments(List<String> words, Map<String, String> options) {
    /// What a command knows besides the settings, which every command knows.
    ///
    /// @param switches options that stand alone
    /// @param valued options that have a value
    record Known(List<String> switches, List<String> valued) {
        /// Nothing but settings.
        static final Known SETTINGS = new Known(List.of(), List.of());

        boolean has(String option) {
            return switches.contains(option)
                    || valued.contains(option)
                    || SettingNames.known(option);
        }

        /// In words, for whoever asked for something else.
        String told() {
            return Stream.concat(
                            Stream.concat(switches.stream(), valued.stream())
                                    .map(option -> "--" + option),
                            Stream.of("every setting, such as --studio-port 8081"))
                    .collect(Collectors.joining(", "));
        }
    }

    /// Reads a command line.
    ///
    /// @throws UsageException if there is no such option, or if one has no value or one too many
    static Arguments read(List<String> line, Known known) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            if (!isOption(word)) {
                words.add(word);
                continue;
            }
            String name = name(word);
            boolean alone = known.switches().contains(name);
            if (!word.startsWith("--") || !known.has(name)) {
                throw unknown(word, known);
            } else if (word.contains("=")) {
                options.put(name, value(word, alone));
            } else if (alone) {
                options.put(name, "true");
            } else if (i + 1 < line.size() && !line.get(i + 1).startsWith("--")) {
                options.put(name, line.get(++i));
            } else {
                throw new UsageException("--%s needs a value.".formatted(name));
            }
        }
        return new Arguments(List.copyOf(words), options);
    }

    private static boolean isOption(String word) {
        return word.startsWith("-") && word.length() > 1;
    }

    /// Without the dashes and without the value.
    private static String name(String word) {
        return word.replaceFirst("^--?", "").replaceFirst("=.*", "");
    }

    private static String value(String word, boolean alone) {
        if (alone) {
            throw new UsageException("--%s stands alone, without a value.".formatted(name(word)));
        }
        return word.substring(word.indexOf('=') + 1);
    }

    /// The value is left out: it may be a secret.
    private static UsageException unknown(String word, Known known) {
        return new UsageException(
                "There is no option %s. There is %s; --help says more."
                        .formatted(word.replaceFirst("=.*", ""), known.told()));
    }

    /// For a command that knows options only.
    ///
    /// @throws UsageException if there are words
    Arguments withoutWords() {
        if (!words.isEmpty()) {
            throw new UsageException(
                    "\"%s\" is not understood here. --help says what is."
                            .formatted(words.getFirst()));
        }
        return this;
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /// The options that are settings.
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        options.forEach((name, value) -> {
            if (SettingNames.known(name)) {
                settings.put(name, value);
            }
        });
        return settings;
    }
}
