package io.partyline.studio.sound;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.audio.rate.Resampler;
import java.util.Optional;

/// One mix, made ready for the telephone once a tick, however many hear it: its resampler goes on
/// for as long as anybody does, so that whoever joins hears no beginning.
///
/// For the phone clock alone.
final class PhoneMix {
    /// How long a change from one mix to another takes, in samples of the telephone: 15 ms.
    private static final int RAMP = 120;

    private final MixBuffer buffer;
    private final Resampler resampler = new Resampler(Frames.RATE, Frames.PHONE_RATE);
    private final float[] mixed = new float[Frames.SAMPLES];
    private final float[] phone = new float[resampler.maxOutput(Frames.SAMPLES)];
    private PhoneFrame frame = new PhoneFrame(0, new byte[Frames.PHONE_SAMPLES]);
    private long turnedTo = -1;

    PhoneMix(MixBuffer buffer) {
        this.buffer = buffer;
    }

    /// Goes on to a tick. A frame that is not there is silence.
    ///
    /// @param number the new frame's
    void turn(long tick, long number) {
        if (!buffer.read(tick, mixed)) {
            Frames.silence(mixed);
        }
        resampler.process(mixed, 0, Frames.SAMPLES, phone, 0);
        frame = encoded(number, phone);
        turnedTo = tick;
    }

    /// This tick's frame, for all who hear this mix.
    PhoneFrame frame() {
        return frame;
    }

    /// This tick's frame for somebody who heard another mix until now, or nothing: it begins as
    /// what they heard, and ends as this mix.
    PhoneFrame after(Optional<PhoneMix> before, long number) {
        float[] heard =
                before.filter(other -> other.turnedTo == turnedTo)
                        .map(other -> other.phone)
                        .orElseGet(() -> new float[Frames.PHONE_SAMPLES]);
        return faded(heard, number);
    }

    private PhoneFrame faded(float[] before, long number) {
        var sum = phone.clone();
        for (int i = 0; i < RAMP; i++) {
            float share = (i + 1f) / RAMP;
            sum[i] = before[i] * (1 - share) + phone[i] * share;
        }
        return encoded(number, sum);
    }

    private static PhoneFrame encoded(long number, float[] samples) {
        var codes = new byte[Frames.PHONE_SAMPLES];
        Mulaw.encode(samples, 0, codes, 0, codes.length);
        return new PhoneFrame(number, codes);
    }
}
