package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.ShowCommand;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void theRecordingIsPausedAndGoesOn() {
        assertThat(visit.post("/api/recording", "{\"recording\":false}").status()).isEqualTo(200);
        assertThat(room.show().recording().wanted()).isFalse();
        assertThat(visit.get("/api/show").body().path("recording").asBoolean()).isFalse();
        visit.post("/api/recording", "{\"recording\":true}");
        assertThat(visit.get("/api/show").body().path("recording").asBoolean()).isTrue();
    }

    @Test
    void whetherToRecordMustBeSaid() {
        assertThat(visit.post("/api/recording", "{}").status()).isEqualTo(400);
        assertThat(visit.post("/api/recording", "{\"recording\":\"on\"}").status()).isEqualTo(400);
        assertThat(room.show().recording().wanted()).isTrue();
    }

    @Test
    void whereNothingIsRecordedThereIsNothingToClip() {
        Visit.Answer answer = visit.post("/api/recording/clip");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isEqualTo("Nothing of this show is recorded yet.");
        for (String wrong : List.of("0", "601", "-1", "1.5", "\"30\"")) {
            assertThat(visit.post("/api/recording/clip", "{\"seconds\":" + wrong + "}").status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void aMomentIsMarkedWithOrWithoutANote() {
        assertThat(visit.post("/api/marks", "{\"note\":\"the boat\"}").body().toString())
                .matches("\\{\"status\":\"marked\",\"at_ms\":\\d+,\"note\":\"the boat\"}");
        assertThat(visit.post("/api/marks").status()).isEqualTo(200);
        assertThat(visit.get("/api/show").body().path("marks").size()).isEqualTo(2);
        assertThat(visit.get("/api/show").body().path("marks").path(0).path("note").asText())
                .isEqualTo("the boat");
    }

    @Test
    void aNoteThatIsTooLongIsRefusedInWords() {
        Visit.Answer answer = visit.post("/api/marks", "{\"note\":\"" + "x".repeat(201) + "\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("\"note\" is too long: 200 characters is the most.");
        assertThat(room.show().recording().marks()).isEmpty();
    }

    @Test
    void aShowThatHasEndedIsNotMarked() {
        room.ask(new ShowCommand.CloseShow());
        assertThat(visit.post("/api/marks").status()).isEqualTo(409);
    }
}
