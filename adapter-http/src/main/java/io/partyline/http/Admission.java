package io.partyline.http;

import io.helidon.common.socket.PeerInfo;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import java.util.List;
import java.util.regex.Pattern;

/// What anybody must show who comes to the studio door, whether they ask for a page or for a
/// WebSocket: an address of ours, no page of somebody else, no proxy in between.
///
/// @param detours what came through a proxy is counted there
record Admission(OwnAddresses own, Detours detours) {
    private static final Pattern API = Pattern.compile("/(api|observe)(/|$)");
    private static final HeaderName SEC_FETCH_MODE = HeaderNames.create("Sec-Fetch-Mode");
    private static final HeaderName SEC_FETCH_DEST = HeaderNames.create("Sec-Fetch-Dest");
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

    private void throughProxy(Headers headers) {
        if (OF_PROXIES.stream().anyMatch(headers::contains)) {
            detours.came();
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

    /// Reading costs too: a page of somebody else could hold every place at the event feed with
    /// pictures that are none, and have exports made. A browser says which page asks; one that does
    /// not may at least say which page it stands on. A link to a page of ours may stand anywhere.
    ///
    /// @throws Problem if a page asks that is not ours
    void page(HttpPrologue prologue, Headers headers, PeerInfo local) {
        boolean api = API.matcher(prologue.uriPath().path()).lookingAt();
        boolean link =
                !api
                        && prologue.method().text().equals("GET")
                        && headers.first(SEC_FETCH_MODE).filter("navigate"::equals).isPresent()
                        && headers.first(SEC_FETCH_DEST).filter("document"::equals).isPresent();
        if ((isForeign(headers) && !link) || (api && standsElsewhere(headers, local))) {
            throw new Problem(403, "Only Partyline's own dashboard may use the studio door.");
        }
    }

    /// For whoever wants to stay: what browsers say of the page that asks.
    ///
    /// @throws Problem if it is not ours
    static void site(Headers headers) {
        if (isForeign(headers)) {
            throw new Problem(403, "Only Partyline's own dashboard may use the studio door.");
        }
    }

    private static boolean isForeign(Headers headers) {
        String site = headers.first(SEC_FETCH_SITE).orElse("none");
        return !site.equals("same-origin") && !site.equals("none");
    }

    private boolean standsElsewhere(Headers headers, PeerInfo local) {
        return headers.first(HeaderNames.REFERER)
                .filter(page -> !own.origin(origin(page), local))
                .isPresent();
    }

    /// Scheme, host and port of an address.
    private static String origin(String page) {
        int host = page.indexOf("://") + 3;
        int path = page.indexOf('/', Math.max(host, 0));
        return path < 0 ? page : page.substring(0, path);
    }
}
