package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.ShowCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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
    void aVisitOfACallThatHasEndedBecomesACart() {
        var clipped = new ArrayList<String>();
        RecordedShow recording =
                new RecordedShow() {
                    @Override
                    public RecordingInfo info() {
                        return new RecordingInfo(
                                true, Optional.empty(), List.of(), OptionalDouble.empty());
                    }

                    @Override
                    public Clip clip(CallRecord call, int visit) {
                        clipped.add(call.id() + " " + visit);
                        return new Clip.Made("clip.wav");
                    }
                };
        try (var other = new Visit(new ScriptedRoom(), Optional.empty(), recording)) {
            CallId call = other.room.onAir(1);
            String address = "/api/history/%s/clip".formatted(call);
            assertThat(other.post(address).status()).isEqualTo(409);
            other.room.ask(new CallCommand.HangUp(call));
            assertThat(other.post(address).body().toString())
                    .isEqualTo("{\"status\":\"clipped\",\"sound\":\"clip.wav\"}");
            assertThat(other.post(address, "{\"visit\":1}").status()).isEqualTo(200);
            Visit.Answer wrong = other.post(address, "{\"visit\":2}");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.detail()).isEqualTo("\"visit\" must be between 1 and 1.");
            assertThat(other.post("/api/history/CA0/clip").status()).isEqualTo(404);
            assertThat(clipped).containsExactly(call + " 1", call + " 1");
        }
    }

    @Test
    void aCallThatWasNotOnTheAirHasNoVisitToClip() {
        CallId call = room.held(1);
        room.ask(new CallCommand.HangUp(call));
        Visit.Answer answer = visit.post("/api/history/%s/clip".formatted(call));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isEqualTo("That caller was not on the air.");
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
