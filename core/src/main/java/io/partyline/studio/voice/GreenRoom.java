package io.partyline.studio.voice;

import io.partyline.cast.Backgrounds;
import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.show.Caller;
import io.partyline.show.Show;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Why each of the cast calls tonight, worked out before anybody asks, so that nothing stands
/// between the host's click and the voice. Safe for use by many threads.
public final class GreenRoom {
    private final Cast cast;
    private final RandomGenerator chance;
    private final Map<String, String> tonight = new HashMap<>();

    public GreenRoom(Cast cast, RandomGenerator chance) {
        this.cast = cast;
        this.chance = chance;
        cast.personas().forEach(this::prepare);
    }

    public Cast cast() {
        return cast;
    }

    /// Whether somebody of the cast is not on the show now.
    public boolean anybodyFree(Show show) {
        return cast.personas().stream()
                .anyMatch(persona -> show.calls().on(persona.key()).isEmpty());
    }

    /// The persona of that key as a caller, with what they call about.
    public synchronized Optional<Caller.Ai> caller(String key) {
        return cast.find(key).map(persona -> caller(persona, tonight.getOrDefault(key, "")));
    }

    /// The persona as somebody who calls about what an earlier caller said.
    ///
    /// @param who how that caller may be spoken of
    public synchronized Caller.Ai follower(Persona persona, String who, String topic) {
        return caller(persona, Backgrounds.about(who, topic, chance));
    }

    /// After a call, the persona gets another reason for the next one.
    public synchronized void renew(String key) {
        cast.find(key).ifPresent(this::prepare);
    }

    private void prepare(Persona persona) {
        tonight.put(persona.key().value(), Backgrounds.tonight(persona, chance));
    }

    private static Caller.Ai caller(Persona persona, String background) {
        return new Caller.Ai(persona.name(), persona.key(), persona.voice(), background);
    }
}
