package io.partyline.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The carrier's webhooks: a call rings, a call is over. Safe for use by many threads at once.
final class Dialler implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final String VOICE = "/api/twilio/voice";
    private static final String STATUS = "/api/twilio/status";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Account account;
    private final int port;

    /// @param port of the phone door
    Dialler(Account account, int port) {
        this.account = account;
        this.port = port;
    }

    /// The id of the call that rings as this one.
    static String call(int number) {
        return "CA%032x".formatted(0x10AD_0000L + number);
    }

    /// Rings, and reads what the show wants done.
    ///
    /// @param number how many have rung before: every caller has a number and a call of their own
    Dialled ring(int number) {
        String call = call(number);
        return Dialled.of(call, post(VOICE, form(call, number, "ringing")));
    }

    /// Tells the show that a call is over.
    void over(String call) {
        var _ = post(STATUS, form(call, 0, "completed"));
    }

    private Map<String, String> form(String call, int number, String status) {
        return Map.of(
                "CallSid",
                call,
                "AccountSid",
                account.sid(),
                "From",
                "%s%04d".formatted(Account.NUMBER, number % 10_000),
                "To",
                Account.NUMBER,
                "Direction",
                "inbound",
                "CallStatus",
                status);
    }

    private String post(String path, Map<String, String> form) {
        String body =
                new TreeMap<>(form)
                        .entrySet().stream()
                                .map(each ->
                                        each.getKey()
                                                + "="
                                                + URLEncoder.encode(each.getValue(), UTF_8))
                                .collect(Collectors.joining("&"));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", account.webhook(path, form))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "%s was answered with %d: %s"
                                .formatted(path, answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("The phone door does not answer at " + path + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load was interrupted.", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
