package io.partyline.icecast;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// One connection over which a server takes a stream: a PUT request whose body has no end.
///
/// A socket, and not an HTTP client: the body has neither a length nor chunks, which Icecast up to
/// 2.4 does not read, and a client that knows HTTP sends no body without either. The server's leave
/// is waited for (`Expect: 100-continue`), so that a wrong password is known before any sound is
/// sent. For one thread.
final class SourceLine extends OutputStream {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /// What the system may hold: two seconds at 128 kbit/s, so that a server that stands still is
    /// noticed soon.
    private static final int IN_HAND = 32 * 1_024;

    /// The longest answer that is read.
    private static final int LONGEST = 8 * 1_024;

    private final Socket socket;
    private final OutputStream out;
    private final LineWatch watch;

    /// @param watch of what lies below TLS: a line that is stuck in a write can be cut only there
    private SourceLine(Socket socket, LineWatch watch) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.watch = watch;
    }

    /// Connects, and waits until the server takes the stream.
    ///
    /// @param plain not connected yet; closing it cuts the line, whatever it is doing
    /// @param patience with a server that stands still
    /// @throws RefusedException if it does not
    /// @throws IOException if there is no such server, or it does not answer
    static SourceLine open(StreamSettings settings, Socket plain, Duration patience)
            throws IOException {
        StreamUrl url = settings.url();
        try {
            connect(plain, url);
            Socket socket = url.tls() ? SecureLine.over(plain, url, settings.trust()) : plain;
            ask(socket, settings);
            return new SourceLine(socket, new LineWatch(plain, patience));
        } catch (IOException failed) {
            plain.close();
            throw failed;
        }
    }

    private static void connect(Socket plain, StreamUrl url) throws IOException {
        plain.setSendBufferSize(IN_HAND);
        plain.setTcpNoDelay(true);
        plain.connect(
                new InetSocketAddress(url.host(), url.port()), Math.toIntExact(CONNECT.toMillis()));
        plain.setSoTimeout(Math.toIntExact(ANSWER.toMillis()));
    }

    private static void ask(Socket socket, StreamSettings settings) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request(settings).getBytes(StandardCharsets.UTF_8));
        out.flush();
        int status = status(socket.getInputStream());
        if (status != 100 && status != 200) {
            throw new RefusedException(refusal(status, settings.url()));
        }
    }

    private static String request(StreamSettings settings) {
        StreamUrl url = settings.url();
        return String.join(
                "\r\n",
                "PUT " + url.mount() + " HTTP/1.1",
                "Host: " + url.place(),
                "Authorization: " + url.authorization(),
                "User-Agent: Partyline",
                "Content-Type: " + settings.format().contentType(),
                "ice-public: 0",
                "ice-name: " + settings.name(),
                "ice-bitrate: " + settings.kbps(),
                "ice-audio-info: samplerate=48000;channels=1;bitrate=" + settings.kbps(),
                "Expect: 100-continue",
                "",
                "");
    }

    /// The number in the first line of the answer, whose head is read to its end.
    private static int status(InputStream in) throws IOException {
        String head = head(in);
        String[] words = head.split("[ \r\n]", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/") || !words[1].matches("\\d{3}")) {
            throw new RefusedException("What answers there is no stream server.");
        }
        return Integer.parseInt(words[1]);
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        try {
            while (head.length() < LONGEST && head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    break;
                }
                head.append((char) next);
            }
        } catch (SocketTimeoutException silent) {
            throw new RefusedException("The stream server does not answer.");
        }
        return head.toString();
    }

    private static String refusal(int status, StreamUrl url) {
        return switch (status) {
            case 401 ->
                    "The stream server does not know the password: look at PARTYLINE_STREAM_URL.";
            case 403 ->
                    "The stream server has no room at %s: somebody else sends there, or there are too many."
                            .formatted(url.mount());
            case 404, 405 -> "The stream server takes nothing at %s.".formatted(url.mount());
            default -> "The stream server refuses with status %d.".formatted(status);
        };
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        watch.begin();
        try {
            out.write(bytes, from, count);
        } finally {
            watch.end();
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        watch.close();
        socket.close();
    }
}
