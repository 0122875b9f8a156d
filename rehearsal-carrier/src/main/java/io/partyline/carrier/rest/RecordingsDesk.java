package io.partyline.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.partyline.carrier.call.Premises;
import io.partyline.carrier.call.Recordings;
import io.partyline.carrier.call.Recordings.Recording;
import io.partyline.carrier.office.MailDate;
import io.partyline.carrier.plan.CarrierPlan;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The REST desk's window for recordings: list them, fetch one, delete one.
///
/// Safe for use by many threads at once.
final class RecordingsDesk {
    private static final Pattern ONE = Pattern.compile("/Recordings/([^/.]+)\\.json");
    private static final Pattern FILE = Pattern.compile(".*/Recordings/([^/.]+)(?:\\.wav)?");

    private final CarrierPlan plan;
    private final Recordings recordings;

    RecordingsDesk(Premises premises) {
        plan = premises.exchange().plan();
        recordings = premises.recordings();
    }

    /// The sound of a recording, which whoever knows its address may fetch, as is the carrier's
    /// default. Empty if this is no such address.
    Optional<Deed> file(RestRequest request) {
        Matcher file = FILE.matcher(request.path());
        return file.matches() && request.method().equals("GET")
                ? Optional.of(Deed.only(file(request, file.group(1))))
                : Optional.empty();
    }

    private RestAnswer file(RestRequest request, String sid) {
        return recordings
                .find(sid)
                .map(Recording::wav)
                .map(RestAnswer::wav)
                .orElse(RestAnswer.notFound(request.path()));
    }

    /// Empty if this is not about recordings, or not a path that the carrier knows.
    Optional<Deed> serve(RestRequest request) {
        Matcher one = ONE.matcher(request.path());
        if (one.matches()) {
            return switch (request.method()) {
                case "GET" -> Optional.of(Deed.only(show(request, one.group(1))));
                case "DELETE" -> Optional.of(delete(request, one.group(1)));
                default -> Optional.empty();
            };
        }
        return request.path().equals("/Recordings.json") && request.method().equals("GET")
                ? Optional.of(Deed.only(list(request)))
                : Optional.empty();
    }

    private RestAnswer show(RestRequest request, String sid) {
        return recordings
                .find(sid)
                .map(this::json)
                .map(RestAnswer::ok)
                .orElse(RestAnswer.notFound(request.path()));
    }

    private Deed delete(RestRequest request, String sid) {
        return recordings.find(sid).isPresent()
                ? new Deed(RestAnswer.gone(), () -> recordings.delete(sid))
                : Deed.only(RestAnswer.notFound(request.path()));
    }

    private RestAnswer list(RestRequest request) {
        String call = request.query().getOrDefault("CallSid", "");
        List<JsonNode> fitting =
                recordings.all().stream()
                        .filter(recording -> call.isEmpty() || recording.callSid().equals(call))
                        .map(this::json)
                        .toList();
        return Page.of("recordings", fitting, request, plan);
    }

    private JsonNode json(Recording recording) {
        String account = plan.account().sid();
        return JsonNodeFactory.instance
                .objectNode()
                .put("sid", recording.sid())
                .put("account_sid", account)
                .put("api_version", "2010-04-01")
                .put("call_sid", recording.callSid())
                .put("status", "completed")
                .put("source", "RecordVerb")
                .put("channels", 1)
                .put("duration", Long.toString(recording.seconds()))
                .put("date_created", MailDate.of(recording.made()))
                .put("start_time", MailDate.of(recording.made()))
                .put(
                        "uri",
                        "/2010-04-01/Accounts/%s/Recordings/%s.json"
                                .formatted(account, recording.sid()));
    }
}
