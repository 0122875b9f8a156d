package io.partyline.tts;

/// One of a provider's voices.
///
/// @param name what people call it
/// @param id what the provider calls it; often the same
/// @param gender what it sounds like
/// @param age how old it sounds
public record Speaker(String name, String id, Gender gender, Age age) {
    /// One whose provider has a single word for it.
    static Speaker of(String name, Gender gender, Age age) {
        return new Speaker(name, name, gender, age);
    }

    /// One that somebody named without saying what it is like.
    static Speaker unknown(String id) {
        return new Speaker(id, id, Gender.ANY, Age.MIDDLE);
    }

    boolean called(String word) {
        return name.equalsIgnoreCase(word) || id.equals(word);
    }
}
