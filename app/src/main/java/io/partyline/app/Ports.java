package io.partyline.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Whether the doors will find their ports free. Asked before the show is opened, so that a port in
/// use never touches a show that a crash has left, and callers who still wait for it.
final class Ports {
    private static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /// @throws SettingException naming the setting, if a door could not be opened
    static void check(Settings settings) {
        var studio = settings.studio();
        check("PARTYLINE_STUDIO_PORT", studio.host(), studio.port());
        if (settings.telephone().isPresent()) {
            check("PARTYLINE_PHONE_PORT", LOOPBACK, settings.phonePort());
        }
    }

    private static void check(String setting, String host, int port) {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new SettingException(
                    "PARTYLINE_STUDIO_HOST is \"%s\", and there is no such computer."
                            .formatted(host));
        }
        try (var socket = new ServerSocket()) {
            socket.bind(address);
        } catch (IOException _) {
            throw new SettingException(
                    "%s: port %d of %s cannot be had; is another program using it? Choose another port, or 0 for any that is free."
                            .formatted(setting, port, host));
        }
    }
}
