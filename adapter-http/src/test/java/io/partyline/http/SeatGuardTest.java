package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.MarkedSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may connect to the seat: the same as may use the door.
class SeatGuardTest {
    private static final String SECRET = MarkedSecret.of("studio");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "127.0.0.1:PORT | -                          | -           | -        | 101",
                "localhost:PORT | http://localhost:PORT      | same-origin | -        | 101",
                "127.0.0.1:PORT | http://127.0.0.1:PORT      | none        | -        | 101",
                "evil.test:PORT | -                          | -           | -        | 403",
                "127.0.0.1:1    | -                          | -           | -        | 403",
                "127.0.0.1:PORT | http://evil.test:PORT      | -           | -        | 403",
                "evil.test:PORT | http://evil.test:PORT      | same-origin | -        | 403",
                "127.0.0.1:PORT | null                       | -           | -        | 403",
                "127.0.0.1:PORT | http://127.0.0.1:PORT      | cross-site  | -        | 403",
                "127.0.0.1:PORT | http://127.0.0.1:1         | same-site   | -        | 403",
                "127.0.0.1:PORT | -                          | -           | 10.0.0.1 | 403"
            })
    void onlyOurOwnPagesAndTheHostsScriptsMayConnect(
            String host,
            @Nullable String origin,
            @Nullable String site,
            @Nullable String forwarded,
            int status)
            throws IOException {
        try (var visit = new SeatVisit()) {
            int port = visit.visit.port();
            var asked = new StringBuilder("Host: " + host.replace("PORT", "" + port) + "\r\n");
            header(asked, "Origin", origin == null ? null : origin.replace("PORT", "" + port));
            header(asked, "Sec-Fetch-Site", site);
            header(asked, "X-Forwarded-For", forwarded);
            assertThat(status(port, asked.toString(), "websocket")).isEqualTo(status);
        }
    }

    @Test
    void thePasswordIsAskedForWhereOneIsSet() throws IOException {
        try (var visit = new SeatVisit(new BrowserSeat(), Optional.of(SECRET))) {
            int port = visit.visit.port();
            String host = "Host: 127.0.0.1:" + port + "\r\n";
            assertThat(status(port, host, "websocket")).isEqualTo(401);
            assertThat(status(port, host + basic("wrong"), "websocket")).isEqualTo(401);
            assertThat(status(port, host + basic(SECRET), "websocket")).isEqualTo(101);
        }
    }

    @Test
    void theProducerDoesNotSitAtTheHostsMicrophone() throws IOException {
        String producers = MarkedSecret.of("producer");
        var seats = new SeatSettings(Optional.of(producers), false);
        try (var visit = new Visit(new ScriptedRoom(), SECRET, seats, new BrowserSeat())) {
            String host = "Host: 127.0.0.1:" + visit.port() + "\r\n";
            assertThat(status(visit.port(), host + basic(producers), "websocket")).isEqualTo(403);
            assertThat(status(visit.port(), host + basic(SECRET), "websocket")).isEqualTo(101);
        }
    }

    /// The library lets nothing else through, and compares letter by letter.
    @ParameterizedTest
    @CsvSource({"WebSocket", "'websocket, h2c'", "WEBSOCKET"})
    void howeverTheWordIsWrittenTheSameIsAsked(String word) throws IOException {
        try (var visit = new SeatVisit()) {
            int port = visit.visit.port();
            assertThat(status(port, "Host: 127.0.0.1:" + port + "\r\n", word)).isEqualTo(101);
            assertThat(status(port, "Host: evil.test:" + port + "\r\n", word)).isEqualTo(403);
        }
    }

    @Test
    void aDoorWithoutTheSeatOnlySaysThatThereIsNone() throws IOException {
        try (var plain = new Visit()) {
            String host = "Host: 127.0.0.1:" + plain.port() + "\r\n";
            assertThat(status(plain.port(), host, "websocket")).isEqualTo(200);
        }
    }

    private static String basic(String password) {
        byte[] pair = ("host:" + password).getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair) + "\r\n";
    }

    private static void header(StringBuilder into, String name, @Nullable String value) {
        if (value != null) {
            into.append(name).append(": ").append(value).append("\r\n");
        }
    }

    private static int status(int port, String headers, String upgrade) throws IOException {
        try (var page = new RawPage(port, headers, upgrade)) {
            return page.status();
        }
    }
}
