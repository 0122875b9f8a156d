package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partyline.port.AnsweringMachine;
import io.partyline.port.TelephonyException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches the sound of a recording, which the carrier's library cannot: a few megabytes that are
/// no JSON, sometimes from another address than the desk's, to which the desk leads on.
///
/// Our password goes to the desk alone. One fetch is over within [#LIMIT]. Safe for use by many
/// threads at once.
final class RecordingFile {
    static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST_HOPS = 3;
    private static final int REDIRECT = 3;

    private final String root;
    private final String basic;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CarrierHttp.CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    RecordingFile(TwilioSettings settings) {
        root =
                "%s/2010-04-01/Accounts/%s/Recordings/"
                        .formatted(settings.apiBaseUrl(), settings.accountSid());
        String login = settings.accountSid() + ":" + settings.authToken().reveal();
        basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    /// @param recording an id that is safe in a path
    /// @throws CarrierRefusedException if the carrier says no
    /// @throws TelephonyException if it cannot be had
    byte[] fetch(String recording) {
        URI at = URI.create(root + recording + ".wav");
        HttpResponse<byte[]> response = got(get(at).header("Authorization", basic));
        for (int hop = 0; hop < MOST_HOPS && response.statusCode() / 100 == REDIRECT; hop++) {
            at = next(at, response);
            response = got(get(at));
        }
        if (response.statusCode() / 100 != 2) {
            throw CarrierRefusedException.of(
                    response.statusCode(),
                    new String(response.body(), UTF_8),
                    response.headers().firstValue("Retry-After"));
        }
        return response.body();
    }

    private static HttpRequest.Builder get(URI at) {
        return HttpRequest.newBuilder(at).GET();
    }

    /// Where the sound lies, by https unless the desk itself is on this computer.
    private URI next(URI from, HttpResponse<?> response) {
        try {
            Optional<URI> next = response.headers().firstValue("Location").map(from::resolve);
            return next.filter(to -> "https".equals(to.getScheme()) || root.startsWith("http:"))
                    .orElseThrow(RecordingFile::nonsense);
        } catch (IllegalArgumentException _) {
            throw nonsense();
        }
    }

    private static TelephonyException nonsense() {
        return new TelephonyException("The telephone company's answer makes no sense to us.");
    }

    private HttpResponse<byte[]> got(HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(
                        request.build(),
                        BodyHandlers.limiting(
                                BodyHandlers.ofByteArray(), AnsweringMachine.LARGEST));
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TelephonyException(
                    "The telephone company did not send a message within a minute.", e);
        } catch (ExecutionException e) {
            throw new TelephonyException(
                    e.getCause() instanceof IOException
                            ? "A message cannot be fetched from the telephone company: is this computer online?"
                            : "A message could not be fetched from the telephone company.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelephonyException("Fetching a message was given up.", e);
        } finally {
            answer.cancel(true);
        }
    }
}
