package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.partyline.audio.rate.PhoneFrame;
import java.util.Base64;

/// A frame of sound as the carrier's messages hold it. Many callers hear the same one in the same
/// tick, one after the other: it is made for the first and kept for the others.
///
/// Safe for use by many threads at once; two that ask for different frames only lose the saving.
final class FrameText {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private record Made(long number, String text) {}

    private volatile Made last = new Made(0, "");

    /// The frame's codes in base64.
    String of(PhoneFrame frame) {
        Made known = last;
        if (known.number() == frame.number() && !known.text().isEmpty()) {
            return known.text();
        }
        String text = text(frame.codes());
        last = new Made(frame.number(), text);
        return text;
    }

    static String text(byte[] codes) {
        return new String(BASE64.encode(codes), ISO_8859_1);
    }
}
