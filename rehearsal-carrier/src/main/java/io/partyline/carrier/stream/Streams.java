package io.partyline.carrier.stream;

import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.Signatures;
import io.partyline.carrier.sound.Mouth;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Opens media streams to the show: the WebSocket with its signed upgrade, then the leg on it.
///
/// Safe for use by many threads at once.
public final class Streams {
    private final Exchange exchange;

    public Streams(Exchange exchange) {
        this.exchange = exchange;
    }

    /// Connects to a wss URL as the carrier does: a query is silently dropped (as in life), and the
    /// URL that is left is signed.
    ///
    /// @throws StreamErrorException if the URL is no good, or nobody answers properly
    public MediaSocket connect(String url, Signatures signatures) {
        if (!url.startsWith("wss://")) {
            throw new StreamErrorException(
                    StreamErrorException.SCHEME, "A stream URL starts with wss://, not so: " + url);
        }
        String signed = url.split("[?#]", 2)[0];
        try {
            return MediaSocket.open(
                    exchange.plan().tunnel().webSocket(signed),
                    headers(signatures.of(signed, Map.of())),
                    exchange.plan().habits(),
                    exchange.chance().apart());
        } catch (IOException e) {
            throw StreamErrorException.because(e);
        }
    }

    private Map<String, String> headers(String signature) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", exchange.plan().tunnel().publicHost());
        headers.put("User-Agent", "Twilio.TmeWs/1.0");
        headers.put("X-Twilio-Signature", signature);
        return headers;
    }

    /// Starts a leg on an open socket.
    ///
    /// @param mouth of the caller, who may have spoken on another stream before
    public MediaLeg begin(
            StreamIdentity identity, String url, MediaSocket socket, Mouth mouth, Runnable nudge) {
        MediaLeg leg = new MediaLeg(identity, socket, exchange, mouth, nudge);
        var diary = exchange.diary();
        diary.write(
                new Happening.StreamStarted(
                        diary.now(), identity.callSid(), identity.streamSid(), url));
        leg.start();
        return leg;
    }
}
