package io.partyline.carrier.plan;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;

/// The tunnel between the public address and the show on this computer: what is signed is the
/// public URL, what is connected to is loopback. Path and query go through untouched.
///
/// Safe for use by many threads at once.
public final class Tunnel {
    private final URI publicBase;
    private final int port;
    private volatile boolean up = true;

    private Tunnel(URI publicBase, int port) {
        this.publicBase = publicBase;
        this.port = port;
    }

    /// A tunnel that is up.
    ///
    /// @param publicBase what the carrier knows, such as `https://show.example`
    /// @param port where the show's phone door really listens, on 127.0.0.1
    public static Tunnel between(String publicBase, int port) {
        return new Tunnel(URI.create(publicBase), port);
    }

    /// Takes the tunnel down: from now on nothing can connect. Sockets that are open stay open.
    public void goDown() {
        up = false;
    }

    /// Brings the tunnel back.
    public void comeUp() {
        up = true;
    }

    /// The host name (and port, if any) that the show is known by, for the `Host` header.
    public String publicHost() {
        return publicBase.getRawAuthority();
    }

    /// Where a public http or https URL ends up.
    ///
    /// @throws IOException if the tunnel is down or leads elsewhere
    public URI http(String url) throws IOException {
        return inside("http", url);
    }

    /// Where a public wss URL ends up.
    ///
    /// @throws IOException if the tunnel is down or leads elsewhere
    public URI webSocket(String url) throws IOException {
        return inside("ws", url);
    }

    private URI inside(String scheme, String url) throws IOException {
        URI outside = parsed(url);
        if (!publicHost().equals(outside.getRawAuthority())) {
            throw new IOException("This address is not the show's, nothing answers there: " + url);
        }
        if (!up) {
            throw new ConnectException("The tunnel to the show is down: " + url);
        }
        String query = outside.getRawQuery() == null ? "" : "?" + outside.getRawQuery();
        return URI.create(scheme + "://127.0.0.1:" + port + outside.getRawPath() + query);
    }

    private static URI parsed(String url) throws IOException {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IOException("This is not an address: " + url, e);
        }
    }
}
