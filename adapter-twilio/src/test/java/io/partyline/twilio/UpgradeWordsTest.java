package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.twilio.TwilioSettings.Hold;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An upgrade by the letter, written to the socket by hand: the clients of the JDK spell it one way
/// only.
class UpgradeWordsTest {
    private static final int SOON_MS = 60_000;

    private final OpenDoor door = new OpenDoor(Hold.STUDIO);
    private final String signature =
            new Signatures(Sample.TOKEN).of("wss://show.example/api/twilio/stream", Form.EMPTY);

    @AfterEach
    void close() {
        door.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: websocket|Connection: Upgrade",
                "Upgrade: WebSocket|Connection: upgrade",
                "UPGRADE: WEBSOCKET|CONNECTION: UPGRADE",
                "upgrade: Websocket|connection: keep-alive, Upgrade",
                "Upgrade: h2c, WebSocket|Connection: Upgrade, HTTP2-Settings",
                "Upgrade:websocket|Connection:upgrade",
                "Upgrade:  WebSocket  |Connection: Upgrade|Content-Length: 0"
            })
    void theWordsOfAnUpgradeMeanTheSameHoweverTheyAreWritten(String words) throws Exception {
        assertThat(answer(words.split("\\|"))).isEqualTo("HTTP/1.1 101 Switching Protocols");
    }

    @Test
    void anotherProtocolIsNotTakenForOurs() throws Exception {
        assertThat(answer("Upgrade: h2c", "Connection: Upgrade")).startsWith("HTTP/1.1 404 ");
        assertThat(answer("Upgrade: websocket2", "Connection: Upgrade"))
                .startsWith("HTTP/1.1 404 ");
    }

    private String answer(String... headers) throws Exception {
        List<String> lines =
                List.of(
                        "GET /api/twilio/stream HTTP/1.1",
                        "Host: show.example",
                        String.join("\r\n", headers),
                        "x-twilio-signature: " + signature,
                        "Sec-WebSocket-Version: 13",
                        "sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==",
                        "",
                        "");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(SOON_MS);
            socket.getOutputStream().write(String.join("\r\n", lines).getBytes(US_ASCII));
            var answer = new InputStreamReader(socket.getInputStream(), US_ASCII);
            return String.valueOf(new BufferedReader(answer).readLine());
        }
    }
}
