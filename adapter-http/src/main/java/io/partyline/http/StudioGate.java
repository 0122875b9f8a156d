package io.partyline.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.partyline.doorway.Visitor;
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

    private static final HeaderName X_REQUESTED_WITH = HeaderNames.create("X-Requested-With");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Admission admission;
    private final Optional<Passwords> passwords;
    private final boolean stageOpen;

    /// @param passwords what a seat is known by; without any, whoever comes is the host
    /// @param stageOpen whether the stage may be looked at without a password
    StudioGate(Admission admission, Optional<Passwords> passwords, boolean stageOpen) {
        this.admission = admission;
        this.passwords = passwords;
        this.stageOpen = stageOpen;
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
        admission.check(request.headers(), request.localPeer());
        admission.page(request.prologue(), request.headers(), request.localPeer());
        Who who = who(request, response);
        request.context().register(who);
        if (who != Who.AUDIENCE) {
            Visitor.here().ifPresent(visitor -> visitor.isKnown(who));
        }
        if (!SAFE.contains(request.prologue().method().text())) {
            intent(request);
        }
    }

    private Who who(RoutingRequest request, RoutingResponse response) {
        if (passwords.isEmpty()) {
            return Who.HOST;
        }
        return looksAtTheStage(request) ? Who.AUDIENCE : passwords.get().check(request, response);
    }

    /// Whoever brings a password is asked who they are, wherever they go.
    private boolean looksAtTheStage(RoutingRequest request) {
        return stageOpen
                && !request.headers().contains(HeaderNames.AUTHORIZATION)
                && Rights.isStage(
                        request.prologue().method().text(), request.prologue().uriPath().path());
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
