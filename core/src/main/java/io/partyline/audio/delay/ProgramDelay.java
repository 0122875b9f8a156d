package io.partyline.audio.delay;

import io.partyline.audio.Frames;
import io.partyline.audio.level.Fade;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/// The program, later: a frame goes in, a frame comes out, and what lies between them can still be
/// taken back.
///
/// It begins with the delay that is wanted, filled with silence. After a dump, or when another
/// delay is wanted, it gains or loses time unheard: in pauses first ([Pauses]), else by splices of
/// 2.5 to 20 ms inside of sound ([Splices]), 3 % of the time at the most, so that eight seconds
/// come back within four and a half minutes of talk without a breath. The pitch never changes, and
/// every sample that comes out has its place on the mixer's count.
///
/// **Dump** takes back what came last. **Panic** takes back everything, plays a jingle, and goes on
/// with the program when the delay is full again.
///
/// Behind the end of a show nothing comes in, and what is left **runs out**; or it **fades away**,
/// for whoever cannot wait.
///
/// Times are counted in samples at 48 kHz. For one thread.
public final class ProgramDelay {
    /// The longest delay that can be wanted.
    public static final Duration LONGEST = Duration.ofSeconds(40);

    /// Nearer than this to what is wanted, nothing more is done: 2.5 ms.
    private static final int NEAR = Splices.SHORTEST;

    /// Splices put in or take out so much of the time: 3 %, at which music does not limp.
    private static final double PACE = 0.03;

    /// Splices wait for sound that is this much like itself; for less and less while none comes,
    /// and for more again with each that does. Even white noise is a tenth like itself somewhere.
    private static final double ALIKE = 0.95;

    private static final double LESS_A_FRAME = 0.05 * Frames.MILLIS / 1_000;
    private static final double MORE_A_SPLICE = 0.05;
    private static final double LEAST_ALIKE = 0.1;

    /// What is left of a sound that was taken back fades for so long: 5 ms.
    private static final int EXIT = 240;

    private final Reel reel = new Reel();
    private final Quiet quiet = new Quiet();
    private final Pauses pauses = new Pauses();
    private final Splices splices = new Splices();
    private final float[] jingle;
    private final float[] coming = new float[Frames.SAMPLES];
    private final float[] exit = new float[EXIT];
    private boolean leaving;
    private boolean cut;
    private boolean begun;
    private long target;
    private long dump;
    private long at;
    private long played;
    private long nextSplice;

    /// What is left of a show fades away within a second.
    private static final int AWAY = Frames.RATE;

    /// How much like itself sound must be for a splice, at this moment.
    private double demand = ALIKE;

    /// How many samples of the last frame that came out are the program's, from its first on.
    private int given;

    /// While a jingle plays, the delay at which it is over; else 0.
    private long refill;

    private int jingleAt;

    /// Whether nothing comes in: the last frame ran out.
    private boolean resting;

    /// How many samples are left of fading away; 0 if nothing does.
    private int away;

    /// What the delay does of itself.
    public enum Phase {
        /// It is what it should be.
        STEADY,
        /// It gains time.
        FILLING,
        /// It loses time.
        DRAINING,
        /// Everything was thrown away: a jingle plays while it fills.
        JINGLE,
        /// Nothing comes in, and something is left: it runs out.
        ENDING
    }

    /// What was taken back.
    ///
    /// @param from the mixer's count of the first sample that is not to be heard
    /// @param to the mixer's count of the sample behind the last
    /// @param length how many samples listeners will not hear; fewer than wanted if they have heard
    ///   some of them
    public record TakenBack(long from, long to, long length) {}

    /// A delay that has heard nothing yet.
    ///
    /// @param dump how much a dump takes back
    /// @param jingle what plays after a panic, mono at 48 kHz, 20 ms at least
    public ProgramDelay(Duration target, Duration dump, float[] jingle) {
        if (jingle.length < Frames.SAMPLES) {
            throw new IllegalArgumentException("a jingle lasts 20 ms at least");
        }
        this.target = within(target);
        this.dump = within(dump) / Frames.SAMPLES * Frames.SAMPLES;
        this.jingle = jingle.clone();
        at = reel.end() - this.target;
    }

    private static long within(Duration length) {
        if (length.isNegative() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a delay is 0 to 40 s, not " + length);
        }
        return Frames.samplesOf(length);
    }

    /// Wants another delay. It comes to that by and by.
    public void aim(Duration wanted) {
        target = within(wanted);
    }

    /// Takes a frame in and gives one out.
    ///
    /// @param place where it lies on the mixer's count
    /// @param in 960 samples, not changed
    /// @param out 960 samples, overwritten
    public void turn(long place, float[] in, float[] out) {
        if (resting) {
            resting = false;
            beginAgain(place);
        }
        add(place, in);
        boolean ringing = refill > 0;
        given = ringing ? 0 : Frames.SAMPLES;
        if (ringing) {
            ring(out);
        } else {
            read(out);
        }
        leave(out);
    }

    /// Takes nothing in and gives a frame out, as behind the end of a show: what is left is heard
    /// to its end, neither stretched nor shortened, and silence then. A dump takes back the end of
    /// what came last. The next [#turn] has the whole delay before it again, filled with silence.
    ///
    /// @param out 960 samples, overwritten
    public void runOut(float[] out) {
        resting = true;
        boolean ringing = refill > 0;
        given = ringing ? 0 : (int) Math.min(unheard(), Frames.SAMPLES);
        if (ringing) {
            refill = Math.min(refill, unheard());
            ring(out);
        } else {
            rest(out);
        }
        leave(out);
        if (away > 0) {
            fade(out);
        }
    }

    /// What is left of a show is heard for a second more and fades meanwhile, and the rest of it
    /// never. Where a show goes on, that begins behind its end.
    public void fadeAway() {
        away = AWAY;
    }

    private void fade(float[] out) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            out[i] *= (float) Fade.leaving(1 - away / (double) AWAY);
            away--;
        }
        if (away == 0) {
            refill = 0;
            at = reel.end();
        }
    }

    private void rest(float[] out) {
        reel.copy(at, out);
        Arrays.fill(out, given, Frames.SAMPLES, 0);
        at += given;
        played += Frames.SAMPLES;
    }

    private void beginAgain(long place) {
        away = 0;
        pauses.forget();
        Arrays.fill(coming, 0);
        for (long i = (target - unheard()) / Frames.SAMPLES; i > 0; i--) {
            reel.add(coming, place - i * Frames.SAMPLES, true);
        }
    }

    private void add(long place, float[] in) {
        if (!begun) {
            begun = true;
            reel.begin(place);
        }
        boolean still = quiet.hear(in);
        if (cut) {
            cut = false;
            System.arraycopy(in, 0, coming, 0, Frames.SAMPLES);
            fadeIn(coming);
            reel.add(coming, place, still);
        } else {
            reel.add(in, place, still);
        }
    }

    private static void fadeIn(float[] frame) {
        for (int i = 0; i < EXIT; i++) {
            frame[i] *= i / (float) EXIT;
        }
    }

    private void read(float[] out) {
        // What lies ready now is a frame more than the delay.
        long missing = target - (reel.end() - at - Frames.SAMPLES);
        if (Math.abs(missing) < NEAR) {
            demand = ALIKE;
            play(out, 0);
            return;
        }
        int pause =
                missing > 0 ? -pauses.back(reel, at, missing) : pauses.ahead(reel, at, -missing);
        if (pause != 0) {
            reel.copy(at + pause, coming);
            play(out, pause);
            blend(out, Pauses.FADE);
            return;
        }
        int splice = splice(missing);
        reel.copy(at + splice, coming);
        play(out, splice);
        if (splice != 0) {
            long due = Math.max(nextSplice, played - 2L * Frames.SAMPLES);
            nextSplice = due + (long) (Math.abs(splice) / PACE);
            demand = Math.min(ALIKE, demand + MORE_A_SPLICE);
            crossfade(out);
        }
    }

    /// Plays a frame from where the one before ended, and goes on a jump away from there.
    private void play(float[] out, int jump) {
        reel.copy(at, out);
        at += jump;
        pauses.played(reel, at, jump);
        at += Frames.SAMPLES;
        played += Frames.SAMPLES;
    }

    private int splice(long missing) {
        if (played < nextSplice) {
            return 0;
        }
        int direction = missing > 0 ? -1 : 1;
        int most = (int) Math.min(Math.abs(missing), Splices.LONGEST);
        int lag = splices.find(reel, at, direction, most);
        if (splices.likeness() >= demand) {
            return direction * lag;
        }
        demand = Math.max(LEAST_ALIKE, demand - LESS_A_FRAME);
        return 0;
    }

    /// Two sounds that have nothing to do with each other.
    private void blend(float[] out, int length) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            double part = Math.min(1, i / (double) length);
            out[i] = (float) (out[i] * Fade.leaving(part) + coming[i] * Fade.coming(part));
        }
    }

    /// Two sounds that are as good as the same.
    private void crossfade(float[] out) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            float part = Math.min(1, i / (float) Splices.FADE);
            out[i] += part * (coming[i] - out[i]);
        }
    }

    /// The jingle; in its last frame it makes room for the program.
    private void ring(float[] out) {
        for (int i = 0; i < Frames.SAMPLES; i++) {
            out[i] = jingle[(jingleAt + i) % jingle.length];
        }
        jingleAt = (jingleAt + Frames.SAMPLES) % jingle.length;
        if (reel.end() - at >= refill) {
            refill = 0;
            demand = ALIKE;
            for (int i = 0; i < EXIT; i++) {
                out[Frames.SAMPLES - 1 - i] *= i / (float) EXIT;
            }
        }
    }

    /// What was heard last before a cut rings out, played backwards, so that there is no click and
    /// nothing of what was taken back is heard.
    private void leave(float[] out) {
        if (leaving) {
            leaving = false;
            for (int i = 0; i < EXIT; i++) {
                out[i] += exit[i];
            }
        }
    }

    /// Takes back what came last: as much as a dump takes, or as much as listeners have not heard.
    public TakenBack dump() {
        int frames = (int) (Math.min(dump, unheard()) / Frames.SAMPLES);
        return takeBack(frames, unheard() - (long) frames * Frames.SAMPLES < EXIT);
    }

    /// Takes back everything that listeners have not heard, and plays the jingle until there is as
    /// much again as the delay should be, or a dump takes. Where nothing comes in it plays none.
    public TakenBack panic() {
        refill = resting ? 0 : Math.max(Math.max(target, dump), Frames.SAMPLES);
        jingleAt = 0;
        return takeBack((int) (unheard() / Frames.SAMPLES), true);
    }

    /// @param all whether what is left, less than a frame, goes as well
    private TakenBack takeBack(int frames, boolean all) {
        long to = reel.place(reel.end());
        long before = unheard();
        if (!begun || (frames == 0 && refill == 0)) {
            return new TakenBack(to, to, 0);
        }
        reel.takeBack(frames);
        if (all) {
            ringOut();
            at = reel.end();
            pauses.forget();
        } else if (frames > 0) {
            reel.fadeOut(EXIT);
        }
        cut = true;
        return new TakenBack(reel.place(reel.end()), to, before - unheard());
    }

    private void ringOut() {
        leaving = true;
        for (int i = 0; i < EXIT; i++) {
            exit[i] = reel.at(at - 1 - i) * (1 - i / (float) EXIT);
        }
    }

    private long unheard() {
        return reel.end() - at;
    }

    /// How much later than the program what comes out is, in samples.
    public long delay() {
        return unheard();
    }

    /// What [#delay] should be.
    public long target() {
        return target;
    }

    /// Whether there is as much in hand as a dump takes.
    public boolean safe() {
        return unheard() >= dump && dump > 0;
    }

    /// What it does of itself now.
    public Phase phase() {
        if (refill > 0) {
            return Phase.JINGLE;
        }
        if (resting) {
            return unheard() > 0 ? Phase.ENDING : Phase.STEADY;
        }
        long missing = target - unheard();
        if (Math.abs(missing) < NEAR) {
            return Phase.STEADY;
        }
        return missing > 0 ? Phase.FILLING : Phase.DRAINING;
    }

    /// Where a sample of the last frame that came out lies on the mixer's count; empty if that was
    /// the jingle, or the silence behind the end.
    ///
    /// @param sample from 0 to 959
    public OptionalLong place(int sample) {
        return sample < given
                ? OptionalLong.of(reel.place(at - given + sample))
                : OptionalLong.empty();
    }
}
