package io.partyline.cast;

import io.partyline.show.Beginning;
import io.partyline.show.PhoneNumbers;
import java.util.regex.Pattern;

/// What somebody said, made fit for a prompt: one line, of a sane length, without anything that
/// could end its quotation marks, and without numbers that one could call.
final class Quoted {
    private static final int MOST = 600;
    private static final int LONGEST_NAME = 40;
    private static final Pattern NUMBERED = Pattern.compile("Caller #\\d+");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private Quoted() {}

    static String speech(String text) {
        String line = CONTROL.matcher(text).replaceAll(" ").replace('"', '\'').strip();
        String safe = PhoneNumbers.hidden(line).replace("[number]", "(a number)");
        return '"' + (safe.length() > MOST ? Beginning.of(safe, MOST) + "…" : safe) + '"';
    }

    /// A name as it may stand in a prompt: the first one only.
    static String name(String name) {
        String line = CONTROL.matcher(name).replaceAll(" ").replace('"', '\'').strip();
        boolean numbered = NUMBERED.matcher(line).matches();
        int space = line.indexOf(' ');
        String first = numbered || space < 0 ? line : line.substring(0, space);
        return Beginning.of(first, LONGEST_NAME);
    }
}
