package io.partyline.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.office.Form;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.rest.RestDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/// A customer of the REST desk.
final class Desk {
    record Answer(int status, HttpHeaders headers, JsonNode body) {
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        int code() {
            return body.path("code").asInt();
        }
    }

    private final URI base;
    private final Account account;
    private final Duration patience = Duration.ofMinutes(1);

    Desk(URI base, Account account) {
        this.base = base;
        this.account = account;
    }

    Answer read(String path) throws IOException, InterruptedException {
        return ask(request(path).GET().build());
    }

    Answer post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return ask(posting(path, form).build());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return ask(request(path).DELETE().build());
    }

    Answer update(PhoneCall call, String field, String value)
            throws IOException, InterruptedException {
        return post("/Calls/" + call.sid() + ".json", Map.of(field, value));
    }

    HttpRequest.Builder posting(String path, Map<String, String> form) {
        return request(path)
                .header("Content-Type", Form.TYPE)
                .POST(BodyPublishers.ofString(Form.encode(form)));
    }

    private HttpRequest.Builder request(String path) {
        String basic = account.sid() + ":" + account.authToken();
        return HttpRequest.newBuilder(base.resolve(RestDesk.ROOT + account.sid() + path))
                .timeout(patience)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)));
    }

    Answer ask(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers(),
                    new ObjectMapper().readTree(answer.body()));
        }
    }
}
