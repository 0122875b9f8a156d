package io.partyline.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever holds places at the studio door keeps no host out.
class StrangersAtTheStudioDoorTest {
    @Test
    void theHostIsAnsweredHoweverManySendHalf() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (var visit = new Visit();
                var feed = new SseReader(visit.port(), "/api/events")) {
            for (int count = 0; count < 300; count++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), visit.port());
                slow.add(socket);
                String half =
                        "POST /api/lines HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: 9\r\n%s"
                                .formatted(visit.port(), count % 2 == 0 ? "" : "\r\n{\"open\"");
                socket.getOutputStream().write(half.getBytes(ISO_8859_1));
                if (count % 20 == 0) {
                    assertThat(visit.post("/api/ai/stop").status()).isEqualTo(200);
                }
            }
            assertThat(visit.get("/api/show").status()).isEqualTo(200);
            assertThat(feed.meters().data()).as("who listens, listens on").contains("levels");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
