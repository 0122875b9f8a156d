package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.RestFault;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.carrier.stream.StreamIdentity;
import io.partyline.rehearsal.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody has overheard all that the carrier has sent of a call, its signatures and its ticket,
/// and plays it again, to the real program as a process of its own: they are told nothing that lets
/// them in, and are never taken.
@Tag("ci")
class OverheardRequestsTest {
    private static final String VOICE = "/api/twilio/voice";
    private static final String STATUS = "/api/twilio/status";
    private static final String WAIT = "/api/twilio/hold-music";
    private static final String MADE_UP = "made-up-ticket-made-up-ticket-00";

    @TempDir Path folder;

    private final int port = Ports.free();
    private final Carrier carrier = MadeUpCarrier.open(port, 20);

    @AfterEach
    void close() {
        carrier.close();
    }

    private ProgramUnderTest program() {
        Map<String, String> settings = new HashMap<>(MadeUpCarrier.settings(carrier, port));
        settings.put("PARTYLINE_SOUND", "clock");
        settings.put("PARTYLINE_SCREENING", "off");
        settings.put("PARTYLINE_STT", "off");
        settings.put("PARTYLINE_LLM", "off");
        return ProgramUnderTest.serve(folder, settings);
    }

    /// The program is killed right behind the end of the call, and asked in its next life.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEndedCallIsRememberedAcrossARestartWhetherTheCarrierCanBeAsked(boolean reachable) {
        PhoneCall dave;
        try (var before = program()) {
            dave = held(before);
            dave.hangUp();
            answered(dave, STATUS);
            eventually(before, () -> state(before, dave).equals("not there"));
            before.kill();
        }
        try (var after = program()) {
            unreachable(!reachable);
            assertThat(playAgain(dave, VOICE)).endsWith("<Response/>");
            assertThat(playAgain(dave, WAIT)).endsWith("<Response/>");
            getsNoFurther(after, dave);
        }
    }

    /// Nobody was there to hear of the end; only the carrier knows.
    @Test
    void aCallThatEndedWhileTheProgramWasGoneGetsNoTicketAfterTheRestart() {
        PhoneCall dave;
        try (var before = program()) {
            dave = held(before);
            before.kill();
        }
        dave.hangUp();
        dave.await(CallPhase.ENDED, HouseUnderTest.SOON);
        try (var after = program()) {
            assertThat(playAgain(dave, VOICE)).doesNotContain("token", "<Stream");
            eventually(after, () -> state(after, dave).equals("not there"));
            assertThat(playAgain(dave, VOICE)).doesNotContain("token", "<Stream");
            getsNoFurther(after, dave);
        }
    }

    /// The caller is on the telephone, and nobody else gets in for them.
    @Test
    void whoWaitsAcrossARestartIsTheirOwnAndNobodyGetsATicketForThem() {
        PhoneCall dave;
        try (var before = program()) {
            dave = held(before);
            before.kill();
        }
        dave.await(CallPhase.IN_QUEUE, HouseUnderTest.SOON);
        try (var after = program()) {
            unreachable(true);
            assertThat(playAgain(dave, VOICE)).doesNotContain("token", "<Stream");
            notConnected(after, dave);
            unreachable(false);
            backByThemselves(after, dave);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterALostLegNobodyGetsATicketButTheCallerThemselves(boolean onAir) {
        try (var program = program()) {
            PhoneCall dave = held(program);
            if (onAir) {
                assertThat(take(program, dave)).isEqualTo(200);
            }
            unreachable(true);
            dave.legs().getLast().cutWithReset();
            dave.await(CallPhase.IN_QUEUE, HouseUnderTest.SOON);
            eventually(program, () -> !state(program, dave).equals("on_air"));
            assertThat(playAgain(dave, VOICE)).doesNotContain("token", "<Stream");
            notConnected(program, dave);
            unreachable(false);
            backByThemselves(program, dave);
        }
    }

    private PhoneCall held(ProgramUnderTest program) {
        PhoneCall dave = carrier.dial(MadeUpCarrier.DAVE);
        eventually(program, () -> state(program, dave).equals("held"));
        dave.awaitLeg(HouseUnderTest.SOON);
        return dave;
    }

    /// While this is so, the carrier does nothing for the show and tells it nothing.
    private void unreachable(boolean now) {
        carrier.faults().rest().clear();
        if (now) {
            carrier.faults().rest().next(1_000, new RestFault.Refused(503));
        }
    }

    /// Every word of the answer to what was overheard.
    private String playAgain(PhoneCall call, String path) {
        Happening.Requested overheard =
                carrier.diary().all(Happening.Requested.class).stream()
                        .filter(it -> it.callSid().equals(call.sid()) && it.to(VOICE))
                        .findFirst()
                        .orElseThrow();
        int status =
                path.equals(VOICE)
                        ? carrier.replay(overheard).join()
                        : carrier.post(MadeUpCarrier.address(path), overheard.parameters()).join();
        assertThat(status).isEqualTo(200);
        return carrier.diary().all(Happening.Answered.class).stream()
                .filter(it -> it.url().endsWith(path))
                .toList()
                .getLast()
                .body();
    }

    private void answered(PhoneCall call, String path) {
        carrier.diary()
                .await(
                        Happening.Answered.class,
                        it -> it.callSid().equals(call.sid()) && it.url().endsWith(path),
                        HouseUnderTest.SOON);
    }

    private void getsNoFurther(ProgramUnderTest program, PhoneCall call) {
        assertThat(take(program, call)).as("take of a stranger").isNotEqualTo(200);
        notConnected(program, call);
        assertThat(state(program, call)).isEqualTo("not there");
        assertThat(take(program, call)).as("take of a stranger").isNotEqualTo(200);
    }

    /// A stream with the handshake that was overheard, and the ticket that came with it, or one
    /// that is made up, or none, is shut at its first message.
    private void notConnected(ProgramUnderTest program, PhoneCall call) {
        MediaLeg first = call.legs().getFirst();
        String ticket = first.identity().parameters().get("token");
        for (var parameters :
                List.of(
                        Map.of("token", String.valueOf(ticket)),
                        Map.of("token", MADE_UP),
                        Map.<String, String>of())) {
            stranger(first.identity(), parameters).awaitEnd(HouseUnderTest.SOON);
            assertThat(state(program, call)).as("with %s", parameters).isNotEqualTo("on_air");
        }
    }

    private MediaLeg stranger(StreamIdentity overheard, Map<String, String> parameters) {
        String door =
                carrier.diary().all(Happening.StreamStarted.class).stream()
                        .filter(it -> it.callSid().equals(overheard.callSid()))
                        .findFirst()
                        .orElseThrow()
                        .url();
        var identity =
                new StreamIdentity(
                        overheard.accountSid(),
                        overheard.callSid(),
                        overheard.streamSid(),
                        parameters);
        try {
            String key =
                    MadeUpCarrier.settings(carrier, port).getOrDefault("TWILIO_AUTH_TOKEN", "");
            return carrier.impostor(door, identity, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// On a second leg of their own, which the show asked the carrier for, and taken on it.
    private static void backByThemselves(ProgramUnderTest program, PhoneCall call) {
        assertThat(call.awaitLeg(2, HouseUnderTest.SOON).ended()).isFalse();
        eventually(program, () -> call.phase() == CallPhase.STREAMING);
        eventually(program, () -> state(program, call).equals("held"));
        assertThat(take(program, call)).isEqualTo(200);
        assertThat(call.legs()).hasSize(2);
        assertThat(call.legs().getLast().ended()).isFalse();
    }

    private static int take(ProgramUnderTest program, PhoneCall call) {
        return program.desk().post("/api/queue/take/" + call.sid(), "").status();
    }

    private static String state(ProgramUnderTest program, PhoneCall wanted) {
        for (JsonNode call : program.desk().read("/api/show").path("calls")) {
            if (call.path("call_sid").asText().equals(wanted.sid())) {
                return call.path("state").asText();
            }
        }
        return "not there";
    }

    private static void eventually(ProgramUnderTest program, BooleanSupplier wish) {
        Patience.until(wish, () -> "the show stands at " + program.desk().read("/api/show"));
    }
}
