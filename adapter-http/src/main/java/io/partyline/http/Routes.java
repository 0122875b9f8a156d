package io.partyline.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A list of routes in the making. A path that is asked for by a method it has not got says so.
final class Routes {
    /// What is done for a request; what it returns is the JSON of the answer.
    @FunctionalInterface
    interface Answering {
        Object answer(Asked asked);
    }

    private final Map<String, Map<String, Handler>> paths = new LinkedHashMap<>();

    Routes get(String path, Answering answering) {
        return raw(Method.GET, path, json(answering));
    }

    Routes post(String path, Answering answering) {
        return raw(Method.POST, path, json(answering));
    }

    Routes put(String path, Answering answering) {
        return raw(Method.PUT, path, json(answering));
    }

    Routes delete(String path, Answering answering) {
        return raw(Method.DELETE, path, json(answering));
    }

    /// A route whose answer is not JSON.
    Routes raw(Method method, String path, Handler handler) {
        paths.computeIfAbsent(path, _ -> new TreeMap<>())
                .put(method.text(), guarded(method.text(), path, handler));
        return this;
    }

    /// Nobody comes to a handler who may not.
    private static Handler guarded(String method, String path, Handler handler) {
        return (request, response) -> {
            Rights.check(Who.of(request), method, path);
            handler.handle(request, response);
        };
    }

    /// Every route, as [Rights] knows it.
    List<String> mounted() {
        return paths.entrySet().stream()
                .flatMap(path ->
                        path.getValue().keySet().stream()
                                .map(method -> "%s %s".formatted(method, path.getKey())))
                .toList();
    }

    void into(HttpRouting.Builder routing) {
        paths.forEach((path, handlers) -> {
            handlers.forEach(
                    (method, handler) -> routing.route(Method.create(method), path, handler));
            routing.any(path, wrongMethod(handlers));
        });
    }

    static Handler json(Answering answering) {
        return (request, response) -> send(response, answering.answer(new Asked(request)));
    }

    private static void send(ServerResponse response, Object answer) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(Json.bytes(answer));
    }

    private static Handler wrongMethod(Map<String, Handler> handlers) {
        String allowed = handlers.keySet().stream().collect(Collectors.joining(", "));
        return (ServerRequest request, ServerResponse response) -> {
            response.header(HeaderNames.ALLOW, allowed);
            throw new Problem(
                    405,
                    "%s is not for this address; it knows %s."
                            .formatted(request.prologue().method().text(), allowed));
        };
    }
}
