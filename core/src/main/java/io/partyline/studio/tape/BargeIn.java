package io.partyline.studio.tape;

import io.partyline.audio.speech.Overlap;
import io.partyline.show.CallId;
import io.partyline.show.Speaker;
import io.partyline.studio.sound.VoiceLines;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Lets real people speak over AI callers: as soon as somebody makes a sound the AI voices are
/// lower, and if they go on, the show is told. Safe for use by many threads.
public final class BargeIn {
    private final VoiceLines voices;
    private final boolean callersToo;
    private final Consumer<Optional<CallId>> meant;
    private final Set<Over> speaking = ConcurrentHashMap.newKeySet();

    /// @param callersToo whether callers may do it too, and not the host alone
    /// @param meant told who wants the floor; the host if empty
    public BargeIn(VoiceLines voices, boolean callersToo, Consumer<Optional<CallId>> meant) {
        this.voices = voices;
        this.callersToo = callersToo;
        this.meant = meant;
    }

    /// One person. For one thread.
    final class Over implements AutoCloseable {
        private final Optional<CallId> who;
        private final boolean allowed;
        private final Overlap overlap = new Overlap();

        private Over(Speaker speaker) {
            who = speaker.call();
            allowed = callersToo || who.isEmpty();
        }

        void hear(float[] frame, boolean voice) {
            if (!allowed) {
                return;
            }
            switch (overlap.accept(frame, voice, voices.sounding())) {
                case NOTHING -> {}
                case BEGAN -> begin();
                case MEANT -> {
                    begin();
                    meant.accept(who);
                }
                case OVER -> close();
            }
        }

        private void begin() {
            speaking.add(this);
            voices.duck(true);
        }

        /// They say nothing more.
        @Override
        public void close() {
            if (speaking.remove(this) && speaking.isEmpty()) {
                voices.duck(false);
            }
        }
    }

    Over of(Speaker speaker) {
        return new Over(speaker);
    }
}
