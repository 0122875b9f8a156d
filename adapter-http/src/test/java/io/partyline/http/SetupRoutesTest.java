package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SetupRoutesTest {
    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    private JsonNode part(String name) {
        for (JsonNode part : visit.get("/api/settings").body().path("parts")) {
            if (part.path("part").asText().equals(name)) {
                return part;
            }
        }
        throw new AssertionError("no part " + name);
    }

    @Test
    void everyPartTellsItsSettingsAndWhatOfItCanBeTried() {
        assertThat(visit.get("/api/settings").body().path("trying").isNull()).isTrue();
        assertThat(part("phone"))
                .hasToString(
                        "{\"part\":\"phone\",\"tries\":true,\"settings\":[{\"name\":\"PARTYLINE_PHONE_OPEN\",\"value\":\"true\",\"secret\":false,\"given\":true,\"from\":\"yaml\",\"usual\":\"auto\",\"means\":\"What PARTYLINE_PHONE_OPEN is for, in a sentence that takes a line or two of the page.\",\"changes\":true}],\"choices\":[]}");
        assertThat(part("channels").path("choices").get(1))
                .hasToString("{\"choice\":\"2\",\"name\":\"2\",\"detail\":\"ai\"}");
    }

    @Test
    void ofAKeyIsToldOnlyThatThereIsOne() {
        JsonNode key = part("mind").path("settings").get(1);
        assertThat(key.path("value").isNull()).isTrue();
        assertThat(key.path("secret").asBoolean()).isTrue();
        assertThat(key.path("given").asBoolean()).isTrue();
    }

    @Test
    void aPartIsTriedAndTellsHowThatWent() {
        visit.setup.turnsOut(Setup.State.TROUBLE, ScriptedSetup.TROUBLE);
        Visit.Answer answer = visit.post("/api/settings/sound/try");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .hasToString(
                        "{\"part\":\"sound\",\"state\":\"trouble\",\"sentence\":\"%s\",\"ms\":1234}"
                                .formatted(ScriptedSetup.TROUBLE));
        assertThat(visit.post("/api/settings/voices/try", "{\"choice\":\"2\"}").status())
                .isEqualTo(200);
        assertThat(visit.setup.tried()).isEqualTo(List.of("sound", "voices/2"));
    }

    @Test
    void whatMayNotBeTriedNowIsRefusedInWords() {
        visit.setup.refuse("Somebody is on the air, and this would be heard there.");
        Visit.Answer answer = visit.post("/api/settings/sound/try");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail())
                .isEqualTo("Somebody is on the air, and this would be heard there.");
    }

    @Test
    void whatIsNotThereCannotBeTried() {
        assertThat(visit.post("/api/settings/desk/try").status()).isEqualTo(404);
        assertThat(visit.post("/api/settings/garage/try").detail())
                .isEqualTo("There is no such part to try.");
        assertThat(visit.post("/api/settings/sound/try", "{\"part\":\"sound\"}").status())
                .isEqualTo(400);
        assertThat(visit.setup.tried()).isEmpty();
    }

    @Test
    void stoppingIsSafeToRepeat() {
        for (int time = 0; time < 2; time++) {
            assertThat(visit.post("/api/settings/stop").body())
                    .hasToString("{\"status\":\"stopped\"}");
        }
    }
}
