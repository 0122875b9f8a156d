package io.partyline.twilio;

import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.Handset;

/// Nobody listens.
record NoHandset() implements Handset {
    @Override
    public void play(PhoneFrame frame) {}

    @Override
    public void over() {}
}
