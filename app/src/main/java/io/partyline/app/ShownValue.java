package io.partyline.app;

import java.util.List;
import java.util.regex.Pattern;

/// A setting as the desk may show it: never with anything that somebody could use.
final class ShownValue {
    private static final List<String> SECRET_ENDS =
            List.of("_TOKEN", "_PASSWORD", "_API_KEY", "_ACCOUNT_SID", "_PHONE_NUMBER");

    private static final String COMMAND = "PARTYLINE_TTS_COMMAND";

    /// What stands before the host in an address: a name and a password. What stands behind its
    /// path: a token, often.
    private static final Pattern BEFORE_HOST = Pattern.compile("://\\S*@");

    private static final Pattern BEHIND_PATH = Pattern.compile("(://[^\\s?#]*)[?#]\\S*");

    private ShownValue() {}

    /// Whether of this setting only is told that it is set.
    static boolean isSecret(String name) {
        return SECRET_ENDS.stream().anyMatch(name::endsWith);
    }

    /// The value of a setting that is not secret as a whole.
    static String of(String name, String value) {
        if (name.equals(COMMAND)) {
            return program(value);
        }
        String hostFirst = BEFORE_HOST.matcher(value).replaceAll("://…@");
        return BEHIND_PATH.matcher(hostFirst).replaceAll("$1?…");
    }

    /// The program without what it is told, where a key may stand.
    private static String program(String command) {
        String[] words = command.split("\\s+", -1);
        int first = words.length > 1 && words[0].startsWith("rate=") ? 1 : 0;
        String program = words[first];
        return words.length > first + 1 ? program + " …" : program;
    }
}
