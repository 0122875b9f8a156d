package io.partyline.app;

import io.helidon.webserver.WebServer;
import io.partyline.http.StudioDoor;
import io.partyline.twilio.PhoneDoor;
import java.util.Optional;

/// The two listeners: the studio door, and the phone door if there is a telephone. What is mounted
/// on one cannot be reached through the other.
final class Doors implements AutoCloseable {
    private static final String PHONE = "phone";
    private static final String LOOPBACK = "127.0.0.1";

    private final WebServer server;
    private final StudioDoor studio;
    private final Optional<PhoneDoor> phone;

    private Doors(WebServer server, StudioDoor studio, Optional<PhoneDoor> phone) {
        this.server = server;
        this.studio = studio;
        this.phone = phone;
    }

    /// Opens both.
    ///
    /// @throws SettingException if a port is taken
    static Doors open(StudioDoor studio, Optional<PhoneDoor> phone, int phonePort) {
        var builder = WebServer.builder().shutdownHook(false);
        studio.mount(builder);
        phone.ifPresent(door ->
                builder.putSocket(
                        PHONE,
                        socket -> {
                            door.mount(socket);
                            socket.host(LOOPBACK).port(phonePort);
                        }));
        var doors = new Doors(start(builder.build()), studio, phone);
        if (!doors.open()) {
            doors.close();
            throw inUse();
        }
        return doors;
    }

    private static WebServer start(WebServer server) {
        try {
            return server.start();
        } catch (RuntimeException e) {
            server.stop();
            throw inUse();
        }
    }

    /// A listener that finds its port taken has none; the server itself says so only in its log.
    private boolean open() {
        return server.isRunning()
                && server.port() > 0
                && phone.map(_ -> server.port(PHONE) > 0).orElse(true);
    }

    private static SettingException inUse() {
        return new SettingException(
                "A door could not be opened: somebody has just taken its port. Start again.");
    }

    int studioPort() {
        return server.port();
    }

    Optional<Integer> phonePort() {
        return phone.map(_ -> server.port(PHONE));
    }

    /// Lets nobody in any more. Streams and feeds are ended first, so that the server need not wait
    /// for them.
    @Override
    public void close() {
        studio.close();
        phone.ifPresent(PhoneDoor::close);
        server.stop();
    }
}
