package io.partyline.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words behind a command.
///
/// @param options `--name value` or `--name=value`; a switch has the value `true`
record Arguments(List<String> words, Map<String, String> options) {

    /// Reads a command line.
    ///
    /// @param switches options that stand alone
    /// @throws UsageException if an option has no value
    static Arguments read(List<String> line, Set<String> switches) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            String name = word.substring(2);
            int equals = name.indexOf('=');
            if (equals > 0) {
                options.put(name.substring(0, equals), name.substring(equals + 1));
            } else if (switches.contains(name)) {
                options.put(name, "true");
            } else if (i + 1 < line.size() && !line.get(i + 1).startsWith("--")) {
                options.put(name, line.get(++i));
            } else {
                throw new UsageException("--%s needs a value.".formatted(name));
            }
        }
        return new Arguments(List.copyOf(words), options);
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

    /// The options that are settings; what is neither one of these nor in `others` is refused.
    ///
    /// @param others options of the command itself
    Map<String, String> settings(Set<String> others) {
        var settings = new LinkedHashMap<String, String>();
        options.forEach((name, value) -> {
            if (SettingNames.known(name)) {
                settings.put(name, value);
            } else if (!others.contains(name)) {
                throw new UsageException("There is no option --%s.".formatted(name));
            }
        });
        return settings;
    }
}
