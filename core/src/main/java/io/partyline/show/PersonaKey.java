package io.partyline.show;

/// The stable key of a persona on the host's desk: `1` to `9` and `0` in the cast that ships.
public record PersonaKey(String value) {
    public PersonaKey {
        Texts.requireWords(value, "PersonaKey");
    }

    @Override
    public String toString() {
        return value;
    }
}
