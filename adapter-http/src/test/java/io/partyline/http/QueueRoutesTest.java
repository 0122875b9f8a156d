package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.ShowRules;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void anEmptyQueueIsAnEmptyList() {
        assertThat(visit.get("/api/queue").body().toString()).isEqualTo("{\"queue\":[],\"seq\":2}");
    }

    @Test
    void theQueueTellsWhoWaitsTheLongestFirst() {
        room.held(1);
        room.pass(Duration.ofSeconds(61));
        room.held(2);
        room.ask(new CallCommand.ChooseNext(ScriptedRoom.sid(2), true));
        JsonNode queue = visit.get("/api/queue").body().path("queue");
        assertThat(queue.get(0).toString())
                .isEqualTo(
                        """
                        {"call_sid":"CA00000000000000000000000000000001","phone":"••• 0101","wait_time":61,\
                        "visits":0,"position":1,"state":"held","name":"Caller","topic":null,"screening_status":null,\
                        "ready":false,"place":null,"notes":null,"mood":null,"confidence":0.0,"vip":false,\
                        "minor":false,"danger":false,"locked":false,"next":false,"talkback":false,"with_producer":false,"undo_until":null,"returning":null,"written_by":null,"by_hand":[]}\
                        """);
        assertThat(queue.get(1).path("position").asInt()).isEqualTo(2);
        assertThat(queue.get(1).path("next").asBoolean()).isTrue();
    }

    @Test
    void aCallerWhoShowsNoNumberIsSaidToWithholdIt() {
        CallId call = ScriptedRoom.sid(1);
        room.ask(new CallCommand.Ring(call, CallerNumber.WITHHELD));
        room.ask(new CallCommand.OpenLeg(call));
        assertThat(visit.get("/api/queue").body().path("queue").get(0).path("phone").asText())
                .isEqualTo("withheld");
        JsonNode taken = visit.post("/api/queue/take/" + call).body();
        assertThat(taken.path("caller").path("phone").asText()).isEqualTo("withheld");
    }

    @Test
    void aDroppedCallerStaysInTheQueueForAsLongAsTheyCanBeCalledBack() {
        CallId call = room.held(1);
        JsonNode dropped = visit.post("/api/queue/drop/" + call).body();
        assertThat(dropped.path("status").asText()).isEqualTo("dropped");
        assertThat(dropped.path("undo_until").asText()).isEqualTo("2026-01-02T20:00:05Z");
        JsonNode entry = visit.get("/api/queue").body().path("queue").get(0);
        assertThat(entry.path("state").asText()).isEqualTo("leaving");
        assertThat(entry.path("undo_until").asText()).isEqualTo("2026-01-02T20:00:05Z");
        room.pass(Duration.ofSeconds(5));
        assertThat(visit.get("/api/queue").body().path("queue")).isEmpty();
    }

    @Test
    void aHeldCallerWhoIsLostIsShownAsReconnecting() {
        CallId call = room.held(1);
        room.ask(new CallCommand.LoseLeg(call));
        assertThat(visit.get("/api/queue").body().path("queue").get(0).path("state").asText())
                .isEqualTo("reconnecting");
    }

    @Test
    void aTakenCallerIsOnTheAir() {
        CallId call = room.held(1);
        Visit.Answer answer = visit.post("/api/queue/take/" + call);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString())
                .isEqualTo(
                        """
                        {"status":"on_air","caller":{"call_sid":"CA00000000000000000000000000000001",\
                        "phone":"••• 0101","channel":3,"name":"Caller #1",\
                        "started_at":"2026-01-02T20:00:00Z"}}\
                        """);
        assertThat(room.show().call(call).orElseThrow().onAir()).isTrue();
    }

    @Test
    void aCallerIsTakenOnce() {
        CallId call = room.held(1);
        visit.post("/api/queue/take/" + call);
        Visit.Answer again = visit.post("/api/queue/take/" + call);
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.detail()).isEqualTo("That caller is not waiting.");
        assertThat(room.show().calls().onAir()).hasSize(1);
    }

    @Test
    void nobodyIsTakenByAnIdThatNobodyHas() {
        assertThat(visit.post("/api/queue/take/CA0").status()).isEqualTo(404);
        assertThat(visit.post("/api/queue/take/%20").status()).isEqualTo(404);
    }

    @Test
    void withoutAFreeChannelNobodyIsTaken() {
        int channels = ShowRules.DEFAULT.channels() - 4;
        for (int caller = 1; caller <= channels; caller++) {
            room.onAir(caller);
        }
        CallId late = room.held(channels + 1);
        Visit.Answer answer = visit.post("/api/queue/take/" + late);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).isEqualTo("Every caller channel is in use.");
    }

    @Test
    void aTakeThatFailsLeavesTheCallerInTheirPlace() {
        CallId call = room.held(1);
        room.failTakes("The carrier did not answer.");
        Visit.Answer answer = visit.post("/api/queue/take/" + call);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.detail()).isEqualTo("The carrier did not answer.");
        assertThat(room.show().call(call).orElseThrow().held()).isTrue();
    }

    @Test
    void takeNextTakesTheChosenOneAndThenTheLongestHeld() {
        room.held(1);
        room.pass(Duration.ofSeconds(1));
        room.held(2);
        room.ask(new CallCommand.ChooseNext(ScriptedRoom.sid(2), true));
        assertThat(taken(visit.post("/api/queue/take-next")))
                .isEqualTo(ScriptedRoom.sid(2).value());
        assertThat(taken(visit.post("/api/queue/take-next", "")))
                .isEqualTo(ScriptedRoom.sid(1).value());
        Visit.Answer nobody = visit.post("/api/queue/take-next");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.detail()).isEqualTo("Nobody is waiting.");
    }

    private static String taken(Visit.Answer answer) {
        return answer.body().path("caller").path("call_sid").asText();
    }

    @Test
    void hangingUpAnswersAtOnceAndTheSummaryComesLater() {
        room.onAir(1);
        visit.post("/api/session/auto-followup", "{\"enabled\":true}");
        Visit.Answer answer = visit.post("/api/hangup/real");
        assertThat(answer.body().toString())
                .isEqualTo(
                        """
                        {"status":"disconnected","caller":"Caller #1","summary":null,\
                        "summary_status":"pending","auto_followup":true}\
                        """);
        Visit.Answer again = visit.post("/api/hangup/real");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.detail()).isEqualTo("Nobody is on the air.");
    }

    @Test
    void withTwoCallersOnAirTheHostMustSayWhich() {
        room.onAir(1);
        CallId second = room.onAir(2);
        assertThat(visit.post("/api/hangup/real").status()).isEqualTo(409);
        Visit.Answer named =
                visit.post("/api/hangup/real", "{\"call_sid\":\"%s\"}".formatted(second));
        assertThat(named.body().path("caller").asText()).isEqualTo("Caller #2");
        assertThat(room.show().calls().onAir().map(call -> call.id()))
                .containsExactly(ScriptedRoom.sid(1));
    }

    @Test
    void hangingUpARealCallerNeverEndsAnybodyElse() {
        CallId ai = room.aiOnAir("1");
        CallId held = room.held(1);
        assertThat(visit.post("/api/hangup/real", "{\"call_sid\":\"%s\"}".formatted(ai)).status())
                .isEqualTo(404);
        assertThat(visit.post("/api/hangup/real", "{\"call_sid\":\"%s\"}".formatted(held)).status())
                .isEqualTo(409);
        assertThat(room.show().calls().live()).hasSize(2);
    }

    @Test
    void theLinesOpenAndClose() {
        assertThat(visit.post("/api/lines", "{\"open\":false}").body().toString())
                .isEqualTo("{\"open\":false}");
        assertThat(visit.post("/api/lines", "{\"open\":false}").status()).isEqualTo(200);
        assertThat(room.show().lines().open()).isFalse();
        assertThat(visit.post("/api/lines").status()).isEqualTo(400);
        assertThat(Optional.of(room.show().lines().open())).contains(false);
    }

    @Test
    void takeNextReplacesThoseOnTheAirWhenItIsAsked() {
        CallId first = room.onAir(1);
        CallId second = room.held(2);
        Visit.Answer taken = visit.post("/api/queue/take-next", "{\"replace\":true}");
        assertThat(taken.body().path("caller").path("call_sid").asText()).isEqualTo(second.value());
        assertThat(room.show().call(first).orElseThrow().held()).isTrue();
    }

    @Test
    void takeNextAddsWhereNothingElseIsSaid() {
        CallId first = room.onAir(1);
        room.held(2);
        visit.post("/api/queue/take-next");
        assertThat(room.show().call(first).orElseThrow().onAir()).isTrue();
    }
}
