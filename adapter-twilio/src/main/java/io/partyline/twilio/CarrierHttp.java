package io.partyline.twilio;

import com.twilio.http.Request;
import com.twilio.http.Response;
import io.partyline.port.TelephonyException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// How the carrier's library reaches the network, instead of its own client: that one sends a POST
/// up to six times when the answer is an error, ignores limits on the answer, and knows one host
/// only.
///
/// One request is sent once, and is over within three seconds, body and all: with an answer, a
/// [CarrierRefusedException] or a [TelephonyException]. Safe for use by many threads at once.
final class CarrierHttp extends com.twilio.http.HttpClient {
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);

    /// Longest answer: a page of a thousand calls has about 1.5 MB.
    private static final int LONGEST_ANSWER = 8 * 1024 * 1024;

    private final String base;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /// @param base what stands in place of the carrier's own address
    CarrierHttp(String base) {
        this.base = base;
    }

    /// Once, whatever the library thinks of retries.
    @Override
    public Response reliableRequest(Request request, int[] codes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(
                        translated(request),
                        BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            HttpResponse<String> response =
                    answer.get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return checked(response);
        } catch (TimeoutException e) {
            throw new TelephonyException(
                    "The telephone company did not answer within 3 seconds.", e);
        } catch (ExecutionException e) {
            throw new TelephonyException(
                    e.getCause() instanceof IOException
                            ? "The telephone company cannot be reached: is this computer online?"
                            : "The telephone company could not be asked.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TelephonyException("The question to the telephone company was given up.", e);
        } finally {
            answer.cancel(true);
        }
    }

    /// Here and not in the library, which takes the status from the body's word for it.
    private static Response checked(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw CarrierRefusedException.of(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Retry-After"));
        }
        return new Response(response.body(), response.statusCode());
    }

    private HttpRequest translated(Request request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(here(request))
                        .header("Authorization", request.getAuthString())
                        .header("Accept", "application/json");
        return switch (request.getMethod()) {
            case GET -> builder.GET().build();
            case POST ->
                    builder.header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
                            .build();
            case DELETE -> builder.DELETE().build();
            default -> throw new IllegalArgumentException("We put nothing.");
        };
    }

    private URI here(Request request) {
        URI there = URI.create(request.constructURL().toString());
        String query = there.getRawQuery() == null ? "" : "?" + there.getRawQuery();
        return URI.create(base + there.getRawPath() + query);
    }
}
