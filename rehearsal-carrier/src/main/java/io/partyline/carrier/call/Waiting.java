package io.partyline.carrier.call;

import io.partyline.carrier.diary.Bell;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.Webhook;
import io.partyline.carrier.twiml.ApplicationErrorException;
import io.partyline.carrier.twiml.Rules;
import io.partyline.carrier.twiml.TwimlDocument;
import io.partyline.carrier.twiml.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Runs `<Enqueue>`: the caller waits, and the wait document is asked for again each time it runs
/// out.
///
/// Owned by the call's own thread.
final class Waiting {
    /// A wait document that takes no time at all, or cannot be had, is asked for again after this.
    private static final Duration BREATH = Duration.ofSeconds(1);

    /// Where a caller waits, since when, and the words that put them there.
    private record Place(Queue queue, Instant since, Verb.Enqueue verb, TwimlDocument in) {}

    private final Exchange exchange;
    private final PhoneCall call;
    private final TwimlInterpreter interpreter;

    Waiting(Exchange exchange, PhoneCall call, TwimlInterpreter interpreter) {
        this.exchange = exchange;
        this.call = call;
        this.interpreter = interpreter;
    }

    Step run(Verb.Enqueue verb, TwimlDocument in) {
        Instant now = exchange.diary().now();
        Queue queue = call.premises().queues().named(verb.queue());
        Place place = new Place(queue, now, verb, in);
        if (!queue.enter(call.sid(), now, verb.maxQueueSize())) {
            return goOn(place, Map.of("QueueResult", "queue-full"));
        }
        call.phase(CallPhase.IN_QUEUE);
        return left(place, waitIn(place));
    }

    private Step waitIn(Place place) {
        String url = place.verb().waitUrl();
        if (url.isEmpty()) {
            call.hears(place.verb().playlist() ? Hearing.Kind.MUSIC : Hearing.Kind.SILENCE);
            call.attention().pass(Bell.FOREVER);
            call.hears(Hearing.Kind.SILENCE);
            return Step.INTERRUPTED;
        }
        return loop(
                place, new Source.Fetch(place.in().absolute(url), place.verb().waitUrlMethod()));
    }

    private Step loop(Place place, Source.Fetch start) {
        Source.Fetch next = start;
        while (true) {
            Step step = once(next.with(parameters(place)));
            switch (step) {
                case Step.Next _ -> next = start;
                case Step.Go(var source) -> next = source;
                case Step.Interrupted _, Step.LeaveQueue _, Step.QueueError _ -> {
                    return step;
                }
                case Step.Failed _, Step.End _ -> {
                    return step;
                }
            }
        }
    }

    private Step once(Source.Fetch source) {
        long start = System.nanoTime();
        try {
            Step step = interpreter.play(source, Rules.WAITING);
            boolean hasty = System.nanoTime() - start < exchange.paced(BREATH).toNanos();
            return step instanceof Step.Next && hasty ? breathe() : step;
        } catch (ApplicationErrorException e) {
            exchange.complain(call.sid(), e.code(), e.reason());
            return Documents.notHad(e) ? fate(e) : new Step.QueueError();
        }
    }

    private Step fate(ApplicationErrorException e) {
        return switch (exchange.plan().waitFate()) {
            case KEEP_WAITING -> breathe();
            case FALLBACK -> new Step.Failed(e);
            case QUEUE_ERROR -> new Step.QueueError();
            case CALL_ENDS -> new Step.End(Ending.APPLICATION_ERROR);
        };
    }

    private Step breathe() {
        call.attention().pass(exchange.paced(BREATH));
        return call.attention().interrupted() ? Step.INTERRUPTED : Step.NEXT;
    }

    private Step left(Place place, Step how) {
        String result = result(how);
        var diary = exchange.diary();
        String sid = place.queue().sid();
        place.queue().leave(call.sid(), diary.now());
        diary.write(new Happening.LeftQueue(diary.now(), call.sid(), sid, result));
        call.phase(CallPhase.ANSWERED);
        Map<String, String> told =
                Map.of("QueueResult", result, "QueueSid", sid, "QueueTime", waited(place));
        if (how instanceof Step.LeaveQueue || how instanceof Step.QueueError) {
            return goOn(place, told);
        }
        if (!(how instanceof Step.Failed)) {
            tell(place, told);
        }
        return how;
    }

    private String result(Step how) {
        return switch (how) {
            case Step.LeaveQueue _ -> "leave";
            case Step.Interrupted _ -> call.attention().ending() ? "hangup" : "redirected";
            case Step.End(var why) when why == Ending.HANGUP_VERB -> "hangup";
            case Step.End _, Step.QueueError _, Step.Failed _ -> "error";
            case Step.Next _, Step.Go _ ->
                    throw new IllegalStateException("Nobody leaves a queue by " + how);
        };
    }

    /// The action URL decides what follows; without one, the next verb does.
    private static Step goOn(Place place, Map<String, String> told) {
        return place.verb().action().isEmpty() ? Step.NEXT : new Step.Go(action(place, told));
    }

    /// The action URL is told, and what it answers changes nothing any more.
    private void tell(Place place, Map<String, String> told) {
        if (!place.verb().action().isEmpty()) {
            Source.Fetch action = action(place, told);
            Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
            parameters.putAll(action.extra());
            exchange.tell(new Webhook(call.sid(), action.method(), action.url(), parameters));
        }
    }

    private static Source.Fetch action(Place place, Map<String, String> told) {
        Verb.Enqueue verb = place.verb();
        return new Source.Fetch(place.in().absolute(verb.action()), verb.method(), told);
    }

    private Map<String, String> parameters(Place place) {
        Queue queue = place.queue();
        return Map.of(
                "QueueSid", queue.sid(),
                "QueuePosition", Integer.toString(queue.position(call.sid())),
                "QueueTime", waited(place),
                "AvgQueueTime", Long.toString(queue.averageWait().toSeconds()),
                "CurrentQueueSize", Integer.toString(queue.members().size()),
                "MaxQueueSize", Integer.toString(queue.maxSize()));
    }

    private String waited(Place place) {
        Instant now = exchange.diary().now();
        return Long.toString(Duration.between(place.since(), now).toSeconds());
    }
}
