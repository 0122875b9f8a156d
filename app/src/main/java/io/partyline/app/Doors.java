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
        try {
            return new Doors(builder.build().start(), studio, phone);
        } catch (RuntimeException e) {
            throw new SettingException(
                    "A door could not be opened; is its port in use? (PARTYLINE_STUDIO_PORT, PARTYLINE_PHONE_PORT): "
                            + e.getMessage());
        }
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
