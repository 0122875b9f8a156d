package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.FloorCommand;
import io.partyline.show.TurnId;
import io.partyline.show.TurnTimes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatencyRoutesTest {
    private final Visit visit = new Visit();
    private final ScriptedRoom room = visit.room;

    @AfterEach
    void leave() {
        visit.close();
    }

    /// Each step a tenth of a second after the one before, but for the last.
    private void answered(TurnId turn, int ms) {
        long from = 480_000;
        room.ask(
                new FloorCommand.TimeTurn(
                        turn,
                        new TurnTimes(
                                from,
                                from + 4_800,
                                from + 9_600,
                                from + 14_400,
                                from + 19_200,
                                from + 24_000,
                                from + 48L * ms)));
    }

    @Test
    void beforeAnybodyAnsweredThereIsNothingToTell() {
        assertThat(visit.get("/api/latency").body().toString())
                .isEqualTo("{\"turns\":0,\"last\":null,\"p50_ms\":null,\"p95_ms\":null}");
    }

    @Test
    void theLastTurnStepByStepAndTheEveningAsAWhole() {
        room.aiOnAir("1");
        TurnId turn = room.show().floor().turn().orElseThrow().id();
        for (int tenth = 20; tenth >= 1; tenth--) {
            answered(turn, 600 + 10 * tenth);
        }
        assertThat(visit.get("/api/latency").body().toString())
                .isEqualTo(
                        """
                        {"turns":20,"last":{"heard_ms":100,"decided_ms":200,"first_token_ms":300,\
                        "first_sentence_ms":400,"first_sound_ms":500,"on_air_ms":610},\
                        "p50_ms":700,"p95_ms":790}\
                        """);
    }
}
