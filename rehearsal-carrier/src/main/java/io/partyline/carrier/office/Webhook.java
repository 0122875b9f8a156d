package io.partyline.carrier.office;

import java.util.Map;

/// A request to make of the show.
///
/// @param callSid the call that it is about
/// @param method `GET` or `POST`
/// @param url the public one, which is signed
/// @param parameters in the body of a POST; a GET carries them in its query, unless it fetches
///   audio
public record Webhook(String callSid, String method, String url, Map<String, String> parameters) {
    /// Fetches a file to play: no parameters are sent.
    public static Webhook file(String callSid, String url) {
        return new Webhook(callSid, "GET", url, Map.of());
    }

    /// The URL with the parameters of a GET in its query.
    String wholeUrl() {
        if (!method.equals("GET") || parameters.isEmpty()) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + Form.encode(parameters);
    }

    /// What is signed and sent in the body.
    Map<String, String> body() {
        return method.equals("POST") ? parameters : Map.of();
    }
}
