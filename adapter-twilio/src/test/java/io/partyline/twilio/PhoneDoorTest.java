package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Switchboard.Admission;
import io.partyline.port.Switchboard.Meanwhile;
import io.partyline.show.CallId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneDoorTest {
    private static final String CALL = Sample.sid("CA", 1);
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private static final String SAID = "/api/twilio/said/7";
    private static final String VOICE = "/api/twilio/voice";

    private OpenDoor door = new OpenDoor(Hold.STUDIO);

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aCallThatRingsIsGreetedAndConnected() throws Exception {
        HttpResponse<String> answer = door.post("/api/twilio/voice", OpenDoor.call(CALL));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(verbs(answer)).isEqualTo("Say Connect Pause Enqueue Pause");
        assertThat(door.switchboard().news()).containsExactly("ring " + CALL + " ••• 0123");
    }

    @Test
    void askingTwiceGivesTheSameDocument() throws Exception {
        String first = door.post("/api/twilio/voice", OpenDoor.call(CALL)).body();
        assertThat(door.post("/api/twilio/voice", OpenDoor.call(CALL)).body()).isEqualTo(first);
        assertThat(token(first)).matches("[A-Za-z0-9_-]{32}");
    }

    @ParameterizedTest
    @CsvSource({
        "WELCOME_BACK, Enqueue Enqueue Pause",
        "CLOSED, Say Hangup",
        "LEAVE_MESSAGE, Say Record Say Hangup",
        "FULL, Reject",
        "BANNED, Reject",
        "OVER, Hangup"
    })
    void theShowDecidesWhatACallIsTold(Admission admission, String verbs) throws Exception {
        door.switchboard().answersRings(admission);
        assertThat(verbs(door.post("/api/twilio/voice", OpenDoor.call(CALL)))).isEqualTo(verbs);
    }

    @Test
    void whoeverHasLeftAMessageIsThankedAndTheShowIsTold() throws Exception {
        var answer = door.post("/api/twilio/message-left", OpenDoor.call(CALL, "Digits", "#"));
        assertThat(verbs(answer)).isEqualTo("Say Hangup");
        assertThat(answer.body()).contains("Thank you for your message.");
        assertThat(door.switchboard().news()).containsExactly("message left " + CALL);
    }

    @Test
    void aRecordingThatCanBeHadIsToldAfterTheEndOfItsCallToo() throws Exception {
        ends();
        Map<String, String> ready = OpenDoor.call(CALL, "RecordingStatus", "completed");
        ready.remove("From");
        assertThat(door.post("/api/twilio/message-ready", ready).statusCode()).isEqualTo(204);
        assertThat(door.switchboard().news())
                .containsExactly("gone " + CALL, "message left " + CALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/twilio/message-left", "/api/twilio/message-ready"})
    void newsOfAMessageThatNobodyHasSignedIsRefused(String path) throws Exception {
        String body = OpenDoor.encoded(OpenDoor.call(CALL));
        assertThat(door.post(path, body, "made up").statusCode()).isEqualTo(403);
        var foreign = OpenDoor.call(CALL, "AccountSid", Sample.sid("AC", 2));
        assertThat(door.post(path, foreign).statusCode()).isEqualTo(403);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void inCarrierHoldCallersWaitInTheQueue() throws Exception {
        reopen(Hold.CARRIER);
        assertThat(verbs(door.post("/api/twilio/voice", OpenDoor.call(CALL))))
                .isEqualTo("Say Enqueue Enqueue Pause");
        door.switchboard().answersRings(Admission.WELCOME_BACK);
        assertThat(verbs(door.post("/api/twilio/voice", OpenDoor.call(CALL))))
                .isEqualTo("Enqueue Enqueue Pause");
    }

    @Test
    void aCallerInTheQueueStaysThereWithMusicWhateverTheShowThinksOfThem() throws Exception {
        var answer = door.post("/api/twilio/hold-music", OpenDoor.call(CALL, "QueueTime", "75"));
        assertThat(verbs(answer)).isEqualTo("Play");
        assertThat(door.switchboard().news())
                .containsExactly("waiting " + CALL + " ••• 0123 PT1M15S");
        door.switchboard().gone(new CallId(CALL));
        assertThat(verbs(door.post("/api/twilio/hold-music", OpenDoor.call(CALL))))
                .isEqualTo("Play");
    }

    private static Map<String, String> said(String words, String confidence) {
        Map<String, String> fields = OpenDoor.call(CALL, "SpeechResult", words);
        fields.put("Confidence", confidence);
        return fields;
    }

    @Test
    void whatACallerInTheQueueSaysIsToldAndTheyWaitOn() throws Exception {
        var question = new Meanwhile.Question(8, "And then?", Duration.ofSeconds(6));
        door.switchboard().letsHear(question);
        var answer = door.post(SAID, said("I'm Zoë, from Leeds.", "0.9135"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/xml");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).contains("<Gather", "/api/twilio/said/8", "And then?");
        assertThat(door.switchboard().news())
                .containsExactly(
                        "answered " + CALL + " 7 0.9135 I'm Zoë, from Leeds.",
                        "waiting " + CALL + " ••• 0123 PT0S");
    }

    @Test
    void silenceIsAnAnswerToo() throws Exception {
        assertThat(verbs(door.post(SAID, OpenDoor.call(CALL)))).isEqualTo("Play");
        assertThat(door.switchboard().news()).contains("answered " + CALL + " 7 1.0 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NaN", "-1", "2", "1e-3", "0.5.5", "Infinity", "0x1p3", "very"})
    void aConfidenceThatIsNoneIsAsIfItWereNotThere(String confidence) throws Exception {
        door.post(SAID, said("Hello.", confidence));
        assertThat(door.switchboard().news()).contains("answered " + CALL + " 7 1.0 Hello.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "7x", "7.5", "1234567890123456789", "%20", "7%2f7"})
    void anAnswerToWhatIsNoQuestionIsNotFound(String question) throws Exception {
        String path = "/api/twilio/said/" + question;
        assertThat(door.post(path, OpenDoor.call(CALL)).statusCode()).isEqualTo(404);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void anAnswerThatNobodyCouldSayIsRefused() throws Exception {
        var endless = door.post(SAID, said("a".repeat(CarrierGate.LONGEST_BODY), "1"));
        assertThat(endless.statusCode()).isEqualTo(413);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void aMegabyteOfAnAnswerIsNotEvenRead() {
        assertThat(statusOf(said("a".repeat(1 << 20), "1"))).isNotEqualTo(200);
        assertThat(door.switchboard().news()).isEmpty();
    }

    /// The library hangs up on what is far too long, sometimes before it has all been sent.
    private int statusOf(Map<String, String> fields) {
        try {
            return door.post(SAID, fields).statusCode();
        } catch (Exception hungUp) {
            return 0;
        }
    }

    @Test
    void twoAnswersInOneAreNone() throws Exception {
        String body = OpenDoor.encoded(said("Yes.", "1")) + "&SpeechResult=No.";
        String signed =
                new Signatures(Sample.TOKEN)
                        .of(Sample.BASE + SAID, Form.read(body.getBytes(US_ASCII)));
        assertThat(door.post(SAID, body, signed).statusCode()).isEqualTo(400);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void anAnswerOfAnotherAccountsCallerIsRefused() throws Exception {
        var fields = OpenDoor.call(CALL, "AccountSid", Sample.sid("AC", 2));
        assertThat(door.post(SAID, fields).statusCode()).isEqualTo(403);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void anAnswerThatComesAfterTheFinalStatusIsNotPutToTheShow() throws Exception {
        ends();
        assertThat(verbs(door.post(SAID, said("Hello?", "1")))).isEmpty();
        assertThat(door.switchboard().news()).containsExactly("gone " + CALL);
    }

    @Test
    void aFinalStatusThatOvertakesTheQuestionTakesBackWhatTheShowMadeOfIt() throws Exception {
        door.switchboard().whileRinging(_ -> ends());
        var answer = door.post("/api/twilio/voice", OpenDoor.call(CALL));
        assertThat(verbs(answer)).isEmpty();
        assertThat(door.switchboard().news()).last().isEqualTo("gone " + CALL);
    }

    @Test
    void aQuestionThatComesAfterTheFinalStatusIsNotPutToTheShow() throws Exception {
        ends();
        assertThat(verbs(door.post("/api/twilio/voice", OpenDoor.call(CALL)))).isEmpty();
        assertThat(verbs(door.post("/api/twilio/hold-music", OpenDoor.call(CALL)))).isEmpty();
        assertThat(door.switchboard().news()).containsExactly("gone " + CALL);
    }

    private void ends() {
        try {
            door.post("/api/twilio/status", OpenDoor.call(CALL, "CallStatus", "no-answer"));
        } catch (Exception e) {
            throw new IllegalStateException("the report did not get through", e);
        }
    }

    @Test
    void aStreamThatCannotStartIsReportedAtOnceAndAnOlderOnesErrorIsNot() throws Exception {
        String token = token(door.post("/api/twilio/voice", OpenDoor.call(CALL)).body());
        streamError("somebody else's");
        assertThat(door.switchboard().news()).hasSize(1);
        streamError(StreamTokens.name(token));
        assertThat(door.switchboard().news()).last().isEqualTo("not connected " + CALL);
    }

    private void streamError(String name) throws Exception {
        var fields = new HashMap<>(OpenDoor.call(CALL, "StreamEvent", "stream-error"));
        fields.put("StreamName", name);
        door.post("/api/twilio/stream-status", fields);
    }

    @ParameterizedTest
    @CsvSource({
        "completed, 1",
        "busy, 1",
        "failed, 1",
        "no-answer, 1",
        "canceled, 1",
        "ringing, 0",
        "in-progress, 0"
    })
    void aFinalStatusMeansThatTheCallerHasGone(String status, int gone) throws Exception {
        var answer = door.post("/api/twilio/status", OpenDoor.call(CALL, "CallStatus", status));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(door.switchboard().news())
                .isEqualTo(gone == 1 ? List.of("gone " + CALL) : List.of());
    }

    @Test
    void aTicketOfACallThatHasGoneIsVoid() throws Exception {
        String before = token(door.post("/api/twilio/voice", OpenDoor.call(CALL)).body());
        door.post("/api/twilio/status", OpenDoor.call(CALL, "CallStatus", "completed"));
        String after = token(door.post("/api/twilio/voice", OpenDoor.call(CALL)).body());
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void troubleWithAStreamIsToldInWords() throws Exception {
        Map<String, String> fields = OpenDoor.call(CALL, "StreamEvent", "stream-error");
        assertThat(door.post("/api/twilio/stream-status", fields).statusCode()).isEqualTo(204);
        assertThat(door.door().health().lastTrouble())
                .hasValue("The telephone company could not keep a caller's audio connected.");
        assertThat(door.switchboard().news()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice", "hold-music", "said/7", "status", "stream-status"})
    void aForgedRequestChangesNothing(String route) throws Exception {
        String path = "/api/twilio/" + route;
        String body = OpenDoor.encoded(OpenDoor.call(CALL, "CallStatus", "completed"));
        HttpResponse<String> answer = door.post(path, body, "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Connection")).hasValue("close");
        assertThat(door.switchboard().news()).isEmpty();
        assertThat(door.door().health().refused()).isEqualTo(1);
    }

    /// The page and the door know the same requests: only what is there asks for a signature.
    @Test
    void everyRequestOfTheReferenceIsAnsweredAndNoneIsMissing() throws Exception {
        String page = Files.readString(Path.of("../docs/reference/webhooks.md"));
        List<String> posts =
                Pattern.compile("(?m)^\\| `POST (\\S+)`")
                        .matcher(page)
                        .results()
                        .map(row -> row.group(1))
                        .toList();
        assertThat(posts)
                .containsExactlyInAnyOrder(
                        Addresses.VOICE,
                        Addresses.HOLD_MUSIC,
                        Addresses.SAID + "{question}",
                        Addresses.MESSAGE_LEFT,
                        Addresses.MESSAGE_READY,
                        Addresses.STATUS,
                        Addresses.STREAM_STATUS);
        for (String path : posts) {
            assertThat(door.post(path.replace("{question}", "7"), "a=b", "x").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void anotherAccountsCallIsRefused() throws Exception {
        var fields = OpenDoor.call(CALL, "AccountSid", Sample.sid("AC", 2));
        assertThat(door.post("/api/twilio/voice", fields).statusCode()).isEqualTo(403);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void aSignedRequestThatNamesNoAccountIsOurs() throws Exception {
        var fields = OpenDoor.call(CALL, "AccountSid", "");
        assertThat(door.post("/api/twilio/voice", fields).statusCode()).isEqualTo(200);
    }

    @Test
    void theAddressThatWasSignedHasToBeTheOneThatWasAsked() throws Exception {
        var fields = OpenDoor.call(CALL);
        String body = OpenDoor.encoded(fields);
        String signed =
                new Signatures(Sample.TOKEN)
                        .of(Sample.BASE + "/api/twilio/status", Form.of(fields));
        assertThat(door.post("/api/twilio/voice", body, signed).statusCode()).isEqualTo(403);
        assertThat(door.post("/api/twilio/status?x=1", body, signed).statusCode()).isEqualTo(403);
        assertThat(door.post("/api/twilio//status", body, signed).statusCode()).isNotEqualTo(204);
        assertThat(door.post("/api/twilio/status", body, signed).statusCode()).isEqualTo(204);
    }

    @Test
    void aFormThatCannotBeReadIsABadRequest() throws Exception {
        assertThat(door.post("/api/twilio/voice", "From=%zz", "x").statusCode()).isEqualTo(400);
        assertThat(door.post("/api/twilio/voice", OpenDoor.call("../x")).statusCode())
                .isEqualTo(400);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f3c1e52-9a04-4c1d-8a4e-0c5b6d7e8f90",
                "CA:7f3c1e52:1",
                "v3:made-up_id.0~1",
                "1a2b@sip.example",
                "7"
            })
    void smallerCarriersIdsAreTaken(String id) throws Exception {
        HttpResponse<String> answer = door.post("/api/twilio/voice", OpenDoor.call(id));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(door.switchboard().news()).containsExactly("ring " + id + " ••• 0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "..", "a\"b", "a<b", "a&b", "a b", "a%20b", "a/b", "é", "a?b"})
    void anIdThatNeedsEscapingIsRefusedForAReasonThatShows(String id) throws Exception {
        assertThat(door.post("/api/twilio/voice", OpenDoor.call(id)).statusCode()).isEqualTo(400);
        assertThat(door.switchboard().news()).isEmpty();
        assertThat(door.door().health().remarks())
                .isEqualTo(
                        " Turned away: 1, the last because: The form names no call, or one whose id"
                                + " cannot be used: 1 to 128 letters, digits or signs that need no escaping.");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded; charset=ISO-8859-1, ISO-8859-1",
        "application/x-www-form-urlencoded;charset=iso-8859-1, ISO-8859-1",
        "'application/x-www-form-urlencoded; Charset=\"windows-1252\"', windows-1252",
        "'application/x-www-form-urlencoded; charset=\"utf-8\"', UTF-8",
        "application/x-www-form-urlencoded; charset=UTF-8, UTF-8",
        "application/X-WWW-Form-URLencoded, UTF-8"
    })
    void aFormIsReadInItsCharset(String type, String charset) throws Exception {
        var fields = OpenDoor.call(CALL, "CallerName", "Zoë Müller");
        String signed = new Signatures(Sample.TOKEN).of(Sample.BASE + VOICE, Form.of(fields));
        String body = OpenDoor.encoded(fields, Charset.forName(charset));
        assertThat(door.post("/api/twilio/voice", type, body, signed).statusCode()).isEqualTo(200);
    }

    @Test
    void aCharsetThatNobodyKnowsIsRefusedForAReasonThatShows() throws Exception {
        String type = "application/x-www-form-urlencoded; charset=x-made-up";
        assertThat(door.post(VOICE, type, "a=b", "x").statusCode()).isEqualTo(400);
        assertThat(door.door().health().lastRefusal())
                .hasValue("The form is in a charset that is not known here.");
    }

    @Test
    void whoIsTurnedAwayForTheSignatureShowsToo() throws Exception {
        assertThat(door.post(VOICE, "a=b", "x").statusCode()).isEqualTo(403);
        assertThat(door.door().health().lastRefusal()).hasValue("The signature does not fit.");
    }

    @Test
    void aLongBodyIsRefused() throws Exception {
        String body = "From=" + "1".repeat(CarrierGate.LONGEST_BODY - 4);
        assertThat(door.post("/api/twilio/voice", body, "x").statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/show",
                "/api/queue",
                "/api/twilio",
                "/api/twilio/",
                "/api/twilio/voice",
                "/api/twilio/hold-music/",
                "/api/twilio/hold-music/bed.wav",
                "/api/twilio/hold-music/..%2f..%2fetc%2fpasswd",
                "/api/twilio/stream",
                "/api/twilio/queue-left",
                "/observe/health"
            })
    void everythingElseIsNotFound(String path) throws Exception {
        assertThat(door.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theHoldBedIsAWavFileThatMayBeKept() throws Exception {
        String path = bedPath();
        HttpResponse<byte[]> bed = door.get(path);
        assertThat(bed.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(bed.headers().firstValue("Cache-Control"))
                .hasValue("public, max-age=86400, immutable");
        try (var audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bed.body()))) {
            assertThat(audio.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8000);
            assertThat(audio.getFrameLength()).isBetween(7990L, 8000L);
        }
        String tag = bed.headers().firstValue("ETag").orElseThrow();
        assertThat(door.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    private String bedPath() throws Exception {
        String twiml = door.post("/api/twilio/hold-music", OpenDoor.call(CALL)).body();
        Matcher play = Pattern.compile("<Play>" + Sample.BASE + "([^<]+)</Play>").matcher(twiml);
        assertThat(play.find()).isTrue();
        return play.group(1);
    }

    private void reopen(Hold hold) {
        door.close();
        door = new OpenDoor(hold);
    }

    private static String token(String twiml) {
        Matcher token = TOKEN.matcher(twiml);
        return token.find() ? token.group(1) : "";
    }

    /// The verbs of a document, in order, those inside another left out.
    private static String verbs(HttpResponse<String> answer) {
        return Pattern.compile(
                        "<(Say|Connect|Pause|Enqueue|Redirect|Record|Reject|Hangup|Play|Leave)[ />]")
                .matcher(answer.body())
                .results()
                .map(result -> result.group(1))
                .reduce((one, two) -> one + " " + two)
                .orElse("");
    }
}
