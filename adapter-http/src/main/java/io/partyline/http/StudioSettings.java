package io.partyline.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/// Where the studio door is, and who may come in.
///
/// @param host the address to bind: a loopback address, unless there is a password
/// @param port the port to bind; 0 picks a free one
/// @param showName how the show is called on the dashboard
/// @param password what a browser must give; without one the door is for this computer alone
/// @param desk how the desk behind the door works
/// @param seats who else may come in
public record StudioSettings(
        String host,
        int port,
        String showName,
        Optional<String> password,
        DeskSettings desk,
        SeatSettings seats) {
    /// The highest port there is.
    private static final int LAST_PORT = 65_535;

    /// Checks that the door may be opened so.
    ///
    /// @throws IllegalArgumentException with a sentence for the host if the door cannot be opened
    ///   so
    public StudioSettings {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException(
                    "The studio port must be from 0 to %d, not %d.".formatted(LAST_PORT, port));
        }
        if (password.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("The studio password is blank: give one, or none.");
        }
        if (password.isEmpty() && !loopback(host)) {
            throw new IllegalArgumentException(
                    "The studio door at %s can be reached from other computers: set a password for it, or bind it to 127.0.0.1."
                            .formatted(host));
        }
        seats.check(password);
    }

    /// A door to a desk that works as it does if nobody says otherwise.
    public StudioSettings(String host, int port, String showName, Optional<String> password) {
        this(host, port, showName, password, DeskSettings.DEFAULT, SeatSettings.NONE);
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException(
                    "The studio host %s is no address of this computer.".formatted(host), unknown);
        }
    }

    /// Without the password.
    @Override
    public String toString() {
        return "StudioSettings[%s:%d, %s]"
                .formatted(host, port, password.isPresent() ? "with a password" : "no password");
    }
}
