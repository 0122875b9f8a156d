package io.partyline.app;

import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import io.partyline.twilio.TwilioSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// Whether the public address leads to the phone door while a show is running: the hold bed is
/// asked for from outside, as the carrier does it (only its headers are fetched), and then a
/// stream, which the door has to turn away.
///
/// @param base the public address
/// @param bed the public address of the hold bed
/// @param stream the public address of the streams
/// @param port of the phone door
record TunnelEnd(String base, String bed, String stream, int port, HttpClient client) {
    static final String PART = "tunnel";

    /// How often to look.
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final List<String> THIS_COMPUTER = List.of("localhost", "127.0.0.1", "[::1]");

    static Health unseen() {
        return new Health(PART, State.OFF, "The public address has not been tried yet.");
    }

    static Health withoutPhone() {
        return new Health(PART, State.OFF, "No public address is set up.");
    }

    static Health withoutTunnel() {
        return new Health(
                PART,
                State.OFF,
                "The telephone company is made up, on this computer: none is used.");
    }

    /// Whether calls come from outside at all; a simulator on this computer needs no tunnel.
    static boolean isUsed(TwilioSettings phone) {
        return !THIS_COMPUTER.contains(URI.create(phone.apiBaseUrl()).getHost());
    }

    /// Waits for an answer, 5 s at most.
    Health look() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bed)).timeout(LIMIT).build();
        try {
            return seen(client.send(request, BodyHandlers.ofInputStream()));
        } catch (IOException _) {
            return trouble("%s cannot be reached: start the tunnel, and ".formatted(base));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unseen();
        }
    }

    private Health seen(HttpResponse<InputStream> answer) throws IOException, InterruptedException {
        try (InputStream _ = answer.body()) {
            boolean ours =
                    answer.statusCode() == 200
                            && answer.headers()
                                    .firstValue("Content-Type")
                                    .filter("audio/wav"::equals)
                                    .isPresent();
            if (!ours) {
                return trouble("%s answers, but leads somewhere else: ".formatted(base));
            }
        }
        return new UpgradeProbe(client).comesThrough(stream)
                ? new Health(PART, State.FINE, base + " leads to the phone door.")
                : new Health(
                        PART,
                        State.TROUBLE,
                        "%s leads to the phone door, but not for WebSockets, which callers are heard on: let the tunnel pass upgrades on."
                                .formatted(base));
    }

    private Health trouble(String what) {
        return new Health(
                PART,
                State.TROUBLE,
                what + "point it to port %d of this computer.".formatted(port));
    }
}
