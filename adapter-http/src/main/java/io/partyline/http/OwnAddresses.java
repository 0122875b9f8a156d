package io.partyline.http;

import io.helidon.common.socket.PeerInfo;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Set;

/// Which addresses are this studio door: the name it was bound to, the address that a connection
/// came in at, and the names of the computer for itself; each with the port of that connection.
record OwnAddresses(String boundTo) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private static final String SCHEME = "http://";

    private static final int USUAL_PORT = 80;

    /// Whether a `Host` header names us.
    boolean host(String header, PeerInfo local) {
        String host = header.toLowerCase(Locale.ROOT);
        String port = ":" + local.port();
        if (host.endsWith(port)) {
            return name(host.substring(0, host.length() - port.length()), local);
        }
        return local.port() == USUAL_PORT && name(host, local);
    }

    /// Whether an `Origin` header names a page of ours.
    boolean origin(String header, PeerInfo local) {
        return header.startsWith(SCHEME) && host(header.substring(SCHEME.length()), local);
    }

    private boolean name(String name, PeerInfo local) {
        return name.equals(boundTo.toLowerCase(Locale.ROOT))
                || (local.address() instanceof InetSocketAddress socket
                        && name(name, socket.getAddress()));
    }

    private static boolean name(String name, InetAddress local) {
        return name.equals(literal(local))
                || (local.isLoopbackAddress() && LOOPBACK.contains(name));
    }

    /// An address without its zone, in brackets where a port would be taken for a part of it.
    private static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceFirst("%.*", "");
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
