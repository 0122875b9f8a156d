package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.CallId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people do at the phone door who are not the carrier, and that nobody else notices.
class StrangersAtTheDoorTest {
    private static final String CALL = Sample.sid("CA", 1);
    private static final String VOICE = "/api/twilio/voice";
    private static final int LAST_TEXT = 0x81;
    private static final int LAST_PING = 0x89;
    private static final int LAST_CLOSE = 0x88;

    private final OpenDoor door = new OpenDoor(Hold.STUDIO);
    private final Strangers strangers = new Strangers(door.port());
    private final Complaints complaints = new Complaints();

    @AfterEach
    void close() throws Exception {
        strangers.close();
        door.close();
        complaints.close();
    }

    private static String post(String headers, String body) {
        return "POST " + VOICE + " HTTP/1.1\r\nHost: show.example\r\n" + headers + "\r\n" + body;
    }

    static List<String> broken() {
        return List.of(
                post("Transfer-Encoding: chunked\r\n", "nonsense\r\na=b\r\n0\r\n\r\n"),
                post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"),
                post("Content-Length: 3\r\nContent-Length: 4\r\n", "a=b"),
                post("Content-Length: +3\r\n", "a=b"),
                post("Content-Length: 3\r\nContent-Length: 3\r\n", "a=b"),
                post("Content-Length : 3\r\n", "a=b"));
    }

    @Test
    void whatIsNoRequestIsRefusedAndClosedAndWorriesNobody() throws Exception {
        for (String request : broken()) {
            String answer = strangers.ask(request + post("Content-Length: 0\r\n", ""));
            assertThat(answer).as(request).startsWith("HTTP/1.1 400 ");
            assertThat(answer.split("HTTP/1.1 ", -1)).as("one answer, then closed").hasSize(2);
        }
        assertThat(complaints.lines()).isEmpty();
        assertThat(door.switchboard().news()).isEmpty();
        assertThat(door.door().health().lastTrouble()).isEmpty();
        assertThat(door.door().health().broken()).isEqualTo(broken().size());
    }

    @Test
    void aRequestThatIsCutOffWorriesNobody() throws Exception {
        for (String half :
                List.of(
                        "POST",
                        post("Content-Length: 100\r\n", "a=b"),
                        post("Transfer-Encoding: chunked\r\n", "3\r\na="))) {
            Socket socket = strangers.say(half);
            socket.shutdownOutput();
            assertThat(Strangers.rest(socket)).isEmpty();
        }
        assertThat(complaints.lines()).isEmpty();
        assertThat(door.door().health().remarks()).isEmpty();
    }

    @Test
    void aRefusalThatSaysThatItClosesCloses() throws Exception {
        String unsigned = post("Content-Length: 3\r\n", "a=b");
        String answer = strangers.ask(unsigned + unsigned);
        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("Connection: close");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
    }

    @Test
    void nobodyWhoHoldsPlacesKeepsTheCarrierOut() throws Exception {
        CarrierSocket stream = streaming();
        for (int count = 0; count < 140; count++) {
            strangers.say("POST /api/twilio/voice HTTP/1.1\r\nHost: show.example\r\n");
            strangers.say(post("Content-Length: 100\r\n", "a=b"));
            if (count % 20 == 0) {
                String sid = Sample.sid("CA", 100 + count);
                assertThat(door.post(VOICE, OpenDoor.call(sid)).statusCode()).isEqualTo(200);
            }
        }
        assertThat(stream.next("media", 20)).as("the call goes on").hasSize(20);
        assertThat(door.switchboard().legs().getFirst().over()).isFalse();
        stream.goodbye();
    }

    /// With a signature that was overheard anybody opens a stream; nobody gets further.
    @Test
    void nobodyWhoHoldsStreamsKeepsTheCarrierOut() throws Exception {
        CarrierSocket stream = streaming();
        String overheard =
                new Signatures(Sample.TOKEN).of("wss://show.example/api/twilio/stream", Form.EMPTY);
        List<Socket> silent = new ArrayList<>();
        for (int count = 0; count < 60; count++) {
            silent.add(strangers.stream(overheard));
        }
        String sid = Sample.sid("CA", 2);
        String token = door.tokens().issue(new CallId(sid));
        door.switchboard().knows(new CallId(sid));
        CarrierSocket another = door.stream();
        another.connected();
        another.start(sid, token);
        assertThat(another.next("media", 5)).hasSize(5);
        assertThat(stream.next("media", 20)).as("the call goes on").hasSize(20);
        for (Socket socket : silent.subList(0, 30)) {
            assertThat(Strangers.rest(socket)).doesNotContain("media");
        }
        stream.goodbye();
        another.goodbye();
    }

    private CarrierSocket streaming() throws Exception {
        door.post(VOICE, OpenDoor.call(CALL));
        CarrierSocket stream = door.stream();
        stream.connected();
        stream.start(CALL, door.tokens().issue(new CallId(CALL)));
        door.switchboard().awaitLeg(1, Duration.ofSeconds(60));
        return stream;
    }

    /// The close frame alone: a code, and not a word.
    private static String close(int code) {
        return "\u0088\u0002" + (char) (code >> 8) + (char) (code & 0xff);
    }

    private Socket opened() throws Exception {
        return strangers.stream(
                new Signatures(Sample.TOKEN)
                        .of("wss://show.example/api/twilio/stream", Form.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x83, 0x8b, 0x8f, 0xc1, 0x80, 0x09})
    void aFrameThatMayNotBeIsAnsweredWithTheProtocolsOwnCode(int first) throws Exception {
        Socket socket = opened();
        Strangers.send(socket, Strangers.frame(first, new byte[0]));
        assertThat(Strangers.rest(socket)).isEqualTo(close(1002));
        assertThat(complaints.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"137, 126, 1002", "136, 1, 1002", "129, 16385, 1009"})
    void aFrameOfAWrongLengthIsToo(int first, int length, int code) throws Exception {
        Socket socket = opened();
        Strangers.send(socket, Strangers.frame(first, new byte[length]));
        assertThat(Strangers.rest(socket)).isEqualTo(close(code));
        assertThat(complaints.lines()).isEmpty();
    }

    @Test
    void textThatIsNoneIsToo() throws Exception {
        Socket socket = opened();
        Strangers.send(socket, Strangers.frame(LAST_TEXT, new byte[] {(byte) 0xff}));
        assertThat(Strangers.rest(socket)).isEqualTo(close(1007));
    }

    /// While somebody is played to, the goodbye is written behind a frame, and never into one.
    @Test
    void whileSoundIsPlayedTheGoodbyeComesBehindAWholeFrame() throws Exception {
        door.post(VOICE, OpenDoor.call(CALL));
        Socket socket = opened();
        String start =
                """
                {"event":"start","start":{"accountSid":"%s","streamSid":"%s","callSid":"%s",\
                "customParameters":{"token":"%s"}},"streamSid":"%s"}\
                """
                        .formatted(
                                Sample.ACCOUNT,
                                CarrierSocket.STREAM,
                                CALL,
                                door.tokens().issue(new CallId(CALL)),
                                CarrierSocket.STREAM);
        Strangers.send(socket, Strangers.frame(LAST_TEXT, start.getBytes(ISO_8859_1)));
        door.switchboard().awaitLeg(1, Duration.ofSeconds(60));
        Strangers.send(socket, Strangers.frame(LAST_PING, new byte[126]));
        String heard = Strangers.rest(socket);
        assertThat(heard).endsWith(close(1002)).doesNotContain("HTTP/1.1");
        assertThat(complaints.lines()).isEmpty();
    }

    @Test
    void aHandshakeWithoutAKeyIsRefusedInWords() throws Exception {
        String signed =
                new Signatures(Sample.TOKEN).of("wss://show.example/api/twilio/stream", Form.EMPTY);
        for (String key : List.of("", "x", "!!!!", "dGhlIHNhbXBsZSBub25jZQ")) {
            String answer =
                    strangers.ask(
                            """
                            GET /api/twilio/stream HTTP/1.1\r
                            Host: show.example\r
                            Upgrade: websocket\r
                            Connection: Upgrade, close\r
                            Sec-WebSocket-Key: %s\r
                            X-Twilio-Signature: %s\r
                            \r
                            """
                                    .formatted(key, signed));
            assertThat(answer).as(key).startsWith("HTTP/1.1 400 ");
        }
        assertThat(complaints.lines()).isEmpty();
    }

    @Test
    void aProperGoodbyeIsAnswered() throws Exception {
        Socket socket = opened();
        Strangers.send(socket, Strangers.frame(LAST_CLOSE, new byte[] {3, (byte) 0xe8}));
        assertThat(Strangers.rest(socket)).startsWith("\u0088").contains("\u0003\u00e8");
        assertThat(complaints.lines()).isEmpty();
    }
}
