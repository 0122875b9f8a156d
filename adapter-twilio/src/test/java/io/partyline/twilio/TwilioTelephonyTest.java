package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioTelephonyTest {
    private static final CallId CALL = new CallId(Sample.sid("CA", 1));
    private static final String ACCOUNT = "/2010-04-01/Accounts/" + Sample.ACCOUNT;
    private static final String CALLS = ACCOUNT + "/Calls";
    private static final String ONE = CALLS + "/" + CALL + ".json";

    private record Asked(
            String method, String path, String query, String body, String authorization) {}

    private record Answer(int status, String body, String retryAfter) {
        Answer(int status, String body) {
            this(status, body, "");
        }
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final StreamTokens tokens = new StreamTokens(new Capacity(10), System::nanoTime);
    private final ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer desk;
    private TwilioTelephony telephony;

    @BeforeEach
    void open() throws IOException {
        desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.setExecutor(desks);
        desk.createContext("/", this::serve);
        desk.start();
        telephony =
                new TwilioTelephony(
                        settings(desk.getAddress().getPort()), tokens, Sample.fingerprint());
    }

    @AfterEach
    void close() {
        released.countDown();
        desk.stop(0);
        desks.close();
    }

    @Test
    void connectingSendsTheDocumentInline() {
        answers.add(new Answer(200, "{\"sid\":\"" + CALL + "\"}"));
        telephony.connect(CALL);
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().method()).isEqualTo("POST");
        assertThat(asked.getFirst().path()).isEqualTo(ONE);
        String document = Form.read(asked.getFirst().body().getBytes(UTF_8)).value("Twiml");
        assertThat(document).isEqualTo(new Twiml(settings(1)).connect(tokens.issue(CALL)));
    }

    @Test
    void theAccountAndItsTokenOpenTheDesk() {
        answers.add(new Answer(200, "{}"));
        telephony.hangUp(CALL);
        String user = Sample.ACCOUNT + ":" + Sample.TOKEN.reveal();
        assertThat(asked.getFirst().authorization())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)));
        assertThat(asked.getFirst().body()).isEqualTo("Status=completed");
    }

    @ParameterizedTest
    @CsvSource({"404, 20404", "400, 21220", "404, 0"})
    void hangingUpACallThatHasGoneIsNoError(int status, int code) {
        answers.add(new Answer(status, error(code)));
        telephony.hangUp(CALL);
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "404, 20404, That caller is no longer on the line.",
        "400, 21220, That caller is no longer on the line.",
        "401, 20003, 'The telephone company does not know our account: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.'",
        "429, 20429, The telephone company is too busy: try again in a moment.",
        "500, 20500, The telephone company had a fault and did nothing.",
        "503, 0, The telephone company had a fault and did nothing."
    })
    void aRefusedConnectIsAskedOnceAndToldInWords(int status, int code, String sentence) {
        answers.add(new Answer(status, error(code)));
        assertThatThrownBy(() -> telephony.connect(CALL))
                .isInstanceOf(TelephonyException.class)
                .hasMessage(sentence);
        assertThat(asked).hasSize(1);
        assertThat(tokens.spend(tokenSent(), CALL)).isFalse();
    }

    @Test
    void anAnswerThatIsNoJsonIsAFaultToo() {
        answers.add(new Answer(502, "<html>bad gateway</html>"));
        assertThatThrownBy(() -> telephony.hangUp(CALL))
                .hasMessage("The telephone company had a fault and did nothing.");
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerThatIsNonsenseIsToldWithoutRepeatingIt() {
        answers.add(new Answer(200, "{\"calls\":[" + Sample.CALLER));
        assertThatThrownBy(() -> telephony.liveCalls())
                .isInstanceOf(TelephonyException.class)
                .hasMessage("The telephone company's answer makes no sense to us.")
                .hasNoCause();
    }

    @Test
    void aHangUpThatWasNotLookedAtIsAskedAgainTwice() {
        answers.add(new Answer(429, error(20429)));
        answers.add(new Answer(429, error(20429), "1"));
        answers.add(new Answer(200, "{}"));
        long began = System.nanoTime();
        telephony.hangUp(CALL);
        assertThat(asked).hasSize(3);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofMillis(1_300));
    }

    @Test
    void askingAgainTwiceIsAllThatIsDone() {
        for (int i = 0; i < 4; i++) {
            answers.add(new Answer(429, error(20429)));
        }
        assertThatThrownBy(() -> telephony.hangUp(CALL)).isInstanceOf(TelephonyException.class);
        assertThat(asked).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"2, 2000", "0, 300", "'', 300", "100000, 30000", "'Fri, 01 May 2026', 300"})
    void aConnectThatWasNotLookedAtSaysWhenToAskAgain(String said, long millis) {
        answers.add(new Answer(429, error(20429), said));
        assertThatThrownBy(() -> telephony.connect(CALL))
                .isInstanceOfSatisfying(
                        TelephonyException.class,
                        busy -> assertThat(busy.pause()).contains(Duration.ofMillis(millis)));
        assertThat(asked).hasSize(1);
    }

    @Test
    void aConnectThatWasRefusedIsNoUseToAskForAgain() {
        answers.add(new Answer(500, error(20500)));
        assertThatThrownBy(() -> telephony.connect(CALL))
                .isInstanceOfSatisfying(
                        TelephonyException.class, no -> assertThat(no.pause()).isEmpty());
    }

    @Test
    void ourQueueIsLookedUpOnceAndReadInItsOrder() {
        String queue = Sample.sid("QU", 7);
        answers.add(new Answer(200, queues("other", Sample.sid("QU", 6), Twiml.QUEUE, queue)));
        answers.add(new Answer(200, members(2, 1)));
        answers.add(new Answer(200, members()));
        Instant since = Instant.parse("2026-05-01T20:00:00Z");
        assertThat(telephony.waiting())
                .containsExactly(
                        new Telephony.Waiting(new CallId(Sample.sid("CA", 1)), since),
                        new Telephony.Waiting(new CallId(Sample.sid("CA", 2)), since));
        assertThat(telephony.waiting()).isEmpty();
        assertThat(asked)
                .extracting(Asked::path)
                .containsExactly(
                        ACCOUNT + "/Queues.json",
                        ACCOUNT + "/Queues/" + queue + "/Members.json",
                        ACCOUNT + "/Queues/" + queue + "/Members.json");
    }

    @Test
    void whereNobodyHasEverWaitedThereIsNoQueue() {
        answers.add(new Answer(200, queues()));
        assertThat(telephony.waiting()).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aQueueThatWasDeletedIsLookedUpAgain() {
        answers.add(new Answer(200, queues(Twiml.QUEUE, Sample.sid("QU", 7))));
        answers.add(new Answer(404, error(20404)));
        answers.add(new Answer(200, queues()));
        assertThat(telephony.waiting()).isEmpty();
        assertThat(telephony.waiting()).isEmpty();
        assertThat(asked).hasSize(3);
    }

    @Test
    void aMemberWhoseWaitTheDeskDoesNotTellMakesNoSense() {
        answers.add(new Answer(200, queues(Twiml.QUEUE, Sample.sid("QU", 7))));
        answers.add(new Answer(200, members(1).replace("date_enqueued", "nothing")));
        assertThatThrownBy(() -> telephony.waiting())
                .hasMessage("The telephone company's answer makes no sense to us.");
    }

    @Test
    void aNumberIsRecognisedAndStaysHere() {
        answers.add(new Answer(200, "{\"from\":\"%s\"}".formatted(Sample.CALLER)));
        answers.add(new Answer(200, "{\"from\":null}"));
        answers.add(new Answer(404, error(20404)));
        assertThat(telephony.number(CALL)).isEqualTo(Sample.fingerprint().of(Sample.CALLER));
        assertThat(telephony.number(CALL)).isEqualTo(CallerNumber.WITHHELD);
        assertThat(telephony.number(CALL)).isEqualTo(CallerNumber.WITHHELD);
    }

    private String tokenSent() {
        String document = Form.read(asked.getFirst().body().getBytes(UTF_8)).value("Twiml");
        return document.replaceAll("(?s).*name=\"token\" value=\"([^\"]*)\".*", "$1");
    }

    private static String queues(String... namesAndSids) {
        var list = new ArrayList<String>();
        for (int i = 0; i < namesAndSids.length; i += 2) {
            list.add(
                    "{\"friendly_name\":\"%s\",\"sid\":\"%s\"}"
                            .formatted(namesAndSids[i], namesAndSids[i + 1]));
        }
        return listed("queues", list);
    }

    /// The calls of these numbers, each at the position of its number.
    private static String members(int... calls) {
        var list = new ArrayList<String>();
        for (int call : calls) {
            list.add(
                    """
                    {"call_sid":"%s","position":%d,"wait_time":4,\
                    "date_enqueued":"Fri, 01 May 2026 20:00:00 +0000"}\
                    """
                            .formatted(Sample.sid("CA", call), call));
        }
        return listed("queue_members", list);
    }

    private static String listed(String key, List<String> list) {
        return "{\"%s\":[%s],\"next_page_uri\":null,\"page\":0,\"page_size\":1000}"
                .formatted(key, String.join(",", list));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200})
    void aDeskThatDoesNotAnswerIsGivenUpAfterThreeSeconds(int statusBeforeItStops) {
        answers.add(new Answer(statusBeforeItStops, ""));
        long began = System.nanoTime();
        assertThatThrownBy(() -> telephony.connect(CALL))
                .isInstanceOf(TelephonyException.class)
                .hasMessage("The telephone company did not answer within 3 seconds.");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofMillis(2_900));
        assertThat(asked).hasSize(1);
        assertThat(tokens.spend(tokenSent(), CALL)).isFalse();
    }

    @Test
    void aDeskThatIsNotThereIsSaidToBeOutOfReach() {
        int port = desk.getAddress().getPort();
        desk.stop(0);
        TwilioTelephony nobody = new TwilioTelephony(settings(port), tokens, Sample.fingerprint());
        assertThatThrownBy(() -> nobody.hangUp(CALL))
                .hasMessage("The telephone company cannot be reached: is this computer online?");
    }

    @Test
    void theLiveCallsOfOurNumberAreReadToTheLastPage() {
        answers.add(new Answer(200, page(CALLS + ".json?Page=1&Status=in-progress", 1)));
        answers.add(new Answer(200, page("", 2)));
        answers.add(new Answer(200, page("", 3)));
        answers.add(new Answer(200, page("")));
        assertThat(telephony.liveCalls())
                .containsExactlyInAnyOrder(
                        new CallId(Sample.sid("CA", 1)),
                        new CallId(Sample.sid("CA", 2)),
                        new CallId(Sample.sid("CA", 3)));
        assertThat(asked).extracting(Asked::method).containsOnly("GET");
        assertThat(asked.getFirst().query())
                .contains("To=%2B15550100", "Status=in-progress", "PageSize=1000");
        assertThat(asked.get(2).query()).contains("Status=ringing");
        assertThat(asked.get(3).query()).contains("Status=queued");
    }

    @ParameterizedTest
    @CsvSource({"completed,true", "no-answer,true", "in-progress,false", "ringing,false"})
    void aCallHasEndedIfTheDeskSaysSo(String status, boolean ended) {
        answers.add(new Answer(200, "{\"status\":\"%s\"}".formatted(status)));
        assertThat(telephony.hasEnded(CALL)).isEqualTo(ended);
        assertThat(asked.getFirst().method()).isEqualTo("GET");
    }

    @Test
    void aCallThatTheDeskDoesNotKnowIsNotTakenForEnded() {
        answers.add(new Answer(404, error(20404)));
        assertThat(telephony.hasEnded(CALL)).isFalse();
    }

    @Test
    void aCallOfOurOwnMakingNeverReachesTheDesk() {
        assertThatThrownBy(() -> telephony.hangUp(new CallId("ai/../1")))
                .isInstanceOf(TelephonyException.class)
                .hasMessage("That is not a call on the telephone.");
        assertThat(asked).isEmpty();
    }

    private static TwilioSettings settings(int port) {
        return Sample.settings(Hold.CARRIER, "http://127.0.0.1:" + port);
    }

    private static String error(int code) {
        String number = code == 0 ? "null" : Integer.toString(code);
        return "{\"code\":%s,\"message\":\"Call %s of %s\",\"status\":400}"
                .formatted(number, CALL, Sample.CALLER);
    }

    private static String page(String next, int... calls) {
        StringBuilder list = new StringBuilder();
        for (int call : calls) {
            list.append(list.isEmpty() ? "" : ",");
            list.append("{\"sid\":\"").append(Sample.sid("CA", call)).append("\"}");
        }
        String nextUri = next.isEmpty() ? "null" : '"' + next + '"';
        return "{\"uri\":\"/\",\"calls\":[%s],\"next_page_uri\":%s,\"page\":0,\"page_size\":50}"
                .formatted(list, nextUri);
    }

    /// Status 0 never answers; an answer without a body stops after its head.
    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            String.valueOf(exchange.getRequestURI().getRawQuery()),
                            new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                            exchange.getRequestHeaders().getFirst("Authorization")));
            answer(exchange, answers.remove());
        }
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        if (answer.status() != 0) {
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? 10 : body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
        if (body.length == 0) {
            await();
        }
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
