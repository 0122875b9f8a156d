package io.partyline.cast;

import io.partyline.show.Caller;
import io.partyline.show.PersonaKey;
import java.util.List;
import java.util.Optional;

/// An AI caller's character.
///
/// @param vibe who they are, in a few sentences
/// @param voice the synthesiser's name for their voice
/// @param energy how they talk, in a word or two
/// @param signature one detail that people remember them by
/// @param topics words for what they care about, used to match them to a real caller's story
/// @param memory of the times they called before; empty if they never have
public record Persona(
        PersonaKey key,
        String name,
        String gender,
        String ageRange,
        String vibe,
        String voice,
        String energy,
        String signature,
        List<String> topics,
        Optional<Memory> memory) {
    public Persona {
        if (name.isBlank() || vibe.isBlank() || voice.isBlank()) {
            throw new IllegalArgumentException(
                    "persona %s needs a name, a vibe and a voice".formatted(key));
        }
        topics = List.copyOf(topics);
    }

    /// Somebody who has not called before.
    public Persona(
            PersonaKey key,
            String name,
            String gender,
            String ageRange,
            String vibe,
            String voice,
            String energy,
            String signature,
            List<String> topics) {
        this(key, name, gender, ageRange, vibe, voice, energy, signature, topics, Optional.empty());
    }

    /// Whether they have called an earlier show.
    public boolean returning() {
        return memory.isPresent();
    }

    /// Somebody of this character as they were on the show.
    public Persona of(Caller.Ai ai) {
        return named(ai.name(), ai.voice(), Optional.empty());
    }

    /// Somebody else of the same character.
    Persona called(String other) {
        return named(other, voice, Optional.empty());
    }

    /// The regular who is made of this character.
    Persona as(Regular regular) {
        return named(
                regular.name(),
                regular.voice(),
                Optional.of(new Memory(regular.storyline(), regular.calls())));
    }

    private Persona named(String nowName, String nowVoice, Optional<Memory> nowMemory) {
        return new Persona(
                key, nowName, gender, ageRange, vibe, nowVoice, energy, signature, topics,
                nowMemory);
    }
}
