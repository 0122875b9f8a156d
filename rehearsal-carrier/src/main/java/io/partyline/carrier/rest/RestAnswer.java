package io.partyline.carrier.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.Map;

/// What the REST desk answers.
///
/// Immutable as long as nobody changes the body.
final class RestAnswer {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;

    private RestAnswer(int status, String type, byte[] body) {
        this(status, type, body, Map.of());
    }

    private RestAnswer(int status, String type, byte[] body, Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
        this.status = status;
        this.type = type;
        this.body = body;
    }

    static RestAnswer ok(JsonNode body) {
        return new RestAnswer(200, "application/json", body.toString().getBytes(UTF_8));
    }

    static RestAnswer wav(byte[] file) {
        return new RestAnswer(200, "audio/x-wav", file);
    }

    /// It has been deleted.
    static RestAnswer gone() {
        return new RestAnswer(204, "application/json", new byte[0]);
    }

    /// @param code the carrier's own error code
    static RestAnswer error(int status, int code, String message) {
        JsonNode body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("code", code)
                        .put("message", message)
                        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                        .put("status", status);
        return new RestAnswer(status, "application/json", body.toString().getBytes(UTF_8));
    }

    static RestAnswer notFound(String path) {
        return error(404, 20404, "The requested resource " + path + " was not found");
    }

    static RestAnswer notInProgress() {
        return error(400, 21220, "Invalid call state: the call is not in progress");
    }

    /// The limit is passed: nothing was done, and may be asked again after this.
    static RestAnswer tooMany(Duration retryAfter) {
        RestAnswer error = error(429, 20429, "Too Many Requests");
        long seconds = Math.ceilDiv(retryAfter.toMillis(), 1000);
        return new RestAnswer(
                429, error.type, error.body, Map.of("Retry-After", Long.toString(seconds)));
    }

    static RestAnswer twiml(String document) {
        return new RestAnswer(200, "application/xml", document.getBytes(UTF_8));
    }

    /// An error with the code that usually goes with a status.
    static RestAnswer refused(int status, String path) {
        return switch (status) {
            case 401 -> error(401, 20003, "Authenticate");
            case 404 -> notFound(path);
            case 429 -> tooMany(RETRY);
            default -> error(status, 20500, "An internal server error has occurred");
        };
    }

    Map<String, String> headers() {
        return headers;
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }
}
