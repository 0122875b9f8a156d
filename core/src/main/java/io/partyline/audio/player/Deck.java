package io.partyline.audio.player;

import io.partyline.audio.Frames;
import io.partyline.audio.level.Ramp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Plays music: one reel, and while it goes over into another, both, at equal power.
///
/// What comes rises as a sine and whatever sounds falls as a cosine from the gain that it has at
/// that moment. So a third reel in the middle of a fade begins a new fade from the sum of the two,
/// the squares of all gains go on adding up to one, and nothing steps.
///
/// [#play], [#stop] and [#volume] are for one thread at a time, [#read] for the audio thread:
/// real-time, it neither allocates nor waits.
public final class Deck {
    /// Reels that sound at once: one, and what still leaves of those before.
    private static final int VOICES = 6;

    /// So quickly the softest of them leaves when somebody presses even faster: a frame.
    private static final int HURRY = Frames.SAMPLES;

    /// What is wanted.
    ///
    /// @param reel what comes; null for silence
    /// @param fade in samples
    private record Order(@Nullable Reel reel, long fade) {}

    private final Orders<Order> orders = new Orders<>();
    private final Voice[] voices = new Voice[VOICES];
    private volatile float volume = 1;
    private float gain = 1;

    /// A deck that is silent.
    public Deck() {
        for (int i = 0; i < VOICES; i++) {
            voices[i] = new Voice();
        }
    }

    /// Goes over to a reel, on which the first samples lie ready. If nothing sounds, or all of it
    /// has been stopped, it begins at once, as it is.
    ///
    /// @return false if the audio thread takes no orders: nothing happens then
    public boolean play(Reel reel, Duration crossfade) {
        return orders.give(new Order(reel, Frames.samplesOf(crossfade)));
    }

    /// Falls silent.
    ///
    /// @return false if the audio thread takes no orders: nothing happens then
    public boolean stop(Duration fade) {
        return orders.give(new Order(null, Frames.samplesOf(fade)));
    }

    /// Louder or softer, within a frame.
    ///
    /// @param wanted a gain; 1 is as it comes
    public void volume(float wanted) {
        volume = wanted;
    }

    /// The next frame.
    ///
    /// @param frame to be overwritten
    /// @param mixed the mixer's count of its first sample
    public void read(float[] frame, long mixed) {
        Frames.silence(frame);
        obey();
        for (Voice voice : voices) {
            if (!voice.free()) {
                voice.add(frame, mixed);
            }
        }
        level(frame);
    }

    private void obey() {
        for (Order order = orders.next(); order != null; order = orders.next()) {
            Reel reel = order.reel();
            Voice place = place();
            if (reel != null && place == null) {
                hurry();
                return;
            }
            boolean silent = leaveAll(order.fade());
            if (reel != null && place != null) {
                place.come(reel, silent ? 0 : order.fade());
            }
            orders.done();
        }
    }

    private @Nullable Voice place() {
        for (Voice voice : voices) {
            if (voice.free()) {
                return voice;
            }
        }
        return null;
    }

    /// @return whether nothing sounded but what was leaving anyway
    private boolean leaveAll(long fade) {
        boolean silent = true;
        for (Voice voice : voices) {
            if (!voice.free()) {
                silent &= voice.isLeaving();
                voice.leave(fade);
            }
        }
        return silent;
    }

    /// Makes room within a frame: what is softest of all that leaves is gone without a click.
    private void hurry() {
        Voice softest = voices[0];
        for (Voice voice : voices) {
            boolean softer = voice.gain() < softest.gain() || !softest.isLeaving();
            softest = voice.isLeaving() && softer ? voice : softest;
        }
        softest.leave(HURRY);
    }

    private void level(float[] frame) {
        float wanted = volume;
        if (gain == 1 && wanted == 1) {
            return;
        }
        Ramp.apply(frame, gain, wanted);
        gain = wanted;
    }
}
