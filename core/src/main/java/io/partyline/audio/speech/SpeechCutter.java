package io.partyline.audio.speech;

import io.partyline.audio.Frames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Cuts what one speaker says into pieces, and says where they have finished.
///
/// A piece begins 300 ms before the voice and is 15 s long at most; a longer one is cut at its
/// quietest moment of late. After 40 ms of silence what was said is handed over on trial, so that
/// it is recognised while the silence is still being waited for; if the person goes on, that was in
/// vain. Recognisers are paid by the second: when more has been tried in vain than was said, and
/// four seconds, it takes 100 ms. The end is reached after as much silence as whoever knows the
/// words of that trial asks for.
///
/// Deterministic: goes by frames and by what it is told of the words. Not real-time: it allocates.
/// For one thread.
public final class SpeechCutter {
    /// What becomes of what was said. All of it is called in order, on the thread that hands over
    /// frames.
    public interface Taker {
        /// This may be the last piece, if the person does not go on.
        void perhaps(SpokenPiece piece);

        /// The person goes on: what was handed over on trial was not all.
        void goesOn();

        /// This piece is said, and more of the same is to come.
        void piece(SpokenPiece piece);

        /// The person has finished, with the piece that was on trial if there was one.
        void over();
    }

    /// So much silence until a piece is handed over on trial: each further moment would be one in
    /// which nobody answers.
    static final Duration TRIAL = Duration.ofMillis(40);

    /// The same when much was tried in vain. The closure in the middle of a word lasts 60 ms.
    static final Duration PATIENT_TRIAL = Duration.ofMillis(100);

    /// So much may be tried in vain beyond what was said: several questions of ordinary length.
    private static final int IN_VAIN = 4_000 / Frames.MILLIS;

    /// So much silence is an end as long as the words are not known: longer than anybody hesitates.
    public static final Duration UNHEARD = Duration.ofMillis(1_200);

    private static final int START = VoiceActivity.START_FRAMES;
    private static final int BEFORE = 300 / Frames.MILLIS;
    private static final int MOST = 15_000 / Frames.MILLIS;
    private static final int LOOK_BACK = 3_000 / Frames.MILLIS;

    /// A click in a pause is not the person going on; 60 ms of voice are.
    private static final int RESUME = 3;

    /// Whoever speaks for a minute has said something, even without an end.
    private static final int LONGEST = 60_000 / Frames.MILLIS;

    private static final long NOWHERE = -1;

    private final VoiceDetector detector;
    private final Taker taker;
    private final List<float[]> frames = new ArrayList<>();
    private final List<Boolean> voices = new ArrayList<>();
    private long start;
    private long expected = NOWHERE;

    private boolean open;
    private int run;
    private int quiet;
    private int length;
    private boolean onTrial;

    /// How much of this speech was tried in vain, a stretch that was tried twice counted twice.
    private int inVain;

    /// How much is on trial.
    private int tried;

    private int wanted = frames(UNHEARD);

    /// A cutter that has heard nothing yet.
    public SpeechCutter(VoiceDetector detector, Taker taker) {
        this.detector = detector;
        this.taker = taker;
    }

    /// Whether the person has begun and not finished.
    public boolean speaking() {
        return open;
    }

    /// The words of the piece that is on trial are known; without one, nothing happens.
    ///
    /// @param silence after so much of it, counted from the end of the voice, they are all that was
    ///   said
    public void known(Duration silence) {
        if (onTrial) {
            wanted = frames(silence);
        }
    }

    /// Takes the next frame, which it copies. After a gap the person has finished.
    ///
    /// @param atSample the show position of its first sample
    public void accept(float[] frame, long atSample) {
        if (expected != NOWHERE && atSample != expected) {
            flush();
        }
        expected = atSample + Frames.SAMPLES;
        if (frames.isEmpty()) {
            start = atSample;
        }
        boolean voice = detector.hears(frame);
        run = voice ? run + 1 : 0;
        frames.add(frame.clone());
        voices.add(voice);
        if (open) {
            length++;
            goOn(voice);
        } else if (run >= START) {
            begin();
        } else {
            forget(frames.size() - BEFORE - START + 1);
        }
    }

    private void begin() {
        open = true;
        quiet = 0;
        // A click before the voice is not its beginning.
        for (int i = 0; i < voices.size() - run; i++) {
            voices.set(i, false);
        }
        length = run;
        inVain = 0;
        wanted = frames(UNHEARD);
    }

    private void goOn(boolean voice) {
        boolean speaks = onTrial ? run >= RESUME : voice;
        quiet = speaks ? 0 : quiet + 1;
        if (speaks && onTrial) {
            onTrial = false;
            inVain += tried;
            wanted = frames(UNHEARD);
            taker.goesOn();
        }
        if (quiet == 0 && frames.size() >= MOST - frames(PATIENT_TRIAL)) {
            taker.piece(cut(quietest()));
            endIfLong();
        } else if (!onTrial && quiet >= patience() && voices.contains(true)) {
            onTrial = true;
            tried = lastVoice() + quiet;
            taker.perhaps(pieceOf(tried));
        }
        if (quiet >= wanted) {
            end();
        }
    }

    private int patience() {
        return frames(inVain > IN_VAIN + length ? PATIENT_TRIAL : TRIAL);
    }

    private void endIfLong() {
        if (length >= LONGEST) {
            length = 0;
            inVain = 0;
            taker.over();
        }
    }

    /// Takes what was being said for all of it.
    public void flush() {
        if (open) {
            if (!onTrial && voices.contains(true)) {
                taker.piece(pieceOf(frames.size()));
            }
            end();
        }
        forget(frames.size());
        run = 0;
        expected = NOWHERE;
        detector.pause();
    }

    private void end() {
        open = false;
        onTrial = false;
        forget(frames.size() - BEFORE);
        taker.over();
    }

    /// How many frames there are up to the end of the last voice.
    private int lastVoice() {
        return voices.lastIndexOf(true) + 1;
    }

    private int quietest() {
        int end = Math.min(frames.size(), MOST);
        int best = end - 1;
        for (int i = end - LOOK_BACK; i < end; i++) {
            if (level(i) < level(best)) {
                best = i;
            }
        }
        return best + 1;
    }

    private double level(int index) {
        return Frames.rms(frames.get(index), Frames.SAMPLES);
    }

    private SpokenPiece cut(int count) {
        SpokenPiece piece = pieceOf(count);
        forget(count);
        return piece;
    }

    private SpokenPiece pieceOf(int most) {
        int count = Math.min(most, frames.size());
        var samples = new float[count * Frames.SAMPLES];
        for (int i = 0; i < count; i++) {
            System.arraycopy(frames.get(i), 0, samples, i * Frames.SAMPLES, Frames.SAMPLES);
        }
        List<Boolean> heard = voices.subList(0, count);
        int voiced = 0;
        int bursts = 0;
        for (int i = 0; i < count; i++) {
            voiced += heard.get(i) ? 1 : 0;
            bursts += heard.get(i) && (i == 0 || !heard.get(i - 1)) ? 1 : 0;
        }
        int first = Math.max(0, heard.indexOf(true));
        int last = heard.lastIndexOf(true) + 1;
        return new SpokenPiece(
                samples,
                start,
                at(first),
                at(Math.max(first, last)),
                voiced * Frames.MILLIS,
                bursts);
    }

    private long at(int frame) {
        return start + (long) frame * Frames.SAMPLES;
    }

    private void forget(int count) {
        if (count > 0) {
            frames.subList(0, count).clear();
            voices.subList(0, count).clear();
            start += (long) count * Frames.SAMPLES;
        }
    }

    private static int frames(Duration time) {
        return Math.ceilDiv((int) time.toMillis(), Frames.MILLIS);
    }
}
