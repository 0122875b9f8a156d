package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.FloorCommand;
import io.partyline.show.Summary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void theShowIsToldWithTheNumberItStandsFor() {
        room.pass(Duration.ofSeconds(2));
        CallId real = room.onAir(1);
        room.aiOnAir("1");
        JsonNode show = visit.get("/api/show").body();
        assertThat(show.path("seq").asLong()).isEqualTo(room.show().seq());
        assertThat(show.path("show_id").asText()).isEqualTo("show-1");
        assertThat(show.path("show_name").asText()).isEqualTo("Night Owls");
        assertThat(show.path("started_at").asText()).isEqualTo("2026-01-02T20:00:00Z");
        assertThat(show.path("lines_open").asBoolean()).isTrue();
        assertThat(show.path("ai_mode").asText()).isEqualTo("manual");
        assertThat(show.path("recording").asBoolean()).isTrue();
        assertThat(show.path("position_ms").asLong()).isEqualTo(2_000);
        assertThat(show.path("pending_followup").isNull()).isTrue();
        assertThat(show.path("event_types")).hasSize(FeedJson.types().size() + 1);
        assertThat(show.path("calls").get(0).toString())
                .isEqualTo(
                        """
                        {"call_sid":"%s","kind":"real","name":"Caller #1","phone":"••• 0101","key":null,\
                        "state":"on_air","channel":3,"since":"2026-01-02T20:00:02Z","visits":1,"muted":false,\
                        "locked":false,"talkback":false,"with_producer":false,"wrapping_up":false,"based_on":null,\
                        "undo_until":null,"returning":null,"card":{"name":"Caller #1","place":"","point":"","notes":"",\
                        "vip":false,"mood":"","confidence":0.0,"minor":false,"danger":false,\
                        "screening_status":null,"ready":false,"written_by":null,"by_hand":[]},"hand":null,"jump_in":null,"cues":[],"gain_db":0.0,\
                        "chain":{"high_pass":true,"auto_gain":true,"expander":true,"limiter":true,"ducking":true},\
                        "on_speaker":false}\
                        """
                                .formatted(real));
        assertThat(show.path("calls").get(1).path("key").asText()).isEqualTo("1");
        JsonNode turn = show.path("floor").path("turn");
        assertThat(turn.path("name").asText()).isEqualTo("Persona1");
        assertThat(turn.path("why").asText()).isEqualTo("hello");
        assertThat(turn.path("worded").asBoolean()).isFalse();
        room.ask(
                new FloorCommand.WriteReply(
                        room.show().floor().turn().orElseThrow().id(), "Good evening."));
        turn = visit.get("/api/show").body().path("floor").path("turn");
        assertThat(turn.path("worded").asBoolean()).isTrue();
    }

    @Test
    void anEndedCallIsKeptWithWhatWasSaid() {
        CallId call = room.onAir(1);
        room.hears(Optional.of(call), "Hello there", 48_000);
        room.hears(Optional.empty(), "Hello yourself", 96_000);
        room.pass(Duration.ofSeconds(30));
        room.ask(new CallCommand.HangUp(call));
        JsonNode past = visit.get("/api/history").body().path("history").get(0);
        assertThat(past.path("caller_type").asText()).isEqualTo("real");
        assertThat(past.path("caller_name").asText()).isEqualTo("Caller #1");
        assertThat(past.path("channel").asInt()).isEqualTo(3);
        assertThat(past.path("ended_by").asText()).isEqualTo("host");
        assertThat(past.path("rang_at").asText()).isEqualTo("2026-01-02T20:00:00Z");
        assertThat(past.path("ended_at").asText()).isEqualTo("2026-01-02T20:00:30Z");
        assertThat(past.path("summary").isNull()).isTrue();
        assertThat(past.path("summary_status").asText()).isEqualTo("pending");
        assertThat(past.path("transcript")).hasSize(2);
        JsonNode line = past.path("transcript").get(0);
        assertThat(line.path("role").asText()).isEqualTo("real_caller:Caller #1");
        assertThat(line.path("content").asText()).isEqualTo("Hello there");
        assertThat(line.path("at_ms").asLong()).isEqualTo(1_000);
    }

    @Test
    void aCallThatWasPutBackHasAVisitForEachStretchOnTheAir() {
        CallId call = room.onAir(1);
        room.pass(Duration.ofSeconds(30));
        room.ask(new CallCommand.Hold(call));
        room.pass(Duration.ofSeconds(60));
        JsonNode waiting = visit.get("/api/queue").body().path("queue").get(0);
        assertThat(waiting.path("wait_time").asLong()).isEqualTo(60);
        assertThat(waiting.path("visits").asInt()).isEqualTo(1);
        room.take(call);
        room.pass(Duration.ofSeconds(10));
        JsonNode onAir = visit.get("/api/show").body().path("calls").get(0);
        assertThat(onAir.path("since").asText()).isEqualTo("2026-01-02T20:01:30Z");
        assertThat(onAir.path("visits").asInt()).isEqualTo(2);
        room.ask(new CallCommand.HangUp(call));
        JsonNode past = visit.get("/api/history").body().path("history").get(0);
        assertThat(past.path("aired_at").asText()).isEqualTo("2026-01-02T20:00:00Z");
        assertThat(past.path("visits")).hasSize(2);
        assertThat(past.path("visits").get(1).path("aired_at").asText())
                .isEqualTo("2026-01-02T20:01:30Z");
        assertThat(past.path("visits").get(1).path("left_at").asText())
                .isEqualTo("2026-01-02T20:01:40Z");
        assertThat(past.path("visits").get(1).path("to_ms").asLong()).isEqualTo(100_000);
    }

    @Test
    void aSummaryArrivesInTheHistory() {
        CallId call = room.onAir(1);
        room.ask(new CallCommand.HangUp(call));
        room.ask(
                new CallCommand.FileSummary(
                        call, new Summary("They keep bees.", "bees", Summary.Source.FALLBACK)));
        JsonNode past = visit.get("/api/history").body().path("history").get(0);
        assertThat(past.path("summary").asText()).isEqualTo("They keep bees.");
        assertThat(past.path("summary_status").asText()).isEqualTo("fallback");
        assertThat(past.path("topic").asText()).isEqualTo("bees");
    }

    @Test
    void theConversationGoesOnBehindANumber() {
        CallId call = room.onAir(1);
        room.hears(Optional.of(call), "One", 0);
        long seq = room.show().seq();
        room.hears(Optional.empty(), "Two", 48_000);
        JsonNode all = visit.get("/api/conversation").body().path("conversation");
        assertThat(all).hasSize(2);
        JsonNode rest = visit.get("/api/conversation?since=" + seq).body().path("conversation");
        assertThat(rest.toString())
                .isEqualTo(
                        """
                        [{"seq":%d,"role":"host","name":"Host","content":"Two","at_ms":1000,"call_sid":null}]\
                        """
                                .formatted(seq + 1));
        assertThat(visit.get("/api/conversation?since=yesterday").status()).isEqualTo(400);
    }

    @Test
    void whoeverAsksForTheConversationBehindAPlaceOfAnotherShowGetsAllOfThisOne() {
        room.hears(Optional.empty(), "Good night.", 48_000);
        long before = room.show().seq();
        room.reset();
        room.hears(Optional.empty(), "Good morning.", 48_000);
        for (String since : List.of(before + 9 + "", before + "@show-1", "0@show-2", "0")) {
            JsonNode told = visit.get("/api/conversation?since=" + since).body();
            assertThat(told.path("show_id").asText()).isEqualTo("show-2");
            assertThat(told.path("conversation")).hasSize(1);
        }
        String all = room.show().seq() + "@show-2";
        assertThat(visit.get("/api/conversation?since=" + all).body().path("conversation"))
                .isEmpty();
    }

    @Test
    void anExportIsAFileToSave() {
        Visit.Answer answer = visit.get("/api/session/export?format=txt");
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"show.txt\"");
        assertThat(answer.response().body()).isEqualTo("HOST: Hé.");
        Visit.Answer wrong = visit.get("/api/session/export?format=doc");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.detail()).isEqualTo("There is no export called \"doc\"; there is txt.");
    }

    @Test
    void theRecorderAndThePartsTellHowTheyAre() {
        assertThat(visit.get("/api/recording").body().toString())
                .isEqualTo(
                        """
                        {"recording":true,"problem":null,"stems":[{"name":"01_Host","length_ms":1500}],\
                        "disk_hours_left":12.5}\
                        """);
        assertThat(visit.get("/api/health").body().toString())
                .isEqualTo(
                        """
                        {"health":[{"part":"phone","state":"fine","detail":"Calls can come in."}]}\
                        """);
        assertThat(visit.get("/observe/health").body().toString()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void whatTheDoorHasNotGotIsSaidInOneForm() {
        Visit.Answer unknown = visit.get("/api/weather");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(unknown.body().path("status").asInt()).isEqualTo(404);
        assertThat(visit.post("/api/history", "{}").status()).isEqualTo(405);
        assertThat(visit.post("/api/weather").detail())
                .isEqualTo("The studio door has no such thing.");
        Visit.Answer method = visit.get("/api/lines");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).isEqualTo("POST");
    }

    @Test
    void aMistakeOfOursNeverShowsTheInside() {
        room.breakDown(new IllegalStateException("secret of the inside"));
        Visit.Answer answer = visit.get("/api/queue");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.response().body())
                .isEqualTo(
                        "{\"status\":500,\"detail\":\"Something went wrong inside Partyline; the"
                                + " show goes on.\"}");
    }
}
