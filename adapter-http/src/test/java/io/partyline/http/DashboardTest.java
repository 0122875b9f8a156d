package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest {
    private static final String FILE = "/tested/owl.js";

    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void aFileIsServedWithItsTypeAndAskedForAgainByItsTag() {
        Visit.Answer first = visit.get(FILE);
        assertThat(first.response().body()).isEqualTo("export const owl = 1;\n");
        assertThat(first.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        Visit.Answer again =
                visit.send(
                        HttpRequest.newBuilder(visit.at(FILE))
                                .header("If-None-Match", first.header("ETag")));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tested/owl.class",
                "/tested/.hidden.js",
                "/tested/missing.js",
                "/tested/",
                "/tested",
                "/../Dashboard.class",
                "/tested/../../package-info.class",
                "/tested/%2e%2e/%2e%2e/Json.class",
                "/tested/..%2fowl.js",
                "/tested%5cowl.js",
                "/tested/owl.js%00.js",
                "/tested//owl.js/x",
            })
    void nothingElseIsServed(String path) {
        String answer =
                RawSocket.ask(
                        visit.port(),
                        "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
                                .formatted(path, visit.port()));
        assertThat(answer).startsWith("HTTP/1.1 4").contains("{\"status\":4");
    }
}
