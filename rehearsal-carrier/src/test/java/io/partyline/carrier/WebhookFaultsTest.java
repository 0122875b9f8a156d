package io.partyline.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.carrier.TinyShow.Received;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Signatures;
import io.partyline.carrier.plan.WebhookFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookFaultsTest extends OnTheLine {
    private void next(String path, WebhookFault fault) {
        carrier.faults().webhooks().next(1, path::equals, fault);
    }

    @Test
    void aWebhookCanComeTwice() {
        next(VOICE, new WebhookFault.Twice());
        PhoneCall call = dialInto("<Hangup/>");
        List<Received> both = show.awaitRequests(VOICE, 2);
        assertEquals(both.getFirst().form(), both.getLast().form());
        assertEquals(Ending.HANGUP_VERB, call.awaitEnd(SOON));
        assertEquals(
                1,
                call.diary().stream().filter(Happening.DocumentReceived.class::isInstance).count());
    }

    @Test
    void aWebhookCanBeWronglySigned() {
        next(VOICE, new WebhookFault.WronglySigned());
        dialInto("<Hangup/>");
        Received voice = show.awaitRequest(VOICE);
        String right = new Signatures("12345").of(TinyShow.BASE + VOICE, voice.form());
        assertNotEquals(right, voice.header("x-twilio-signature"));
    }

    @Test
    void aWebhookCanBeLost() {
        next(VOICE, new WebhookFault.Lost());
        assertEquals(Ending.APPLICATION_ERROR, dialInto("<Hangup/>").awaitEnd(SOON));
        assertTrue(show.requests(VOICE).isEmpty());
    }

    @Test
    void aStatusCallbackCanComeLate() {
        next(STATUS, new WebhookFault.Late(Duration.ofMillis(50)));
        PhoneCall first = dialInto("<Hangup/>");
        first.awaitEnd(SOON);
        assertEquals(first.sid(), show.awaitRequest(STATUS).field("CallSid"));
    }

    @Test
    void statusCallbacksCanComeInTheWrongOrder() {
        carrier.faults().webhooks().next(2, STATUS::equals, new WebhookFault.Held());
        PhoneCall first = dialInto("<Hangup/>");
        carrier.faults().awaitHeld(1, SOON);
        PhoneCall second = dialInto("<Hangup/>");
        carrier.faults().awaitHeld(2, SOON);
        assertTrue(show.requests(STATUS).isEmpty());
        carrier.faults().releaseHeld();
        assertEquals(
                List.of(second.sid(), first.sid()),
                show.requests(STATUS).stream().map(told -> told.field("CallSid")).toList());
    }

    @Test
    void anOldWebhookCanBeReplayedToTheLetter() throws Exception {
        PhoneCall call = dialInto("<Hangup/>");
        call.awaitEnd(SOON);
        Happening.Requested old =
                carrier.diary().await(Happening.Requested.class, it -> it.to(VOICE), SOON);
        assertEquals(200, carrier.replay(old).get());
        List<Received> both = show.awaitRequests(VOICE, 2);
        assertEquals(both.getFirst().form(), both.getLast().form());
        assertEquals(
                both.getFirst().header("x-twilio-signature"),
                both.getLast().header("x-twilio-signature"));
    }

    @Test
    void aWebhookOfNoCallCanBePosted() throws Exception {
        assertEquals(
                200,
                carrier.post(TinyShow.BASE + STATUS, Map.of("CallSid", "CA" + "0".repeat(32)))
                        .get());
        assertEquals(404, carrier.post(TinyShow.BASE + "/nothing", Map.of()).get());
    }
}
