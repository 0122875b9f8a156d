package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.Resampler;
import java.util.Base64;

/// Turns frames for the caller into the carrier's messages: one text, in which only the payload is
/// written anew for each frame.
///
/// For one thread.
final class PhoneFrame {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final Resampler resampler = new Resampler(Frames.RATE, Frames.PHONE_RATE);
    private final float[] phone = new float[resampler.maxOutput(Frames.SAMPLES)];
    private final byte[] codes = new byte[Frames.PHONE_SAMPLES];
    private final byte[] payload = new byte[(Frames.PHONE_SAMPLES + 2) / 3 * 4];
    private final byte[] message;
    private final int payloadAt;

    /// @param streamSid an id as [TwilioSettings#isId] allows, so that nothing in it needs escaping
    PhoneFrame(String streamSid) {
        String head =
                "{\"event\":\"media\",\"streamSid\":\""
                        + streamSid
                        + "\",\"media\":{\"payload\":\"";
        payloadAt = head.length();
        message = (head + " ".repeat(payload.length) + "\"}}").getBytes(ISO_8859_1);
    }

    /// The message that plays 20 ms to the caller.
    ///
    /// @param frame 960 samples at 48 kHz
    String message(float[] frame) {
        int count = resampler.process(frame, 0, Frames.SAMPLES, phone, 0);
        Mulaw.encode(phone, 0, codes, 0, count);
        BASE64.encode(codes, payload);
        System.arraycopy(payload, 0, message, payloadAt, payload.length);
        return new String(message, ISO_8859_1);
    }
}
