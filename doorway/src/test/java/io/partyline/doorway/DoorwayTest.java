package io.partyline.doorway;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorwayTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LOOK = Duration.ofMillis(15);

    private static final String ECHO =
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
    private static final String LAST_ECHO =
            "POST /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello";
    private static final String GO_ON =
            """
            POST /echo HTTP/1.1\r
            Host: a\r
            Expect: 100-continue\r
            Connection: close\r
            Content-Length: 5\r
            \r
            """;

    /// The time at a doorway where it does not pass by itself.
    private final AtomicLong now = new AtomicLong();

    private static final String KNOWN = "GET /known HTTP/1.1\r\nHost: a\r\n\r\n";

    @Test
    void requestsAreAnsweredOneBehindTheOther() {
        try (var house = new OpenHouse(OpenHouse.patient(10, 10))) {
            assertThat(house.ask(ECHO + "\r\n" + LAST_ECHO).split("hello", -1)).hasSize(3);
            assertThat(house.asked()).isEqualTo(2);
        }
    }

    /// It would be a timer for each frame of each caller; who takes too long is looked for besides.
    @Test
    void noReadFromASocketHasATimerOfItsOwn() {
        ListenerConfig.Builder listener = ListenerConfig.builder();
        var door =
                new Doorway(
                        OpenHouse.patient(1, 1),
                        (_, sentence) ->
                                new Refusal.Words("content-type: text/plain\r\n", sentence));
        door.mount(listener, Http1Config.builder());
        assertThat(listener.connectionOptions().orElseThrow().readTimeout()).isZero();
    }

    private static String post(String headers, String body) {
        return "POST /echo HTTP/1.1\r\nHost: a\r\n%s\r\n%s".formatted(headers, body);
    }

    static List<String> broken() {
        String chunked = "Transfer-Encoding: chunked\r\n";
        return List.of(
                post(chunked, "zz\r\nhi\r\n0\r\n\r\n"),
                post(chunked + "Content-Length: 3\r\n", "0\r\n\r\n"),
                post("Content-Length: 1\r\nContent-Length: 2\r\n", "hi"),
                post("Content-Length: +2\r\n", "hi"),
                post("X: a\r\n folded: b\r\n", ""),
                post("X: \u0000\r\n", ""),
                "POST /echo HTTP/1.1\nHost: a\n\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsNoRequestIsAnsweredAndClosedAndGoesNoFurther(String sent) {
        try (var house = new OpenHouse(OpenHouse.patient(10, 10))) {
            String second = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";
            String answer = house.ask(sent + second);
            assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n");
            assertThat(answer.split("HTTP/1.1", -1)).as("one answer").hasSize(2);
            assertThat(house.asked()).isZero();
            assertThat(house.broken()).isEqualTo(1);
        }
    }

    @Test
    void whatIsTooLongHasItsOwnAnswers() {
        try (var house = new OpenHouse(OpenHouse.patient(10, 10))) {
            assertThat(house.ask("GET /" + "a".repeat(5000) + " HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 414");
            assertThat(house.ask("GET / HTTP/1.1\r\n" + "Abc: defgh\r\n".repeat(2000) + "\r\n"))
                    .startsWith("HTTP/1.1 431");
            assertThat(house.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n"))
                    .startsWith("HTTP/1.1 413");
            assertThat(house.ask("GET / HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 505");
            assertThat(house.asked()).isZero();
        }
    }

    @Test
    void whoeverWaitsToBeAskedForTheBodyIsAskedOnce() throws IOException {
        try (var house = new OpenHouse(OpenHouse.patient(10, 10));
                Socket socket = house.send(GO_ON)) {
            assertThat(OpenHouse.answer(socket, "")).startsWith("HTTP/1.1 100 ");
            OpenHouse.send(socket, "hello");
            assertThat(OpenHouse.rest(socket)).startsWith("HTTP/1.1 200").endsWith("hello");
        }
    }

    @Test
    void anAnswerThatSaysThatItIsTheLastIsTheLast() {
        try (var house = new OpenHouse(OpenHouse.patient(10, 10))) {
            String bye = "GET /bye HTTP/1.1\r\nHost: a\r\n\r\n";
            assertThat(house.ask(bye + bye)).contains("Connection: close").endsWith("bye");
            assertThat(house.asked()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P",
                "POST /echo HTTP/1.1\r\nHost: a\r\n",
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell",
                "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhell"
            })
    void whoeverSendsHalfIsCutOffAndHeardNoFurther(String half) throws IOException {
        var limits = new Limits(10, 10, 1000, SHORT, SHORT, NEVER, NEVER);
        try (var house = new OpenHouse(limits, now::get);
                Socket slow = house.send(half)) {
            passUntil(() -> hasEnded(slow));
            assertThat(house.ask(LAST_ECHO)).endsWith("hello");
            assertThat(house.asked()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatSaysNothingIsEndedAfterAWhile() throws IOException {
        var limits = new Limits(10, 10, 1000, NEVER, NEVER, SHORT, NEVER);
        try (var house = new OpenHouse(limits, now::get);
                Socket silent = house.send("");
                Socket once = house.send(ECHO)) {
            assertThat(OpenHouse.answer(once, "hello")).endsWith("hello");
            passUntil(() -> hasEnded(silent));
            passUntil(() -> hasEnded(once));
        }
    }

    /// The system itself holds some megabytes for whoever does not read.
    @Test
    void whoeverTakesNothingIsCutOff() throws Exception {
        var limits = new Limits(10, 10, 1000, NEVER, NEVER, NEVER, SHORT);
        String request = "GET /long HTTP/1.1\r\nHost: a\r\n\r\n";
        try (var house = new OpenHouse(limits, now::get);
                Socket deaf = house.send(request.repeat(20))) {
            assertThat(house.ask(LAST_ECHO)).endsWith("hello");
            passUntil(house::hasCut);
            assertThat(taken(deaf)).isLessThan(20L * OpenHouse.LONG);
        }
    }

    @Test
    void whoeverOnlyHoldsAPlaceKeepsNobodyOut() throws IOException {
        List<Socket> half = new ArrayList<>();
        try (var house = new OpenHouse(OpenHouse.patient(10, 8))) {
            for (int count = 0; count < 100; count++) {
                half.add(house.send("POST /echo HTTP/1.1\r\nHost: a\r\n"));
                if (count % 10 == 0) {
                    assertThat(house.ask(LAST_ECHO)).endsWith("hello");
                }
            }
            awaitEnded(half, 90);
            assertThat(house.asked()).isEqualTo(10);
        } finally {
            for (Socket socket : half) {
                socket.close();
            }
        }
    }

    @Test
    void whoeverIsKnownStaysHoweverManyStrangersCome() throws IOException {
        List<Socket> strangers = new ArrayList<>();
        try (var house = new OpenHouse(OpenHouse.patient(10, 4));
                Socket known = house.send(KNOWN)) {
            OpenHouse.answer(known, "known");
            for (int count = 0; count < 40; count++) {
                strangers.add(house.send("G"));
            }
            awaitEnded(strangers, 36);
            OpenHouse.send(known, ECHO);
            assertThat(OpenHouse.answer(known, "hello")).startsWith("HTTP/1.1 200");
        } finally {
            for (Socket socket : strangers) {
                socket.close();
            }
        }
    }

    private interface Seen {
        boolean isTrue() throws IOException;
    }

    /// Lets time pass at the doorway, longer than anybody is given there at each look, until
    /// something is to be seen.
    private void passUntil(Seen seen) throws IOException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!seen.isTrue()) {
            assertThat(System.nanoTime()).as("it never came to be").isLessThan(deadline);
            now.addAndGet(SHORT.toNanos());
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /// Whether the other side ends the connection without another word; reading has a limit.
    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /// Waits until so many of these have ended, whichever they are: who is first at the door need
    /// not be the first who set out.
    private static void awaitEnded(List<Socket> sockets, int count) throws IOException {
        List<Socket> open = new ArrayList<>(sockets);
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (sockets.size() - open.size() < count && System.nanoTime() < deadline) {
            for (Socket socket : List.copyOf(open)) {
                if (hasEnded(socket)) {
                    open.remove(socket);
                }
            }
        }
        assertThat(sockets.size() - open.size()).isGreaterThanOrEqualTo(count);
    }

    private static boolean hasEnded(Socket socket) throws IOException {
        socket.setSoTimeout(5);
        try {
            return ended(socket);
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    /// How much comes before the connection ends.
    private static long taken(Socket socket) throws IOException {
        byte[] piece = new byte[64 * 1024];
        long taken = 0;
        try {
            for (int read = 0; read >= 0; read = socket.getInputStream().read(piece)) {
                taken += read;
            }
        } catch (SocketException reset) {
            return taken;
        }
        return taken;
    }
}
