package io.partyline.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.carrier.TinyShow.Received;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Signatures;
import io.partyline.carrier.plan.PhoneNumber.Hook;
import io.partyline.carrier.plan.WaitFate;
import io.partyline.carrier.plan.WebhookFault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What becomes of callers whose document cannot be fetched.
class FatesTest extends OnTheLine {
    private static final String FALLBACK = "/fallback";
    private static final String NET = "<Response><Enqueue>hold</Enqueue></Response>";
    private static final Duration IMPATIENT = Duration.ofSeconds(3);
    private static final int MANY = 100;

    /// The ways in which a show does not answer.
    enum Failure {
        REFUSED,
        TOO_SLOW,
        BAD_STATUS
    }

    private void fate(WaitFate fate) {
        reopen(plan -> plan.waitFate(fate));
    }

    private void fail(Failure failure, String path) {
        switch (failure) {
            case REFUSED -> tunnel.goDown();
            case TOO_SLOW ->
                    carrier.faults()
                            .webhooks()
                            .next(MANY, path::equals, new WebhookFault.TooSlow());
            case BAD_STATUS -> show.answers(path, _ -> TinyShow.Reply.status(503));
        }
    }

    private PhoneCall waitInVain(Failure failure, String enqueue) {
        show.answers(WAIT, "<Pause length=\"20\"/>");
        PhoneCall call = dialInto(enqueue + "<Say>Behind.</Say>");
        call.await(CallPhase.IN_QUEUE, SOON);
        show.awaitRequest(WAIT);
        fail(failure, WAIT);
        return call;
    }

    private String said() {
        return carrier.diary().all(Happening.Said.class).getFirst().text();
    }

    @ParameterizedTest
    @EnumSource
    void aLostWaitDocumentLeadsToABinThatNeedsNothingOfTheShow(Failure failure) {
        fate(WaitFate.FALLBACK);
        String bin = carrier.bin(NET);
        carrier.configure(number -> number.withFallback(bin));
        PhoneCall call = waitInVain(failure, ENQUEUE);
        Happening.Requested asked =
                carrier.diary().await(Happening.Requested.class, it -> it.url().equals(bin), SOON);
        call.await(CallPhase.IN_QUEUE, SOON);
        assertEquals(
                failure == Failure.BAD_STATUS ? "11200" : "11205",
                asked.parameters().get("ErrorCode"));
        assertEquals(TinyShow.BASE + WAIT, asked.parameters().get("ErrorUrl"));
        assertEquals(new Signatures("12345").of(bin, asked.parameters()), asked.signature());
        assertEquals(List.of(call.sid()), carrier.waiting("hold"));
        assertTrue(show.requests(LEFT).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aLostWaitDocumentEndsTheCallWithoutAFallback(Failure failure) {
        fate(WaitFate.FALLBACK);
        PhoneCall call = waitInVain(failure, ENQUEUE);
        assertEquals(Ending.APPLICATION_ERROR, call.awaitEnd(SOON));
        assertTrue(carrier.waiting("hold").isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_SLOW", "BAD_STATUS"})
    void aQueueErrorGoesOnAtTheAction(Failure failure) {
        fate(WaitFate.QUEUE_ERROR);
        show.answers(LEFT, "<Say>Left.</Say>");
        PhoneCall call = waitInVain(failure, ENQUEUE);
        assertEquals(Ending.DOCUMENT_RAN_OUT, call.awaitEnd(SOON));
        assertEquals("error", show.awaitRequest(LEFT).field("QueueResult"));
        assertEquals("Left.", said());
    }

    @ParameterizedTest
    @EnumSource
    void aQueueErrorWithoutAnActionGoesOnBehindTheQueue(Failure failure) {
        fate(WaitFate.QUEUE_ERROR);
        PhoneCall call = waitInVain(failure, "<Enqueue waitUrl=\"" + WAIT + "\">hold</Enqueue>");
        assertEquals(Ending.DOCUMENT_RAN_OUT, call.awaitEnd(SOON));
        assertEquals("Behind.", said());
    }

    @ParameterizedTest
    @EnumSource
    void theCallCanEnd(Failure failure) {
        fate(WaitFate.CALL_ENDS);
        String bin = carrier.bin(NET);
        carrier.configure(number -> number.withFallback(bin));
        PhoneCall call = waitInVain(failure, ENQUEUE);
        assertEquals(Ending.APPLICATION_ERROR, call.awaitEnd(SOON));
        assertTrue(carrier.diary().all(Happening.Said.class).isEmpty());
    }

    @Test
    void aShowThatNeverAnswersIsGivenUp() {
        reopen(plan -> plan.patience(IMPATIENT));
        show.neverAnswers(VOICE);
        PhoneCall call = carrier.dial(CALLER);
        assertEquals(Ending.APPLICATION_ERROR, call.awaitEnd(SOON));
        assertEquals(11205, carrier.diary().all(Happening.Complained.class).getFirst().code());
        assertFalse(
                Duration.between(
                                        call.rang(),
                                        carrier.diary().all(Happening.Ended.class).getFirst().at())
                                .compareTo(IMPATIENT)
                        < 0);
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherDocumentLeadsToTheFallback(Failure failure) {
        fate(WaitFate.CALL_ENDS);
        String bin = carrier.bin(NET);
        carrier.configure(number -> number.withFallback(bin));
        fail(failure, VOICE);
        carrier.dial(CALLER).await(CallPhase.IN_QUEUE, SOON);
    }

    @Test
    void theFallbackIsAskedByItsOwnMethodAndSigned() {
        fate(WaitFate.FALLBACK);
        carrier.configure(number -> number.withFallback(new Hook(TinyShow.BASE + FALLBACK, "GET")));
        show.answersAny(FALLBACK, "<Hangup/>");
        show.answers(VOICE, _ -> TinyShow.Reply.status(500));
        assertEquals(Ending.HANGUP_VERB, carrier.dial(CALLER).awaitEnd(SOON));
        Received asked = show.awaitAny(FALLBACK);
        assertEquals("GET", asked.method());
        assertTrue(asked.target().contains("ErrorCode=11200"));
        assertEquals(
                new Signatures("12345").of(TinyShow.BASE + asked.target(), Map.of()),
                asked.header("x-twilio-signature"));
    }

    @Test
    void aFallbackThatFailsItselfIsTheEnd() {
        fate(WaitFate.FALLBACK);
        carrier.configure(number -> number.withFallback(TinyShow.BASE + FALLBACK));
        show.answers(FALLBACK, "<Redirect>/nothing</Redirect>");
        show.answers(VOICE, _ -> TinyShow.Reply.status(500));
        assertEquals(Ending.APPLICATION_ERROR, carrier.dial(CALLER).awaitEnd(SOON));
        assertEquals(1, show.requests(FALLBACK).size());
    }

    @Test
    void aFallbackThatWorkedIsThereForTheNextTime() throws Exception {
        fate(WaitFate.FALLBACK);
        String bin = carrier.bin(NET);
        carrier.configure(number -> number.withFallback(bin));
        PhoneCall call = waitInVain(Failure.BAD_STATUS, ENQUEUE);
        carrier.diary().await(Happening.Requested.class, it -> it.url().equals(bin), SOON);
        call.await(CallPhase.IN_QUEUE, SOON);
        desk().update(call, "Url", TinyShow.BASE + "/nothing");
        carrier.diary().await(Happening.Requested.class, it -> it.url().equals(bin), 2, SOON);
        call.await(CallPhase.IN_QUEUE, SOON);
    }

    @Test
    void aBinIsServedAtTheDeskToo() throws Exception {
        String bin = carrier.bin(NET);
        String path = URI.create(bin).getPath();
        byte[] served = carrier.apiBaseUrl().resolve(path).toURL().openStream().readAllBytes();
        assertEquals(NET, new String(served, UTF_8));
    }

    @Test
    void aQueueWithoutAWaitDocumentPlaysTheCarriersMusic() throws Exception {
        PhoneCall call =
                dialInto("<Enqueue>hold</Enqueue><Say>Behind.</Say><Pause length=\"3600\"/>");
        call.await(CallPhase.IN_QUEUE, SOON);
        tunnel.goDown();
        desk().update(call, "Twiml", "<Response><Pause length=\"1\"/></Response>");
        assertEquals(Ending.DOCUMENT_RAN_OUT, call.awaitEnd(SOON));
        assertEquals(
                "redirected", carrier.diary().all(Happening.LeftQueue.class).getFirst().result());
        assertFalse(
                carrier.diary().all(Happening.Requested.class).stream()
                        .anyMatch(it -> it.url().contains("hold")));
    }

    @Test
    void aBrokenStreamFallsIntoANetOfTheCarriersOwn() throws Exception {
        PhoneCall call = dialInto(CONNECT + "<Pause length=\"2\"/><Enqueue>hold</Enqueue>");
        call.awaitLeg(SOON);
        tunnel.goDown();
        show.awaitStream(1).die();
        call.await(CallPhase.IN_QUEUE, SOON);
        assertEquals(List.of(call.sid()), carrier.waiting("hold"));
    }

    @Test
    void aLongPauseAndARedirectToABinEnqueueAgain() {
        String bin = carrier.bin(NET);
        PhoneCall call = dialInto("<Pause length=\"20\"/><Redirect>" + bin + "</Redirect>");
        call.await(CallPhase.IN_QUEUE, SOON);
        assertEquals(List.of(call.sid()), carrier.waiting("hold"));
    }
}
