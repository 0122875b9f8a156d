package io.partyline.show;

/// Why an AI caller speaks unasked after something that was said, or stays silent.
public enum Weighed {
    ADDRESSED(true, "was spoken to by name"),
    ASKED_ON(true, "was just asked, and is asked on"),
    QUESTION(true, "answers a question to the panel"),
    WANTED(true, "has something to say"),
    TALKED_OVER(false, "somebody is talking"),
    FLOOR_TAKEN(false, "an AI caller has the floor"),
    WRAPPING_UP(false, "was asked to finish"),
    CAPPED(false, "the show has spent all that it may"),
    COOLDOWN(false, "has just spoken, or the AI callers have unasked"),
    AIR_SHARE(false, "the AI callers have had their share of the air"),
    OTHER_ADDRESSED(false, "somebody else is spoken to"),
    LEFT_TO_ANOTHER(false, "another AI caller answers"),
    NOTHING_TO_ANSWER(false, "there is nothing to answer"),
    UNDECIDED(false, "nothing speaks for it"),
    ADVISED_AGAINST(false, "the model would stay silent"),
    NO_ADVICE(false, "the model gave no answer in time"),
    OVERTAKEN(false, "the talk has gone on meanwhile");

    private final boolean speaks;
    private final String sentence;

    Weighed(boolean speaks, String sentence) {
        this.speaks = speaks;
        this.sentence = sentence;
    }

    public boolean speaks() {
        return speaks;
    }

    /// The reason in a few words for the host, to stand behind a name and a colon.
    public String sentence() {
        return sentence;
    }
}
