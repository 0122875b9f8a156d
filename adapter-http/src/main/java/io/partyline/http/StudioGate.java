package io.partyline.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.partyline.doorway.Visitor;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lets in what comes from the host's own dashboard or scripts, and nothing else.
///
/// Against a page of somebody else: the address must be one of ours (a name that was rebound to
/// this computer is not), the page that asks must be ours, and whoever changes something must send
/// a header and a content type that no foreign page can send without asking first. Against a tunnel
/// that was pointed at the wrong port: whatever went through a proxy stays out.
final class StudioGate implements Filter {
    /// What a client must send in `X-Requested-With` to change something.
    static final String REQUESTED_WITH = "partyline";

    private static final System.Logger LOG = System.getLogger(StudioGate.class.getName());
    private static final HeaderName X_REQUESTED_WITH = HeaderNames.create("X-Requested-With");
    private static final String OURS = "same-origin";
    private static final HeaderName SEC_FETCH_MODE = HeaderNames.create("Sec-Fetch-Mode");
    private static final HeaderName SEC_FETCH_DEST = HeaderNames.create("Sec-Fetch-Dest");
    private static final HeaderName SEC_FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<HeaderName> OF_PROXIES =
            List.of(
                    HeaderNames.create("Cf-Ray"),
                    HeaderNames.create("Cf-Connecting-Ip"),
                    HeaderNames.X_FORWARDED_FOR,
                    HeaderNames.FORWARDED);

    private final OwnAddresses own;
    private final Optional<Password> password;

    StudioGate(OwnAddresses own, Optional<Password> password) {
        this.own = own;
        this.password = password;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        SafeHeaders.on(response);
        try {
            check(request, response);
            chain.proceed();
        } catch (Problem refused) {
            Errors.send(response, refused.body());
        }
    }

    private void check(RoutingRequest request, RoutingResponse response) {
        throughProxy(request);
        address(request);
        page(request);
        password.ifPresent(wanted -> wanted.check(request, response));
        Visitor.here().ifPresent(Visitor::isKnown);
        if (!SAFE.contains(request.prologue().method().text())) {
            intent(request);
        }
    }

    private static void throughProxy(RoutingRequest request) {
        if (OF_PROXIES.stream().anyMatch(request.headers()::contains)) {
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

    private void address(RoutingRequest request) {
        if (!own.host(first(request, HeaderNames.HOST).orElse(""), request.localPeer())) {
            throw new Problem(403, "The studio door does not answer to that address.");
        }
        if (first(request, HeaderNames.ORIGIN)
                .filter(origin -> !own.origin(origin, request.localPeer()))
                .isPresent()) {
            throw new Problem(403, "Only Partyline's own dashboard may use the studio door.");
        }
    }

    /// Reading costs too: a page of somebody else could hold every place at the event feed with
    /// pictures that are none, and have exports made. A browser says which page asks; one that does
    /// not may at least say which page it stands on. A link to the dashboard may stand anywhere.
    private void page(RoutingRequest request) {
        String site = first(request, SEC_FETCH_SITE).orElse(OURS);
        boolean foreign = !site.equals(OURS) && !site.equals("none");
        if ((foreign && !isLink(request)) || (isApi(request) && standsElsewhere(request))) {
            throw new Problem(403, "Only Partyline's own dashboard may use the studio door.");
        }
    }

    private static boolean isLink(RoutingRequest request) {
        return request.prologue().method().text().equals("GET")
                && !isApi(request)
                && first(request, SEC_FETCH_MODE).filter("navigate"::equals).isPresent()
                && first(request, SEC_FETCH_DEST).filter("document"::equals).isPresent();
    }

    private static boolean isApi(RoutingRequest request) {
        return !request.path().path().equals("/");
    }

    private boolean standsElsewhere(RoutingRequest request) {
        return first(request, HeaderNames.REFERER)
                .filter(page -> !own.origin(origin(page), request.localPeer()))
                .isPresent();
    }

    /// Scheme, host and port of an address.
    private static String origin(String page) {
        int host = page.indexOf("://") + 3;
        int path = page.indexOf('/', Math.max(host, 0));
        return path < 0 ? page : page.substring(0, path);
    }

    private static void intent(RoutingRequest request) {
        if (!first(request, X_REQUESTED_WITH).filter(REQUESTED_WITH::equals).isPresent()) {
            throw new Problem(403, "The header X-Requested-With: partyline is missing.");
        }
        if (!json(first(request, HeaderNames.CONTENT_TYPE).orElse(""))) {
            throw new Problem(415, "The request must have Content-Type: application/json.");
        }
    }

    private static boolean json(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT).replace(" ", "");
        return type.equals("application/json") || type.equals("application/json;charset=utf-8");
    }

    private static Optional<String> first(RoutingRequest request, HeaderName name) {
        return request.headers().first(name);
    }
}
