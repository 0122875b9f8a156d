package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    private Visit.Answer act(CallId call, String verb) {
        return visit.post("/api/calls/%s/%s".formatted(call, verb));
    }

    private Call now(CallId call) {
        return room.show().call(call).orElseThrow();
    }

    @Test
    void aCallOnAirGoesBackOnHold() {
        CallId call = room.onAir(1);
        assertThat(act(call, "hold").body().path("status").asText()).isEqualTo("held");
        assertThat(now(call).held()).isTrue();
        assertThat(act(call, "hold").status()).isEqualTo(409);
    }

    @Test
    void lockAndMuteCanBeSetTwiceAndTakenBack() {
        CallId call = room.onAir(1);
        for (String verb : new String[] {"lock", "lock", "mute", "mute"}) {
            assertThat(act(call, verb).status()).isEqualTo(200);
        }
        assertThat(now(call).locked() && now(call).muted()).isTrue();
        act(call, "unlock");
        act(call, "unmute");
        assertThat(now(call).locked() || now(call).muted()).isFalse();
    }

    @Test
    void aLockedCallerIsNotDropped() {
        CallId call = room.onAir(1);
        act(call, "lock");
        Visit.Answer answer = visit.post("/api/queue/drop/" + call);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail())
                .isEqualTo("That caller is locked: unlock them first, or hang up on them by name.");
    }

    @Test
    void aLockedCallerIsHungUpOnlyByName() {
        CallId call = room.onAir(1);
        act(call, "lock");
        assertThat(act(call, "hold").status()).isEqualTo(409);
        assertThat(act(call, "ban").status()).isEqualTo(409);
        assertThat(visit.post("/api/hangup/real").status()).isEqualTo(409);
        assertThat(now(call).onAir()).isTrue();
        assertThat(visit.post("/api/hangup/real", "{\"call_sid\":\"%s\"}".formatted(call)).status())
                .isEqualTo(200);
    }

    @Test
    void aDropIsUndoneOnce() {
        CallId call = room.held(1);
        room.ask(new CallCommand.Drop(call));
        assertThat(act(call, "undo").body().path("status").asText()).isEqualTo("held");
        assertThat(now(call).held()).isTrue();
        assertThat(act(call, "undo").status()).isEqualTo(409);
    }

    @Test
    void theNextCallerStaysChosenHoweverOftenThatIsSaid() {
        CallId call = room.held(1);
        act(call, "next");
        act(call, "next");
        assertThat(room.show().calls().chosen()).contains(call);
        visit.post("/api/calls/%s/next".formatted(call), "{\"chosen\":false}");
        assertThat(room.show().calls().chosen()).isEmpty();
    }

    @Test
    void talkbackReachesAHeldCallerOnly() {
        CallId held = room.held(1);
        assertThat(act(held, "talkback-start").status()).isEqualTo(200);
        assertThat(now(held).marks().talkback()).isTrue();
        act(held, "talkback-stop");
        assertThat(now(held).marks().talkback()).isFalse();
        assertThat(act(room.onAir(2), "talkback-start").status()).isEqualTo(404);
    }

    @Test
    void aCallerWhoWaitsIsAskedAgainAndOneOnTheAirIsNot() {
        CallId held = room.held(1);
        assertThat(act(held, "screen").body().path("status").asText()).isEqualTo("asking");
        assertThat(act(held, "screen").status()).isEqualTo(200);
        assertThat(now(held).card().asking()).isTrue();
        assertThat(now(held).held()).isTrue();
        assertThat(act(room.onAir(2), "screen").status()).isEqualTo(404);
    }

    @Test
    void aBannedCallerIsGone() {
        CallId call = room.onAir(1);
        assertThat(act(call, "ban").body().path("status").asText()).isEqualTo("banned");
        assertThat(room.show().call(call)).isEmpty();
        assertThat(act(call, "ban").status()).isEqualTo(404);
    }

    @Test
    void anUnknownVerbIsAnsweredWithTheKnownOnes() {
        Visit.Answer answer = act(room.held(1), "kick");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail())
                .isEqualTo(
                        "Nothing called \"kick\" can be done to a call; there is hold, let-go,"
                                + " undo, lock, unlock, mute, unmute, talkback-start, talkback-stop,"
                                + " screen, ban, talk-start, talk-stop, next.");
    }

    @Test
    void nothingCanBeDoneToACallThatHasGone() {
        for (CallVerb verb : CallVerb.values()) {
            assertThat(act(new CallId("CA0"), verb.word()).status()).as(verb.word()).isEqualTo(404);
        }
    }

    @Test
    void aCallerWhoWasLetGoIsBackOnTheAirAfterAnUndo() {
        CallId call = room.onAir(1);
        Visit.Answer gone = visit.post("/api/calls/%s/let-go".formatted(call.value()));
        assertThat(gone.body().path("status").asText()).isEqualTo("leaving");
        assertThat(visit.get("/api/queue").body().path("queue").path(0).path("state").asText())
                .isEqualTo("leaving");
        Visit.Answer back = visit.post("/api/calls/%s/undo".formatted(call.value()));
        assertThat(back.body().path("status").asText()).isEqualTo("taking");
    }

    @Test
    void aLockedCallerIsNotLetGoAndTheReasonIsSaid() {
        CallId call = room.onAir(1);
        visit.post("/api/calls/%s/lock".formatted(call.value()));
        Visit.Answer kept = visit.post("/api/calls/%s/let-go".formatted(call.value()));
        assertThat(kept.status()).isEqualTo(409);
        assertThat(kept.detail()).contains("unlock them first");
        assertThat(room.show().call(call).orElseThrow().locked()).isTrue();
    }
}
