package io.partyline.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.carrier.TinyShow.Received;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.WaitFate;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueTest extends OnTheLine {
    private static final String MUSIC = "<Pause length=\"20\"/>";

    private PhoneCall waiting() {
        PhoneCall call = dialInto(ENQUEUE + "<Say>Behind.</Say>");
        call.await(CallPhase.IN_QUEUE, SOON);
        return call;
    }

    @Test
    void theWaitDocumentIsAskedForAgainAndAgain() {
        show.answers(WAIT, MUSIC);
        waiting();
        Received third = show.awaitRequests(WAIT, 3).getLast();
        assertEquals("1", third.field("QueuePosition"));
        assertEquals("1", third.field("CurrentQueueSize"));
        assertEquals("1000", third.field("MaxQueueSize"));
        assertEquals("0", third.field("AvgQueueTime"));
        assertTrue(third.field("QueueSid").matches("QU[0-9a-f]{32}"));
        assertEquals("in-progress", third.field("CallStatus"));
    }

    @Test
    void whoCameFirstIsFirst() {
        show.answers(WAIT, MUSIC);
        List<PhoneCall> calls = List.of(waiting(), waiting(), waiting());
        assertEquals(calls.stream().map(PhoneCall::sid).toList(), carrier.waiting("hold"));
        calls.getFirst().hangUp();
        calls.getFirst().awaitEnd(SOON);
        assertEquals(
                calls.subList(1, 3).stream().map(PhoneCall::sid).toList(), carrier.waiting("hold"));
    }

    @Test
    void aRestUpdateTakesTheCallerOutOfTheQueue() throws Exception {
        show.answers(WAIT, MUSIC);
        PhoneCall call = waiting();
        assertEquals(200, desk().update(call, "Twiml", "<Response><Hangup/></Response>").status());
        assertEquals(Ending.HANGUP_VERB, call.awaitEnd(SOON));
        Received left = show.awaitRequest(LEFT);
        assertEquals("redirected", left.field("QueueResult"));
        assertTrue(left.form().containsKey("QueueTime"));
        assertTrue(carrier.waiting("hold").isEmpty());
        assertTrue(carrier.diary().all(Happening.Said.class).isEmpty());
    }

    @Test
    void aCallerWhoGivesUpIsReportedTwice() {
        show.answers(WAIT, MUSIC);
        PhoneCall call = waiting();
        call.hangUp();
        Received left = show.awaitRequest(LEFT);
        assertEquals("hangup", left.field("QueueResult"));
        assertEquals("completed", left.field("CallStatus"));
        assertEquals("completed", show.awaitRequest(STATUS).field("CallStatus"));
        assertEquals(Ending.CALLER_HUNG_UP, call.awaitEnd(SOON));
    }

    @Test
    void leaveGoesOnAtTheAction() {
        show.answers(WAIT, "<Leave/>");
        show.answers(LEFT, "<Say>Left.</Say>");
        PhoneCall call = dialInto(ENQUEUE);
        assertEquals(Ending.DOCUMENT_RAN_OUT, call.awaitEnd(SOON));
        assertEquals("leave", show.requests(LEFT).getFirst().field("QueueResult"));
        assertEquals("Left.", carrier.diary().all(Happening.Said.class).getFirst().text());
    }

    @Test
    void leaveWithoutAnActionGoesOnBehindTheQueue() {
        show.answers(WAIT, "<Leave/>");
        PhoneCall call =
                dialInto("<Enqueue waitUrl=\"" + WAIT + "\">hold</Enqueue><Say>Behind.</Say>");
        call.awaitEnd(SOON);
        assertEquals("Behind.", carrier.diary().all(Happening.Said.class).getFirst().text());
    }

    @Test
    void aRedirectInTheWaitDocumentComesBackToItsStart() {
        show.answers(WAIT, "<Redirect>/second</Redirect>");
        show.answers("/second", MUSIC);
        waiting();
        show.awaitRequests("/second", 2);
        assertTrue(show.requests(WAIT).size() >= 2);
        assertEquals("1", show.requests("/second").getLast().field("QueuePosition"));
    }

    @Test
    void whatACallerSaysWhileWaitingIsGathered() {
        show.answers(WAIT, "<Gather input=\"speech\" action=\"/said\" timeout=\"20\"/>");
        show.answers("/said", MUSIC);
        PhoneCall call = waiting();
        call.says("about the parking tickets", 0.8);
        assertEquals("about the parking tickets", show.awaitRequest("/said").field("SpeechResult"));
        show.awaitRequests(WAIT, 2);
        assertEquals(CallPhase.IN_QUEUE, call.phase());
    }

    @Test
    void aVerbThatIsNotForWaitingEndsTheWait() {
        show.answers(WAIT, CONNECT);
        dialInto(ENQUEUE).awaitEnd(SOON);
        assertEquals("error", show.awaitRequest(LEFT).field("QueueResult"));
    }

    @Test
    void aFullQueueLetsNobodyIn() {
        show.answers(WAIT, MUSIC);
        waiting();
        dialInto(ENQUEUE.replace("<Enqueue", "<Enqueue maxQueueSize=\"1\"")).awaitEnd(SOON);
        assertEquals("queue-full", show.awaitRequest(LEFT).field("QueueResult"));
    }

    @Test
    void aCallerKeepsWaitingWhileTheShowIsAway() {
        show.answers(WAIT, MUSIC);
        PhoneCall call = waiting();
        show.awaitRequest(WAIT);
        tunnel.goDown();
        carrier.diary().await(Happening.Unanswered.class, _ -> true, 2, SOON);
        int before = show.requests(WAIT).size();
        tunnel.comeUp();
        show.awaitRequests(WAIT, before + 1);
        assertEquals(CallPhase.IN_QUEUE, call.phase());
    }

    @Test
    void anotherCarrierMayThrowTheCallerOutOfTheQueue() {
        reopen(plan -> plan.waitFate(WaitFate.QUEUE_ERROR));
        show.answers(WAIT, _ -> TinyShow.Reply.status(500));
        dialInto(ENQUEUE).awaitEnd(SOON);
        assertEquals("error", show.awaitRequest(LEFT).field("QueueResult"));
    }

    @Test
    void aSoundFileCanBeTheWaitDocument() {
        show.answers(WAIT, _ -> new TinyShow.Reply(200, "audio/ulaw", " ".repeat(8000)));
        waiting();
        carrier.diary().await(Happening.Played.class, _ -> true, 2, SOON);
    }
}
