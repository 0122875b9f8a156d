package io.partyline.audio.chain;

import io.partyline.audio.FrameEffect;
import io.partyline.audio.Frames;
import io.partyline.audio.level.Ducker;
import io.partyline.audio.level.Ramp;
import java.time.Duration;

/// What is done to a caller's voice on its way to everybody who hears it: rumble is taken away, it
/// is brought to the host's loudness and trimmed by hand, its pauses are lowered, its peaks are
/// kept down, and it gives way to the host.
///
/// The order matters. The gain comes before the expander, whose threshold then lies as far below
/// every voice; the limiter comes behind both and behind the hand; the host is given way to last,
/// so that no gain makes up for it. Each link is switched by itself, and goes over in a ramp of a
/// frame or slower, so that no switch is heard as a click. It delays nothing.
///
/// [#set] is for any thread; the rest is real-time and for the audio thread.
public final class VoiceChain implements FrameEffect {
    /// The host's voice opens the way within a frame, and a pause between two words does not close
    /// it.
    private static final Duration ATTACK = Duration.ofMillis(Frames.MILLIS);

    private static final Duration HOLD = Duration.ofMillis(100);
    private static final Duration RELEASE = Duration.ofMillis(300);

    private final HostVoice host;
    private final AutomaticGain automatic;
    private final HighPass highPass = new HighPass();
    private final Expander expander;
    private final PeakGuard guard = new PeakGuard();
    private final Ducker ducker;
    private volatile Knobs knobs = Knobs.DRY;
    private float gain = 1;

    /// @param host to whom the voice gives way
    /// @param automatic the caller's, which is the same on whatever connection they are
    /// @param duckDb by how much the voice is lowered while the host speaks, 0 or more
    /// @param place a number of the caller's own, so that no two callers rush alike
    public VoiceChain(HostVoice host, AutomaticGain automatic, double duckDb, int place) {
        this.host = host;
        this.automatic = automatic;
        this.expander = new Expander(new ComfortNoise(place));
        this.ducker = new Ducker(duckDb, ATTACK, HOLD, RELEASE);
    }

    /// From the next frame on.
    public void set(Knobs knobs) {
        this.knobs = knobs;
    }

    @Override
    public void work(float[] frame) {
        Knobs now = knobs;
        highPass.work(frame, now.highPass());
        raise(frame, now.trimDb() + (now.autoGain() ? automatic.next(frame) : 0));
        expander.work(frame, now.expander());
        guard.work(frame, now.limiter());
        boolean givesWay = now.ducking() && host.speaking();
        if (givesWay || ducker.gain() < 1) {
            ducker.apply(frame, givesWay);
        }
    }

    private void raise(float[] frame, double decibels) {
        float to = decibels == 0 ? 1 : (float) Frames.gain(decibels);
        if (to != 1 || gain != 1) {
            Ramp.apply(frame, gain, to);
        }
        gain = to;
    }
}
