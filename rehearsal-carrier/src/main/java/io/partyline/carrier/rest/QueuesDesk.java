package io.partyline.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.call.Calls;
import io.partyline.carrier.call.Order;
import io.partyline.carrier.call.Premises;
import io.partyline.carrier.call.Queue;
import io.partyline.carrier.call.Queues;
import io.partyline.carrier.call.Source;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.plan.Addresses;
import io.partyline.carrier.plan.CarrierPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The REST desk's window for queues: list them, list who waits, take one out onto a document.
///
/// Safe for use by many threads at once.
final class QueuesDesk {
    private static final String QUEUE = "/Queues/(QU[0-9a-fA-F]{32})";
    private static final Pattern ONE = Pattern.compile(QUEUE + "\\.json");
    private static final Pattern MEMBERS = Pattern.compile(QUEUE + "/Members\\.json");
    private static final Pattern MEMBER = Pattern.compile(QUEUE + "/Members/([^/]+)\\.json");
    private static final int MISSING = 21201;

    private final CarrierPlan plan;
    private final Queues queues;
    private final Calls calls;
    private final Supplier<Instant> now;

    QueuesDesk(Premises premises, Calls calls) {
        Exchange exchange = premises.exchange();
        this.plan = exchange.plan();
        this.queues = premises.queues();
        this.now = exchange.diary()::now;
        this.calls = calls;
    }

    /// Empty if this is not about queues, or not a path that the carrier knows.
    Optional<Deed> serve(RestRequest request) {
        Matcher member = MEMBER.matcher(request.path());
        if (member.matches()) {
            return queue(member).map(queue -> member(request, queue, member.group(2)));
        }
        return request.post() ? Optional.empty() : read(request).map(Deed::only);
    }

    private Optional<RestAnswer> read(RestRequest request) {
        if (request.path().equals("/Queues.json")) {
            List<JsonNode> all =
                    queues.all().stream()
                            .map(queue -> (JsonNode) CallJson.of(queue, plan))
                            .toList();
            return Optional.of(Page.of("queues", all, request, plan));
        }
        Matcher one = ONE.matcher(request.path());
        if (one.matches()) {
            return queue(one).map(queue -> RestAnswer.ok(CallJson.of(queue, plan)));
        }
        Matcher members = MEMBERS.matcher(request.path());
        return members.matches()
                ? queue(members).map(queue -> members(request, queue))
                : Optional.empty();
    }

    private Optional<Queue> queue(Matcher path) {
        return queues.withSid(path.group(1));
    }

    private RestAnswer members(RestRequest request, Queue queue) {
        List<JsonNode> all = queue.members().stream().map(member -> json(member, queue)).toList();
        return Page.of("queue_members", all, request, plan);
    }

    private JsonNode json(Queue.Member member, Queue queue) {
        return CallJson.of(member, queue, plan, now.get());
    }

    private Deed member(RestRequest request, Queue queue, String who) {
        String sid =
                who.equals("Front")
                        ? queue.members().stream().map(Queue.Member::callSid).findFirst().orElse("")
                        : who;
        Optional<Queue.Member> member = queue.find(sid);
        if (member.isEmpty()) {
            return Deed.only(
                    request.post()
                            ? RestAnswer.notInProgress()
                            : RestAnswer.notFound(request.path()));
        }
        RestAnswer shown = RestAnswer.ok(json(member.get(), queue));
        return request.post() ? dequeue(request, queue, sid, shown) : Deed.only(shown);
    }

    private Deed dequeue(RestRequest request, Queue queue, String sid, RestAnswer shown) {
        if (!Addresses.absolute(request.field("Url"))) {
            return Deed.only(RestAnswer.error(400, MISSING, "Give the Url of a document"));
        }
        String method = request.form().getOrDefault("Method", "POST");
        Source source = new Source.Fetch(request.field("Url"), method);
        return new Deed(shown, () -> release(queue, sid, source));
    }

    /// Only the first of two who take the same caller finds them in the queue.
    private void release(Queue queue, String sid, Source source) {
        if (queue.leave(sid, now.get()).isPresent()) {
            calls.find(sid).ifPresent(call -> call.obey(new Order.Replace(source)));
        }
    }
}
