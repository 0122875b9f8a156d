package io.partyline.studio;

import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.Handset;

/// A handset that nobody holds to their ear.
public final class Nobody implements Handset {
    /// A new one.
    public Nobody() {}

    @Override
    public void play(PhoneFrame frame) {}

    @Override
    public void over() {}
}
