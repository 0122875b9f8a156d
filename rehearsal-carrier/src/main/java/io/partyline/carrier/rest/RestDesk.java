package io.partyline.carrier.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.partyline.carrier.call.Calls;
import io.partyline.carrier.call.Premises;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.office.Form;
import io.partyline.carrier.plan.RestFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The carrier's REST API on a loopback port, with the faults that a rehearsal asks for.
///
/// Every request has a virtual thread of its own.
public final class RestDesk implements AutoCloseable {
    public static final String ROOT = "/2010-04-01/Accounts/";
    private static final Pattern CALL = Pattern.compile("/(?:Calls|Members)/([^/]+)\\.json");
    private static final int LARGEST_BODY = 256 * 1024;
    private static final int NO_BODY = -1;
    private static final int MALFORMED = 20001;

    private final Exchange exchange;
    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Takes the port; nothing is answered until the desk opens.
    ///
    /// @throws UncheckedIOException if the port is taken
    public RestDesk(Exchange exchange) {
        this.exchange = exchange;
        server = listening(exchange.plan().apiPort());
        server.setExecutor(task -> exchange.crew().start("rest", task));
    }

    /// Opens for business.
    public void open(Premises premises, Calls calls) {
        FrontDesk front = new FrontDesk(premises, calls);
        server.createContext("/", http -> handle(http, front));
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

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange http, FrontDesk front) throws IOException {
        try (http) {
            answer(http, read(http), front);
        } catch (IllegalArgumentException e) {
            send(http, RestAnswer.error(400, MALFORMED, "The form or the query is malformed"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RestRequest read(HttpExchange http) throws IOException {
        byte[] body = http.getRequestBody().readNBytes(LARGEST_BODY);
        return new RestRequest(
                http.getRequestMethod(),
                given(http.getRequestHeaders().getFirst("Authorization")),
                http.getRequestURI().getPath(),
                Form.decode(given(http.getRequestURI().getRawQuery())),
                Form.decode(new String(body, UTF_8)));
    }

    private static String given(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }

    private void answer(HttpExchange http, RestRequest request, FrontDesk front)
            throws IOException, InterruptedException {
        RestFault fault = exchange.faults().rest(request.path()).orElse(null);
        if (fault instanceof RestFault.Hangs) {
            closing.await();
            return;
        }
        RestAnswer answer = fault == null ? done(request, front) : faulty(request, fault, front);
        note(request, answer);
        send(http, answer);
    }

    private RestAnswer done(RestRequest request, FrontDesk front) {
        Deed deed = front.deed(request);
        deed.effect().run();
        return deed.answer();
    }

    private RestAnswer faulty(RestRequest request, RestFault fault, FrontDesk front)
            throws InterruptedException {
        return switch (fault) {
            case RestFault.Refused(var status) -> RestAnswer.refused(status, request.path());
            case RestFault.TooMany(var retryAfter) -> RestAnswer.tooMany(retryAfter);
            case RestFault.DoneButRefused(var status) -> {
                done(request, front);
                yield RestAnswer.refused(status, request.path());
            }
            case RestFault.NoEffect _, RestFault.Hangs _ -> front.deed(request).answer();
            case RestFault.SlowAnswer(var by) -> {
                RestAnswer answer = done(request, front);
                Thread.sleep(by);
                yield answer;
            }
            case RestFault.LateEffect(var by) -> {
                Deed deed = front.deed(request);
                exchange.crew().after(by, deed.effect());
                yield deed.answer();
            }
        };
    }

    private void note(RestRequest request, RestAnswer answer) {
        Matcher call = CALL.matcher(request.path());
        var diary = exchange.diary();
        diary.write(
                new Happening.RestUsed(
                        diary.now(),
                        call.find() ? call.group(1) : "",
                        request.method(),
                        request.path(),
                        request.form(),
                        answer.status()));
    }

    private static void send(HttpExchange http, RestAnswer answer) throws IOException {
        http.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(http.getResponseHeaders()::set);
        if (answer.body().length == 0) {
            http.sendResponseHeaders(answer.status(), NO_BODY);
        } else {
            http.sendResponseHeaders(answer.status(), answer.body().length);
            http.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
