package io.partyline.show;

/// Names one turn of an AI caller. Results that come late are refused by it.
public record TurnId(String value) {
    public TurnId {
        Texts.requireWords(value, "TurnId");
    }

    @Override
    public String toString() {
        return value;
    }
}
