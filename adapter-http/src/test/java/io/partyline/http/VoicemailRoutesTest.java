package io.partyline.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoicemailRoutesTest {
    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void messagesAreListedWithTheNumberMasked() {
        visit.room.voicemail.isTroubled("Voicemail is full.");
        assertThat(visit.get("/api/voicemail").body().toString())
                .isEqualTo(
                        """
                        {"on":true,"trouble":"Voicemail is full.","unheard":1,"messages":[\
                        {"id":"message-2","at":"2026-05-01T19:00:00Z","name":"",\
                        "phone":"withheld","length_ms":61000,"heard":true,"words":null},\
                        {"id":"message-1","at":"2026-05-01T18:30:00Z","name":"Dave <b>",\
                        "phone":"••• 0123","length_ms":12500,"heard":false,\
                        "words":"It is about the <i>harbour</i>."}]}\
                        """);
    }

    @Test
    void aMessageCanBeListenedTo() {
        var audio = visit.get("/api/voicemail/message-1/audio");
        assertThat(audio.status()).isEqualTo(200);
        assertThat(audio.response().headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(audio.response().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(audio.response().body()).isEqualTo(new String(ScriptedVoicemail.WAV, US_ASCII));
    }

    private Visit.Answer part(String... headers) {
        return visit.send(
                HttpRequest.newBuilder(visit.at("/api/voicemail/message-1/audio"))
                        .headers(headers));
    }

    /// As Safari asks before it plays, and every browser that is wound on.
    @ParameterizedTest
    @CsvSource({
        "bytes=0-1, 0, 1",
        "bytes=0-, 0, 3883",
        "bytes=44-99, 44, 99",
        "bytes=3000-, 3000, 3883",
        "bytes=3000-999999999999999999, 3000, 3883",
        "bytes=3883-3883, 3883, 3883",
        "bytes=-84, 3800, 3883",
        "bytes=-99999, 0, 3883",
    })
    void aPartOfAMessageIsGivenToWhoeverAsksForIt(String range, int first, int last) {
        Visit.Answer answer = part("Range", range);
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.header("Content-Range"))
                .isEqualTo("bytes %d-%d/3884".formatted(first, last));
        assertThat(answer.header("Content-Length")).isEqualTo("" + (last + 1 - first));
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("Content-Type")).isEqualTo("audio/wav");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.response().body())
                .isEqualTo(new String(ScriptedVoicemail.WAV, US_ASCII).substring(first, last + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=3884-", "bytes=3884-4000", "bytes=999999999999999999-", "bytes=-0"})
    void aPartThatAMessageDoesNotHaveIsRefusedWithItsLength(String range) {
        Visit.Answer answer = part("Range", range);
        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */3884");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.detail()).isEqualTo("The sound is not as long as that.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=5-4",
                "bytes=-",
                "bytes=0-1,5-6",
                "bytes=a-b",
                "seconds=0-1",
                "bytes=9999999999999999999999-",
                ""
            })
    void whoeverAsksInAnotherWayIsGivenAllOfIt(String range) {
        assertThat(part("Range", range).status()).isEqualTo(200);
        assertThat(part("Range", range).header("Content-Length")).isEqualTo("3884");
    }

    @Test
    void whoeverHasAPartOfWhatMayBeSomethingElseIsGivenAllOfIt() {
        assertThat(part("Range", "bytes=0-1", "If-Range", "\"before\"").status()).isEqualTo(200);
    }

    @Test
    void aPartOfWhatNobodyHasLeftIsNotFound() {
        assertThat(
                        visit.send(
                                        HttpRequest.newBuilder(
                                                        visit.at("/api/voicemail/message-9/audio"))
                                                .header("Range", "bytes=0-1"))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void aMessageIsMarkedAsHeardAndAsNewAgain() {
        assertThat(visit.post("/api/voicemail/message-1/heard").body().path("heard").asBoolean())
                .isTrue();
        assertThat(unheard()).isZero();
        visit.post("/api/voicemail/message-1/heard", "{\"heard\":false}");
        assertThat(unheard()).isEqualTo(1);
    }

    private int unheard() {
        return visit.get("/api/voicemail").body().path("unheard").asInt(-1);
    }

    @Test
    void aMessageOnTheAirIsACartAndHeard() {
        assertThat(visit.post("/api/voicemail/message-1/play").body().toString())
                .isEqualTo(
                        """
                        {"status":"playing","cart":"cart-9","sound":"message-1",\
                        "title":"Voicemail"}\
                        """);
        assertThat(unheard()).isZero();
        assertThat(visit.get("/api/sfx").body().path("playing").findValuesAsText("sound"))
                .contains("message-1");
    }

    @Test
    void aMessageIsDeletedOnce() {
        assertThat(visit.delete("/api/voicemail/message-1").body().toString())
                .isEqualTo("{\"status\":\"deleted\"}");
        assertThat(visit.delete("/api/voicemail/message-1").status()).isEqualTo(404);
        assertThat(visit.get("/api/voicemail").body().path("messages")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/voicemail/message-9/audio",
        "POST, /api/voicemail/message-9/play",
        "POST, /api/voicemail/message-9/heard",
        "DELETE, /api/voicemail/message-9",
        "GET, /api/voicemail/..%2fjournal/audio"
    })
    void whatNobodyHasLeftIsNotFound(String method, String path) {
        Visit.Answer answer =
                switch (method) {
                    case "GET" -> visit.get(path);
                    case "POST" -> visit.post(path);
                    default -> visit.delete(path);
                };
        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void aDiskThatFailsIsSaidInWords() {
        visit.room.voicemail.breaks();
        for (Visit.Answer answer :
                List.of(
                        visit.get("/api/voicemail/message-1/audio"),
                        visit.post("/api/voicemail/message-1/heard"),
                        visit.delete("/api/voicemail/message-1"))) {
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.detail()).isEqualTo("A message cannot be kept: the disk is full.");
        }
    }

    @Test
    void everyPageIsToldWheneverItStandsOtherwise() throws Exception {
        try (var reader = new SseReader(visit.port(), "/api/events")) {
            assertThat(reader.next("voicemail").data())
                    .isEqualTo(
                            "{\"on\":true,\"trouble\":null,\"unheard\":1,\"all\":2,\"changes\":0}");
            visit.post("/api/voicemail/message-1/heard");
            assertThat(reader.next("voicemail").data())
                    .isEqualTo(
                            "{\"on\":true,\"trouble\":null,\"unheard\":0,\"all\":2,\"changes\":1}");
            visit.room.voicemail.isTroubled("Voicemail is full.");
            assertThat(reader.next("voicemail").data())
                    .contains("\"trouble\":\"Voicemail is full.\"");
        }
    }
}
