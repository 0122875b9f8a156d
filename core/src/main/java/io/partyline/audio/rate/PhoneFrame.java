package io.partyline.audio.rate;

import io.partyline.audio.Frames;

/// 20 ms of sound as a telephone wants it: 160 codes of G.711 µ-law at 8 kHz.
///
/// One frame is made of each mix in each tick, and shared by all who hear that mix, so nobody may
/// change it. Whatever is made of it for the network can be kept by its number, and used again for
/// the next who gets the same.
///
/// A value; safe for use by many threads at once.
public final class PhoneFrame {
    private final long number;
    private final byte[] codes;

    /// @param number the same exactly for the same sound
    /// @param codes 160 codes, which are the frame's from here on
    public PhoneFrame(long number, byte[] codes) {
        if (codes.length != Frames.PHONE_SAMPLES) {
            throw new IllegalArgumentException("a frame has 160 codes, not " + codes.length);
        }
        this.number = number;
        this.codes = codes;
    }

    /// Two frames with one number hold the same sound.
    public long number() {
        return number;
    }

    /// 160 codes; not to be changed.
    public byte[] codes() {
        return codes;
    }
}
