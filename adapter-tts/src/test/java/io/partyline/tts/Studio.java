package io.partyline.tts;

import io.partyline.rehearsal.MarkedSecret;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A voice's server on loopback, down to the bytes: it can stream, stall, cut and refuse.
final class Studio implements AutoCloseable {
    static final String KEY = MarkedSecret.of("voice");

    /// What the server does with one request.
    interface Manner {
        void answer(Asked asked, Mouth mouth) throws IOException;
    }

    /// One request, as it came.
    record Asked(String head, String body) {
        /// The words of the first text in the body.
        String text() {
            var found = Pattern.compile("\"(?:input|text)\":\"([^\"]*)\"").matcher(body);
            return found.find() ? found.group(1) : "";
        }
    }

    /// What the server says back.
    record Mouth(OutputStream out, InputStream in) {
        void begin(int status, String type) throws IOException {
            raw(
                    "HTTP/1.1 %d Fine\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .formatted(status, type));
        }

        void raw(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        void say(byte[] bytes, int from, int count) throws IOException {
            out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, from, count);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        void say(byte[] bytes, int piece) throws IOException {
            for (int at = 0; at < bytes.length; at += piece) {
                say(bytes, at, Math.min(piece, bytes.length - at));
            }
        }

        void end() throws IOException {
            raw("0\r\n\r\n");
        }

        /// Nothing more, until the other side hangs up.
        void stall() throws IOException {
            if (in.read() >= 0) {
                throw new IOException("a second request on a connection that stalls");
            }
            throw new IOException("hung up");
        }
    }

    /// Longer than a computer is busy with other things.
    private static final Patience PATIENT =
            new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60));

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Manner manner;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    Studio(Manner manner) throws IOException {
        this.manner = manner;
        Thread.ofVirtual().start(this::welcome);
    }

    /// Speaks a tone as long as the text would take, in pieces of so many bytes.
    static Studio speaking(int rate, int piece) throws IOException {
        return new Studio((asked, mouth) -> {
            mouth.begin(200, "audio/pcm");
            mouth.say(Tones.pcm(rate, asked.text().length() / 15.0), piece);
            mouth.end();
        });
    }

    static Studio refusing(int status, String type, String body) throws IOException {
        return new Studio((_, mouth) ->
                mouth.raw(
                        "HTTP/1.1 %d No\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(status, type, body.length(), body)));
    }

    VoiceServer server() {
        return server(PATIENT);
    }

    VoiceServer server(Patience patience) {
        return new VoiceServer(
                URI.create("http://127.0.0.1:" + door.getLocalPort() + "/v1"),
                Optional.of(new VoiceKey(KEY)),
                "owl-tts",
                patience);
    }

    Asked asked() throws InterruptedException {
        Asked next = asked.poll(1, TimeUnit.MINUTES);
        if (next == null) {
            throw new AssertionError("nobody asked");
        }
        return next;
    }

    boolean hungUp() throws InterruptedException {
        return hungUp.await(1, TimeUnit.MINUTES);
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
            var in = new BufferedInputStream(socket.getInputStream());
            for (var next = read(in); next.isPresent(); next = read(in)) {
                asked.add(next.get());
                manner.answer(next.get(), new Mouth(socket.getOutputStream(), in));
            }
        } catch (IOException gone) {
            // A connection that breaks is what some tests are about.
        } finally {
            hungUp.countDown();
        }
    }

    private static Optional<Asked> read(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.append((char) next);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int length = Integer.parseInt(lower.replaceAll("(?s).*content-length: *(\\d+).*", "$1"));
        return Optional.of(
                new Asked(
                        head.toString(),
                        new String(in.readNBytes(length), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
