package io.partyline.tts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How old a voice sounds.
public enum Age {
    /// Below thirty-five.
    YOUNG(0),
    /// Between.
    MIDDLE(1),
    /// From sixty.
    OLD(2);

    private static final Pattern YEARS = Pattern.compile("\\d{1,3}");
    private static final int NO_LONGER_YOUNG = 35;
    private static final int OLD_FROM = 60;

    private final int step;

    Age(int step) {
        this.step = step;
    }

    /// As somebody wrote it into a cast: `50s`, `19`, `teenager`. What says nothing is the middle.
    static Age of(String written) {
        Matcher years = YEARS.matcher(written);
        if (years.find()) {
            int age = Integer.parseInt(years.group());
            return age < NO_LONGER_YOUNG ? YOUNG : age < OLD_FROM ? MIDDLE : OLD;
        }
        String words = written.toLowerCase(Locale.ROOT);
        if (words.matches(".*(young|teen|child|kid|student).*")) {
            return YOUNG;
        }
        return words.matches(".*(old|elder|senior|retired).*") ? OLD : MIDDLE;
    }

    /// How many steps lie between two.
    int from(Age other) {
        return Math.abs(step - other.step);
    }
}
