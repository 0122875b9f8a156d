package io.partyline.benchmarks.desk;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.benchmarks.Sounds;
import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.studio.Studio;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A host and callers who all make a noise at once: nobody has more to do than a desk at which
/// nobody is silent.
final class Chorus {
    private static final int SECOND = 50;
    private static final float SOFTLY = 0.3f;

    private final List<CallLeg> legs = new CopyOnWriteArrayList<>();
    private final byte[][] codes = new byte[SECOND][Frames.PHONE_SAMPLES];
    private final float[][] host = new float[SECOND][];
    private int frame;

    Chorus() {
        for (int i = 0; i < SECOND; i++) {
            float[] sound = Sounds.frame(i);
            var phone = new float[Frames.PHONE_SAMPLES];
            for (int k = 0; k < phone.length; k++) {
                phone[k] = sound[k] * SOFTLY * (i % 10 < 7 ? 1 : 0);
            }
            Mulaw.encode(phone, 0, codes[i], 0, phone.length);
            host[i] = sound;
        }
    }

    private static final class Silent implements Handset {
        @Override
        public void play(PhoneFrame frame) {}

        @Override
        public void over() {}
    }

    /// Everybody who is there sends a frame. Audio thread, between the ticks.
    void sing() {
        frame++;
        for (int i = 0; i < legs.size(); i++) {
            legs.get(i).fromCaller(codes[(frame + 7 * i) % SECOND], 0, Frames.PHONE_SAMPLES);
        }
    }

    /// What the host says.
    FrameSource microphone() {
        return into -> {
            System.arraycopy(host[frame % SECOND], 0, into, 0, Frames.SAMPLES);
            return true;
        };
    }

    /// One more comes on the air.
    void join(Studio studio, int number) {
        var call = new CallId("call-" + number);
        studio.ring(call, CallerNumber.WITHHELD);
        legs.add(studio.connect(call, new Silent()).orElseThrow());
        studio.take(call);
    }
}
