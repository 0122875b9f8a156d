package io.partyline.studio.voice;

import io.partyline.audio.Frames;
import io.partyline.cast.Heard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Which sentences lie on a voice line, and how far each has been heard. One thread adds, another
/// may take out.
final class Cues {
    /// A sentence that was heard, whole or in part.
    ///
    /// @param words as much of it as was heard
    /// @param atSample the show position at which it began
    record Spoken(String words, long atSample) {}

    /// @param from the line's count of heard frames at which it begins
    private record Cue(String sentence, long from, long frames, long atSample) {}

    private final Deque<Cue> waiting = new ArrayDeque<>();

    /// Notes a sentence that has been put on the line.
    ///
    /// @param from the line's count of heard frames at which it begins
    /// @param frames how long it is
    /// @param atSample the show position at which it begins
    synchronized void add(String sentence, long from, long frames, long atSample) {
        waiting.add(new Cue(sentence, from, frames, atSample));
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// Takes out what has been heard to its end.
    synchronized List<Spoken> finished(long heard) {
        var done = new ArrayList<Spoken>();
        while (!waiting.isEmpty() && heard >= waiting.peek().from() + waiting.peek().frames()) {
            Cue cue = waiting.remove();
            done.add(new Spoken(cue.sentence(), cue.atSample()));
        }
        return done;
    }

    /// Takes out everything after a cut: what was not heard was not said.
    synchronized Optional<Spoken> broken(long heard) {
        Cue cue = waiting.peek();
        waiting.clear();
        if (cue == null || heard <= cue.from()) {
            return Optional.empty();
        }
        long samples = (heard - cue.from()) * Frames.SAMPLES;
        String words = Heard.words(cue.sentence(), samples, cue.frames() * Frames.SAMPLES);
        return words.isBlank() ? Optional.empty() : Optional.of(new Spoken(words, cue.atSample()));
    }
}
