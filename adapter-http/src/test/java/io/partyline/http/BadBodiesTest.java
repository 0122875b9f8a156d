package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.Show;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadBodiesTest {
    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/lines | {\"opne\":true} | The field \"opne\" is not known here; known: open.",
                "/api/lines | {} | The field \"open\" is missing or holds the wrong kind of value.",
                "/api/lines | {\"open\":null} | The field \"open\" is missing or holds the wrong kind of value.",
                "/api/lines | {\"open\":\"true\"} | The field \"open\" is missing or holds the wrong kind of value.",
                "/api/lines | {\"open\":1} | The field \"open\" is missing or holds the wrong kind of value.",
                "/api/lines | {\"open\":[true]} | The field \"open\" is missing or holds the wrong kind of value.",
                "/api/lines | [true] | The body must be a JSON object, in curly brackets.",
                "/api/lines | null | The body must be a JSON object, in curly brackets.",
                "/api/lines | {\"open\":false} {} | The body must be one JSON object.",
                "/api/chat | {\"text\":5} | The field \"text\" is missing or holds the wrong kind of value.",
                "/api/chat | {\"text\":\"\\ud800\"} | \"text\" holds characters that are no text.",
                "/api/chat | {\"text\":\"\\u0000\"} | \"text\" holds characters that are no text.",
                "/api/ai/stop | {\"now\":true} | The field \"now\" is not known here; known: key.",
                "/api/call/1 | {\"now\":true} | The field \"now\" is not known here; none is.",
                "/api/hangup/real | {\"call_sid\":7} | The field \"call_sid\" is missing or holds the wrong kind of value.",
            })
    void whatIsWrongIsNamedAndNothingChanges(String path, String body, String sentence) {
        Show before = visit.room.show();
        Visit.Answer answer = visit.post(path, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo(sentence);
        assertThat(visit.room.show()).isSameAs(before);
    }

    @Test
    void brokenJsonIsSaidToBeBroken() {
        for (String body :
                List.of("{", "{\"open\":tru}", "{open:true}", "{\"open\":true,\"open\":false}")) {
            assertThat(visit.post("/api/lines", body).detail())
                    .startsWith("The body is not valid JSON");
        }
        assertThat(visit.post("/api/lines", "[".repeat(500)).detail())
                .contains("nested too deeply");
        byte[] latin = "{\"text\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(
                        visit.send(
                                        visit.posting("/api/chat")
                                                .POST(BodyPublishers.ofByteArray(latin)))
                                .detail())
                .isEqualTo("The body is not UTF-8 text.");
    }

    @Test
    void aBodyMayBe64KibAndNoMore() {
        String spaces = " ".repeat(Asked.LARGEST_BODY - 2);
        assertThat(visit.post("/api/ai/stop", "{" + spaces + "}").status()).isEqualTo(200);
        Visit.Answer tooLong = visit.post("/api/ai/stop", "{ " + spaces + "}");
        assertThat(tooLong.status()).isEqualTo(413);
        assertThat(tooLong.detail()).isEqualTo("The request is too long: 64 KiB is the most.");
    }

    @Test
    void aBodyInChunksMayNotBeLongerEither() {
        byte[] body =
                ("{" + " ".repeat(2 * Asked.LARGEST_BODY) + "}").getBytes(StandardCharsets.UTF_8);
        Visit.Answer answer =
                visit.send(
                        visit.posting("/api/ai/stop")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new java.io.ByteArrayInputStream(body))));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().path("status").asInt()).isEqualTo(413);
    }

    private static final List<String> PATHS =
            List.of(
                    "/api/lines",
                    "/api/queue/take/CA1",
                    "/api/queue/take-next",
                    "/api/queue/drop/CA1",
                    "/api/calls/CA1/hold",
                    "/api/calls/CA1/next",
                    "/api/hangup/real",
                    "/api/call/7",
                    "/api/hangup",
                    "/api/chat",
                    "/api/tts",
                    "/api/ai/respond",
                    "/api/ai/mute",
                    "/api/ai/wrap-up",
                    "/api/session/ai-mode",
                    "/api/session/auto-followup",
                    "/api/followup/generate",
                    "/api/followup/cancel");

    @Test
    void noBodyWhateverBreaksAnything() {
        var chance = new Random(20260102);
        for (int i = 0; i < 600; i++) {
            String path = PATHS.get(chance.nextInt(PATHS.size()));
            byte[] body = body(chance);
            Visit.Answer answer =
                    visit.send(visit.posting(path).POST(BodyPublishers.ofByteArray(body)));
            String what = path + " " + new String(body, StandardCharsets.UTF_8);
            assertThat(answer.status()).as(what).isLessThan(500);
            if (answer.status() >= 400) {
                assertThat(answer.body().path("status").asInt())
                        .as(what)
                        .isEqualTo(answer.status());
                assertThat(answer.detail()).as(what).endsWith(".");
            }
        }
    }

    /// Something that is nearly right, or nothing at all.
    private static byte[] body(Random chance) {
        List<String> near =
                List.of(
                        "{\"open\":true}",
                        "{\"text\":\"hi\",\"voice\":\"v\"}",
                        "{\"mode\":\"auto\"}",
                        "{\"muted\":false}",
                        "{\"enabled\":true}",
                        "{\"call_sid\":\"CA1\"}",
                        "{\"key\":\"1\"}",
                        "{\"chosen\":true}",
                        "{\"a\":{\"b\":[1,2.5e9,null,\"\\u0041\"]}}");
        byte[] bytes = near.get(chance.nextInt(near.size())).getBytes(StandardCharsets.UTF_8);
        for (int change = chance.nextInt(4); change > 0; change--) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
        }
        return chance.nextInt(5) == 0
                ? java.util.Arrays.copyOf(bytes, chance.nextInt(bytes.length))
                : bytes;
    }

    @Test
    void whatIsNoHttpIsAnsweredInTheSameForm() {
        for (String sent :
                List.of(
                        "POST /api/lines HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                        "POST /api/lines HTTP/1.1\r\nHost: 127.0.0.1:x\r\n\r\n",
                        "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                        "GET /\u0000 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                        "POST /api/lines HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Length: many\r\n\r\n"
                                .formatted(visit.port()))) {
            assertThat(RawSocket.ask(visit.port(), sent))
                    .as(sent)
                    .startsWith("HTTP/1.1 4")
                    .contains("{\"status\":4")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void noAddressWhateverBreaksAnything() {
        var chance = new Random(20260103);
        List<String> parts =
                List.of(
                        "/api",
                        "/queue",
                        "/take",
                        "/show",
                        "/calls",
                        "/conversation",
                        "/",
                        "/..",
                        "/%2e%2e",
                        "/%00",
                        "/%ff",
                        "/%",
                        "/%zz",
                        ";a=b",
                        "?since=",
                        "&since=",
                        "%e2%82",
                        "-1",
                        "99999999999999999999",
                        "?",
                        "#",
                        "[",
                        "\\",
                        "{",
                        "é",
                        "\t");
        for (int i = 0; i < 300; i++) {
            var path = new StringBuilder("/api/");
            for (int part = chance.nextInt(6); part >= 0; part--) {
                path.append(parts.get(chance.nextInt(parts.size())));
            }
            String method = chance.nextBoolean() ? "GET" : "POST";
            String answer =
                    RawSocket.ask(
                            visit.port(),
                            "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nX-Requested-With: partyline\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                                    .formatted(method, path, visit.port()));
            assertThat(answer).as(path.toString()).matches("(?s)HTTP/1.1 [24].*");
        }
    }
}
