package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.show.Show;
import java.net.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodRoutesTest {
    private final Visit visit = new Visit();

    @AfterEach
    void leave() {
        visit.close();
    }

    private Visit.Answer put(String body) {
        return visit.send(
                visit.posting("/api/host/mood").PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String shown() {
        JsonNode mood = visit.get("/api/show").body().path("host_mood");
        return mood.path("moods") + " by " + mood.path("by").asText();
    }

    @Test
    void theMoodThatTheRulesReadIsShown() {
        assertThat(shown()).isEqualTo("[] by rules");
        visit.room.hears(Optional.empty(), "Why did you go back to the house?", 0);
        assertThat(shown()).isEqualTo("[\"probing\"] by rules");
    }

    @Test
    void theHostsWordStandsAboveThatUntilTheyTakeItBack() {
        visit.room.hears(Optional.empty(), "Why did you go back to the house?", 0);
        Visit.Answer chosen = put("{\"mood\":\"wrapping_up\"}");
        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.body().toString())
                .isEqualTo(
                        """
                        {"moods":["wrapping_up"],"by":"host","known":["short_answers","pushback",\
                        "warmth","joking","probing","wrapping_up"]}\
                        """);
        assertThat(shown()).isEqualTo("[\"wrapping_up\"] by host");
        assertThat(put("{\"mood\":null}").status()).isEqualTo(200);
        assertThat(shown()).isEqualTo("[\"probing\"] by rules");
    }

    @ParameterizedTest
    @ValueSource(strings = {"furious", "", "probing, joking", "none"})
    void aMoodThatThereIsNotIsRefusedWithTheList(String mood) {
        Show before = visit.room.show();
        Visit.Answer answer = put("{\"mood\":\"%s\"}".formatted(mood));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail())
                .isEqualTo(
                        "There is no mood \"%s\"; there is short_answers, pushback, warmth, joking, probing, wrapping_up."
                                .formatted(mood));
        assertThat(visit.room.show()).isSameAs(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mood\":7}", "{\"mood\":[\"probing\"]}", "{\"moood\":null}", "["})
    void whatIsNoMoodAtAllIsRefused(String body) {
        assertThat(put(body).status()).isEqualTo(400);
    }
}
