package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// As much of the carrier's REST API as a show asks for while all goes well: calls can be listed,
/// looked up and ended. There are no queues with anybody in them. Safe for use by many threads at
/// once.
final class RestDesk implements AutoCloseable {
    private static final Pattern ONE_CALL = Pattern.compile(".*/Calls/(\\w+)\\.json");
    private static final Pattern A_LIST = Pattern.compile(".*/(\\w+)\\.json");

    private final Set<String> live = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Consumer<String> hangUp = call -> {};

    RestDesk() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The made-up carrier finds no port.", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// What is done when the show ends a call.
    void onHangUp(Consumer<String> deed) {
        hangUp = deed;
    }

    void rings(String call) {
        live.add(call);
    }

    void over(String call) {
        live.remove(call);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String path = exchange.getRequestURI().getPath();
            Matcher one = ONE_CALL.matcher(path);
            if (one.matches()) {
                oneCall(exchange, one.group(1), form);
                return;
            }
            Matcher list = A_LIST.matcher(path);
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            say(exchange, 200, list.matches() ? list(list.group(1), query) : "{}");
        }
    }

    private void oneCall(HttpExchange exchange, String call, String form) throws IOException {
        boolean ended = form.contains("Status=completed") && live.remove(call);
        say(exchange, 200, call(call, live.contains(call) || ended));
        if (ended) {
            hangUp.accept(call);
        }
    }

    private static String call(String call, boolean alive) {
        return "{\"sid\":\"%s\",\"account_sid\":\"%s\",\"status\":\"%s\"}"
                .formatted(call, Account.MADE_UP.sid(), alive ? "in-progress" : "completed");
    }

    private String list(String of, String query) {
        String calls =
                of.equals("Calls") && query.contains("in-progress")
                        ? live.stream().map(id -> call(id, true)).collect(Collectors.joining(","))
                        : "";
        String word = of.replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return "{\"%s\":[%s],\"page\":0,\"page_size\":1000,\"next_page_uri\":null}"
                .formatted(word, calls);
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
