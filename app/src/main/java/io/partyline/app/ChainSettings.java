package io.partyline.app;

import io.partyline.show.CallerSound;
import io.partyline.show.Links;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is done to callers' voices for those who hear them.
record ChainSettings(Lookup lookup) {
    private static final String CHAIN = "PARTYLINE_CHAIN";
    private static final String HIGH_PASS = "high-pass";
    private static final String AUTO_GAIN = "auto-gain";
    private static final String EXPANDER = "expander";
    private static final String LIMITER = "limiter";
    private static final String DUCKING = "ducking";
    private static final List<String> LINKS =
            List.of(HIGH_PASS, AUTO_GAIN, EXPANDER, LIMITER, DUCKING);

    CallerSound callers() {
        return new CallerSound(
                links(),
                lookup.number(
                        "PARTYLINE_CHAIN_DUCK",
                        (int) CallerSound.RADIO.duckDb(),
                        0,
                        (int) CallerSound.DEEPEST));
    }

    /// `on`, `off`, or the links that work.
    private Links links() {
        String said = lookup.text(CHAIN, "on");
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> Links.ALL;
            case "off", "false", "no", "0" -> Links.NONE;
            case String words -> named(said, words);
        };
    }

    private static Links named(String said, String words) {
        Set<String> named = new HashSet<>(Arrays.asList(words.strip().split("[\\s,]+")));
        if (!LINKS.containsAll(named)) {
            throw Lookup.wrong(
                    CHAIN, said, "on, off, or some of %s".formatted(String.join(", ", LINKS)));
        }
        return new Links(
                named.contains(HIGH_PASS),
                named.contains(AUTO_GAIN),
                named.contains(EXPANDER),
                named.contains(LIMITER),
                named.contains(DUCKING));
    }
}
