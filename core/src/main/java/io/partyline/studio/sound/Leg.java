package io.partyline.studio.sound;

import io.partyline.audio.FrameSource;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.show.CallId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// One caller's audio path, between the adapter's threads, the audio thread and the phone clock.
///
/// What nobody hears is neither decoded nor kept, but for the last few frames: whoever begins to
/// hear the caller hears them from there.
public final class Leg implements CallLeg {
    private final CallId call;
    private final Handset handset;
    private final Consumer<Leg> onLost;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final JustSaid justSaid = new JustSaid();
    private volatile Optional<CallerVoice> voice = Optional.empty();
    private volatile boolean over;
    private volatile boolean busy;

    /// Of the phone clock: the mix that they heard last.
    private Optional<PhoneMix> hears = Optional.empty();

    /// @param handset the network's end of the path
    /// @param onLost told once, if the path breaks before the show is done with it
    Leg(CallId call, Handset handset, Consumer<Leg> onLost) {
        this.call = call;
        this.handset = handset;
        this.onLost = onLost;
    }

    CallId call() {
        return call;
    }

    /// The caller's voice, from this moment on until [#rest]. Show thread only.
    FrameSource voice() {
        CallerVoice heard = voice.orElseGet(CallerVoice::new);
        voice = Optional.of(heard);
        return heard.frames();
    }

    /// Nobody hears the caller any more. Show thread only.
    void rest() {
        if (voice.isPresent()) {
            voice = Optional.empty();
        }
    }

    /// What the caller heard last, and what they hear now. Phone clock only.
    Optional<PhoneMix> hears(PhoneMix mix) {
        Optional<PhoneMix> before = hears;
        if (before.filter(mix::equals).isEmpty()) {
            hears = Optional.of(mix);
        }
        return before;
    }

    /// Whether a frame is still on its way to the caller.
    boolean busy() {
        return busy;
    }

    /// A frame will be played; until it has been, there is no other. Phone clock only.
    void expectPlay() {
        busy = true;
    }

    void play(PhoneFrame frame) {
        try {
            if (!over) {
                handset.play(frame);
            }
        } finally {
            busy = false;
        }
    }

    /// The show is done with this path.
    void end() {
        over = true;
        ended.set(true);
        handset.over();
    }

    @Override
    public void fromCaller(byte[] codes, int offset, int length) {
        Optional<CallerVoice> heard = voice;
        if (heard.isPresent()) {
            heard.get().say(justSaid, codes, offset, length);
        } else {
            justSaid.keep(codes, offset, length);
        }
    }

    @Override
    public void lost() {
        if (ended.compareAndSet(false, true)) {
            onLost.accept(this);
        }
    }

    @Override
    public boolean over() {
        return over;
    }
}
