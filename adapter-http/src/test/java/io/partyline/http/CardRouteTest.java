package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardRouteTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    private Visit.Answer write(CallId call, String json) {
        return visit.send(
                visit.posting("/api/calls/%s/card".formatted(call))
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private JsonNode row() {
        return visit.get("/api/queue").body().path("queue").path(0);
    }

    @Test
    void whatIsWrittenStandsInTheQueue() {
        CallId call = room.held(1);
        Visit.Answer answer =
                write(
                        call,
                        """
                        {"name":"Dave","place":"Leeds","point":"The boat","notes":"Loud","vip":true}
                        """);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("name").asText()).isEqualTo("Dave");
        JsonNode row = row();
        assertThat(row.path("name").asText()).isEqualTo("Dave");
        assertThat(row.path("topic").asText()).isEqualTo("The boat");
        assertThat(row.path("place").asText()).isEqualTo("Leeds");
        assertThat(row.path("notes").asText()).isEqualTo("Loud");
        assertThat(row.path("vip").asBoolean()).isTrue();
        assertThat(row.path("ready").asBoolean()).isTrue();
    }

    @Test
    void whatAPersonHasWrittenIsNamedInTheOrderOfTheCard() {
        CallId call = room.held(1);
        assertThat(row().path("by_hand")).isEmpty();
        Visit.Answer answer = write(call, "{\"point\":\"The boat\",\"name\":\"Dave\"}");
        assertThat(answer.body().path("by_hand")).hasToString("[\"name\",\"point\"]");
        assertThat(row().path("by_hand")).hasToString("[\"name\",\"point\"]");
        write(call, "{\"name\":\"\"}");
        assertThat(row().path("by_hand")).hasToString("[\"point\"]");
    }

    @Test
    void whatIsNotNamedStaysAsItWas() {
        CallId call = room.held(1);
        write(call, "{\"name\":\"Dave\",\"place\":\"Leeds\"}");
        write(call, "{\"place\":\"\"}");
        assertThat(row().path("name").asText()).isEqualTo("Dave");
        assertThat(row().path("place").isNull()).isTrue();
        assertThat(write(call, "{}").status()).isEqualTo(200);
        assertThat(row().path("name").asText()).isEqualTo("Dave");
    }

    @Test
    void theScreenersWordsAndFlagsStandInTheQueueAndInTheShow() {
        CallId call = room.held(1);
        room.ask(new CallCommand.Screen(call));
        assertThat(row().path("screening_status").asText()).isEqualTo("asking");
        room.ask(
                new CallCommand.FileCard(
                        call, new Card.Told("Mia", "York", "Help", "afraid", 0.75, true, true)));
        room.ask(new CallCommand.EndScreening(call, Card.Screening.DONE));
        JsonNode row = row();
        assertThat(row.path("screening_status").asText()).isEqualTo("done");
        assertThat(row.path("minor").asBoolean() && row.path("danger").asBoolean()).isTrue();
        assertThat(row.path("mood").asText()).isEqualTo("afraid");
        assertThat(row.path("confidence").asDouble()).isEqualTo(0.75);
        assertThat(row.path("ready").asBoolean()).isFalse();
        JsonNode card = visit.get("/api/show").body().path("calls").path(0).path("card");
        assertThat(card.path("point").asText()).isEqualTo("Help");
    }

    @Test
    void aCardIsWrittenOnTheAirToo() {
        CallId call = room.onAir(1);
        assertThat(write(call, "{\"name\":\"Dave\"}").status()).isEqualTo(200);
        assertThat(room.show().call(call).orElseThrow().caller().name()).isEqualTo("Dave");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nam\":\"Dave\"}",
                "{\"name\":7}",
                "{\"vip\":\"yes\"}",
                "{\"name\":\"a\\u0000b\"}",
                "[]",
                "{",
                "\"Dave\""
            })
    void aBadCardIsRefusedAndNothingHasChanged(String json) {
        CallId call = room.held(1);
        Visit.Answer answer = write(call, json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isNotBlank();
        assertThat(row().path("name").asText()).isEqualTo("Caller");
    }

    @Test
    void aCardThatIsTooLongIsRefusedWithTheLimit() {
        CallId call = room.held(1);
        Visit.Answer answer = write(call, "{\"name\":\"%s\"}".formatted("x".repeat(61)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("\"name\" is too long: 60 characters is the most.");
    }

    @Test
    void nobodyWritesTheCardOfSomebodyWhoHasGoneOrByPost() {
        assertThat(write(ScriptedRoom.sid(7), "{\"name\":\"Dave\"}").status()).isEqualTo(404);
        CallId call = room.held(1);
        assertThat(visit.post("/api/calls/%s/card".formatted(call)).status()).isEqualTo(405);
    }

    @Test
    void aForeignPageCannotWriteACard() {
        CallId call = room.held(1);
        HttpRequest.Builder without =
                HttpRequest.newBuilder(visit.at("/api/calls/%s/card".formatted(call)))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"Dave\"}"));
        assertThat(visit.send(without).status()).isEqualTo(403);
        assertThat(row().path("name").asText()).isEqualTo("Caller");
    }
}
