package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.partyline.show.CallId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// A carrier's end that speaks and never reads, with room for little.
final class DeafSocket implements AutoCloseable {
    private static final int TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int LENGTH_FOLLOWS = 126;
    private static final int NO_LENGTH_FOLLOWS_BELOW = 126;
    private static final byte[] NO_MASK = new byte[4];

    private final Socket socket = new Socket();
    private int chunk;

    private DeafSocket() {}

    /// Opens a stream of a call that the show knows.
    static DeafSocket open(OpenDoor door, CallId call) throws IOException {
        var deaf = new DeafSocket();
        deaf.socket.setReceiveBufferSize(4096);
        deaf.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()));
        deaf.shake();
        deaf.say(
                """
                {"event":"start","start":{"streamSid":"%s","callSid":"%s",\
                "customParameters":{"token":"%s"}}}\
                """
                        .formatted(CarrierSocket.STREAM, call, door.tokens().issue(call)));
        return deaf;
    }

    private void shake() throws IOException {
        String signature =
                new Signatures(Sample.TOKEN).of("wss://show.example/api/twilio/stream", Form.EMPTY);
        String request =
                String.join(
                        "\r\n",
                        "GET /api/twilio/stream HTTP/1.1",
                        "Host: show.example",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "X-Twilio-Signature: " + signature,
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
                        "",
                        "");
        socket.getOutputStream().write(request.getBytes(US_ASCII));
    }

    /// The next 20 ms of the caller.
    void media(String payload) throws IOException {
        chunk++;
        say(
                "{\"event\":\"media\",\"media\":{\"chunk\":\"%d\",\"payload\":\"%s\"}}"
                        .formatted(chunk, payload));
    }

    private void say(String text) throws IOException {
        byte[] bytes = text.getBytes(US_ASCII);
        var frame = new ByteArrayOutputStream();
        frame.write(TEXT);
        if (bytes.length < NO_LENGTH_FOLLOWS_BELOW) {
            frame.write(MASKED | bytes.length);
        } else {
            frame.write(MASKED | LENGTH_FOLLOWS);
            frame.write(bytes.length >> 8);
            frame.write(bytes.length);
        }
        frame.write(NO_MASK);
        frame.write(bytes);
        socket.getOutputStream().write(frame.toByteArray());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
