package io.partyline.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.call.Calls;
import io.partyline.carrier.call.Order;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.call.Source;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.plan.Addresses;
import io.partyline.carrier.plan.CarrierPlan;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The REST desk's window for calls: look one up, list them, change one that is going on.
///
/// Safe for use by many threads at once.
final class CallsDesk {
    private static final Pattern ONE = Pattern.compile("/Calls/([^/]+)\\.json");
    private static final Set<String> ENDINGS = Set.of("completed", "canceled");
    private static final int NO_ADDRESS = 21205;
    private static final int MISSING = 21201;
    private static final int CONTRADICTION = 20001;

    private final CarrierPlan plan;
    private final Calls calls;

    CallsDesk(CarrierPlan plan, Calls calls) {
        this.plan = plan;
        this.calls = calls;
    }

    /// Empty if this is not about calls, or not a path that the carrier knows.
    Optional<Deed> serve(RestRequest request) {
        Matcher one = ONE.matcher(request.path());
        if (one.matches()) {
            return Optional.of(one(request, one.group(1)));
        }
        return request.path().equals("/Calls.json") && !request.post()
                ? Optional.of(Deed.only(list(request)))
                : Optional.empty();
    }

    private Deed one(RestRequest request, String sid) {
        return calls.find(sid)
                .map(call -> request.post() ? update(request, call) : show(call))
                .orElse(Deed.only(RestAnswer.notFound(request.path())));
    }

    private Deed show(PhoneCall call) {
        return Deed.only(RestAnswer.ok(CallJson.of(call, plan)));
    }

    private RestAnswer list(RestRequest request) {
        Map<String, String> query = request.query();
        var chosen =
                calls.all().reversed().stream()
                        .filter(call -> fits(query, "Status", call.status()))
                        .filter(call -> fits(query, "To", call.number().number()))
                        .filter(call -> fits(query, "From", call.from()))
                        .map(call -> (JsonNode) CallJson.of(call, plan))
                        .toList();
        return Page.of("calls", chosen, request, plan);
    }

    private static boolean fits(Map<String, String> query, String field, String value) {
        return query.getOrDefault(field, value).equals(value);
    }

    private Deed update(RestRequest request, PhoneCall call) {
        boolean twiml = request.form().containsKey("Twiml");
        boolean url = request.form().containsKey("Url");
        boolean status = request.form().containsKey("Status");
        if (twiml && url) {
            return Deed.only(
                    RestAnswer.error(400, CONTRADICTION, "Give either Url or Twiml, not both"));
        }
        if (status) {
            return end(request, call);
        }
        if (url && !Addresses.absolute(request.field("Url"))) {
            return Deed.only(RestAnswer.error(400, NO_ADDRESS, "Url is not a valid URL"));
        }
        return twiml || url
                ? replace(call, source(request, twiml))
                : Deed.only(RestAnswer.error(400, MISSING, "Give Twiml, Url or Status"));
    }

    private static Source source(RestRequest request, boolean twiml) {
        return twiml
                ? new Source.Inline(request.field("Twiml"))
                : new Source.Fetch(
                        request.field("Url"), request.form().getOrDefault("Method", "POST"));
    }

    private Deed replace(PhoneCall call, Source source) {
        if (!call.status().equals("in-progress")) {
            return Deed.only(RestAnswer.notInProgress());
        }
        return new Deed(
                RestAnswer.ok(CallJson.of(call, plan)), () -> call.obey(new Order.Replace(source)));
    }

    private Deed end(RestRequest request, PhoneCall call) {
        if (!ENDINGS.contains(request.field("Status"))) {
            return Deed.only(
                    RestAnswer.error(400, CONTRADICTION, "Status is completed or canceled"));
        }
        if (call.ending().isPresent()) {
            return Deed.only(RestAnswer.notInProgress());
        }
        boolean effective =
                request.field("Status").equals("completed") || call.status().equals("ringing");
        return effective
                ? new Deed(RestAnswer.ok(CallJson.of(call, plan)), () -> complete(call))
                : show(call);
    }

    private static void complete(PhoneCall call) {
        call.obey(new Order.End(Ending.COMPLETED_BY_REST));
    }
}
