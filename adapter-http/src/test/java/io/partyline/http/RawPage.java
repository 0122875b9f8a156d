package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// A WebSocket byte by byte, for what no library would do: a handshake with any headers, and a page
/// that reads nothing.
final class RawPage implements AutoCloseable {
    private static final int PATIENCE_MS = 10_000;

    /// So little that a reader who stops is noticed within a second of sound.
    private static final int SMALL = 4_096;

    private final Socket socket = new Socket();
    private final String answer;

    /// @param headers each with its end of line
    /// @param upgrade to what
    RawPage(int port, String headers, String upgrade) throws IOException {
        socket.setReceiveBufferSize(SMALL);
        socket.setSoTimeout(PATIENCE_MS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
        String asked =
                """
                GET %s HTTP/1.1
                Connection: Upgrade
                Upgrade: %s
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==
                """
                        .formatted(SeatRoutes.PATH, upgrade)
                        .replace("\n", "\r\n");
        send((asked + headers + "\r\n").getBytes(StandardCharsets.UTF_8));
        answer = head();
    }

    /// A page of ours.
    static RawPage ours(int port) throws IOException {
        return new RawPage(port, "Host: 127.0.0.1:%d\r\n".formatted(port), "websocket");
    }

    int status() {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    /// A text of at most 125 bytes, under a mask of zeros.
    void say(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isLessThan(126);
        var message = new ByteArrayOutputStream();
        message.write(0x81);
        message.write(0x80 | bytes.length);
        message.write(new byte[4]);
        message.write(bytes);
        send(message.toByteArray());
    }

    /// Whether the other side has closed; reads what lies there until then.
    boolean ends() throws IOException {
        try {
            socket.getInputStream().skipNBytes(Long.MAX_VALUE);
            return false;
        } catch (EOFException | SocketException _) {
            return true;
        }
    }

    private void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    private String head() throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("an answer, not only " + head).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
