package io.partyline.audio.speech;

import io.partyline.audio.Frames;
import java.util.ArrayList;
import java.util.List;

/// Cuts what one speaker says into utterances: from 300 ms before the voice to the end of the pause
/// after it, 15 s at most. A longer one is cut at its quietest moment of late.
///
/// Not real-time: it allocates. For one thread.
public final class UtteranceCutter {
    /// Where utterances go.
    @FunctionalInterface
    public interface Taker {
        /// Takes an utterance.
        ///
        /// @param samples mono at 48 kHz
        /// @param fromSample the show position of the first
        void take(float[] samples, long fromSample);
    }

    private static final int BEFORE = 300 / Frames.MILLIS + VoiceActivity.START_FRAMES;
    private static final int MOST = 15_000 / Frames.MILLIS;
    private static final int LEAST = 300 / Frames.MILLIS;
    private static final int LOOK_BACK = 3_000 / Frames.MILLIS;

    private final Taker taker;
    private final VoiceActivity activity = new VoiceActivity();
    private final List<float[]> frames = new ArrayList<>();
    private long start;
    private long expected = -1;

    /// A cutter that has heard nothing yet.
    public UtteranceCutter(Taker taker) {
        this.taker = taker;
    }

    /// Whether the speaker is speaking now.
    public boolean speaking() {
        return activity.speaking();
    }

    /// Takes the next frame, which it copies. After a gap the utterance before it is over.
    ///
    /// @param atSample the show position of its first sample
    public void accept(float[] frame, long atSample) {
        if (expected >= 0 && atSample != expected) {
            flush();
        }
        expected = atSample + Frames.SAMPLES;
        if (frames.isEmpty()) {
            start = atSample;
        }
        frames.add(frame.clone());
        switch (activity.accept(frame)) {
            case SILENCE -> forget(BEFORE - 1);
            case STARTED -> {}
            case SPEECH -> cutIfLong();
            case ENDED -> hand(frames.size());
        }
    }

    /// Hands over what was being said.
    public void flush() {
        if (activity.speaking()) {
            hand(frames.size());
        }
        frames.clear();
        activity.pause();
    }

    private void forget(int keep) {
        int old = frames.size() - keep;
        if (old > 0) {
            frames.subList(0, old).clear();
            start += (long) old * Frames.SAMPLES;
        }
    }

    private void cutIfLong() {
        if (frames.size() >= MOST) {
            hand(quietest());
        }
    }

    private int quietest() {
        int best = frames.size() - 1;
        for (int i = frames.size() - LOOK_BACK; i < frames.size(); i++) {
            if (level(i) < level(best)) {
                best = i;
            }
        }
        return best + 1;
    }

    private double level(int index) {
        return Frames.rms(frames.get(index), Frames.SAMPLES);
    }

    private void hand(int count) {
        if (count >= LEAST) {
            var samples = new float[count * Frames.SAMPLES];
            for (int i = 0; i < count; i++) {
                System.arraycopy(frames.get(i), 0, samples, i * Frames.SAMPLES, Frames.SAMPLES);
            }
            taker.take(samples, start);
        }
        frames.subList(0, count).clear();
        start += (long) count * Frames.SAMPLES;
    }
}
