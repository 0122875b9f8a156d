package io.partyline.carrier.plan;

import java.net.URI;
import java.net.URISyntaxException;

/// What the carrier takes for a web address.
public final class Addresses {
    private Addresses() {}

    /// Whether this is a whole address, with a scheme and a host.
    public static boolean absolute(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() != null && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
