package io.partyline.cast;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// All personas of a show. Keys and names are unique.
public record Cast(List<Persona> personas) {
    public Cast {
        personas = List.copyOf(personas);
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Persona persona : personas) {
            if (!keys.add(persona.key().value())) {
                throw new IllegalArgumentException(
                        "the key %s is given to two personas".formatted(persona.key()));
            }
            if (!names.add(persona.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "two personas are called %s".formatted(persona.name()));
            }
        }
    }

    /// The persona with that key.
    public Optional<Persona> find(String key) {
        return personas.stream().filter(persona -> persona.key().value().equals(key)).findFirst();
    }
}
