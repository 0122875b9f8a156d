package io.partyline.twilio;

import io.partyline.audio.Frames;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.show.CallId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.util.Arrays;

/// The made-up show that the tests telephone with.
final class Sample {
    static final String ACCOUNT = "AC" + "0".repeat(31) + "1";
    static final String BASE = "https://show.example";
    static final String NUMBER = "+15550100";
    static final String CALLER = "+15550123";
    static final AuthToken TOKEN = new AuthToken(MarkedSecret.of("carrier"));

    private static final int FRAME = Frames.PHONE_SAMPLES;

    private Sample() {}

    static TwilioSettings settings(Hold hold) {
        return settings(hold, TwilioSettings.CARRIER_API);
    }

    static TwilioSettings settings(Hold hold, String api) {
        return settings(hold, api, TwilioSettings.Net.BARE);
    }

    static TwilioSettings settings(Hold hold, String api, TwilioSettings.Net net) {
        return new TwilioSettings(
                ACCOUNT, TOKEN, NUMBER, BASE, api, hold, net, "Late & <Loud>", "Jo");
    }

    static TwilioTelephony telephony(Hold hold, String api, StreamTokens tokens) {
        return new TwilioTelephony(settings(hold, api), tokens, fingerprint());
    }

    static NumberFingerprint fingerprint() {
        return new NumberFingerprint(
                "sixteen bytes or more".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// A carrier's id that is plainly made up.
    static String sid(String kind, int number) {
        return kind + "%032x".formatted(number);
    }

    static CallId call(int number) {
        return new CallId(sid("CA", number));
    }

    /// So many seconds of a sine at 48 kHz, half as loud as can be.
    static float[] tone(double hertz, double seconds) {
        return tone(hertz, seconds, 48_000);
    }

    /// The same at the telephone's 8 kHz.
    static float[] phoneTone(double hertz, double seconds) {
        return tone(hertz, seconds, 8_000);
    }

    private static float[] tone(double hertz, double seconds, int rate) {
        float[] samples = new float[(int) (rate * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    /// So many frames of [TestClock] are enough for fifty of its tone: no more than two of silence
    /// go ahead of each that came late.
    static final int FRAMES_WITH_FIFTY_OF_THE_TONE = 150;

    /// Only what is no silence, frame by frame: what goes ahead of the show is left out, wherever
    /// the clock came late.
    static float[] withoutLeads(float[] phone) {
        float[] kept = new float[phone.length];
        int length = 0;
        for (int from = 0; from + FRAME <= phone.length; from += FRAME) {
            if (hasSound(phone, from)) {
                System.arraycopy(phone, from, kept, length, FRAME);
                length += FRAME;
            }
        }
        return Arrays.copyOf(kept, length);
    }

    private static boolean hasSound(float[] phone, int from) {
        for (int i = from; i < from + FRAME; i++) {
            if (phone[i] != 0) {
                return true;
            }
        }
        return false;
    }

    /// How much of one frequency there is: 0.5 for [#tone] itself (Goertzel's sum).
    static double amount(float[] samples, int from, int count, double hertz, double rate) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < count; i++) {
            re += samples[from + i] * Math.cos(2 * Math.PI * hertz * i / rate);
            im += samples[from + i] * Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return 2 * Math.hypot(re, im) / count;
    }
}
