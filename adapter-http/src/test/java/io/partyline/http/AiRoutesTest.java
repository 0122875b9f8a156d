package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.show.CallId;
import io.partyline.show.FloorCommand;
import io.partyline.show.TurnOutcome;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AiRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void theCastSaysWhoIsOnTheShow() {
        room.aiOnAir("2");
        JsonNode callers = visit.get("/api/callers").body().path("callers");
        assertThat(callers.get(0).toString())
                .isEqualTo(
                        """
                        {"key":"1","name":"Persona1","gender":"female","age_range":"40s","vibe":"A vibe.",\
                        "voice":"voice-1","returning":false,"instead_of":null,"on_show":false,"state":null}\
                        """);
        assertThat(callers.get(1).path("instead_of").asText()).isEqualTo("Maya");
        assertThat(callers.get(1).path("on_show").asBoolean()).isTrue();
        assertThat(callers.get(1).path("state").asText()).isEqualTo("on_air");
    }

    @Test
    void anAiCallerComesOnOnce() {
        Visit.Answer answer = visit.post("/api/call/1");
        assertThat(answer.body().path("status").asText()).isEqualTo("connected");
        assertThat(answer.body().path("background").asText()).isEqualTo("Why 1 calls.");
        assertThat(answer.body().path("caller").path("name").asText()).isEqualTo("Persona1");
        assertThat(answer.body().path("caller").path("channel").asInt()).isEqualTo(2);
        assertThat(visit.post("/api/call/1").status()).isEqualTo(409);
        assertThat(visit.post("/api/call/7").status()).isEqualTo(404);
    }

    @Test
    void hangingUpEndsTheAiCallThatIsMeant() {
        room.aiOnAir("1");
        room.aiOnAir("2");
        assertThat(visit.post("/api/hangup").status()).isEqualTo(409);
        assertThat(visit.post("/api/hangup", "{\"key\":\"2\"}").body().path("caller").asText())
                .isEqualTo("Persona2");
        assertThat(visit.post("/api/hangup").body().path("caller").asText()).isEqualTo("Persona1");
        Visit.Answer nobody = visit.post("/api/hangup");
        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.detail()).isEqualTo("No AI caller is on the air.");
    }

    @Test
    void aChatIsAnsweredByTheAiCaller() {
        room.aiOnAir("1");
        JsonNode answer = visit.post("/api/chat", "{\"text\":\"Hi\"}").body();
        assertThat(answer.path("text").asText()).isEqualTo("You said: Hi");
        assertThat(answer.path("caller").asText()).isEqualTo("Persona1");
        assertThat(answer.path("turn_id").asText()).startsWith("turn-");
    }

    @Test
    void aChatThatCannotBeAnsweredSaysWhy() {
        assertThat(visit.post("/api/chat", "{\"text\":\"Hi\"}").status()).isEqualTo(400);
        room.aiOnAir("1");
        assertThat(visit.post("/api/chat", "{\"text\":\" \"}").detail())
                .isEqualTo("There is nothing to say.");
        room.answer(_ -> "");
        Visit.Answer failed = visit.post("/api/chat", "{\"text\":\"Hi\"}");
        assertThat(failed.status()).isEqualTo(502);
        assertThat(failed.detail()).isEqualTo("The AI caller had nothing to say.");
    }

    @Test
    void aTextIsSpokenInAVoice() {
        assertThat(visit.post("/api/tts", "{\"text\":\"News\",\"voice\":\"v\"}").status())
                .isEqualTo(200);
        assertThat(visit.post("/api/tts", "{\"text\":\" \",\"voice\":\"v\"}").status())
                .isEqualTo(400);
    }

    @Test
    void theFloorIsGivenStoppedAndMuted() {
        CallId ai = room.aiOnAir("1");
        assertThat(visit.post("/api/ai/respond").status()).isEqualTo(409);
        assertThat(visit.post("/api/ai/stop").status()).isEqualTo(200);
        var hello = room.show().floor().turn().orElseThrow();
        assertThat(hello.stopped()).isTrue();
        room.ask(new FloorCommand.EndTurn(hello.id(), TurnOutcome.STOPPED, ""));
        assertThat(visit.post("/api/ai/respond").body().path("call_sid").asText())
                .isEqualTo(ai.value());
        assertThat(visit.post("/api/ai/mute", "{\"muted\":true}").body().path("muted").asBoolean())
                .isTrue();
        assertThat(room.show().floor().muted()).isTrue();
        assertThat(visit.post("/api/ai/stop").status()).isEqualTo(200);
    }

    @Test
    void thePressedOfThreeRespondsAndIsStoppedAlone() {
        room.aiOnAir("1");
        CallId second = room.aiOnAir("2");
        room.aiOnAir("3");
        Visit.Answer taken = visit.post("/api/ai/respond", "{\"key\":\"2\"}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.detail()).isEqualTo("Persona1 has the floor: stop them first.");
        visit.post("/api/ai/stop", "{\"key\":\"2\"}");
        assertThat(room.show().floor().turn().orElseThrow().stopped()).isFalse();
        visit.post("/api/ai/stop", "{\"key\":\"1\"}");
        var hello = room.show().floor().turn().orElseThrow();
        assertThat(hello.stopped()).isTrue();
        JsonNode pressed = visit.post("/api/ai/respond", "{\"key\":\"2\"}").body();
        assertThat(pressed.path("call_sid").asText()).isEqualTo(second.value());
        room.ask(new FloorCommand.EndTurn(hello.id(), TurnOutcome.STOPPED, ""));
        assertThat(room.show().floor().turn().orElseThrow().id().value())
                .isEqualTo(pressed.path("turn_id").asText());
    }

    @Test
    void aKeyThatNobodyHasAndSomebodyWhoIsNotOnAreToldApart() {
        room.aiOnAir("1");
        for (String route : List.of("/api/ai/respond", "/api/ai/wrap-up", "/api/hangup")) {
            assertThat(visit.post(route, "{\"key\":\"99\"}").status()).isEqualTo(404);
            assertThat(visit.post(route, "{\"key\":\"2\"}").status()).isEqualTo(409);
        }
        assertThat(visit.post("/api/ai/stop", "{\"key\":\"99\"}").status()).isEqualTo(404);
        assertThat(visit.post("/api/ai/stop", "{\"key\":\"2\"}").status()).isEqualTo(200);
    }

    @Test
    void withoutAnAiCallerNobodyResponds() {
        assertThat(visit.post("/api/ai/respond").status()).isEqualTo(400);
        assertThat(visit.post("/api/ai/wrap-up").status()).isEqualTo(400);
    }

    @Test
    void anAiCallerIsAskedToFinish() {
        CallId first = room.aiOnAir("1");
        assertThat(visit.post("/api/ai/wrap-up").status()).isEqualTo(200);
        assertThat(room.show().call(first).orElseThrow().marks().wrappingUp()).isTrue();
        room.aiOnAir("2");
        assertThat(visit.post("/api/ai/wrap-up").status()).isEqualTo(409);
        assertThat(visit.post("/api/ai/wrap-up", "{\"key\":\"2\"}").status()).isEqualTo(200);
    }
}
