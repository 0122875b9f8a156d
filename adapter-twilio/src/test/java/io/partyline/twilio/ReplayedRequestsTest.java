package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Switchboard.Admission;
import io.partyline.show.CallId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody can do with requests of the carrier that they have overheard: nothing.
class ReplayedRequestsTest {
    private static final String VOICE = "/api/twilio/voice";
    private static final String CALL = Sample.sid("CA", 1);

    private final OpenDoor door = new OpenDoor(Hold.STUDIO);

    @TempDir private Path folder;

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aCallThatTheCarrierDoesNotKnowGetsNoTicket() throws Exception {
        door.switchboard().isGenuine(false);
        String answer = door.post(VOICE, OpenDoor.call(CALL)).body();
        assertThat(answer).doesNotContain("token").doesNotContain("<Stream").contains("<Enqueue");
    }

    /// Whoever plays a ring again while its caller's stream is broken would get in for them.
    @Test
    void aCallThatWasLetInBeforeGetsNoTicketThoughTheCarrierKnowsIt() throws Exception {
        door.switchboard().answersRings(Admission.WELCOME_BACK);
        String answer = door.post(VOICE, OpenDoor.call(CALL)).body();
        assertThat(answer).doesNotContain("token").doesNotContain("<Stream").contains("<Enqueue");
        assertThat(door.switchboard().questions()).isZero();
    }

    @Test
    void whoeverIsTurnedAwayCostsTheCarrierNoQuestion() throws Exception {
        door.switchboard().answersRings(Admission.FULL);
        door.post(VOICE, OpenDoor.call(CALL));
        assertThat(door.switchboard().questions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"media", "mark", "stop", "dtmf"})
    void aStreamThatBeginsWithAnythingButItsStartEnds(String kind) throws Exception {
        CarrierSocket stream = door.stream();
        stream.connected();
        stream.say("{\"event\":\"%s\",\"media\":{\"payload\":\"\"}}".formatted(kind));
        assertThat(stream.awaitClose(Duration.ofSeconds(60))).isEqualTo(1008);
        assertThat(door.switchboard().legs()).isEmpty();
    }

    /// All that a real webhook holds, cut in another way: the signature is the same.
    private static Map<String, String> whole() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", Sample.ACCOUNT);
        fields.put("ApiVersion", "2010-04-01");
        fields.put("CallSid", CALL);
        fields.put("CallStatus", "ringing");
        fields.put("Called", Sample.NUMBER);
        fields.put("Caller", Sample.CALLER);
        fields.put("Direction", "inbound");
        fields.put("ForwardedFrom", "+15550199");
        fields.put("From", Sample.CALLER);
        fields.put("FromCity", "AUSTIN");
        fields.put("To", Sample.NUMBER);
        return fields;
    }

    private static Map<String, String> glued(String into, String... names) {
        Map<String, String> fields = whole();
        var value = new StringBuilder(fields.get(into));
        for (String name : names) {
            value.append(name).append(fields.remove(name));
        }
        fields.put(into, value.toString());
        return fields;
    }

    @Test
    void theWholeOneIsTaken() throws Exception {
        assertThat(door.post(VOICE, whole()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "ForwardedFrom, From",
        "CallSid, CallStatus",
        "ApiVersion, CallSid",
        "From, FromCity",
        "Direction, ForwardedFrom"
    })
    void cutAnewItIsRefusedAndNobodyRings(String into, String name) throws Exception {
        Map<String, String> fields = glued(into, name);
        var signatures = new Signatures(Sample.TOKEN);
        assertThat(signatures.of(Sample.BASE + VOICE, Form.of(fields)))
                .as("the signature does not notice")
                .isEqualTo(signatures.of(Sample.BASE + VOICE, Form.of(whole())));
        assertThat(door.post(VOICE, fields).statusCode()).isEqualTo(400);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void aNumberInTheDirectionIsNobodysNumber() throws Exception {
        Map<String, String> fields = glued("Direction", "ForwardedFrom", "From", "FromCity");
        assertThat(door.post(VOICE, fields).statusCode()).isEqualTo(400);
        fields = whole();
        fields.remove("From");
        fields.remove("Direction");
        fields.remove("ForwardedFrom");
        fields.put("DirectioninboundFrom", Sample.CALLER);
        assertThat(door.post(VOICE, fields).statusCode()).isEqualTo(400);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+15550100",
                "anonymous",
                "Restricted",
                "",
                "+266696687",
                "7378742833",
                "client:zoe_mueller",
                "sip:zoe@sip.example;transport=tls",
                "020 7946 0000",
                "(415) 867-5309"
            })
    void whateverACarrierCallsACallerIsTaken(String from) throws Exception {
        assertThat(door.post(VOICE, OpenDoor.call(CALL, "From", from)).statusCode()).isEqualTo(200);
    }

    @Test
    void theNewsOfACallNeedNotSayWhoCalls() throws Exception {
        var fields = OpenDoor.call(CALL, "CallStatus", "completed");
        fields.remove("From");
        fields.put("FromCity", "AUSTIN");
        assertThat(door.post("/api/twilio/status", fields).statusCode()).isEqualTo(204);
    }

    @Test
    void callsThatAreOverAreRememberedAcrossARestart() throws Exception {
        EndedCalls.in(folder).add(new CallId(CALL));
        var again = EndedCalls.in(folder);
        assertThat(again.contains(new CallId(CALL))).isTrue();
        assertThat(again.contains(new CallId(Sample.sid("CA", 2)))).isFalse();
        assertThat(Files.readString(folder.resolve("ended-calls.txt"))).doesNotContain(CALL);
    }

    @Test
    void neitherTheFileNorTheMemoryGrowsForEver() throws Exception {
        var ended = EndedCalls.in(folder);
        for (int call = 0; call < 25_000; call++) {
            ended.add(new CallId("CA" + call));
            ended.add(new CallId("CA" + call));
        }
        assertThat(ended.contains(new CallId("CA24999"))).isTrue();
        assertThat(ended.contains(new CallId("CA1"))).isFalse();
        assertThat(Files.readAllLines(folder.resolve("ended-calls.txt")))
                .hasSizeBetween(10_000, 20_000);
        assertThat(EndedCalls.in(folder).contains(new CallId("CA24999"))).isTrue();
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNothing() throws Exception {
        Path nowhere = folder.resolve("missing");
        var ended = EndedCalls.in(nowhere);
        ended.add(new CallId(CALL));
        assertThat(ended.contains(new CallId(CALL))).isTrue();
    }
}
