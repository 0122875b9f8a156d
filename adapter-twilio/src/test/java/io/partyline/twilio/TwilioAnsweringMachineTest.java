package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.partyline.port.AnsweringMachine.Recorded;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is asked of the carrier about recordings, to the letter, and what is made of odd answers.
class TwilioAnsweringMachineTest {
    private static final CallId CALL = new CallId(Sample.sid("CA", 1));
    private static final String RECORDING = Sample.sid("RE", 1);
    private static final String ROOT = "/2010-04-01/Accounts/" + Sample.ACCOUNT + "/Recordings";

    private record Answer(int status, String body, Map<String, String> headers) {
        static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }
    }

    /// Such as `GET /path?query` and the authorization.
    private record Asked(String line, Optional<String> authorization) {}

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private HttpServer desk;
    private TwilioAnsweringMachine machine;

    @BeforeEach
    void open() throws IOException {
        desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/", this::serve);
        desk.start();
        machine =
                new TwilioAnsweringMachine(
                        Sample.settings(Hold.STUDIO, "http://127.0.0.1:" + port()));
    }

    private int port() {
        return desk.getAddress().getPort();
    }

    @AfterEach
    void close() {
        desk.stop(0);
    }

    private void serve(HttpExchange http) throws IOException {
        try (http) {
            asked.add(
                    new Asked(
                            http.getRequestMethod() + " " + http.getRequestURI(),
                            Optional.ofNullable(
                                    http.getRequestHeaders().getFirst("Authorization"))));
            Answer answer = Objects.requireNonNull(answers.poll(), "nothing more to say");
            answer.headers().forEach(http.getResponseHeaders()::set);
            byte[] body = answer.body().getBytes(UTF_8);
            http.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                http.getResponseBody().write(body);
            }
        }
    }

    private static String recording(int number, CallId call, String status) {
        return "{\"sid\":\"%s\",\"call_sid\":\"%s\",\"status\":\"%s\",\"date_created\":\"Fri, 01 May 2026 20:00:0%d +0000\"}"
                .formatted(Sample.sid("RE", number), call, status, number);
    }

    private static String page(String... recordings) {
        return "{\"recordings\":[%s],\"page\":0,\"next_page_uri\":null}"
                .formatted(String.join(",", recordings));
    }

    private static String basic() {
        String login = Sample.ACCOUNT + ":" + Sample.TOKEN.reveal();
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    @Test
    void recordingsAreAskedForByTheirCallAndNoOtherIsTaken() {
        CallId another = new CallId(Sample.sid("CA", 2));
        answers.add(
                Answer.of(
                        200,
                        page(
                                recording(4, CALL, "processing"),
                                recording(3, CALL, "absent"),
                                recording(2, another, "completed"),
                                recording(1, CALL, "completed"))));
        assertThat(machine.recorded(CALL))
                .containsExactly(
                        new Recorded(Sample.sid("RE", 1), true),
                        new Recorded(Sample.sid("RE", 4), false));
        assertThat(asked.getFirst().line())
                .startsWith("GET " + ROOT + ".json?")
                .contains("CallSid=" + CALL);
    }

    @Test
    void theSoundIsFetchedWithOurPassword() {
        answers.add(Answer.of(200, "RIFF and so on"));
        assertThat(machine.fetch(RECORDING).orElseThrow())
                .asString(UTF_8)
                .isEqualTo("RIFF and so on");
        assertThat(asked)
                .containsExactly(
                        new Asked("GET " + ROOT + "/" + RECORDING + ".wav", Optional.of(basic())));
    }

    @Test
    void aDeskThatLeadsOnDoesNotGetOurPasswordCarriedThere() {
        answers.add(new Answer(302, "", Map.of("Location", "/elsewhere/sound.wav")));
        answers.add(Answer.of(200, "RIFF"));
        assertThat(machine.fetch(RECORDING).orElseThrow()).asString(UTF_8).isEqualTo("RIFF");
        assertThat(asked.getLast())
                .isEqualTo(new Asked("GET /elsewhere/sound.wav", Optional.empty()));
    }

    @Test
    void aDeskThatLeadsOnForEverOrNowhereIsGivenUp() {
        for (int i = 0; i < 4; i++) {
            answers.add(new Answer(302, "", Map.of("Location", "/on")));
        }
        assertThatThrownBy(() -> machine.fetch(RECORDING)).isInstanceOf(TelephonyException.class);
        assertThat(asked).hasSize(4);
        answers.add(Answer.of(302, ""));
        assertThatThrownBy(() -> machine.fetch(RECORDING))
                .hasMessage("The telephone company's answer makes no sense to us.");
    }

    @Test
    void soundThatTheDeskDoesNotHaveIsNone() {
        answers.add(Answer.of(404, "{\"code\":20404}"));
        assertThat(machine.fetch(RECORDING)).isEmpty();
    }

    @Test
    void aWrongPasswordIsSaidInWords() {
        answers.add(Answer.of(401, "{\"code\":20003}"));
        assertThatThrownBy(() -> machine.fetch(RECORDING))
                .hasMessageContaining("check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN");
    }

    @Test
    void aCarrierThatIsTooBusySaysWhenToComeBack() {
        answers.add(new Answer(429, "{\"code\":20429}", Map.of("Retry-After", "7")));
        assertThatThrownBy(() -> machine.recorded(CALL))
                .isInstanceOfSatisfying(
                        TelephonyException.class,
                        busy -> assertThat(busy.pause()).hasValue(Duration.ofSeconds(7)));
    }

    @Test
    void erasingIsOneDeleteAndARecordingThatHasGoneIsNoError() {
        answers.add(Answer.of(204, ""));
        machine.erase(RECORDING);
        answers.add(Answer.of(404, "{\"code\":20404}"));
        machine.erase(RECORDING);
        assertThat(asked)
                .extracting(Asked::line)
                .containsOnly("DELETE " + ROOT + "/" + RECORDING + ".json");
    }

    @Test
    void anIdThatWouldHaveToBeEscapedNeverGoesIntoAPath() {
        assertThatThrownBy(() -> machine.fetch("../Calls")).isInstanceOf(TelephonyException.class);
        assertThatThrownBy(() -> machine.erase("RE/1")).isInstanceOf(TelephonyException.class);
        assertThat(asked).isEmpty();
    }
}
