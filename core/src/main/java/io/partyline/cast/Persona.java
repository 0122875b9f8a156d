package io.partyline.cast;

import io.partyline.show.PersonaKey;
import java.util.List;

/// An AI caller's character.
///
/// @param vibe who they are, in a few sentences
/// @param voice the synthesiser's name for their voice
/// @param energy how they talk, in a word or two
/// @param signature one detail that people remember them by
/// @param topics words for what they care about, used to match them to a real caller's story
public record Persona(
        PersonaKey key,
        String name,
        String gender,
        String ageRange,
        String vibe,
        String voice,
        String energy,
        String signature,
        List<String> topics) {
    public Persona {
        if (name.isBlank() || vibe.isBlank() || voice.isBlank()) {
            throw new IllegalArgumentException(
                    "persona %s needs a name, a vibe and a voice".formatted(key));
        }
        topics = List.copyOf(topics);
    }
}
