package io.partyline.tts;

import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who in a cast speaks with which of a provider's voices.
///
/// A persona is known by the voice that the cast file wishes for it; two with the same wish share a
/// voice. A wish that the host has mapped is followed, and so is one that names a voice of this
/// provider. For the others the order of the cast decides: each gets the voice of the same gender
/// that the fewest have, the nearest in age among equals. So all have different voices as long as
/// there are enough of their gender, and a wish always gets the same voice. Immutable.
public final class Casting {
    private static final int WRONG_GENDER = 10_000;
    private static final int UNCLEAR_GENDER = 15;
    private static final int TAKEN = 10;

    private final List<Persona> personas;
    private final Map<String, String> given;

    private Casting(List<Persona> personas, Map<String, String> given) {
        this.personas = List.copyOf(personas);
        this.given = Map.copyOf(given);
    }

    /// A casting for nobody in particular.
    public static Casting open() {
        return new Casting(List.of(), Map.of());
    }

    /// A casting for these personas.
    public static Casting of(Cast cast) {
        return new Casting(cast.personas(), Map.of());
    }

    /// The same, with the host's own choice for some.
    ///
    /// @param choices a provider's voice by the voice that the cast file wishes for
    public Casting with(Map<String, String> choices) {
        return new Casting(personas, choices);
    }

    /// The host's choices as they are written into a setting: `low=onyx, bright=nova`.
    ///
    /// @throws IllegalArgumentException if they cannot be read; the sentence names the setting
    public static Map<String, String> choices(String written) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String pair : written.split(",", -1)) {
            String[] sides = pair.split("=", 2);
            boolean fine = sides.length == 2 && !sides[0].isBlank() && !sides[1].isBlank();
            if (!fine && !pair.isBlank()) {
                throw new IllegalArgumentException(
                        "PARTYLINE_TTS_VOICES must be pairs such as low=onyx, bright=nova, not \"%s\"."
                                .formatted(pair.strip()));
            }
            if (fine) {
                choices.put(sides[0].strip(), sides[1].strip());
            }
        }
        return Map.copyOf(choices);
    }

    /// The voices that the host has chosen, once each, in order of their names.
    List<Speaker> chosen() {
        return given.values().stream().distinct().sorted().map(Speaker::unknown).toList();
    }

    /// Gives each persona a voice.
    ///
    /// @param speakers the voices there are, the most useful first; not empty
    Parts among(List<Speaker> speakers) {
        Map<String, Speaker> parts = new LinkedHashMap<>();
        given.forEach((wish, voice) -> parts.put(Parts.key(wish), named(voice, speakers)));
        for (Persona persona : personas) {
            speakers.stream()
                    .filter(speaker -> speaker.called(persona.voice()))
                    .findFirst()
                    .ifPresent(same -> parts.putIfAbsent(Parts.key(persona.voice()), same));
        }
        var taken = new HashMap<Speaker, Integer>();
        parts.values().forEach(speaker -> taken.merge(speaker, 1, Integer::sum));
        for (Persona persona : personas) {
            parts.computeIfAbsent(Parts.key(persona.voice()), _ -> best(persona, speakers, taken));
        }
        return new Parts(parts, speakers);
    }

    private static Speaker named(String voice, List<Speaker> speakers) {
        return speakers.stream()
                .filter(speaker -> speaker.called(voice))
                .findFirst()
                .orElseGet(() -> Speaker.unknown(voice));
    }

    private static Speaker best(
            Persona persona, List<Speaker> speakers, Map<Speaker, Integer> taken) {
        Speaker best =
                speakers.stream()
                        .min(Comparator.comparingInt(speaker -> cost(persona, speaker, taken)))
                        .orElseThrow(() -> new IllegalArgumentException("no voices to cast"));
        taken.merge(best, 1, Integer::sum);
        return best;
    }

    private static int cost(Persona persona, Speaker speaker, Map<Speaker, Integer> taken) {
        return gender(Gender.of(persona.gender()), speaker.gender())
                + TAKEN * taken.getOrDefault(speaker, 0)
                + Age.of(persona.ageRange()).from(speaker.age());
    }

    private static int gender(Gender wished, Gender there) {
        if (wished == there || wished == Gender.ANY) {
            return 0;
        }
        return there == Gender.ANY ? UNCLEAR_GENDER : WRONG_GENDER;
    }
}
