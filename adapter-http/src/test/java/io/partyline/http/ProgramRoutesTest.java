package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramRoutesTest {
    private static final String PROGRAM = "/api/program";

    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    private Visit.Answer put(String json) {
        return visit.send(visit.posting(PROGRAM).PUT(BodyPublishers.ofString(json)));
    }

    @Test
    void howTheProgramIsOnItsWay() {
        assertThat(visit.get(PROGRAM).body().toString())
                .isEqualTo(
                        """
                        {"stream":"on","url":"icecast://radio.example:8000/live","connected":true,\
                        "listeners":12,"delay_s":6.5,"delay_target_s":7.0,"dump_s":3.0,"safe":true,\
                        "state":"filling","lost_s":1.24,"problem":null}\
                        """);
    }

    @Test
    void withoutAStreamThatIsSaid() {
        visit.room.transmitter.isNotSetUp();
        Visit.Answer answer = visit.get(PROGRAM);
        assertThat(answer.body().path("stream").asText()).isEqualTo("off");
        assertThat(answer.body().path("url").isNull()).isTrue();
        assertThat(answer.body().path("listeners").isNull()).isTrue();
        assertThat(put("{\"stream\":\"on\"}").status()).isEqualTo(409);
        assertThat(put("{\"delay_target_s\":3}").status()).isEqualTo(409);
        assertThat(visit.post(PROGRAM + "/panic", "{}").status()).isEqualTo(409);
    }

    @Test
    void whatIsWrongStandsBesideIt() {
        visit.room.transmitter.breaks("The stream server is gone.");
        Visit.Answer answer = visit.get(PROGRAM);
        assertThat(answer.body().path("problem").asText()).isEqualTo("The stream server is gone.");
        assertThat(answer.body().path("connected").asBoolean()).isFalse();
    }

    @Test
    void streamAndDelayCanBeChangedEachAlone() {
        assertThat(put("{\"delay_target_s\":12.5}").body().path("delay_target_s"))
                .hasToString("12.5");
        Visit.Answer off = put("{\"stream\":\"off\"}");
        assertThat(off.body().path("stream").asText()).isEqualTo("off");
        assertThat(off.body().path("delay_target_s")).hasToString("12.5");
        assertThat(put("{\"stream\":\"on\",\"delay_target_s\":0}").status()).isEqualTo(200);
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        for (String body :
                new String[] {
                    "{\"delay_target_s\":41}",
                    "{\"delay_target_s\":-1}",
                    "{\"delay_target_s\":\"7\"}",
                    "{\"stream\":\"maybe\",\"delay_target_s\":3}",
                    "{\"stream\":true}",
                    "{\"url\":\"icecast://source:pw@elsewhere/live\"}"
                }) {
            assertThat(put(body).status()).as(body).isEqualTo(400);
        }
        assertThat(visit.get(PROGRAM).body().path("delay_target_s")).hasToString("7.0");
    }

    @Test
    void aDumpSaysWhatIsOutAndHowTheProgramStands() {
        Visit.Answer answer = visit.post(PROGRAM + "/dump", "{}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("status").asText()).isEqualTo("dumped");
        assertThat(answer.body().path("from_ms").asLong()).isEqualTo(10_000);
        assertThat(answer.body().path("to_ms").asLong()).isEqualTo(13_000);
        assertThat(answer.body().path("unheard_s").asDouble()).isEqualTo(2);
        assertThat(answer.body().path("program").path("safe").asBoolean()).isTrue();
        assertThat(visit.post(PROGRAM + "/dump", "{\"seconds\":3}").status()).isEqualTo(400);
    }

    @Test
    void aPanicIsAnsweredInTheSameWay() {
        Visit.Answer answer = visit.post(PROGRAM + "/panic", "");
        assertThat(answer.body().path("status").asText()).isEqualTo("panic");
        assertThat(answer.body().path("unheard_s").asDouble()).isEqualTo(7);
    }
}
