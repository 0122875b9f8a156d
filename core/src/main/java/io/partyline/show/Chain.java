package io.partyline.show;

/// How a caller's voice is worked on for those who hear it, as far as hands have set it; and
/// whether they listen by a loudspeaker.
///
/// @param trimDb by how much a hand raises the voice, -18 to 18 dB
/// @param links what works on it
/// @param onSpeaker whether what they hear comes back by their own microphone
public record Chain(double trimDb, Links.Choice links, boolean onSpeaker) {
    /// The most that a hand can raise or lower a voice, in dB.
    public static final double MOST_TRIM = 18;

    /// Nobody has touched it.
    static final Chain UNTOUCHED = new Chain(0, Links.Choice.NONE, false);

    /// Whether a hand can raise a voice by so much.
    public static boolean inReach(double decibels) {
        return Math.abs(decibels) <= MOST_TRIM;
    }

    Chain trimmed(double decibels) {
        return new Chain(decibels, links, onSpeaker);
    }

    Chain switched(Links.Choice later) {
        return new Chain(trimDb, links.with(later), onSpeaker);
    }

    Chain onSpeaker(boolean now) {
        return new Chain(trimDb, links, now);
    }

    /// What works on the voice of a call. An AI caller's voice is even and close by nature: it is
    /// as it comes unless somebody says otherwise.
    ///
    /// @param usual what the show has for real callers
    public Links working(Caller caller, Links usual) {
        return links.over(caller.isReal() ? usual : Links.NONE);
    }
}
