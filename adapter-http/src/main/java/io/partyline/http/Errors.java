package io.partyline.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.partyline.doorway.Refusal;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/// Every error leaves the door in one form, and never with the inside of the program in it.
final class Errors {
    private static final System.Logger LOG = System.getLogger(Errors.class.getName());

    private static final String TYPE = "application/problem+json";

    private static final Problem.Body OUR_MISTAKE =
            new Problem.Body(500, "Something went wrong inside Partyline; the show goes on.");

    private Errors() {}

    static void into(HttpRouting.Builder routing) {
        routing.error(Problem.class, (_, response, problem) -> send(response, problem.body()))
                .error(HttpException.class, (_, response, wrong) -> send(response, body(wrong)))
                .error(Throwable.class, Errors::mistake);
    }

    /// For requests that are too broken to reach a route.
    static DirectHandlers beforeRouting() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        DirectHandler handler = (_, _, status, headers, _) -> refused(status, headers);
        for (EventType event : EventType.values()) {
            handlers.addHandler(event, handler);
        }
        return handlers.build();
    }

    private static void mistake(ServerRequest request, ServerResponse response, Throwable mistake) {
        LOG.log(
                Level.ERROR,
                "%s %s failed"
                        .formatted(
                                request.prologue().method().text(),
                                request.path().rawPathNoParams()),
                mistake);
        send(response, OUR_MISTAKE);
    }

    static void send(ServerResponse response, Problem.Body body) {
        response.status(body.status());
        response.header(HeaderNames.CONTENT_TYPE, TYPE);
        response.send(Json.bytes(body));
    }

    private static TransportResponse refused(Status status, ServerResponseHeaders headers) {
        var answer = TransportResponse.builder().status(status).headers(headers);
        SafeHeaders.all().forEach(answer::header);
        return answer.header(HeaderNames.CONTENT_TYPE, TYPE)
                .keepAlive(false)
                .entity(Json.bytes(body(status.code())))
                .build();
    }

    /// The same for what is no request at all.
    static Refusal.Words refusal(int status, String sentence) {
        var lines = new StringBuilder("%s: %s\r\n".formatted("content-type", TYPE));
        SafeHeaders.all()
                .forEach(header ->
                        lines.append(header.name())
                                .append(": ")
                                .append(header.get())
                                .append("\r\n"));
        return new Refusal.Words(
                lines.toString(),
                new String(Json.bytes(new Problem.Body(status, sentence)), StandardCharsets.UTF_8));
    }

    private static Problem.Body body(HttpException wrong) {
        return body(wrong.status().code());
    }

    private static Problem.Body body(int status) {
        return switch (status) {
            case 401 -> new Problem.Body(status, "The studio door wants its password.");
            case 403 ->
                    new Problem.Body(
                            status, "Only Partyline's own dashboard may use the studio door.");
            case 404 -> new Problem.Body(status, "There is nothing at that address.");
            case 413 -> new Problem.Body(status, "The request is too long: 64 KiB is the most.");
            case 500 -> OUR_MISTAKE;
            case 503 -> new Problem.Body(status, "The studio door is too busy: try again at once.");
            default -> new Problem.Body(status, "The request is not proper HTTP.");
        };
    }
}
