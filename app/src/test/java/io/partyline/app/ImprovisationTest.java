package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.Improvisation;
import io.partyline.rehearsal.KnownVoices;
import io.partyline.rehearsal.Script;
import io.partyline.rehearsal.SpokenMicrophone;
import io.partyline.rehearsal.Troupe;
import io.partyline.show.Call;
import io.partyline.show.ShowId;
import io.partyline.tts.EmbeddedVoice;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Made-up callers with a real host.
class ImprovisationTest {
    private static final String SCRIPT = "short-rehearsal.yaml";

    @Test
    void callersRingAgainInAShowThatTheHostBeganAnew(@TempDir Path folder) throws IOException {
        Script script = script(folder);
        try (var house = HouseUnderTest.open(folder.resolve("data"), Hold.STUDIO);
                var callers = new Improvisation(house.studio(), troupe(script, house))) {
            callers.start(script);
            ShowId first = house.show().id();
            Patience.until(() -> waits(house), () -> "nobody has rung");
            house.studio().reset();
            Patience.until(() -> waits(house), () -> "nobody has rung again");
            assertThat(house.show().id()).isNotEqualTo(first);
            assertThat(house.carrier().calls()).hasSize(2);
        }
    }

    private static boolean waits(HouseUnderTest house) {
        List<Call> waiting = house.show().calls().waiting();
        return waiting.size() == 1;
    }

    private static Troupe troupe(Script script, HouseUnderTest house) {
        return new Troupe(
                script,
                house.carrier(),
                new EmbeddedVoice(),
                new KnownVoices(),
                new SpokenMicrophone());
    }

    private static Script script(Path folder) throws IOException {
        Path file = folder.resolve(SCRIPT);
        try (InputStream script = ImprovisationTest.class.getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(script), file);
        }
        return ScriptFile.read(file);
    }
}
