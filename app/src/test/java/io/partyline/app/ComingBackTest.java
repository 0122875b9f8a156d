package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An AI caller whom the host makes a regular comes back in a later show, and nobody else has their
/// name meanwhile.
class ComingBackTest {
    /// Evenings of which a regular is sure to be in one: the draw is by the show's id, which has
    /// the time in it, so it is another one in every run. They are missed in one evening of three.
    private static final int EVENINGS = 40;

    @TempDir Path data;

    private static JsonNode tony(HouseUnderTest house) {
        Set<String> names = new HashSet<>();
        JsonNode callers = house.desk().read("/api/callers").path("callers");
        callers.forEach(one -> names.add(one.path("name").asText()));
        assertThat(names).as("no name twice").hasSize(callers.size());
        return callers.get(0);
    }

    @Test
    void aRegularComesBackAndTheirNameIsTheirs() {
        try (var house = HouseUnderTest.open(data, Hold.STUDIO)) {
            assertThat(tony(house).path("returning").asBoolean()).isFalse();
            assertThat(
                            house.desk()
                                    .put("/api/regulars/1", "{\"storyline\":\"Sold a boat.\"}")
                                    .status())
                    .isEqualTo(200);
            int evening = 0;
            do {
                assertThat(house.desk().post("/api/session/reset", "").status()).isEqualTo(200);
                boolean returning = tony(house).path("returning").asBoolean();
                assertThat(tony(house).path("name").asText().equals("Tony")).isEqualTo(returning);
                evening++;
            } while (!tony(house).path("returning").asBoolean() && evening < EVENINGS);
            assertThat(tony(house).path("returning").asBoolean()).isTrue();

            assertThat(house.desk().delete("/api/regulars/ai-1-tony").status()).isEqualTo(200);
            assertThat(house.desk().post("/api/session/reset", "").status()).isEqualTo(200);
            assertThat(tony(house).path("name").asText()).isEqualTo("Tony");
            assertThat(tony(house).path("returning").asBoolean()).isFalse();
        }
    }
}
