package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.show.Advice;
import io.partyline.show.AiMode;
import io.partyline.show.CallId;
import io.partyline.show.Eagerness;
import io.partyline.show.FloorCommand;
import io.partyline.show.Surroundings;
import io.partyline.show.TurnOutcome;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PanelRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    private static String note(String key, String text) {
        return "{\"key\":\"%s\",\"text\":\"%s\"}".formatted(key, text);
    }

    private JsonNode picture(CallId call) {
        for (JsonNode one : visit.get("/api/show").body().path("calls")) {
            if (one.path("call_sid").asText().equals(call.value())) {
                return one;
            }
        }
        throw new AssertionError(call + " is not in the picture");
    }

    /// Somebody whose hand is up.
    private CallId raised() {
        room.onAir(1);
        CallId ai = room.aiOnAir("2");
        var hello = room.show().floor().turn().orElseThrow();
        room.ask(new FloorCommand.EndTurn(hello.id(), TurnOutcome.FINISHED, ""));
        room.ask(new FloorCommand.SetAiMode(AiMode.AUTO));
        room.hears(Optional.of(ScriptedRoom.sid(1)), "I sold it and moved onto a train.", 0);
        room.ask(
                new FloorCommand.Advise(
                        ai,
                        room.show().conversation().utterances().getLast().seq(),
                        new Advice(Advice.Kind.SPEAK, "lived on a train"),
                        Surroundings.QUIET));
        return ai;
    }

    @Test
    void aNoteIsSlippedToTheOneWhoIsMeantAndShownAsTheirs() {
        CallId first = room.aiOnAir("1");
        CallId second = room.aiOnAir("2");
        Visit.Answer answer = visit.post("/api/ai/cue", note("2", "disagree"));
        assertThat(answer.body().path("status").asText()).isEqualTo("cued");
        assertThat(answer.body().path("call_sid").asText()).isEqualTo(second.value());
        assertThat(picture(second).path("cues").get(0).asText()).isEqualTo("disagree");
        assertThat(picture(first).path("cues")).isEmpty();
        assertThat(visit.get("/api/conversation").body().path("conversation")).isEmpty();
    }

    @Test
    void aNoteNeedsSomebodyAndAFewWords() {
        room.aiOnAir("1");
        assertThat(visit.post("/api/ai/cue", note("99", "disagree")).status()).isEqualTo(404);
        assertThat(visit.post("/api/ai/cue", note("2", "disagree")).status()).isEqualTo(409);
        assertThat(visit.post("/api/ai/cue", note("1", " ")).status()).isEqualTo(400);
        assertThat(visit.post("/api/ai/cue", note("1", "x".repeat(301))).detail())
                .isEqualTo("\"text\" is too long for a note: 300 characters is the most.");
        assertThat(visit.post("/api/ai/cue", "{\"key\":\"1\"}").status()).isEqualTo(400);
    }

    @Test
    void aRaisedHandIsSeenWithItsReasonAndCanBeAccepted() {
        CallId ai = raised();
        assertThat(picture(ai).path("hand").asText()).isEqualTo("lived on a train");
        assertThat(picture(ai).path("jump_in").asText())
                .isEqualTo("stays silent: has just spoken, or the AI callers have unasked");
        Visit.Answer accepted = visit.post("/api/ai/hands/2/accept");
        assertThat(accepted.body().path("call_sid").asText()).isEqualTo(ai.value());
        assertThat(picture(ai).path("hand").isNull()).isTrue();
    }

    @Test
    void aHandThatIsNotUpCannotBeAccepted() {
        room.aiOnAir("1");
        Visit.Answer none = visit.post("/api/ai/hands/1/accept");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.detail()).isEqualTo("That AI caller has not raised a hand.");
        assertThat(visit.post("/api/ai/hands/99/accept").status()).isEqualTo(404);
    }

    @Test
    void theDialIsTurned() {
        assertThat(
                        visit.post("/api/ai/eagerness", "{\"eagerness\":\"shy\"}")
                                .body()
                                .path("eagerness")
                                .asText())
                .isEqualTo("shy");
        assertThat(room.show().floor().panel().eagerness()).isEqualTo(Eagerness.SHY);
        assertThat(visit.get("/api/show").body().path("ai_eagerness").asText()).isEqualTo("shy");
        assertThat(visit.post("/api/ai/eagerness", "{\"eagerness\":\"loud\"}").detail())
                .isEqualTo("The field \"eagerness\" must be shy or balanced or eager.");
    }
}
