package io.partyline.carrier.call;

import io.partyline.carrier.office.MailDate;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parameters of webhooks about a call.
final class CallParameters {
    private CallParameters() {}

    /// What every webhook about the call carries, freshly made.
    static Map<String, String> standard(PhoneCall call) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", call.accountSid());
        parameters.put("ApiVersion", "2010-04-01");
        parameters.put("CallSid", call.sid());
        parameters.put("CallStatus", call.status());
        parameters.put("Direction", "inbound");
        parameters.put("From", call.from());
        parameters.put("Caller", call.from());
        parameters.put("To", call.number().number());
        parameters.put("Called", call.number().number());
        parameters.put("FromCountry", "US");
        parameters.put("ToCountry", "US");
        parameters.putAll(call.dialling().extra());
        return parameters;
    }

    /// What the number's status callback carries when the call is over.
    static Map<String, String> last(PhoneCall call) {
        Map<String, String> parameters = standard(call);
        parameters.put("CallDuration", Long.toString(call.duration().toSeconds()));
        parameters.put("Timestamp", MailDate.of(call.rang().plus(call.duration())));
        parameters.put("CallbackSource", "call-progress-events");
        parameters.put("SequenceNumber", "0");
        return parameters;
    }
}
