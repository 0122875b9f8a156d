package io.partyline.show;

import java.util.regex.Pattern;

/// Telephone numbers in what was said, which nothing that leaves the show may hold: callers give
/// them away on the air.
public final class PhoneNumbers {
    private static final String DIGIT =
            "(?:\\d|zero|oh|one|two|three|four|five|six|seven|eight|nine)";

    /// Seven digits or words for digits in a row, and at most the fifteen that ITU-T E.164 allows.
    /// A comma parts them, so 1,000,000 is no telephone number.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\w,])[+(]{0,2}"
                            + DIGIT
                            + "(?:[ ().\\-/]{0,3}"
                            + DIGIT
                            + "){6,14}(?!\\w)",
                    Pattern.CASE_INSENSITIVE);

    private PhoneNumbers() {}

    /// The text without telephone numbers.
    public static String hidden(String text) {
        return NUMBER.matcher(text).replaceAll("[number]");
    }
}
