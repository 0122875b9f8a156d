package io.partyline.whisper;

import io.partyline.show.Speaker;
import java.util.Optional;

/// Who is recognised first when several wait.
enum Urgency {
    ON_AIR,
    HOST,
    /// Whoever waits and speaks with the screener.
    ASIDE;

    /// Callers on the air before the host; our own AI voices never, since their words are known.
    static Optional<Urgency> of(Speaker speaker) {
        return switch (speaker) {
            case Speaker.RealCaller _ -> Optional.of(ON_AIR);
            case Speaker.Host _ -> Optional.of(HOST);
            case Speaker.AiCaller _ -> Optional.empty();
        };
    }
}
