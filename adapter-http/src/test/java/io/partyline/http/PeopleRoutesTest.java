package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.Acquaintance;
import io.partyline.show.CallId;
import io.partyline.show.EarlierCall;
import io.partyline.show.Reason;
import io.partyline.show.ShowId;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleRoutesTest {
    private static final String DAVE = "caller-0123456789abcdef";
    private static final Instant AT = Instant.parse("2026-01-02T20:00:00Z");

    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    private void daveIsKnown() {
        var call =
                new EarlierCall(
                        new ShowId("friday"), new CallId("call-1"), AT, "boats", "He rowed home.");
        visit.room.people.knows(
                DAVE, new Acquaintance("Dave", true, "Likes to talk.", false, 3, List.of(call)));
    }

    private Visit.Answer put(String id, String json) {
        return visit.send(
                visit.posting("/api/regulars/" + id)
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private Visit.Answer delete(String id) {
        return visit.send(
                visit.posting("/api/regulars/" + id)
                        .method("DELETE", HttpRequest.BodyPublishers.ofString("{}")));
    }

    @Test
    void whoComesBackIsListedInOneShapeForBothKinds() {
        daveIsKnown();
        put("1", "{}");
        assertThat(visit.get("/api/regulars").body().toString())
                .isEqualTo(
                        """
                        {"regulars":[{"id":"caller-0123456789abcdef","kind":"real","name":"Dave",\
                        "key":null,"voice":null,"storyline":null,"notes":"Likes to talk.","vip":true,\
                        "mention":false,"banned":false,"calls":3,\
                        "last_call_at":"2026-01-02T20:00:00Z","last_calls":[{"show_id":"friday",\
                        "at":"2026-01-02T20:00:00Z","topic":"boats","summary":"He rowed home."}]},\
                        {"id":"ai-1-tony","kind":"ai","name":"Tony","key":"1","voice":"low",\
                        "storyline":"He sold a boat.","notes":null,"vip":false,"mention":false,\
                        "banned":false,"calls":1,"last_call_at":null,"last_calls":[]}]}\
                        """)
                .doesNotContain("print of");
    }

    @Test
    void whatIsLeftOutStaysAsItWas() {
        daveIsKnown();
        var answer = put(DAVE, "{\"notes\":\"Ask about the boat.\",\"banned\":true}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("name").asText()).isEqualTo("Dave");
        assertThat(answer.body().path("notes").asText()).isEqualTo("Ask about the boat.");
        assertThat(answer.body().path("vip").asBoolean()).isTrue();
        assertThat(answer.body().path("banned").asBoolean()).isTrue();
    }

    @Test
    void somebodyWhomNobodyKnowsIsNotThere() {
        assertThat(put(DAVE, "{\"vip\":true}").status()).isEqualTo(404);
        assertThat(put("99", "{}").status()).isEqualTo(404);
        assertThat(delete(DAVE).status()).isEqualTo(404);
        assertThat(delete(DAVE).detail()).isEqualTo(Reason.NO_SUCH_PERSON.sentence());
    }

    @Test
    void whatBelongsToTheOtherKindIsRefused() {
        daveIsKnown();
        assertThat(put(DAVE, "{\"storyline\":\"x\"}").status()).isEqualTo(400);
        assertThat(put("1", "{\"vip\":true}").status()).isEqualTo(400);
        assertThat(put(DAVE, "{\"nots\":\"x\"}").status()).isEqualTo(400);
        assertThat(put(DAVE, "{\"vip\":\"yes\"}").status()).isEqualTo(400);
        assertThat(put(DAVE, "{\"name\":\"" + "x".repeat(61) + "\"}").status()).isEqualTo(400);
    }

    @Test
    void whoeverIsForgottenIsToldWithWhatIsLeft() {
        daveIsKnown();
        assertThat(delete(DAVE).body().toString())
                .isEqualTo(
                        """
                        {"status":"forgotten","shows":2,"deleted":["friday/03_Caller-Dave"],\
                        "left":["friday/00_Mix"]}\
                        """);
        assertThat(visit.get("/api/regulars").body().path("regulars")).isEmpty();
    }

    @Test
    void aCallerOfTheShowThatIsRunningIsKeptUntilItIsOver() {
        daveIsKnown();
        visit.room.people.refuses(Reason.STILL_IN_THE_SHOW);
        assertThat(delete(DAVE).status()).isEqualTo(409);
        assertThat(delete(DAVE).detail()).isEqualTo(Reason.STILL_IN_THE_SHOW.sentence());
    }

    @Test
    void aBookThatCannotBeWrittenIsSaidInWords() {
        daveIsKnown();
        visit.room.people.breakDown();
        assertThat(delete(DAVE).status()).isEqualTo(502);
        assertThat(delete(DAVE).detail()).isEqualTo("The caller book cannot be written.");
    }

    @Test
    void aRegularIsMadeAndUnmade() {
        assertThat(
                        put("1", "{\"storyline\":\"He bought a boat.\"}")
                                .body()
                                .path("storyline")
                                .asText())
                .isEqualTo("He bought a boat.");
        assertThat(delete("ai-1-tony").body().path("status").asText())
                .isEqualTo("no_longer_a_regular");
        assertThat(visit.get("/api/regulars").body().path("regulars")).isEmpty();
    }
}
