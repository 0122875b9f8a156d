package io.partyline.carrier.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partyline.carrier.call.Calls;
import io.partyline.carrier.call.Premises;
import io.partyline.carrier.office.Bins;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.plan.Account;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Checks who asks the REST API, and leads the request to the window that it is for.
///
/// Safe for use by many threads at once.
final class FrontDesk {
    private static final Pattern PATH = Pattern.compile(RestDesk.ROOT + "([^/]+)(/.*)");
    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final int WRONG_METHOD = 20004;
    private static final int WRONG_PARAMETER = 20001;

    private final Account account;
    private final RecordingsDesk recordings;
    private final CallsDesk calls;
    private final QueuesDesk queues;
    private final NumbersDesk numbers;
    private final Bins bins;

    FrontDesk(Premises premises, Calls calls) {
        Exchange exchange = premises.exchange();
        account = exchange.plan().account();
        recordings = new RecordingsDesk(premises);
        this.calls = new CallsDesk(exchange.plan(), calls);
        queues = new QueuesDesk(premises, calls);
        numbers = new NumbersDesk(exchange.plan(), exchange.subscription(), exchange.diary()::now);
        bins = exchange.bins();
    }

    /// What comes of a request. Nothing is done yet.
    Deed deed(RestRequest request) {
        return recordings
                .file(request)
                .or(() -> bins.at(request.path()).map(RestAnswer::twiml).map(Deed::only))
                .orElseGet(() -> ofTheAccount(request));
    }

    private Deed ofTheAccount(RestRequest request) {
        String path = request.path();
        Matcher matcher = PATH.matcher(path);
        if (!authentic(request)) {
            return Deed.only(RestAnswer.refused(401, path));
        }
        return matcher.matches() && matcher.group(1).equals(account.sid())
                ? atAWindow(request.at(matcher.group(2)))
                : Deed.only(RestAnswer.notFound(path));
    }

    private Deed atAWindow(RestRequest request) {
        try {
            return recordings
                    .serve(request)
                    .orElseGet(() ->
                            METHODS.contains(request.method())
                                    ? atAnother(request)
                                    : Deed.only(
                                            RestAnswer.error(
                                                    405, WRONG_METHOD, "Method not allowed")));
        } catch (NumberFormatException e) {
            return Deed.only(
                    RestAnswer.error(400, WRONG_PARAMETER, "Page and PageSize are numbers"));
        }
    }

    private Deed atAnother(RestRequest request) {
        return calls.serve(request)
                .or(() -> queues.serve(request))
                .or(() -> numbers.serve(request))
                .orElse(Deed.only(RestAnswer.notFound(request.path())));
    }

    private boolean authentic(RestRequest request) {
        byte[] wanted = (account.sid() + ":" + account.authToken()).getBytes(UTF_8);
        String expected = "Basic " + Base64.getEncoder().encodeToString(wanted);
        return MessageDigest.isEqual(
                expected.getBytes(UTF_8), request.authorization().getBytes(UTF_8));
    }
}
