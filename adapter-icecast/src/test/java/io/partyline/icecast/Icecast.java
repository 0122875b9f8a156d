package io.partyline.icecast;

import io.partyline.rehearsal.Ports;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/// A real Icecast on a free port of this computer.
final class Icecast implements AutoCloseable {
    static final String MOUNT = "/live";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// It does not run as root, and becomes somebody else.
    private static final String SOMEBODY_ELSE =
            "<changeowner><user>nobody</user><group>nogroup</group></changeowner>";

    private final int port = Ports.free();
    private final int tlsPort = Ports.free();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Program program;

    Icecast(Path folder) throws IOException {
        this(folder, Optional.empty());
    }

    /// @param certificate with its key: then it is asked over TLS at a port of its own, too
    Icecast(Path folder, Optional<Path> certificate) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path config = folder.resolve("icecast.xml");
        Files.writeString(config, config(folder, certificate));
        program = new Program(folder.resolve("icecast.out"), "icecast2", "-c", config.toString());
        program.awaitUp(this::isUp);
    }

    private String config(Path folder, Optional<Path> certificate) {
        boolean root = System.getProperty("user.name").equals("root");
        return """
        <icecast>
          <limits><clients>10</clients><sources>2</sources><burst-on-connect>0</burst-on-connect>
            <source-timeout>10</source-timeout></limits>
          <authentication><source-password>%s</source-password>
            <admin-user>admin</admin-user><admin-password>%s</admin-password></authentication>
          <hostname>localhost</hostname>
          <listen-socket><port>%d</port><bind-address>127.0.0.1</bind-address></listen-socket>
          %s
          <fileserve>1</fileserve>
          <paths><basedir>/usr/share/icecast2</basedir><logdir>%s</logdir>
            %s
            <webroot>/usr/share/icecast2/web</webroot>
            <adminroot>/usr/share/icecast2/admin</adminroot></paths>
          <logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog>
            <loglevel>3</loglevel></logging>
          <security><chroot>0</chroot>%s</security>
        </icecast>
        """
                .formatted(
                        FakeServer.PASSWORD,
                        FakeServer.PASSWORD,
                        port,
                        certificate.map(_ -> tls()).orElse(""),
                        folder,
                        certificate.map(Icecast::shown).orElse(""),
                        root ? SOMEBODY_ELSE : "");
    }

    private String tls() {
        return "<listen-socket><port>%d</port><bind-address>127.0.0.1</bind-address><ssl>1</ssl></listen-socket>"
                .formatted(tlsPort);
    }

    private static String shown(Path certificate) {
        return "<ssl-certificate>%s</ssl-certificate>".formatted(certificate);
    }

    private boolean isUp() {
        return ask("/status-json.xsl") == 200;
    }

    private int ask(String path) {
        try {
            return client.send(request(path), BodyHandlers.discarding()).statusCode();
        } catch (IOException notThere) {
            return 0;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    }

    /// What is said of the streams.
    String status() {
        try {
            return client.send(request("/status-json.xsl"), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    StreamSettings settings(StreamFormat format) {
        return settings(format, FakeServer.PASSWORD);
    }

    StreamSettings settings(StreamFormat format, String password) {
        return new StreamSettings(
                StreamUrl.of("icecast://source:%s@127.0.0.1:%d%s".formatted(password, port, MOUNT)),
                format,
                format.usualKbps(),
                "The Friday Show");
    }

    /// @param trust whom is believed
    StreamSettings overTls(StreamFormat format, Trust trust) {
        return overTls(format, trust, tlsPort);
    }

    /// At the port where it speaks no TLS.
    StreamSettings overTlsAtThePlainPort(Trust trust) {
        return overTls(StreamFormat.MP3, trust, port);
    }

    private static StreamSettings overTls(StreamFormat format, Trust trust, int at) {
        return new StreamSettings(
                StreamUrl.of(
                        "icecasts://source:%s@127.0.0.1:%d%s"
                                .formatted(FakeServer.PASSWORD, at, MOUNT)),
                format,
                format.usualKbps(),
                "The Friday Show",
                false,
                trust);
    }

    void kill() {
        program.kill();
    }

    void startAgain() {
        program.startAgain();
        program.awaitUp(this::isUp);
    }

    /// Somebody who listens from now on, and keeps all of it in a file until the stream ends.
    Listener listen(Path file) {
        return new Listener(file, () -> 0);
    }

    /// The same, who notes where the show was when each piece came.
    Listener listen(Path file, LongSupplier position) {
        return new Listener(file, position);
    }

    /// @param bytes how many had come by then
    /// @param position where the show was
    record Arrival(long bytes, long position) {}

    final class Listener implements AutoCloseable {
        private final InputStream in;
        private final Thread thread;
        private final LongSupplier position;
        private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

        private Listener(Path file, LongSupplier position) {
            this.position = position;
            try {
                in = heard();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            thread = Thread.ofVirtual().start(() -> keep(file));
        }

        /// A server that has let somebody in has their stream for its listeners a moment later.
        private InputStream heard() throws IOException, InterruptedException {
            long until = System.nanoTime() + LIMIT.toNanos();
            HttpResponse<InputStream> response = asked();
            while (response.statusCode() != 200) {
                response.body().close();
                if (System.nanoTime() > until) {
                    throw new AssertionError("nothing to hear: " + response.statusCode());
                }
                response = asked();
            }
            return response.body();
        }

        private HttpResponse<InputStream> asked() throws IOException, InterruptedException {
            return client.send(request(MOUNT), BodyHandlers.ofInputStream());
        }

        private void keep(Path file) {
            var bytes = new byte[4_096];
            long total = 0;
            try (OutputStream out = Files.newOutputStream(file)) {
                for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                    out.write(bytes, 0, count);
                    total += count;
                    arrivals.add(new Arrival(total, position.getAsLong()));
                }
            } catch (IOException over) {
                // The stream is over, one way or the other.
            }
        }

        /// Where the show was when so many bytes had come.
        long positionAt(long bytes) {
            return arrivals.stream()
                    .filter(arrival -> arrival.bytes() >= bytes)
                    .mapToLong(Arrival::position)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            try {
                in.close();
                thread.join();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
