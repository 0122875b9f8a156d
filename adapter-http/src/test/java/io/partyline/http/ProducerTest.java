package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import io.partyline.show.Seat;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The producer's seat: its own password, its own name under what is done there.
class ProducerTest {
    private static final String HOSTS = MarkedSecret.of("studio");
    private static final String PRODUCERS = MarkedSecret.of("producer");
    private static final SeatSettings SEATS = new SeatSettings(Optional.of(PRODUCERS), false);

    private final Visit visit = new Visit(new ScriptedRoom(), HOSTS, SEATS);
    private final ScriptedRoom room = visit.room;
    private final Guest host = visit.guest(HOSTS);
    private final Guest producer = visit.guest(PRODUCERS);

    @AfterEach
    void leave() {
        visit.close();
    }

    private Visit.Answer card(Guest guest, CallId call, String json) {
        return guest.ask("PUT", "/api/calls/%s/card".formatted(call.value()), json);
    }

    @Test
    void thePasswordSaysWhichSeatItIs() {
        assertThat(host.get("/api/show").body().path("seat").asText()).isEqualTo("host");
        assertThat(producer.get("/api/show").body().path("seat").asText()).isEqualTo("producer");
        assertThat(visit.guest("guess").get("/api/show").status()).isEqualTo(401);
    }

    @Test
    void aDoorWithoutAProducersPasswordHasNoSuchSeat() {
        try (var plain = new Visit(new ScriptedRoom(), HOSTS, SeatSettings.NONE)) {
            assertThat(plain.guest(PRODUCERS).get("/api/show").status()).isEqualTo(401);
            assertThat(plain.guest(HOSTS).get("/api/health").response().body())
                    .doesNotContain("producer");
        }
    }

    @Test
    void whoeverGuessesIsMadeToWaitTheProducerAtTheHostsPasswordToo() throws IOException {
        assertThat(RawSocket.ask(visit.port(), inOneConnection(PRODUCERS, WrongTries.FREE + 1)))
                .contains("401");
        assertThat(host.get("/api/health").response().body())
                .contains("%d wrong passwords came".formatted(WrongTries.FREE + 1));
    }

    /// Somebody who shows a password and then guesses, all on one connection.
    private String inOneConnection(String secret, int guesses) {
        var requests = new StringBuilder(request(secret, false));
        for (int guess = 1; guess <= guesses; guess++) {
            requests.append(request("guess-" + guess, guess == guesses));
        }
        return requests.toString();
    }

    private String request(String secret, boolean last) {
        return "GET /api/queue HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: %s\r\n%s\r\n"
                .formatted(
                        visit.port(),
                        visit.guest(secret).header(),
                        last ? "Connection: close\r\n" : "");
    }

    @Test
    void whatIsWrittenOnACardSaysWhoseHandItWas() {
        CallId call = room.held(1);
        Visit.Answer answer = card(producer, call, "{\"point\":\"The boat\"}");
        assertThat(answer.body().path("written_by").asText()).isEqualTo("producer");
        JsonNode row = host.get("/api/queue").body().path("queue").path(0);
        assertThat(row.path("written_by").asText()).isEqualTo("producer");
        card(host, call, "{\"place\":\"Leeds\"}");
        assertThat(room.show().call(call).orElseThrow().card().writtenBy()).contains(Seat.HOST);
    }

    @Test
    void whoeverSavesACardLaterIsToldWhoWasThereBefore() {
        CallId call = room.held(1);
        card(producer, call, "{\"point\":\"The boat\",\"seen\":{\"point\":\"\"}}");
        Visit.Answer late = card(host, call, "{\"point\":\"A ship\",\"seen\":{\"point\":\"\"}}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.detail()).startsWith("The producer has written onto that card meanwhile");
        assertThat(point(call)).isEqualTo("The boat");
        Visit.Answer again =
                card(host, call, "{\"point\":\"A ship\",\"seen\":{\"point\":\"The boat\"}}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(point(call)).isEqualTo("A ship");
    }

    @Test
    void whatTheScreenerHasHeardMeanwhileIsTheScreeners() {
        CallId call = room.held(1);
        room.ask(
                new CallCommand.FileCard(
                        call, new Card.Told("Mia", "", "Help", "", 0.75, false, false)));
        assertThat(card(host, call, "{\"point\":\"A ship\",\"seen\":{\"point\":\"\"}}").detail())
                .startsWith("The screener has written");
    }

    @Test
    void aScriptThatSaysNothingOfWhatItSawWritesOver() {
        CallId call = room.held(1);
        card(producer, call, "{\"point\":\"The boat\"}");
        assertThat(card(host, call, "{\"point\":\"A ship\"}").status()).isEqualTo(200);
        assertThat(card(host, call, "{\"seen\":{\"pont\":\"\"}}").status()).isEqualTo(400);
    }

    private String point(CallId call) {
        return room.show().call(call).orElseThrow().card().point();
    }

    @Test
    void aNoteStandsOnBothPagesUntilTheHostHasReadIt() {
        assertThat(producer.post("/api/notes", "{\"text\":\"Line two knows her.\"}").status())
                .isEqualTo(200);
        JsonNode note = host.get("/api/show").body().path("notes").path(0);
        assertThat(note.path("text").asText()).isEqualTo("Line two knows her.");
        assertThat(note.path("by").asText()).isEqualTo("producer");
        assertThat(note.path("read").asBoolean()).isFalse();
        host.post("/api/notes/read", "{}");
        assertThat(producer.get("/api/show").body().path("notes").path(0).path("read").asBoolean())
                .isTrue();
    }

    @Test
    void aNoteThatIsEmptyOrTooLongIsRefused() {
        assertThat(producer.post("/api/notes", "{\"text\":\" \"}").detail())
                .isEqualTo("There is nothing in that note.");
        assertThat(
                        producer.post("/api/notes", "{\"text\":\"%s\"}".formatted("x".repeat(301)))
                                .detail())
                .isEqualTo("\"text\" is too long: 300 characters is the most.");
        assertThat(producer.post("/api/notes", "{}").status()).isEqualTo(400);
        assertThat(room.show().notes()).isEmpty();
    }

    @Test
    void theHostSeesWhetherTheProducerIsHere() throws IOException {
        assertThat(health()).isEqualTo("off: Nobody sits at the producer's seat.");
        try (var page = new SseReader(producer, "/api/events")) {
            assertThat(page.next("seats").data()).isEqualTo("{\"host\":0,\"producer\":1}");
            assertThat(health()).isEqualTo("fine: The producer is here.");
            try (var hosts = new SseReader(host, "/api/events")) {
                assertThat(hosts.next("seats").data()).isEqualTo("{\"host\":1,\"producer\":1}");
                assertThat(page.next("seats").data()).isEqualTo("{\"host\":1,\"producer\":1}");
            }
        }
    }

    private String health() {
        for (JsonNode part : host.get("/api/health").body().path("health")) {
            if (part.path("part").asText().equals("producer")) {
                return part.path("state").asText() + ": " + part.path("detail").asText();
            }
        }
        return "not told";
    }

    @Test
    void theSeatsAreToldApartOrTheDoorStaysShut() {
        assertThatThrownBy(() -> door(Optional.empty(), PRODUCERS))
                .hasMessageContaining("none for the host");
        assertThatThrownBy(() -> door(Optional.of(HOSTS), HOSTS))
                .hasMessageContaining("cannot be told apart")
                .message()
                .doesNotContain(HOSTS);
        assertThatThrownBy(() -> door(Optional.of(HOSTS), " ")).hasMessageContaining("blank");
        assertThat(door(Optional.of(HOSTS), PRODUCERS) + " " + SEATS)
                .doesNotContain(HOSTS, PRODUCERS);
    }

    private static StudioSettings door(Optional<String> hosts, String producers) {
        return new StudioSettings(
                "127.0.0.1",
                0,
                "Show",
                hosts,
                DeskSettings.DEFAULT,
                new SeatSettings(Optional.of(producers), false));
    }
}
