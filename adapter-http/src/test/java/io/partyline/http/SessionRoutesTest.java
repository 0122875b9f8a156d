package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.AiMode;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.FollowUpCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void theAiModeIsOneOfTwoWords() {
        assertThat(visit.post("/api/session/ai-mode", "{\"mode\":\"auto\"}").body().toString())
                .isEqualTo("{\"mode\":\"auto\"}");
        assertThat(room.show().floor().mode()).isEqualTo(AiMode.AUTO);
        Visit.Answer wrong = visit.post("/api/session/ai-mode", "{\"mode\":\"AUTO\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.detail()).isEqualTo("The field \"mode\" must be manual or auto.");
    }

    @Test
    void followUpsAreSwitchedOnAndOff() {
        assertThat(visit.post("/api/session/auto-followup", "{\"enabled\":true}").body().toString())
                .isEqualTo("{\"enabled\":true}");
        assertThat(room.show().followUps().auto()).isTrue();
        visit.post("/api/session/auto-followup", "{\"enabled\":false}");
        assertThat(room.show().followUps().auto()).isFalse();
    }

    @Test
    void anEndedShowStaysUntilTheNextIsStarted() {
        CallId call = room.onAir(1);
        String running = room.show().id().value();
        assertThat(visit.post("/api/session/end").body().toString())
                .isEqualTo(
                        "{\"show_id\":\"%s\",\"files\":[\"stems/00_Mix.wav\",\"transcript.txt\"]}"
                                .formatted(running));
        var show = visit.get("/api/show").body();
        assertThat(show.path("show_id").asText()).isEqualTo(running);
        assertThat(show.path("ended_at").isNull()).isFalse();
        assertThat(show.path("lines_open").asBoolean()).isFalse();
        assertThat(show.path("recording").asBoolean()).isFalse();
        assertThat(show.path("calls").size()).isZero();
        assertThat(room.show().history().find(call)).isPresent();
        assertThat(visit.get("/observe/health").status()).isEqualTo(200);
        assertThat(visit.post("/api/session/end").status()).isEqualTo(200);
        assertThat(room.show().id().value()).isEqualTo(running);
    }

    @Test
    void aShowIsStartedAsTheHostWantsIt() {
        visit.post("/api/session/end");
        var started =
                visit.post("/api/session/start", "{\"recording\":false,\"lines_open\":false}")
                        .body();
        assertThat(started.path("recording").asBoolean()).isFalse();
        assertThat(started.path("lines_open").asBoolean()).isFalse();
        assertThat(room.show().id().value()).isEqualTo(started.path("show_id").asText());
        assertThat(visit.get("/api/show").body().path("ended_at").isNull()).isTrue();
    }

    @Test
    void nobodyStartsAShowWhileOneIsRunning() {
        Visit.Answer answer = visit.post("/api/session/start");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isEqualTo("A show is running already.");
    }

    @Test
    void aFollowUpNeedsACallToFollow() {
        Visit.Answer answer = visit.post("/api/followup/generate");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith("No call has ended yet");
    }

    @Test
    void aFollowUpIsPlannedShownAndCalledOff() {
        CallId call = room.onAir(1);
        room.ask(new CallCommand.HangUp(call));
        assertThat(visit.post("/api/followup/generate").body().toString())
                .isEqualTo(
                        "{\"status\":\"followup_triggered\",\"based_on\":\"%s\"}".formatted(call));
        room.ask(
                new FollowUpCommand.ChooseFollowUp(
                        call, ScriptedRoom.persona("1"), "She keeps bees too."));
        var pending = visit.get("/api/show").body().path("pending_followup");
        assertThat(pending.toString())
                .isEqualTo(
                        """
                        {"based_on":"%s","due":"2026-01-02T20:00:00Z",\
                        "caller":{"key":"1","name":"Persona1"},"why":"She keeps bees too.","offered":false}\
                        """
                                .formatted(call));
        assertThat(visit.post("/api/followup/cancel").body().path("status").asText())
                .isEqualTo("followup_cancelled");
        assertThat(visit.post("/api/followup/cancel").status()).isEqualTo(409);
    }

    @Test
    void aResetEndsEveryCallAndBeginsANewShow() {
        room.onAir(1);
        room.held(2);
        assertThat(visit.post("/api/session/reset").body().toString())
                .isEqualTo("{\"status\":\"reset\",\"show_id\":\"show-2\"}");
        assertThat(room.show().calls().live()).isEmpty();
    }
}
