package io.partyline.whisper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server of files on loopback, down to the bytes: it can break off and lie.
final class Shelf implements AutoCloseable {
    /// What the server does with one request.
    interface Manner {
        /// Answers one request.
        ///
        /// @param from where the request wants to begin
        /// @param number the how-manieth it is, from 1
        void answer(long from, int number, OutputStream out) throws IOException;
    }

    private static final Pattern RANGE = Pattern.compile("(?i)range: bytes=(\\d+)-");

    private final ServerSocket door;
    private final Manner manner;
    private final List<Long> asked = new CopyOnWriteArrayList<>();

    Shelf(Manner manner) {
        this.manner = manner;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::welcome);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/models");
    }

    String place() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    /// Where each request wanted to begin.
    List<Long> asked() {
        return List.copyOf(asked);
    }

    static void head(OutputStream out, String status, String... headers) throws IOException {
        var head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /// Answers as it should: the part from there.
    static void honest(byte[] file, long from, OutputStream out) throws IOException {
        part(file, from, out);
        out.write(file, (int) from, file.length - (int) from);
    }

    /// The head of an honest answer.
    static void part(byte[] file, long from, OutputStream out) throws IOException {
        head(
                out,
                from == 0 ? "200 OK" : "206 Partial Content",
                "Content-Type: application/octet-stream",
                "Content-Length: " + (file.length - from),
                "Content-Range: bytes %d-%d/%d".formatted(from, file.length - 1, file.length));
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            long from = 0;
            for (String line = in.readLine();
                    line != null && !line.isEmpty();
                    line = in.readLine()) {
                Matcher range = RANGE.matcher(line);
                from = range.find() ? Long.parseLong(range.group(1)) : from;
            }
            asked.add(from);
            manner.answer(from, asked.size(), socket.getOutputStream());
        } catch (IOException gone) {
            // A connection that breaks is what some tests are about.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
