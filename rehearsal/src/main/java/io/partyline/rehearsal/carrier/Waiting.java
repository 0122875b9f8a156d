package io.partyline.rehearsal.carrier;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// Runs `<Enqueue>`: the caller waits, and the wait document is asked for again each time it runs
/// out.
///
/// Owned by the call's own thread.
final class Waiting {
    /// A wait document that takes no time at all, or cannot be had, is asked for again after this.
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Exchange exchange;
    private final PhoneCall call;
    private final TwimlInterpreter interpreter;

    Waiting(Exchange exchange, PhoneCall call, TwimlInterpreter interpreter) {
        this.exchange = exchange;
        this.call = call;
        this.interpreter = interpreter;
    }

    Step run(Verb.Enqueue verb, TwimlDocument in) {
        Queue queue = exchange.queues().named(verb.queue());
        if (!queue.enter(call.sid(), exchange.diary().now(), verb.maxQueueSize())) {
            return after(verb, in, Map.of("QueueResult", "queue-full"));
        }
        call.phase(CallPhase.IN_QUEUE);
        Step left = waitIn(queue, verb, in);
        return left(queue, left, verb, in);
    }

    private Step waitIn(Queue queue, Verb.Enqueue verb, TwimlDocument in) {
        if (verb.waitUrl().isEmpty()) {
            call.attention().await(() -> false, Bell.FOREVER);
            return Step.INTERRUPTED;
        }
        Source.Fetch first = new Source.Fetch(in.absolute(verb.waitUrl()), verb.waitUrlMethod());
        Source.Fetch next = first;
        while (true) {
            Step step = once(next.with(parameters(queue)));
            switch (step) {
                case Step.Next _ -> next = first;
                case Step.Go(var source) -> next = source;
                case Step.Interrupted _, Step.LeaveQueue _, Step.End _ -> {
                    return step;
                }
            }
        }
    }

    private Step once(Source.Fetch source) {
        long start = System.nanoTime();
        try {
            return rested(interpreter.play(source, Rules.WAITING), start);
        } catch (ApplicationErrorException e) {
            exchange.complain(call.sid(), e.code(), e.reason());
            return failed(e);
        }
    }

    private Step failed(ApplicationErrorException e) {
        boolean keep = exchange.plan().onWaitError() == CarrierPlan.OnWaitError.KEEP_WAITING;
        if (!keep || e.code() != Documents.NO_DOCUMENT) {
            return new Step.End(Ending.APPLICATION_ERROR);
        }
        call.attention().pass(exchange.paced(BREATH));
        return call.attention().interrupted() ? Step.INTERRUPTED : Step.NEXT;
    }

    /// Keeps a document that is over in no time from being asked for in a frenzy.
    private Step rested(Step step, long start) {
        Duration breath = exchange.paced(BREATH);
        if (step instanceof Step.Next && System.nanoTime() - start < breath.toNanos()) {
            call.attention().pass(breath);
        }
        return call.attention().interrupted() ? Step.INTERRUPTED : step;
    }

    private Step left(Queue queue, Step how, Verb.Enqueue verb, TwimlDocument in) {
        String result = result(how);
        Map<String, String> told = new LinkedHashMap<>();
        told.put("QueueResult", result);
        told.put("QueueSid", queue.sid());
        told.put("QueueTime", seconds(waited(queue)));
        queue.leave(call.sid(), exchange.diary().now());
        var diary = exchange.diary();
        diary.write(new Happening.LeftQueue(diary.now(), call.sid(), queue.sid(), result));
        call.phase(CallPhase.ANSWERED);
        if (result.equals("leave") || result.equals("error")) {
            return after(verb, in, told);
        }
        tell(verb, in, told);
        return how;
    }

    private String result(Step how) {
        return switch (how) {
            case Step.LeaveQueue _ -> "leave";
            case Step.Interrupted _ -> call.attention().ending() ? "hangup" : "redirected";
            case Step.End(var why) when why == Ending.HANGUP_VERB -> "hangup";
            default -> "error";
        };
    }

    /// The action URL decides what follows; without one, the next verb does.
    private static Step after(Verb.Enqueue verb, TwimlDocument in, Map<String, String> told) {
        if (verb.action().isEmpty()) {
            return Step.NEXT;
        }
        String url = in.absolute(verb.action());
        return new Step.Go(new Source.Fetch(url, verb.method(), told));
    }

    /// The action URL is told, and what it answers changes nothing any more.
    private void tell(Verb.Enqueue verb, TwimlDocument in, Map<String, String> told) {
        if (!verb.action().isEmpty()) {
            Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
            parameters.putAll(told);
            String url = in.absolute(verb.action());
            exchange.tell(new Webhook(call.sid(), verb.method(), url, parameters));
        }
    }

    private Map<String, String> parameters(Queue queue) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("QueueSid", queue.sid());
        parameters.put("QueuePosition", Integer.toString(queue.position(call.sid())));
        parameters.put("QueueTime", seconds(waited(queue)));
        parameters.put("AvgQueueTime", seconds(queue.averageWait()));
        parameters.put("CurrentQueueSize", Integer.toString(queue.members().size()));
        parameters.put("MaxQueueSize", Integer.toString(queue.maxSize()));
        return parameters;
    }

    private Duration waited(Queue queue) {
        return queue.find(call.sid())
                .map(member -> member.waited(exchange.diary().now()))
                .orElse(Duration.ZERO);
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }
}
