package io.partyline.show;

/// What the show may know of a telephone number: its last four digits, for the host to tell callers
/// apart, and a keyed fingerprint, to recognise one who calls again. The number itself stays
/// outside.
///
/// @param lastFour at most four characters; empty if the number is withheld
/// @param fingerprint the keyed hash of the number; empty if the number is withheld
public record CallerNumber(String lastFour, String fingerprint) {
    /// A caller who shows no number.
    public static final CallerNumber WITHHELD = new CallerNumber("", "");

    public CallerNumber {
        if (lastFour.length() > 4) {
            throw new IllegalArgumentException("a show knows at most four digits of a number");
        }
    }

    /// How the number is shown, such as `••• 0123`.
    public String masked() {
        return lastFour.isEmpty() ? "withheld" : "••• " + lastFour;
    }

    /// Whether a second call from the same number can be recognised.
    public boolean known() {
        return !fingerprint.isEmpty();
    }
}
