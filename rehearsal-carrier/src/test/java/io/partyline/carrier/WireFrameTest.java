package io.partyline.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.partyline.carrier.stream.Handshake;
import io.partyline.carrier.stream.WireFrame;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFrameTest extends OnTheLine {
    private static WireFrame read(byte[] bytes) throws IOException {
        return WireFrame.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 100_000})
    void aFrameOfAnyLengthComesThrough(int length) throws IOException {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        WireFrame frame = new WireFrame(true, WireFrame.BINARY, payload);
        assertArrayEquals(payload, read(frame.plain()).payload());
        assertArrayEquals(payload, read(frame.masked(new Random(1))).payload());
    }

    /// The two examples of RFC 6455, section 5.7.
    @Test
    void theExamplesOfTheStandardAreUnderstood() throws IOException {
        byte[] plain = {(byte) 0x81, 5, 0x48, 0x65, 0x6c, 0x6c, 0x6f};
        byte[] masked = {
            (byte) 0x81,
            (byte) 0x85,
            0x37,
            (byte) 0xfa,
            0x21,
            0x3d,
            0x7f,
            (byte) 0x9f,
            0x4d,
            0x51,
            0x58
        };
        assertEquals("Hello", new String(read(plain).payload(), UTF_8));
        assertEquals("Hello", new String(read(masked).payload(), UTF_8));
    }

    /// RFC 6455, section 1.3.
    @Test
    void theKeyIsAcceptedAsInTheStandard() {
        assertEquals("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", Handshake.accept("dGhlIHNhbXBsZSBub25jZQ=="));
    }

    @Test
    void aFrameThatIsTooLongOrCutShortIsAnError() {
        byte[] huge = {(byte) 0x81, 127, 0, 0, 0, 1, 0, 0, 0, 0};
        assertThrows(IOException.class, () -> read(huge));
        assertThrows(EOFException.class, () -> read(new byte[] {(byte) 0x81, 5, 1}));
    }

    /// The server that these tests use shares its frames with the client under test, so another's
    /// client has to get along with it too.
    @Test
    void theJdksOwnClientUnderstandsTheServerOfTheseTests() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI where = URI.create("ws://127.0.0.1:" + show.port() + STREAM);
            WebSocket socket =
                    http.newWebSocketBuilder().buildAsync(where, new WebSocket.Listener() {}).get();
            socket.sendText("{\"event\":\"mark\"}", true).get();
            show.awaitStream(1).await("mark", 1);
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get();
            assertEquals("close frame", show.awaitStream(1).awaitEnd());
            http.shutdownNow();
        }
    }
}
