package io.partyline.cast;

/// One message of what a model is told.
public record Line(Kind kind, String text) {
    /// Who says it.
    public enum Kind {
        SYSTEM,
        USER,
        ASSISTANT
    }

    static Line system(String text) {
        return new Line(Kind.SYSTEM, text);
    }

    static Line user(String text) {
        return new Line(Kind.USER, text);
    }

    static Line assistant(String text) {
        return new Line(Kind.ASSISTANT, text);
    }
}
