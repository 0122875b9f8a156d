package io.partyline.rehearsal.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The carrier's REST API on a loopback port: checks who asks, hands the request to a window, and
/// puts in the faults that a rehearsal asks for.
///
/// Every request has a virtual thread of its own.
final class RestDesk implements AutoCloseable {
    static final String ROOT = "/2010-04-01/Accounts/";
    private static final Pattern PATH = Pattern.compile(ROOT + "([^/]+)(/.*)");
    private static final Pattern CALL = Pattern.compile("CA[0-9a-fA-F]{32}");
    private static final int LARGEST_BODY = 256 * 1024;

    private final Exchange exchange;
    private final CallsDesk callsDesk;
    private final QueuesDesk queuesDesk;
    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);

    RestDesk(Exchange exchange, Calls calls) {
        this.exchange = exchange;
        callsDesk = new CallsDesk(exchange.plan(), calls);
        queuesDesk = new QueuesDesk(exchange, calls);
        server = listening(exchange.plan().apiPort());
        server.setExecutor(task -> exchange.crew().start("rest", task));
        server.createContext("/", this::handle);
        server.start();
    }

    private static HttpServer listening(int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The carrier's REST desk cannot open port " + port, e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            byte[] body = http.getRequestBody().readNBytes(LARGEST_BODY);
            answer(http, Form.decode(new String(body, UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange http, Map<String, String> form)
            throws IOException, InterruptedException {
        String path = http.getRequestURI().getPath();
        RestFault fault = exchange.faults().rest().take(path).orElse(null);
        if (fault instanceof RestFault.Hangs) {
            closing.await();
            return;
        }
        RestAnswer answer = fault == null ? done(http, form) : faulty(http, form, fault);
        note(http, form, answer);
        send(http, answer);
    }

    private RestAnswer done(HttpExchange http, Map<String, String> form) {
        Deed deed = deed(http, form);
        deed.effect().run();
        return deed.answer();
    }

    private RestAnswer faulty(HttpExchange http, Map<String, String> form, RestFault fault)
            throws InterruptedException {
        String path = http.getRequestURI().getPath();
        return switch (fault) {
            case RestFault.Refused(var status) -> RestAnswer.refused(status, path);
            case RestFault.DoneButRefused(var status) -> {
                deed(http, form).effect().run();
                yield RestAnswer.refused(status, path);
            }
            case RestFault.NoEffect _, RestFault.Hangs _ -> deed(http, form).answer();
            case RestFault.SlowAnswer(var by) -> {
                RestAnswer answer = done(http, form);
                Thread.sleep(by);
                yield answer;
            }
            case RestFault.LateEffect(var by) -> {
                Deed deed = deed(http, form);
                exchange.crew().after(by, deed.effect());
                yield deed.answer();
            }
        };
    }

    private Deed deed(HttpExchange http, Map<String, String> form) {
        String path = http.getRequestURI().getPath();
        Matcher matcher = PATH.matcher(path);
        Optional<byte[]> recording = recording(path);
        if (recording.isPresent()) {
            return Deed.only(RestAnswer.wav(recording.get()));
        }
        if (!authentic(http)) {
            return Deed.only(RestAnswer.refused(401, path));
        }
        if (!matcher.matches() || !matcher.group(1).equals(exchange.plan().account().sid())) {
            return Deed.only(RestAnswer.notFound(path));
        }
        Map<String, String> query =
                Form.decode(Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse(""));
        RestRequest request =
                new RestRequest(http.getRequestMethod(), matcher.group(2), query, form);
        return callsDesk
                .serve(request)
                .or(() -> queuesDesk.serve(request))
                .orElse(Deed.only(RestAnswer.notFound(path)));
    }

    /// Recordings can be fetched by whoever knows their address, as is the carrier's default.
    private Optional<byte[]> recording(String path) {
        return exchange.recordings().wav(path.substring(path.lastIndexOf('/') + 1));
    }

    private boolean authentic(HttpExchange http) {
        Account account = exchange.plan().account();
        byte[] wanted = (account.sid() + ":" + account.authToken()).getBytes(UTF_8);
        String expected = "Basic " + Base64.getEncoder().encodeToString(wanted);
        String given =
                Optional.ofNullable(http.getRequestHeaders().getFirst("Authorization")).orElse("");
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private void note(HttpExchange http, Map<String, String> form, RestAnswer answer) {
        String path = http.getRequestURI().getPath();
        Matcher call = CALL.matcher(path);
        var diary = exchange.diary();
        diary.write(
                new Happening.RestUsed(
                        diary.now(),
                        call.find() ? call.group() : "",
                        http.getRequestMethod(),
                        path,
                        form,
                        answer.status()));
    }

    private static void send(HttpExchange http, RestAnswer answer) throws IOException {
        http.getResponseHeaders().set("Content-Type", answer.type());
        http.sendResponseHeaders(answer.status(), answer.body().length);
        http.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
