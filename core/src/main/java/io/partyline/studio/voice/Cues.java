package io.partyline.studio.voice;

import io.partyline.audio.Frames;
import io.partyline.cast.Heard;
import io.partyline.studio.voice.Speech.Made;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Which sentences lie on a voice line, and how far each has been heard. One thread adds, another
/// may take out.
final class Cues {
    private static final int FRAMES_A_SECOND = 1_000 / Frames.MILLIS;

    /// The pace of ordinary speech, about 180 words a minute.
    private static final int CHARACTERS_A_SECOND = 15;

    /// A sentence that was heard, whole or in part.
    ///
    /// @param words as much of it as was heard
    /// @param atSample the show position at which it began
    record Spoken(String words, long atSample) {}

    private record Cue(String sentence, Made made, long atSample) {
        boolean over(long heard) {
            return heard >= made.from() + made.frames();
        }

        /// What of it had been heard; nothing if that was no whole word.
        Optional<Spoken> heard(long heard) {
            boolean all = made.whole() && over(heard);
            String words = all ? sentence : Heard.words(sentence, said(heard), length());
            return words.isBlank() ? Optional.empty() : Optional.of(new Spoken(words, atSample));
        }

        /// How far the voice had come in the sentence; whoever begins anew is no further than
        /// before until they have caught up.
        private long said(long heard) {
            long played = Math.min(heard - made.from(), made.frames());
            long before = Math.min(played, made.restarted().furthest());
            return Math.max(before, played - made.restarted().begins());
        }

        /// How long the sentence is, or would have been if it was broken off.
        private long length() {
            long frames = made.frames() - made.restarted().begins();
            long expected = (long) sentence.length() * FRAMES_A_SECOND / CHARACTERS_A_SECOND;
            return made.whole() ? frames : Math.max(frames, expected);
        }
    }

    private final Deque<Cue> waiting = new ArrayDeque<>();

    /// Notes a sentence that has been put on the line, as far as it was made.
    ///
    /// @param atSample the show position at which it begins
    synchronized void add(String sentence, Made made, long atSample) {
        if (made.frames() > 0) {
            waiting.add(new Cue(sentence, made, atSample));
        }
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Takes out what has been heard to its end.
    synchronized List<Spoken> finished(long heard) {
        var done = new ArrayList<Spoken>();
        while (!waiting.isEmpty() && waiting.peek().over(heard)) {
            waiting.remove().heard(heard).ifPresent(done::add);
        }
        return done;
    }

    /// Takes out everything after a cut: what was not heard was not said.
    synchronized Optional<Spoken> broken(long heard) {
        Optional<Spoken> last =
                Optional.ofNullable(waiting.peek()).flatMap(cue -> cue.heard(heard));
        waiting.clear();
        return last;
    }
}
