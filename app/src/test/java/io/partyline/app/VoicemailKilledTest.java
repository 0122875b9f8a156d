package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.RestFault;
import io.partyline.rehearsal.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed (`kill -9`) while a message is on its way from the carrier to its disk. It
/// is the only one that is there once the program is back, whole, and nowhere else any more.
@Tag("ci")
class VoicemailKilledTest {
    private static final double FAST = 50;
    private static final Pattern SOUND = Pattern.compile(".*\\.wav");
    private static final Pattern RECORDING = Pattern.compile(".*/Recordings/RE[0-9a-f]+(\\.json)?");

    @TempDir Path folder;

    private final int port = Ports.free();
    private final Carrier carrier = MadeUpCarrier.open(port, FAST);

    @AfterEach
    void close() {
        carrier.close();
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(MadeUpCarrier.settings(carrier, port));
        settings.put("PARTYLINE_VOICEMAIL", "on");
        settings.put("PARTYLINE_PHONE_OPEN", "false");
        settings.put("PARTYLINE_SOUND", "clock");
        settings.put("PARTYLINE_STT", "off");
        settings.put("PARTYLINE_LLM", "off");
        return settings;
    }

    @Test
    void killedWhileTheSoundIsOnItsWay() throws Exception {
        killedAt(SOUND, new RestFault.Hangs());
        assertThat(erased()).isEmpty();
        theMessageIsThereOnce();
    }

    @Test
    void killedWhenItIsHereAndNotErasedYetAtTheCarrier() throws Exception {
        killedAt(RECORDING, new RestFault.Hangs());
        assertThat(erased()).isEmpty();
        theMessageIsThereOnce();
    }

    /// It has gone there when it is to be erased once more.
    @Test
    void killedBeforeItIsKnownThatTheCarrierHasErasedIt() throws Exception {
        killedAt(RECORDING, new RestFault.SlowAnswer(Duration.ofSeconds(3)));
        theMessageIsThereOnce();
    }

    private void killedAt(Pattern request, RestFault fault) throws InterruptedException {
        var asked = new CountDownLatch(1);
        carrier.faults().rest().next(1, path -> isAsked(request, path, asked), fault);
        try (var program = ProgramUnderTest.serve(folder, settings())) {
            short[] message = Speech.message(3);
            PhoneCall call = carrier.dial(MadeUpCarrier.DAVE);
            call.leavesMessage(message);
            assertThat(call.awaitEnd(SOON)).isEqualTo(Ending.HANGUP_VERB);
            assertThat(asked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            program.kill();
        }
    }

    private static boolean isAsked(Pattern request, String path, CountDownLatch asked) {
        boolean it = request.matcher(path).matches();
        if (it) {
            asked.countDown();
        }
        return it;
    }

    private void theMessageIsThereOnce() throws IOException {
        try (var program = ProgramUnderTest.serve(folder, settings())) {
            Patience.until(
                    () -> messages(program).size() == 1 && erased().size() == 1,
                    () -> "here %s, erased %s".formatted(messages(program), erased()));
            JsonNode message = messages(program).path(0);
            assertThat(message.path("length_ms").asLong()).isCloseTo(3_000, within(20L));
            assertThat(message.path("phone").asText()).isEqualTo("••• 0101");
            assertThat(message.path("heard").asBoolean()).isFalse();
            String id = message.path("id").asText();
            assertThat(files()).containsExactly(id + ".json", id + ".wav");
        }
    }

    private static JsonNode messages(ProgramUnderTest program) {
        return program.desk().read("/api/voicemail").path("messages");
    }

    private List<String> erased() {
        return carrier.diary().all(Happening.RestUsed.class).stream()
                .filter(used -> used.method().equals("DELETE") && used.status() == 204)
                .map(Happening.RestUsed::path)
                .toList();
    }

    private List<String> files() throws IOException {
        Path voicemail = folder.resolve("data").resolve("voicemail");
        try (Stream<Path> files = Files.list(voicemail)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
