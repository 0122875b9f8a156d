package io.partyline.studio.sound;

import io.partyline.audio.Frames;
import io.partyline.audio.mixer.Strip;
import io.partyline.audio.speech.VoiceActivity;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Knows whether anybody on the air speaks: a person or an AI caller, by the level of their strips
/// in the tick before. It is 40 to 60 ms late, by which music does not fall for a click.
///
/// [#of] belongs to the show thread, [#speak] to the audio thread.
final class Mouths {
    /// As long a sound is taken for a voice.
    private static final int VOICE_MS = 2 * Frames.MILLIS;

    private record Mouth(Strip strip, VoiceActivity voice) {
        boolean speaks() {
            voice.accept(Frames.decibels(strip.meter().rms()));
            return voice.voicedMs() >= VOICE_MS;
        }
    }

    /// Of the show thread: who has been listened to goes on being known from patch to patch.
    private final Map<Strip, Mouth> known = new HashMap<>();

    private volatile Mouth[] open = {};

    /// These are on the air from the next tick on.
    void of(Set<Strip> voices) {
        open =
                voices.stream()
                        .map(strip ->
                                known.computeIfAbsent(
                                        strip, _ -> new Mouth(strip, new VoiceActivity())))
                        .toArray(Mouth[]::new);
        known.keySet().retainAll(voices);
    }

    /// Whether one of them speaks. Real-time; to be asked once a tick.
    boolean speak() {
        boolean any = false;
        for (Mouth mouth : open) {
            any |= mouth.speaks();
        }
        return any;
    }
}
