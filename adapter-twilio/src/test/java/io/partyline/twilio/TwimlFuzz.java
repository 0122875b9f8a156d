package io.partyline.twilio;

import io.partyline.carrier.twiml.ApplicationErrorException;
import io.partyline.carrier.twiml.TwimlReader;
import java.nio.charset.StandardCharsets;

/// What a program answers the made-up carrier: TwiML that can be run, or an error in its
/// application.
public final class TwimlFuzz {
    private TwimlFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            new TwimlReader((_, _) -> {}).read(new String(input, StandardCharsets.UTF_8), "");
        } catch (ApplicationErrorException refused) {
            if (refused.getMessage() == null) {
                throw refused;
            }
        }
    }
}
