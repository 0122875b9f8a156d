package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.port.Transcriber.Heard;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Real speech, through a session and a server, to a real recogniser and back.
@EnabledIf(value = "isHere", disabledReason = "pocketsphinx, flite or festival is not installed")
@Tag("ci")
class RealSpeechTest {
    private TranscriptionServer server;
    private Listening listening;

    static boolean isHere() {
        return Sphinx.isHere();
    }

    @BeforeEach
    void open() {
        server = Sphinx.server();
        listening = Sphinx.listening(server);
    }

    @AfterEach
    void close() {
        listening.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"FLITE_KAL", "FESTIVAL_KAL"})
    void aQuestionToTonyIsUnderstood(Robot robot) {
        try (var host = new Host(listening)) {
            host.pauses(1_000);
            float[] question = robot.says(1.3, "Tony, what do you think about that?");
            host.says(question);
            host.pauses(2_000);
            Heard heard = host.next();

            assertThat(heard.text().toLowerCase(Locale.ROOT))
                    .isEqualTo("tony what do you think about that");
            assertThat(heard.fromSample()).isBetween((long) Frames.RATE, Frames.RATE * 3L / 2);
            assertThat(heard.toSample()).isBetween(Frames.RATE * 2L, Frames.RATE * 5L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FLITE_SLT, Yes., yes",
        "FLITE_SLT, No., no",
        "FLITE_SLT, Thank you., thank you",
        "FESTIVAL_KAL, Yes., yes",
        "FESTIVAL_KAL, No., no",
        "FESTIVAL_KAL, Thank you., thank you"
    })
    void shortAnswersAreKept(Robot robot, String said, String understood) {
        try (var host = new Host(listening)) {
            host.pauses(1_000);
            host.says(robot.says(said));
            host.pauses(2_000);

            assertThat(host.next().text()).isEqualTo(understood);
        }
    }

    @Test
    void aHesitationIsNoEnd() {
        try (var host = new Host(listening)) {
            host.pauses(500);
            host.says(Robot.FLITE_SLT.says("I wanted to ask you about"));
            host.pauses(500);
            host.says(Robot.FLITE_SLT.says("the weather in the city"));
            host.pauses(2_000);
            host.hangsUp();

            assertThat(host.next().text()).contains("weather").contains("ask");
            assertThat(host.rest()).isEmpty();
        }
    }
}
