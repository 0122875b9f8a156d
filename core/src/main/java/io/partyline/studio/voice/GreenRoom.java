package io.partyline.studio.voice;

import io.partyline.cast.Backgrounds;
import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.show.Caller;
import io.partyline.show.Show;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Who of the cast is there tonight, and why each of them calls, worked out before anybody asks, so
/// that nothing stands between the host's click and the voice. Safe for use by many threads.
///
/// A reason comes from templates at once; a model's takes its place when there is one
/// ([BackgroundWriter]). It is chosen once a call, when the caller is brought on.
public final class GreenRoom {
    /// Why somebody calls.
    ///
    /// @param written whether a model wrote it
    private record Reason(String background, boolean written) {}

    private final RandomGenerator chance;
    private final Map<String, Reason> tonight = new HashMap<>();

    /// What they called about earlier tonight, by key.
    private final Map<String, List<String>> before = new HashMap<>();

    private Cast cast;

    public GreenRoom(Cast cast, RandomGenerator chance) {
        this.cast = cast;
        this.chance = chance;
        cast.personas().forEach(this::prepare);
    }

    /// Another evening begins, with this cast.
    public synchronized void open(Cast now) {
        cast = now;
        tonight.clear();
        before.clear();
        now.personas().forEach(this::prepare);
    }

    public synchronized Cast cast() {
        return cast;
    }

    /// Whether somebody of the cast is not on the show now.
    public boolean anybodyFree(Show show) {
        return cast().personas().stream()
                .anyMatch(persona -> show.calls().on(persona.key()).isEmpty());
    }

    /// The persona of that key as a caller, with what they call about.
    public synchronized Optional<Caller.Ai> caller(String key) {
        return cast.find(key).map(persona -> caller(persona, background(key)));
    }

    /// Why the persona of that key calls; empty if there is none.
    public synchronized String background(String key) {
        return Optional.ofNullable(tonight.get(key)).map(Reason::background).orElse("");
    }

    /// The persona as somebody who calls about what an earlier caller said.
    ///
    /// @param who how that caller may be spoken of
    public synchronized Caller.Ai follower(Persona persona, String who, String topic) {
        return follower(persona, Backgrounds.about(who, topic, chance));
    }

    /// The persona as somebody who calls for a reason that was written for them.
    public Caller.Ai follower(Persona persona, String background) {
        return caller(persona, background);
    }

    /// After a call, the persona gets another reason for the next one.
    public synchronized void renew(String key) {
        before.computeIfAbsent(key, _ -> new ArrayList<>()).add(background(key));
        cast.find(key).ifPresent(this::prepare);
    }

    /// Whoever still calls for a reason from a template, the first of them.
    synchronized Optional<Persona> unwritten() {
        return cast.personas().stream().filter(persona -> !written(persona)).findFirst();
    }

    /// What the others call about, and what this one has called about before, so that nobody
    /// contradicts anybody.
    synchronized List<String> known(Persona persona) {
        var known = new ArrayList<String>(before.getOrDefault(persona.key().value(), List.of()));
        for (Persona other : cast.personas()) {
            if (!other.equals(persona) && written(other)) {
                known.add(other.name() + ": " + background(other.key().value()));
            }
        }
        return List.copyOf(known);
    }

    /// A model has written why somebody calls, or could not, which is not tried again for this
    /// call. Nothing changes for somebody who has got another reason since.
    ///
    /// @param instead what they called about until now
    synchronized void write(Persona persona, String instead, String background) {
        if (background(persona.key().value()).equals(instead)) {
            tonight.put(persona.key().value(), new Reason(background, true));
        }
    }

    private boolean written(Persona persona) {
        return Optional.ofNullable(tonight.get(persona.key().value()))
                .filter(Reason::written)
                .isPresent();
    }

    private void prepare(Persona persona) {
        tonight.put(persona.key().value(), new Reason(Backgrounds.tonight(persona, chance), false));
    }

    private static Caller.Ai caller(Persona persona, String background) {
        return new Caller.Ai(persona.name(), persona.key(), persona.voice(), background);
    }
}
