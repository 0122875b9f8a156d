package io.partyline.show;

/// How readily AI callers speak unasked: the share of the air that all of them together may have
/// before they leave it to others.
public enum Eagerness {
    SHY(20),
    BALANCED(27),
    EAGER(35);

    private final int percent;

    Eagerness(int percent) {
        this.percent = percent;
    }

    /// The most of the air, in percent of what is said.
    public int percent() {
        return percent;
    }
}
