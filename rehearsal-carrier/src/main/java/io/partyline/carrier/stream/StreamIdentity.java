package io.partyline.carrier.stream;

import java.util.Map;

/// What a media stream says of itself in `start`.
///
/// @param parameters the `<Parameter>`s of the document, as `customParameters`
public record StreamIdentity(
        String accountSid, String callSid, String streamSid, Map<String, String> parameters) {
    public StreamIdentity {
        parameters = Map.copyOf(parameters);
    }
}
