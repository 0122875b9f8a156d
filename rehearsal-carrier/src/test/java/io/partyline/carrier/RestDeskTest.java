package io.partyline.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.Desk.Answer;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.RestFault;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestDeskTest extends OnTheLine {
    private static final String GOODBYE = "<Response><Hangup/></Response>";

    @BeforeEach
    void music() {
        show.answers(WAIT, "<Pause length=\"20\"/>");
    }

    private PhoneCall waiting() {
        PhoneCall call = dialInto(ENQUEUE);
        call.await(CallPhase.IN_QUEUE, SOON);
        return call;
    }

    private static String path(PhoneCall call) {
        return "/Calls/" + call.sid() + ".json";
    }

    @Test
    void aStrangerIsRefused() throws Exception {
        Desk stranger = new Desk(carrier.apiBaseUrl(), new Account(ACCOUNT.sid(), "54321"));
        Answer answer = stranger.read("/Calls.json");
        assertEquals(401, answer.status());
        assertEquals(20003, answer.code());
    }

    @Test
    void anUnknownCallIsNotFound() throws Exception {
        Answer answer = desk().read("/Calls/CA" + "0".repeat(32) + ".json");
        assertEquals(404, answer.status());
        assertEquals(20404, answer.code());
        assertEquals(404, answer.body().path("status").asInt());
        assertEquals(404, desk().read("/Calls/CA12.json").status());
    }

    @Test
    void aCallIsShownAsItIs() throws Exception {
        PhoneCall call = waiting();
        JsonNode body = desk().read(path(call)).body();
        assertEquals(call.sid(), body.path("sid").asText());
        assertEquals("in-progress", body.path("status").asText());
        assertEquals(CALLER, body.path("from").asText());
        assertTrue(body.path("duration").isTextual());
    }

    @Test
    void completedEndsTheCall() throws Exception {
        PhoneCall call = waiting();
        assertEquals(200, desk().update(call, "Status", "completed").status());
        assertEquals(Ending.COMPLETED_BY_REST, call.awaitEnd(SOON));
    }

    @Test
    void anEndedCallCannotBeChanged() throws Exception {
        PhoneCall call = dialInto("<Hangup/>");
        call.awaitEnd(SOON);
        Answer answer = desk().update(call, "Twiml", GOODBYE);
        assertEquals(400, answer.status());
        assertEquals(21220, answer.code());
        assertEquals(21220, desk().update(call, "Status", "completed").code());
    }

    @Test
    void urlAndTwimlTogetherAreRefused() throws Exception {
        PhoneCall call = waiting();
        Map<String, String> both = Map.of("Url", "https://show.example/x", "Twiml", GOODBYE);
        assertEquals(400, desk().post(path(call), both).status());
        assertEquals(400, desk().post(path(call), Map.of()).status());
        assertEquals(CallPhase.IN_QUEUE, call.phase());
    }

    @Test
    void aUrlIsFetchedAndRun() throws Exception {
        show.answers("/next", "<Hangup/>");
        PhoneCall call = waiting();
        desk().update(call, "Url", TinyShow.BASE + "/next");
        assertEquals(Ending.HANGUP_VERB, call.awaitEnd(SOON));
        assertEquals(call.sid(), show.awaitRequest("/next").field("CallSid"));
    }

    @Test
    void nonsenseIsRefusedWithAReason() throws Exception {
        PhoneCall call = waiting();
        assertEquals(21205, desk().update(call, "Url", "not an address").code());
        assertEquals(20001, desk().update(call, "Status", "finished").code());
        assertEquals(400, desk().read("/Calls.json?PageSize=many").status());
        assertEquals(
                405, desk().ask(desk().posting("/Calls.json", Map.of()).DELETE().build()).status());
        assertEquals(404, desk().read("/Messages.json").status());
        assertEquals(CallPhase.IN_QUEUE, call.phase());
    }

    @Test
    void aRelativeAddressInTwimlByRestIsAnError() throws Exception {
        PhoneCall call = waiting();
        desk().update(call, "Twiml", "<Response><Redirect>/relative</Redirect></Response>");
        assertEquals(Ending.APPLICATION_ERROR, call.awaitEnd(SOON));
        assertEquals(15004, carrier.diary().all(Happening.Complained.class).getLast().code());
    }

    @Test
    void callsAreListedByStatusOnPages() throws Exception {
        Set<String> wanted = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            wanted.add(waiting().sid());
        }
        dialInto("<Hangup/>").awaitEnd(SOON);
        Set<String> found = new HashSet<>();
        JsonNode first = page("/Calls.json?Status=in-progress&PageSize=2", found);
        assertEquals(2, found.size());
        String next = first.path("next_page_uri").asText();
        JsonNode second = page(next.substring(next.indexOf("/Calls")), found);
        assertEquals(wanted, found);
        assertTrue(second.path("next_page_uri").isNull());
    }

    private JsonNode page(String path, Set<String> found) throws Exception {
        JsonNode body = desk().read(path).body();
        body.path("calls").forEach(call -> found.add(call.path("sid").asText()));
        return body;
    }

    @Test
    void whoWaitsCanBeRead() throws Exception {
        PhoneCall first = waiting();
        PhoneCall second = waiting();
        JsonNode queue = desk().read("/Queues.json").body().path("queues").path(0);
        assertEquals("hold", queue.path("friendly_name").asText());
        assertEquals(2, queue.path("current_size").asInt());
        JsonNode members =
                desk().read("/Queues/" + queue.path("sid").asText() + "/Members.json").body();
        assertEquals(first.sid(), members.at("/queue_members/0/call_sid").asText());
        assertEquals(second.sid(), members.at("/queue_members/1/call_sid").asText());
        assertEquals(2, members.at("/queue_members/1/position").asInt());
    }

    @Test
    void onlyTheFirstWhoTakesAMemberGetsThem() throws Exception {
        show.answers("/take", "<Pause length=\"3600\"/>");
        PhoneCall call = waiting();
        String queue = desk().read("/Queues.json").body().at("/queues/0/sid").asText();
        String member = "/Queues/" + queue + "/Members/" + call.sid() + ".json";
        Map<String, String> take = Map.of("Url", TinyShow.BASE + "/take", "Method", "POST");
        assertEquals(200, desk().post(member, take).status());
        show.awaitRequest("/take");
        assertEquals(400, desk().post(member, take).status());
        assertEquals(404, desk().read(member).status());
    }

    @Test
    void aRefusedRequestChangesNothing() throws Exception {
        PhoneCall call = waiting();
        for (int status : new int[] {404, 429, 500}) {
            carrier.faults().rest().next(1, new RestFault.Refused(status));
            assertEquals(status, desk().update(call, "Status", "completed").status());
        }
        assertEquals(CallPhase.IN_QUEUE, call.phase());
        assertEquals(200, desk().update(call, "Status", "completed").status());
    }

    @Test
    void tooManyRequestsAreRefusedWithTheTimeToWait() throws Exception {
        PhoneCall call = waiting();
        carrier.faults().rest().next(2, new RestFault.TooMany(Duration.ofMillis(1500)));
        for (int i = 0; i < 2; i++) {
            Answer answer = desk().update(call, "Status", "completed");
            assertEquals(429, answer.status());
            assertEquals(20429, answer.code());
            assertEquals("2", answer.header("Retry-After"));
        }
        assertEquals(CallPhase.IN_QUEUE, call.phase());
        assertEquals(200, desk().update(call, "Status", "completed").status());
    }

    @Test
    void aRateLimitLetsSoManyRequestsASecondThrough() throws Exception {
        PhoneCall call = waiting();
        carrier.faults().restLimit(2, () -> 0);
        assertEquals(200, desk().read("/Queues.json").status());
        assertEquals(200, desk().read("/Queues.json").status());
        Answer refused = desk().update(call, "Status", "completed");
        assertEquals(429, refused.status());
        assertEquals("1", refused.header("Retry-After"));
        assertEquals(CallPhase.IN_QUEUE, call.phase());
        carrier.faults().restLimit(0);
        assertEquals(200, desk().update(call, "Status", "completed").status());
    }

    @Test
    void queueMembersComeInPagesInTheOrderTheyWait() throws Exception {
        List<String> waiting = List.of(waiting().sid(), waiting().sid(), waiting().sid());
        String queue = desk().read("/Queues.json").body().at("/queues/0/sid").asText();
        JsonNode first = desk().read("/Queues/" + queue + "/Members.json?PageSize=2").body();
        String next = first.path("next_page_uri").asText();
        JsonNode second = desk().read(next.substring(next.indexOf("/Queues"))).body();
        List<String> found = new ArrayList<>();
        first.path("queue_members").forEach(it -> found.add(it.path("call_sid").asText()));
        second.path("queue_members").forEach(it -> found.add(it.path("call_sid").asText()));
        assertEquals(waiting, found);
        assertEquals(3, second.at("/queue_members/0/position").asInt());
        assertTrue(first.at("/queue_members/0/wait_time").isInt());
        var enqueued =
                DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                        first.at("/queue_members/0/date_enqueued").asText());
        assertTrue(Instant.from(enqueued).isBefore(Instant.now()));
        assertTrue(first.at("/queue_members/0/date_enqueued").asText().endsWith(" +0000"));
        assertTrue(second.path("next_page_uri").isNull());
    }

    @Test
    void aRequestCanBeDoneAndYetRefused() throws Exception {
        PhoneCall call = waiting();
        carrier.faults().rest().next(1, new RestFault.DoneButRefused(500));
        assertEquals(500, desk().update(call, "Status", "completed").status());
        assertEquals(Ending.COMPLETED_BY_REST, call.awaitEnd(SOON));
    }

    @Test
    void aRequestCanBeAcceptedWithoutEffect() throws Exception {
        PhoneCall call = waiting();
        carrier.faults().rest().next(1, new RestFault.NoEffect());
        assertEquals(200, desk().update(call, "Status", "completed").status());
        int asked = show.requests(WAIT).size();
        show.awaitRequests(WAIT, asked + 2);
        assertEquals(CallPhase.IN_QUEUE, call.phase());
    }

    @Test
    void aRequestCanHang() {
        PhoneCall call = waiting();
        carrier.faults().rest().next(1, path -> path.contains("/Calls/"), new RestFault.Hangs());
        var request =
                desk().posting(path(call), Map.of("Status", "completed"))
                        .timeout(Duration.ofMillis(300))
                        .build();
        assertThrows(HttpTimeoutException.class, () -> desk().ask(request));
        assertEquals(CallPhase.IN_QUEUE, call.phase());
    }

    @Test
    void anEffectCanComeLate() throws Exception {
        PhoneCall call = waiting();
        carrier.faults().rest().next(1, new RestFault.LateEffect(Duration.ofMillis(50)));
        assertEquals(200, desk().update(call, "Status", "completed").status());
        assertEquals(Ending.COMPLETED_BY_REST, call.awaitEnd(SOON));
    }
}
