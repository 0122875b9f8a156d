package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StudioGateTest {
    /// For the words in it the test command looks in all that the tests have printed.
    private static final String SECRET = "nobody-may-see-this-studio";

    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    private static final String CLOSE = "{\"open\":false}";

    /// One value of a header, and whether the door lets a change in with it; no header if empty.
    private record Try(String value, boolean fine) {}

    private List<Try> hosts() {
        int port = visit.port();
        return List.of(
                new Try("127.0.0.1:" + port, true),
                new Try("LocalHost:" + port, true),
                new Try("evil.test:" + port, false),
                new Try("127.0.0.1", false),
                new Try("127.0.0.1:" + (port + 1), false),
                new Try("localhost.evil.test:" + port, false));
    }

    private List<Try> origins() {
        int port = visit.port();
        return List.of(
                new Try("", true),
                new Try("http://127.0.0.1:" + port, true),
                new Try("http://localhost:" + port, true),
                new Try("https://127.0.0.1:" + port, false),
                new Try("http://evil.test", false),
                new Try("http://127.0.0.1:%d.evil.test".formatted(port), false),
                new Try("null", false));
    }

    private static final List<Try> TYPES =
            List.of(
                    new Try("application/json", true),
                    new Try("application/json; charset=UTF-8", true),
                    new Try("text/plain", false),
                    new Try("application/x-www-form-urlencoded", false),
                    new Try("application/jsonp", false),
                    new Try("", false));

    private static final List<Try> REQUESTED_WITH =
            List.of(
                    new Try("partyline", true),
                    new Try("XMLHttpRequest", false),
                    new Try("", false));

    private static final List<Try> SITES =
            List.of(
                    new Try("", true),
                    new Try("same-origin", true),
                    new Try("same-site", false),
                    new Try("cross-site", false));

    @Test
    void onlyTheHostsOwnPageOrScriptChangesAnything() {
        int asked = 0;
        for (Try host : hosts()) {
            for (Try origin : origins()) {
                for (Try type : TYPES) {
                    for (Try with : REQUESTED_WITH) {
                        for (Try site : SITES) {
                            check(host, origin, type, with, site);
                            asked++;
                        }
                    }
                }
            }
        }
        assertThat(asked).isEqualTo(6 * 7 * 6 * 3 * 4);
    }

    private void check(Try host, Try origin, Try type, Try with, Try site) {
        String sent =
                """
                POST /api/lines HTTP/1.1\r
                Host: %s\r
                %s%s%s%sContent-Length: %d\r
                Connection: close\r
                \r
                %s\
                """
                        .formatted(
                                host.value(),
                                line("Origin", origin),
                                line("Content-Type", type),
                                line("X-Requested-With", with),
                                line("Sec-Fetch-Site", site),
                                CLOSE.length(),
                                CLOSE);
        String answer = RawSocket.ask(visit.port(), sent);
        boolean fine = host.fine() && origin.fine() && type.fine() && with.fine() && site.fine();
        boolean open = visit.room.show().lines().open();
        assertThat(answer).as(sent).startsWith(fine ? "HTTP/1.1 200" : "HTTP/1.1 4");
        assertThat(open).as(sent).isEqualTo(!fine);
        visit.room.ask(new io.partyline.show.ShowCommand.SetLines(true));
    }

    private static String line(String name, Try header) {
        return header.value().isEmpty() ? "" : "%s: %s\r\n".formatted(name, header.value());
    }

    @Test
    void aForeignPageCannotReadEither() {
        String evil =
                "GET /api/show HTTP/1.1\r\nHost: evil.test:%d\r\nConnection: close\r\n\r\n"
                        .formatted(visit.port());
        assertThat(RawSocket.ask(visit.port(), evil)).startsWith("HTTP/1.1 403");
        assertThat(
                        visit.send(
                                        HttpRequest.newBuilder(visit.at("/api/events"))
                                                .header("Origin", "http://evil.test"))
                                .status())
                .isEqualTo(403);
    }

    private int read(String path, String... headers) {
        var lines = new StringBuilder();
        for (int at = 0; at < headers.length; at += 2) {
            lines.append(headers[at]).append(": ").append(headers[at + 1]).append("\r\n");
        }
        String sent =
                "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%sConnection: close\r\n\r\n"
                        .formatted(path, visit.port(), lines);
        return Integer.parseInt(RawSocket.ask(visit.port(), sent).substring(9, 12));
    }

    @Test
    void noPictureOnAForeignPageReadsAnything() {
        for (String path : List.of("/api/events", "/api/session/export", "/api/show", "/x.js")) {
            for (String site : List.of("cross-site", "same-site")) {
                assertThat(
                                read(
                                        path,
                                        "Sec-Fetch-Site",
                                        site,
                                        "Sec-Fetch-Mode",
                                        "no-cors",
                                        "Sec-Fetch-Dest",
                                        "image"))
                        .as(path)
                        .isEqualTo(403);
                assertThat(read(path, "Sec-Fetch-Site", site)).as(path).isEqualTo(403);
            }
        }
        assertThat(read("/api/events", "Referer", "http://evil.test/page")).isEqualTo(403);
    }

    @Test
    void ourOwnPageAndScriptsReadAsBefore() {
        String ours = "http://127.0.0.1:" + visit.port();
        assertThat(read("/api/show")).isEqualTo(200);
        assertThat(read("/api/show", "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
        assertThat(read("/api/show", "Sec-Fetch-Site", "none")).isEqualTo(200);
        assertThat(read("/api/show", "Referer", ours + "/")).isEqualTo(200);
        assertThat(read("/api/show", "Origin", ours)).isEqualTo(200);
    }

    @Test
    void aLinkToTheDashboardMayStandAnywhereAndNoOther() {
        String[] link = {
            "Sec-Fetch-Site",
            "cross-site",
            "Sec-Fetch-Mode",
            "navigate",
            "Sec-Fetch-Dest",
            "document",
            "Referer",
            "https://notes.example/"
        };
        assertThat(read("/", link)).isEqualTo(200);
        assertThat(read("/api/session/export", link)).isEqualTo(403);
        assertThat(
                        read(
                                "/",
                                "Sec-Fetch-Site",
                                "cross-site",
                                "Sec-Fetch-Mode",
                                "navigate",
                                "Sec-Fetch-Dest",
                                "iframe"))
                .isEqualTo(403);
    }

    @Test
    void whoeverGuessesIsMadeToWaitAndTheHostIsTold() {
        try (var locked = new Visit(new ScriptedRoom(), Optional.of(SECRET))) {
            for (int guess = 0; guess < WrongTries.FREE; guess++) {
                assertThat(fresh(locked, "host:guess-" + guess)).isEqualTo(401);
            }
            assertThat(fresh(locked, "host:guess-again")).isEqualTo(401);
            Visit.Answer health =
                    locked.send(
                            HttpRequest.newBuilder(locked.at("/api/health"))
                                    .header("Authorization", "Basic " + base64("host:" + SECRET)));
            assertThat(health.response().body())
                    .contains("wrong passwords came to the studio door")
                    .doesNotContain("guess-");
        }
    }

    /// On a connection of its own.
    private static int fresh(Visit locked, String pair) {
        String sent =
                "GET /api/show HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Basic %s\r\nConnection: close\r\n\r\n"
                        .formatted(locked.port(), base64(pair));
        return Integer.parseInt(RawSocket.ask(locked.port(), sent).substring(9, 12));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(
                        visit.send(
                                        HttpRequest.newBuilder(visit.at("/api/ai/stop"))
                                                .POST(BodyPublishers.ofString("{}")))
                                .detail())
                .isEqualTo("The header X-Requested-With: partyline is missing.");
        Visit.Answer type =
                visit.send(
                        HttpRequest.newBuilder(visit.at("/api/ai/stop"))
                                .header("X-Requested-With", "partyline")
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(type.status()).isEqualTo(415);
    }

    @Test
    void whatWentThroughATunnelStaysOut() {
        for (String header :
                List.of("Cf-Ray", "Cf-Connecting-Ip", "X-Forwarded-For", "Forwarded")) {
            Visit.Answer answer =
                    visit.send(HttpRequest.newBuilder(visit.at("/api/show")).header(header, "x"));
            assertThat(answer.status()).as(header).isEqualTo(403);
        }
        assertThat(visit.get("/api/health").response().body())
                .contains("through a tunnel or proxy and were turned away: 4.");
    }

    @Test
    void everyAnswerTellsTheBrowserToBeCareful() {
        for (String path : List.of("/", "/api/show", "/api/nothing", "/nothing.js")) {
            Visit.Answer answer = visit.get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "require-trusted-types-for 'script'");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(visit.get("/api/show").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void withAPasswordNothingIsAnsweredWithoutIt() {
        try (var locked = new Visit(new ScriptedRoom(), Optional.of(SECRET))) {
            for (String path : List.of("/", "/api/show", "/api/events", "/observe/health", "/x")) {
                Visit.Answer answer = locked.get(path);
                assertThat(answer.status()).as(path).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
            }
            assertThat(with(locked, "Basic " + base64("host:" + SECRET))).isEqualTo(200);
            assertThat(with(locked, "Basic " + base64("host:open"))).isEqualTo(401);
            assertThat(with(locked, "Basic " + base64(SECRET))).isEqualTo(401);
            assertThat(with(locked, "Basic ***")).isEqualTo(401);
            assertThat(with(locked, "Bearer " + SECRET)).isEqualTo(401);
        }
    }

    private static int with(Visit locked, String authorization) {
        return locked.send(
                        HttpRequest.newBuilder(locked.at("/api/show"))
                                .header("Authorization", authorization))
                .status();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDoorThatOthersCanReachNeedsAPassword() {
        assertThatThrownBy(() -> new StudioSettings("0.0.0.0", 8080, "Show", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set a password");
        assertThatThrownBy(() -> new StudioSettings("0.0.0.0", 8080, "Show", Optional.of(" ")))
                .hasMessageContaining("blank");
        assertThatThrownBy(() -> new StudioSettings("127.0.0.1", 70_000, "Show", Optional.empty()))
                .hasMessageContaining("65535");
        var settings = new StudioSettings("0.0.0.0", 8080, "Show", Optional.of(SECRET));
        assertThat(settings.toString()).doesNotContain(SECRET);
    }
}
