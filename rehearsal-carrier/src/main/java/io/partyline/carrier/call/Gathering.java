package io.partyline.carrier.call;

import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.twiml.TwimlDocument;
import io.partyline.carrier.twiml.Verb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Runs `<Gather>`: prompts, waits for speech or keys, and takes what came to the action URL.
///
/// Owned by the call's own thread.
final class Gathering {
    private final Exchange exchange;
    private final PhoneCall call;
    private final Prompts prompts;

    Gathering(Exchange exchange, PhoneCall call, Prompts prompts) {
        this.exchange = exchange;
        this.call = call;
        this.prompts = prompts;
    }

    Step run(Verb.Gather gather, TwimlDocument in) {
        for (Verb prompt : gather.prompts()) {
            if (!disturbed(gather)) {
                prompts.run(prompt, in, () -> waiting(gather));
            }
        }
        call.attention().await(() -> waiting(gather), exchange.paced(gather.timeout()));
        return call.attention().interrupted() ? Step.INTERRUPTED : outcome(gather, in);
    }

    private Step outcome(Verb.Gather gather, TwimlDocument in) {
        Optional<CallerInput> input = call.inputs().take(gather.input());
        if (input.isEmpty() && !gather.actionOnEmptyResult()) {
            return Step.NEXT;
        }
        Map<String, String> extra = input.map(Gathering::parameters).orElse(Map.of());
        String url = in.absolute(gather.action());
        return new Step.Go(new Source.Fetch(url, gather.method(), extra));
    }

    private static Map<String, String> parameters(CallerInput input) {
        return switch (input) {
            case CallerInput.Keys(var digits) -> Map.of("Digits", digits);
            case CallerInput.Speech(var text, var confidence) -> speech(text, confidence);
        };
    }

    private static Map<String, String> speech(String text, double confidence) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("SpeechResult", text);
        if (confidence >= 0) {
            parameters.put("Confidence", Double.toString(confidence));
        }
        return parameters;
    }

    private boolean waiting(Verb.Gather gather) {
        return call.inputs().has(gather.input());
    }

    private boolean disturbed(Verb.Gather gather) {
        return waiting(gather) || call.attention().interrupted();
    }
}
