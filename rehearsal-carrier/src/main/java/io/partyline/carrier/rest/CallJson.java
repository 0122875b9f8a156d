package io.partyline.carrier.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.call.Queue;
import io.partyline.carrier.office.MailDate;
import io.partyline.carrier.plan.CarrierPlan;
import java.time.Duration;
import java.time.Instant;

/// Calls, queues and members as the REST desk shows them: numbers mostly as strings, dates as in
/// e-mail.
final class CallJson {
    private CallJson() {}

    static ObjectNode of(PhoneCall call, CarrierPlan plan) {
        String account = plan.account().sid();
        return object().put("sid", call.sid())
                .put("account_sid", account)
                .put("api_version", "2010-04-01")
                .put("from", call.from())
                .put("from_formatted", call.from())
                .put("to", call.number().number())
                .put("to_formatted", call.number().number())
                .put("direction", "inbound")
                .put("status", call.status())
                .put("date_created", MailDate.of(call.rang()))
                .put("start_time", MailDate.of(call.rang()))
                .put("duration", seconds(call.duration()))
                .put("queue_time", "0")
                .put("uri", "/2010-04-01/Accounts/" + account + "/Calls/" + call.sid() + ".json");
    }

    static ObjectNode of(Queue queue, CarrierPlan plan) {
        return object().put("sid", queue.sid())
                .put("account_sid", plan.account().sid())
                .put("friendly_name", queue.name())
                .put("current_size", queue.members().size())
                .put("max_size", queue.maxSize())
                .put("average_wait_time", queue.averageWait().toSeconds());
    }

    static ObjectNode of(Queue.Member member, Queue queue, CarrierPlan plan, Instant now) {
        return object().put("call_sid", member.callSid())
                .put("account_sid", plan.account().sid())
                .put("queue_sid", queue.sid())
                .put("date_enqueued", MailDate.of(member.since()))
                .put("position", queue.position(member.callSid()))
                .put("wait_time", member.waited(now).toSeconds());
    }

    private static String seconds(Duration time) {
        return Long.toString(time.toSeconds());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
