package io.partyline.show;

/// Names one show, from open to close.
public record ShowId(String value) {
    public ShowId {
        Texts.requireWords(value, "ShowId");
    }

    @Override
    public String toString() {
        return value;
    }
}
