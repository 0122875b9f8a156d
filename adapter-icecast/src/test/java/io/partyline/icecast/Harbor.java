package io.partyline.icecast;

import io.partyline.rehearsal.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/// A real Liquidsoap on this computer that takes a stream as Icecast does, and keeps what it hears
/// as a WAV file.
final class Harbor implements AutoCloseable {
    private final int port = Ports.free();
    private final Path heard;
    private final Program program;

    Harbor(Path folder) throws IOException {
        heard = folder.resolve("heard.wav");
        Path script = folder.resolve("harbor.liq");
        Files.writeString(
                script,
                """
                settings.init.allow_root.set(true)
                settings.harbor.bind_addrs.set(["127.0.0.1"])
                s = input.harbor("live", port=%d, user="source", password="%s", buffer=1.0)
                output.file(%%wav, "%s", fallible=true, append=true, s)
                """
                        .formatted(port, FakeServer.PASSWORD, heard));
        program = new Program(folder.resolve("liquidsoap.out"), "liquidsoap", script.toString());
        program.awaitUp(this::isUp);
    }

    private boolean isUp() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    Path heard() {
        return heard;
    }

    StreamSettings settings(StreamFormat format) {
        return new StreamSettings(
                StreamUrl.of(
                        "icecast://source:%s@127.0.0.1:%d/live"
                                .formatted(FakeServer.PASSWORD, port)),
                format,
                format.usualKbps(),
                "The Friday Show");
    }

    void kill() {
        program.kill();
    }

    void startAgain() {
        program.startAgain();
        program.awaitUp(this::isUp);
    }

    @Override
    public void close() {
        program.close();
    }
}
