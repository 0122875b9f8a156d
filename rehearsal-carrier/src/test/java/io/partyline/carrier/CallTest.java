package io.partyline.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.carrier.TinyShow.Received;
import io.partyline.carrier.TinyShow.Reply;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Signatures;
import io.partyline.carrier.sound.Wav;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest extends OnTheLine {
    @Test
    void aNewCallRingsWithEverythingTheCarrierTells() {
        PhoneCall call = dialInto("<Hangup/>");
        Received voice = show.awaitRequest(VOICE);
        assertEquals("POST", voice.method());
        assertEquals(call.sid(), voice.field("CallSid"));
        assertEquals(ACCOUNT.sid(), voice.field("AccountSid"));
        assertEquals("ringing", voice.field("CallStatus"));
        assertEquals(CALLER, voice.field("From"));
        assertEquals(CALLER, voice.field("Caller"));
        assertEquals("+15550100", voice.field("To"));
        assertEquals("inbound", voice.field("Direction"));
        assertEquals("TN-Validation-Passed-A", voice.field("StirVerstat"));
    }

    @Test
    void everyRequestIsSignedForThePublicUrl() {
        dialInto("<Hangup/>");
        Received voice = show.awaitRequest(VOICE);
        String signature = new Signatures("12345").of(TinyShow.BASE + VOICE, voice.form());
        assertEquals(signature, voice.header("x-twilio-signature"));
    }

    @Test
    void theShowIsToldOnceWhenACallHasEnded() {
        PhoneCall call = dialInto("<Say>Goodbye.</Say>");
        assertEquals(Ending.DOCUMENT_RAN_OUT, call.awaitEnd(SOON));
        Received status = show.awaitRequest(STATUS);
        assertEquals("completed", status.field("CallStatus"));
        assertEquals(call.sid(), status.field("CallSid"));
        assertEquals(Long.toString(call.duration().toSeconds()), status.field("CallDuration"));
        assertTrue(status.field("Timestamp").endsWith(" +0000"), status.field("Timestamp"));
    }

    @Test
    void promptsAreHeardInOrder() {
        show.answers("/jingle", _ -> new Reply(200, "audio/ulaw", " ".repeat(1600)));
        PhoneCall call =
                dialInto("<Say>One</Say><Play>/jingle</Play><Pause/><Say loop=\"2\">Two</Say>");
        call.awaitEnd(SOON);
        List<String> heard =
                call.diary().stream()
                        .flatMap(happening ->
                                switch (happening) {
                                    case Happening.Said said -> List.of(said.text()).stream();
                                    case Happening.Played played ->
                                            List.of(played.length().toString()).stream();
                                    default -> List.<String>of().stream();
                                })
                        .toList();
        assertEquals(List.of("One", "PT0.2S", "Two", "Two"), heard);
        assertEquals("GET", show.requests("/jingle").getFirst().method());
    }

    @Test
    void aRedirectLeadsToAnotherDocument() {
        show.answers("/elsewhere", "<Hangup/>");
        PhoneCall call = dialInto("<Redirect>/elsewhere</Redirect><Say>never</Say>");
        assertEquals(Ending.HANGUP_VERB, call.awaitEnd(SOON));
        assertTrue(carrier.diary().all(Happening.Said.class).isEmpty());
    }

    @Test
    void redirectsInACircleEndTheCall() {
        PhoneCall call = dialInto("<Redirect>" + VOICE + "</Redirect>");
        assertEquals(Ending.APPLICATION_ERROR, call.awaitEnd(SOON));
        assertEquals(11, show.requests(VOICE).size());
        assertEquals(11215, complaint());
    }

    @ParameterizedTest
    @CsvSource({"rejected, REJECTED, no-answer", "busy, BUSY, busy"})
    void aRejectedCallIsNeverAnswered(String reason, Ending ending, String status) {
        PhoneCall call = dialInto("<Reject reason=\"" + reason + "\"/>");
        assertEquals(ending, call.awaitEnd(SOON));
        assertEquals(status, show.awaitRequest(STATUS).field("CallStatus"));
        assertFalse(
                carrier.diary().all(Happening.PhaseChanged.class).stream()
                        .anyMatch(change -> change.phase() == CallPhase.ANSWERED));
    }

    @Test
    void theCallerCanHangUpInTheMiddleOfAPrompt() {
        PhoneCall call = dialInto("<Pause length=\"3600\"/>");
        call.await(CallPhase.ANSWERED, SOON);
        call.hangUp();
        assertEquals(Ending.CALLER_HUNG_UP, call.awaitEnd(SOON));
    }

    @Test
    void whatACallerSaysGoesToTheActionOfGather() {
        show.answers("/name", "<Hangup/>");
        PhoneCall call =
                dialInto(
                        "<Gather input=\"speech\" action=\"/name\"><Say>Who are"
                                + " you?</Say></Gather>");
        call.says("my name is Dave", 0.92);
        call.awaitEnd(SOON);
        Received name = show.awaitRequest("/name");
        assertEquals("my name is Dave", name.field("SpeechResult"));
        assertEquals("0.92", name.field("Confidence"));
        assertEquals("in-progress", name.field("CallStatus"));
    }

    @Test
    void theCarrierNeedNotSayHowSureItIs() {
        show.answers("/name", "<Hangup/>");
        PhoneCall call = dialInto("<Gather input=\"speech\" action=\"/name\"/>");
        call.says("Dave", -1);
        assertFalse(show.awaitRequest("/name").form().containsKey("Confidence"));
        assertEquals(Ending.HANGUP_VERB, call.awaitEnd(SOON));
    }

    @Test
    void keysAreNotTakenWhereOnlySpeechIsGathered() {
        PhoneCall call = dialInto("<Gather input=\"speech\" action=\"/name\"/><Hangup/>");
        call.presses("1");
        assertEquals(Ending.HANGUP_VERB, call.awaitEnd(SOON));
        assertTrue(show.requests("/name").isEmpty());
    }

    @Test
    void withoutInputGatherFallsThrough() {
        PhoneCall call = dialInto("<Gather action=\"/name\"/><Say>Nobody there?</Say>");
        assertEquals(Ending.DOCUMENT_RAN_OUT, call.awaitEnd(SOON));
        assertEquals("Nobody there?", carrier.diary().all(Happening.Said.class).getFirst().text());
    }

    @Test
    void aMessageIsKeptAndCanBeFetched() throws Exception {
        show.answers("/message", "<Hangup/>");
        show.answers(VOICE, "<Record timeout=\"2000\" action=\"/message\"/>");
        PhoneCall call = carrier.dial(CALLER);
        call.leavesMessage(new short[16_000]);
        Received message = show.awaitRequest("/message");
        assertEquals("2", message.field("RecordingDuration"));
        byte[] wav = URI.create(message.field("RecordingUrl")).toURL().openStream().readAllBytes();
        assertTrue(Wav.is(wav));
        assertEquals(2, Wav.length(wav).toSeconds());
    }

    @Test
    void aMessageIsNoLongerThanTheDocumentAllowsAndIsListedUntilItIsDeleted() throws Exception {
        show.answers("/message", "<Hangup/>");
        show.answers("/ready", "");
        show.answers(
                VOICE,
                "<Record timeout=\"2000\" maxLength=\"1\" action=\"/message\""
                        + " recordingStatusCallback=\"/ready\"/>");
        PhoneCall call = carrier.dial(CALLER);
        call.leavesMessage(new short[16_000]);
        Received ready = show.awaitRequest("/ready");
        assertEquals("completed", ready.field("RecordingStatus"));
        assertEquals(call.sid(), ready.field("CallSid"));
        assertFalse(ready.form().containsKey("From"), "as at the carrier");
        String sid = ready.field("RecordingSid");
        var listed = desk().read("/Recordings.json?CallSid=" + call.sid()).body();
        assertEquals(sid, listed.path("recordings").path(0).path("sid").asText());
        assertEquals("1", listed.path("recordings").path(0).path("duration").asText());
        assertEquals(
                0,
                desk().read("/Recordings.json?CallSid=CA" + "0".repeat(32))
                        .body()
                        .path("recordings")
                        .size());
        assertEquals(200, desk().read("/Recordings/" + sid + ".json").status());
        assertEquals(204, desk().delete("/Recordings/" + sid + ".json").status());
        assertEquals(404, desk().read("/Recordings/" + sid + ".json").status());
        assertEquals(404, desk().delete("/Recordings/" + sid + ".json").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Dial>x</Dial>",
                "<say>x</say>",
                "<Leave/>",
                "<Say>x",
                "<Pause length=\"x\"/>",
                "<Redirect>not an address</Redirect>",
                "<Redirect>https://</Redirect>",
                "<Redirect>https://elsewhere.example/</Redirect>"
            })
    void aDocumentThatCannotBeRunIsAnApplicationError(String verbs) {
        assertEquals(Ending.APPLICATION_ERROR, dialInto(verbs).awaitEnd(SOON));
        assertEquals("failed", show.awaitRequest(STATUS).field("CallStatus"));
    }

    @Test
    void plainTextIsReadAloud() {
        show.answers(VOICE, _ -> Reply.text("text/plain; charset=utf-8", "We are closed."));
        assertEquals(Ending.DOCUMENT_RAN_OUT, carrier.dial(CALLER).awaitEnd(SOON));
        assertEquals("We are closed.", carrier.diary().all(Happening.Said.class).getFirst().text());
    }

    @Test
    void anErrorLeadsToTheFallbackOfTheNumber() {
        show.answers("/fallback", "<Say>Technical trouble.</Say>");
        reopen(_ -> plan(number().withFallback(TinyShow.BASE + "/fallback")));
        show.answers(VOICE, _ -> Reply.status(500));
        assertEquals(Ending.DOCUMENT_RAN_OUT, carrier.dial(CALLER).awaitEnd(SOON));
        assertEquals("11200", show.awaitRequest("/fallback").field("ErrorCode"));
        assertEquals(1, show.requests(VOICE).size(), "an answer is never retried");
    }

    @Test
    void aTunnelThatIsDownIsTriedTwice() {
        tunnel.goDown();
        PhoneCall call = carrier.dial(CALLER);
        assertEquals(Ending.APPLICATION_ERROR, call.awaitEnd(SOON));
        assertEquals(
                2,
                carrier.diary().all(Happening.Requested.class).stream()
                        .filter(request -> request.to(VOICE))
                        .count());
    }

    @Test
    void sameSeedSameIds() {
        String first = dialInto("<Hangup/>").sid();
        reopen(plan -> plan);
        assertEquals(first, carrier.dial(CALLER).sid());
        reopen(plan -> plan.seed(8));
        assertFalse(first.equals(carrier.dial(CALLER).sid()));
    }

    private int complaint() {
        return carrier.diary().all(Happening.Complained.class).getLast().code();
    }
}
