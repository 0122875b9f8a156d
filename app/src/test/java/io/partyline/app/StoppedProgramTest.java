package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.rehearsal.Ports;
import io.partyline.store.SqliteJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is stopped in mid-show, gently and not: the real program, as a process of its own.
@Tag("ci")
class StoppedProgramTest {
    private static final double FAST = 20;
    private static final Path PLAYER = Path.of("/usr/bin/ffprobe");

    @TempDir Path folder;

    @Test
    void killedAndStartedAgainTheShowGoesOn() throws Exception {
        int port = Ports.free();
        try (var carrier = MadeUpCarrier.open(port, FAST)) {
            Map<String, String> settings = settings(carrier, port);
            PhoneCall dave;
            PhoneCall jas;
            String waited;
            try (var before = ProgramUnderTest.serve(folder, settings)) {
                dave = onAir(carrier, before.desk());
                jas = held(carrier, before.desk(), MadeUpCarrier.JAS);
                waited = call(before.desk(), jas).path("since").asText();
                before.desk().post("/api/call/1", "");
                before.desk().post("/api/chat", "{\"text\":\"Good evening, everybody.\"}");
                talks(dave);
                before.kill();
            }
            assertThat(StemFile.all(folder))
                    .containsKeys("00_Mix", "01_Host", "03_Caller-1")
                    .extractingByKey("03_Caller-1")
                    .matches(stem -> stem.level() > 0.001, "holds what the caller said");
            dave.hangUp();
            assertThat(dave.awaitEnd(SOON)).isEqualTo(Ending.CALLER_HUNG_UP);
            jas.await(CallPhase.IN_QUEUE, SOON);
            try (var after = ProgramUnderTest.serve(folder, settings)) {
                until(after.desk(), show -> call(show, jas).path("state").asText().equals("held"));
                assertThat(call(after.desk(), jas).path("since").asText()).isEqualTo(waited);
                oneRecordOf(dave, after.desk());
                assertThat(after.desk().read("/api/conversation").path("conversation"))
                        .anyMatch(line ->
                                line.path("content").asText().equals("Good evening, everybody."));
                // A take that meets the caller on their way back to us waits for them.
                assertThat(taken(after.desk(), jas)).isTrue();
                assertThat(after.stop()).isZero();
            }
            equallyLong(3);
            playable();
        }
    }

    @Test
    void stoppedGentlyItEndsEveryCallAndClosesItsStems() throws Exception {
        int port = Ports.free();
        try (var carrier = MadeUpCarrier.open(port, FAST)) {
            try (var program = ProgramUnderTest.serve(folder, settings(carrier, port))) {
                PhoneCall dave = onAir(carrier, program.desk());
                PhoneCall jas = held(carrier, program.desk(), MadeUpCarrier.JAS);
                talks(dave);
                assertThat(program.stop()).isZero();
                assertThat(dave.awaitEnd(SOON)).isEqualTo(Ending.COMPLETED_BY_REST);
                assertThat(jas.awaitEnd(SOON)).isEqualTo(Ending.COMPLETED_BY_REST);
                assertThat(dave.legs()).allMatch(leg -> leg.ended());
            }
            equallyLong(3);
            playable();
            try (var next = ProgramUnderTest.serve(folder, settings(carrier, port))) {
                assertThat(next.desk().read("/api/show").path("calls")).isEmpty();
                assertThat(next.desk().read("/api/history").path("history")).isEmpty();
            }
        }
    }

    @Test
    void aRehearsalThatIsStoppedWhileItPlaysItselfClosesItsShow() throws Exception {
        try (var program = ProgramUnderTest.rehearse(folder)) {
            program.says("rings.");
            assertThat(program.stop()).isZero();
        }
        try (var journal = new SqliteJournal(folder.resolve("data/rehearsal"))) {
            assertThat(journal.shows()).hasSize(1);
            assertThat(journal.unfinished()).isEmpty();
        }
        equallyLong(2);
        playable();
    }

    private static Map<String, String> settings(Carrier carrier, int port) {
        var settings = new HashMap<>(MadeUpCarrier.settings(carrier, port));
        settings.put("PARTYLINE_SOUND", "clock");
        settings.put("PARTYLINE_STT", "off");
        settings.put("PARTYLINE_LLM", "off");
        return settings;
    }

    private static PhoneCall held(Carrier carrier, AtTheDesk desk, String number) {
        PhoneCall call = carrier.dial(number);
        until(desk, show -> call(show, call).path("state").asText().equals("held"));
        return call;
    }

    private static PhoneCall onAir(Carrier carrier, AtTheDesk desk) {
        PhoneCall call = held(carrier, desk, MadeUpCarrier.DAVE);
        assertThat(desk.post("/api/queue/take/" + call.sid(), "").status()).isEqualTo(200);
        return call;
    }

    /// Says something, and goes on listening until it has been recorded.
    private static void talks(PhoneCall call) {
        var leg = call.legs().getLast();
        leg.say(Speech.tone(1));
        leg.awaitSaid(SOON);
        leg.awaitHeard(leg.heard().length().plus(Duration.ofMillis(500)), SOON);
    }

    private static boolean taken(AtTheDesk desk, PhoneCall call) {
        return desk.post("/api/queue/take/" + call.sid(), "").status() == 200;
    }

    private static void until(AtTheDesk desk, Predicate<JsonNode> wish) {
        Patience.until(
                () -> wish.test(desk.read("/api/show")),
                () -> "the show stands at " + desk.read("/api/show"));
    }

    private static JsonNode call(AtTheDesk desk, PhoneCall wanted) {
        return call(desk.read("/api/show"), wanted);
    }

    private static JsonNode call(JsonNode show, PhoneCall wanted) {
        for (JsonNode call : show.path("calls")) {
            if (call.path("call_sid").asText().equals(wanted.sid())) {
                return call;
            }
        }
        return show.path("no such call");
    }

    private static void oneRecordOf(PhoneCall call, AtTheDesk desk) {
        Patience.until(() -> !recordsOf(call, desk).isEmpty(), () -> "no record of " + call.sid());
        assertThat(recordsOf(call, desk))
                .singleElement()
                .matches(past -> past.path("ended_by").asText().equals("restart"))
                .matches(past -> past.path("aired_at").isTextual());
    }

    private static List<JsonNode> recordsOf(PhoneCall call, AtTheDesk desk) {
        return desk.read("/api/history")
                .path("history")
                .valueStream()
                .filter(past -> past.path("call_sid").asText().equals(call.sid()))
                .toList();
    }

    private void equallyLong(int least) {
        Map<String, StemFile> stems = StemFile.all(folder);
        assertThat(stems.size()).isGreaterThanOrEqualTo(least);
        assertThat(stems.values().stream().map(stem -> stem.samples().length).distinct())
                .hasSize(1);
    }

    /// By somebody else's player, if there is one.
    private void playable() throws IOException, InterruptedException {
        if (!Files.isExecutable(PLAYER)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path stem : files.filter(file -> file.toString().endsWith(".wav")).toList()) {
                var process =
                        new ProcessBuilder(PLAYER.toString(), "-v", "error", stem.toString())
                                .redirectErrorStream(true)
                                .start();
                assertThat(process.inputReader().lines()).isEmpty();
                assertThat(process.waitFor()).isZero();
            }
        }
    }
}
