package io.partyline.http;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.lang.System.Logger.Level;
import java.util.List;

/// What anybody must show who comes to the studio door, whether they ask for a page or for a
/// WebSocket: an address of ours, no page of somebody else, no proxy in between.
record Admission(OwnAddresses own) {
    private static final System.Logger LOG = System.getLogger(Admission.class.getName());
    private static final HeaderName SEC_FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final List<HeaderName> OF_PROXIES =
            List.of(
                    HeaderNames.create("Cf-Ray"),
                    HeaderNames.create("Cf-Connecting-Ip"),
                    HeaderNames.X_FORWARDED_FOR,
                    HeaderNames.FORWARDED);

    /// @param local the address that the connection came in at
    /// @throws Problem with a sentence for whoever is turned away
    void check(Headers headers, PeerInfo local) {
        throughProxy(headers);
        address(headers, local);
    }

    private static void throughProxy(Headers headers) {
        if (OF_PROXIES.stream().anyMatch(headers::contains)) {
            LOG.log(
                    Level.ERROR,
                    "A request came to the studio door through a tunnel or proxy and was turned"
                        + " away: point the tunnel at the phone door.");
            throw new Problem(
                    403,
                    "The studio door is not for tunnels and proxies: they belong at the phone"
                        + " door.");
        }
    }

    private void address(Headers headers, PeerInfo local) {
        if (!own.host(headers.first(HeaderNames.HOST).orElse(""), local)) {
            throw new Problem(403, "The studio door does not answer to that address.");
        }
        if (headers.first(HeaderNames.ORIGIN)
                .filter(origin -> !own.origin(origin, local))
                .isPresent()) {
            throw new Problem(403, "Only Partyline's own dashboard may use the studio door.");
        }
    }

    /// For whoever changes something: what browsers say of the page that asks.
    ///
    /// @throws Problem if it is not ours
    static void site(Headers headers) {
        String site = headers.first(SEC_FETCH_SITE).orElse("none");
        if (!site.equals("same-origin") && !site.equals("none")) {
            throw new Problem(403, "Only Partyline's own dashboard may change something.");
        }
    }
}
