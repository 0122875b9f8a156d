package io.partyline.rehearsal.carrier;

import java.net.URI;
import java.net.URISyntaxException;

/// What the carrier takes for a web address.
final class Addresses {
    private Addresses() {}

    /// Whether this is a whole address, with a scheme and a host.
    static boolean absolute(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() != null && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
