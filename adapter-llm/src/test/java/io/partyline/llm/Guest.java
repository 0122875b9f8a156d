package io.partyline.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Somebody who asked a [Provider], and what they are sent.
final class Guest {
    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final String question;
    private boolean begun;

    Guest(Socket socket, InputStream in, String question) throws IOException {
        this.question = question;
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = in;
    }

    /// The body of what was asked.
    String question() {
        return question;
    }

    /// A piece of the answer.
    void say(String piece) throws IOException {
        event(
                "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]}\n\n"
                        .formatted(piece));
    }

    /// The last piece, the end of the stream, and the end of the body.
    void finish() throws IOException {
        finish("stop");
    }

    /// The same, with a reason.
    void finish(String reason) throws IOException {
        event(
                "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}\n\n"
                        .formatted(reason));
        event("data: [DONE]\n\n");
        end();
    }

    /// Anything, as a piece of the body.
    void event(String text) throws IOException {
        if (!begun) {
            begun = true;
            send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send("%x\r\n".formatted(bytes.length) + text + "\r\n");
    }

    /// The proper end of the body.
    void end() throws IOException {
        send("0\r\n\r\n");
    }

    /// Breaks the connection, when it is thrown.
    IOException cut() {
        return new IOException("cut on purpose");
    }

    /// Says nothing until the other side has hung up.
    void stall() throws IOException {
        if (in.read() >= 0) {
            throw new IOException("something came in the middle of an answer");
        }
        throw new IOException("hung up");
    }

    /// Waits for so long at most until the other side has hung up.
    boolean hungUpWithin(Duration wait) throws IOException {
        socket.setSoTimeout((int) wait.toMillis());
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    void refuse(int status, String body) throws IOException {
        refuse(status, body, "Location: /elsewhere");
    }

    void refuse(int status, String body, String header) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        send(
                "HTTP/1.1 %d Sorry\r\nContent-Type: application/json\r\n%s\r\nContent-Length: %d\r\n\r\n"
                                .formatted(status, header, bytes.length)
                        + body);
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
