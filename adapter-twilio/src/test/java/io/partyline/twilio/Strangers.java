package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/// People who come to a door with bytes of their own, on sockets that are closed in the end.
final class Strangers implements AutoCloseable {
    private static final int PATIENCE_MS = 60_000;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final int port;
    private final List<Socket> sockets = new ArrayList<>();

    Strangers(int port) {
        this.port = port;
    }

    /// A connection on which this is said.
    Socket say(String text) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.setSoTimeout(PATIENCE_MS);
        send(socket, text.getBytes(ISO_8859_1));
        return socket;
    }

    /// Says something and hears all that comes until the door closes.
    String ask(String text) throws IOException {
        return rest(say(text));
    }

    static void send(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /// All that comes until the other side closes.
    static String rest(Socket socket) throws IOException {
        var heard = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                heard.write(piece, 0, read);
            }
        } catch (SocketException reset) {
            return heard.toString(ISO_8859_1);
        }
        return heard.toString(ISO_8859_1);
    }

    /// Opens a stream with this signature, up to the answer.
    Socket stream(String signature) throws IOException {
        Socket socket =
                say(
                        """
                        GET /api/twilio/stream HTTP/1.1\r
                        Host: show.example\r
                        Upgrade: websocket\r
                        Connection: Upgrade\r
                        Sec-WebSocket-Version: 13\r
                        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                        X-Twilio-Signature: %s\r
                        \r
                        """
                                .formatted(signature));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("not let in: " + answer);
            }
            answer.append((char) next);
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("not let in: " + answer);
        }
        return socket;
    }

    /// A frame of up to 64 KiB.
    static byte[] frame(int first, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        }
        frame.writeBytes(MASK);
        for (int at = 0; at < payload.length; at++) {
            frame.write(payload[at] ^ MASK[at & 3]);
        }
        return frame.toByteArray();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
