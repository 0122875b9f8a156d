package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.audio.loudness.Loudness;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    private Visit.Answer gain(CallId call, String body) {
        return visit.put("/api/calls/%s/gain".formatted(call), body);
    }

    private Visit.Answer chain(CallId call, String body) {
        return visit.put("/api/calls/%s/chain".formatted(call), body);
    }

    private JsonNode inThePicture() {
        return visit.get("/api/show").body().path("calls").get(0);
    }

    @Test
    void aCallerIsTrimmedByHand() {
        CallId call = room.onAir(1);
        JsonNode body = gain(call, "{\"db\":-3}").body();
        assertThat(body.path("gain_db").asDouble()).isEqualTo(-3);
        assertThat(inThePicture().path("gain_db").asDouble()).isEqualTo(-3);
        assertThat(gain(call, "{\"db\":2.5}").status()).isEqualTo(200);
        assertThat(room.show().call(call).orElseThrow().chain().trimDb()).isEqualTo(2.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"18.5", "-19", "1e300"})
    void outOfReachIsSaidInWordsAndChangesNothing(String db) {
        CallId call = room.onAir(1);
        Visit.Answer answer = gain(call, "{\"db\":%s}".formatted(db));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail())
                .isEqualTo("A caller can be raised or lowered by 18 dB at most.");
        assertThat(room.show().call(call).orElseThrow().chain().trimDb()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"db\":\"loud\"}", "{\"db\":null}", "{\"db\":1,\"x\":2}", "[1]"})
    void aBodyThatSaysNoNumberIsRefused(String body) {
        assertThat(gain(room.onAir(1), body).status()).isEqualTo(400);
    }

    @Test
    void nobodyIsTrimmedWhoIsNotOnTheLine() {
        assertThat(gain(new CallId("CA-nobody"), "{\"db\":1}").status()).isEqualTo(404);
        assertThat(chain(new CallId("CA-nobody"), "{}").status()).isEqualTo(404);
    }

    @Test
    void linksAreSwitchedOneByOneAndTheOthersStayAsTheShowHasThem() {
        CallId call = room.onAir(1);
        JsonNode all = inThePicture().path("chain");
        for (String link :
                new String[] {"high_pass", "auto_gain", "expander", "limiter", "ducking"}) {
            assertThat(all.path(link).asBoolean()).as(link).isTrue();
        }
        chain(call, "{\"auto_gain\":false}");
        JsonNode now = chain(call, "{\"ducking\":false}").body().path("chain");
        assertThat(now.path("auto_gain").asBoolean(true)).isFalse();
        assertThat(now.path("ducking").asBoolean(true)).isFalse();
        assertThat(now.path("limiter").asBoolean()).isTrue();
        assertThat(inThePicture().path("chain")).isEqualTo(now);
        assertThat(chain(call, "{\"compressor\":true}").status()).isEqualTo(400);
    }

    @Test
    void whoListensByALoudspeakerIsMarked() {
        CallId call = room.onAir(1);
        assertThat(inThePicture().path("on_speaker").asBoolean(true)).isFalse();
        room.ask(new CallCommand.ReportSpeaker(call, true));
        assertThat(inThePicture().path("on_speaker").asBoolean()).isTrue();
    }

    @Test
    void howLoudTheProgramIsIsToldToATenth() {
        room.loudness(new Loudness(-18.26, -19.04, -19.96, 6.44, -1.02, -14.5, -16.31));
        assertThat(visit.get("/api/loudness").body().toString())
                .isEqualTo(
                        """
                        {"momentary_lufs":-18.3,"short_term_lufs":-19.0,"integrated_lufs":-20.0,\
                        "range_lu":6.4,"true_peak_db":-1.0,\
                        "max_momentary_lufs":-14.5,"max_short_term_lufs":-16.3}\
                        """);
    }
}
