package io.partyline.studio.sound;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.buffer.JitterBuffer;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.Resampler;

/// A caller's voice while somebody hears it: decoded, brought to the mixer's rate, and evened out.
///
/// [#say] is for the thread that brings the caller's sound, [#frames] are the audio thread's.
final class CallerVoice {
    private final JitterBuffer frames = new JitterBuffer();
    private final Resampler resampler = new Resampler(Frames.PHONE_RATE, Frames.RATE);
    private float[] phone = {};
    private float[] studio = {};
    private boolean begun;

    FrameSource frames() {
        return frames;
    }

    /// @param before what the caller said last before anybody heard them
    void say(JustSaid before, byte[] codes, int offset, int length) {
        if (!begun) {
            begun = true;
            byte[] first = before.take();
            decode(first, 0, first.length);
        }
        decode(codes, offset, length);
    }

    private void decode(byte[] codes, int offset, int length) {
        if (phone.length < length) {
            phone = new float[length];
            studio = new float[resampler.maxOutput(length)];
        }
        Mulaw.decode(codes, offset, phone, 0, length);
        int made = resampler.process(phone, 0, length, studio, 0);
        frames.write(studio, 0, made);
    }
}
