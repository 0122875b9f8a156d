package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void theStageShowsWhoIsOnTheAirAndWhatAbout() {
        CallId dave = room.held(1);
        room.ask(
                new CallCommand.WriteCard(
                        dave, dave("555 123 4567 keeps calling", "sounds drunk")));
        room.take(dave);
        room.aiOnAir("1");
        JsonNode stage = visit.get("/api/stage").body();
        assertThat(stage.path("show_name").asText()).isEqualTo("Night Owls");
        assertThat(stage.path("on_air")).hasSize(2);
        assertThat(stage.path("on_air").path(0).path("name").asText()).isEqualTo("Dave");
        assertThat(stage.path("on_air").path(0).path("topic").asText()).contains("keeps calling");
        assertThat(stage.path("on_air").path(1).path("kind").asText()).isEqualTo("ai");
    }

    @Test
    void nobodyWhoWaitsNoNumberAndNothingThatWasNotedIsOnTheStage() {
        CallId dave = room.held(1);
        room.ask(new CallCommand.WriteCard(dave, dave("call 555 123 4567", "sounds drunk")));
        room.take(dave);
        room.held(2);
        String told = visit.get("/api/stage").response().body();
        assertThat(told).doesNotContain("4567", "0101", "drunk", "Tucson", "CA0", "phone");
        assertThat(visit.get("/api/stage").body().path("on_air")).hasSize(1);
    }

    private static Card.Written dave(String point, String notes) {
        return new Card.Written(
                Optional.of("Dave"),
                Optional.of("Tucson"),
                Optional.of(point),
                Optional.of(notes),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
