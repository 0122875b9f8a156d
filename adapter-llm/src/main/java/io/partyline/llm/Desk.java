package io.partyline.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/// Where questions of one provider go out, in its dialect, and what is learned of its models. Safe
/// for use by many threads.
final class Desk {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelSettings settings;
    private final Wire wire;
    private final URI address;
    private final Notebook notebook;
    private final HttpClient http =
            HttpClient.newBuilder()
                    // Small local servers stumble over an offer to speak HTTP/2 in plain text.
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    Desk(ModelSettings settings) {
        this.settings = settings;
        this.wire = settings.dialect().wire();
        this.address = wire.address(settings.base());
        this.notebook = new Notebook(wire.habits(settings.base()));
    }

    Wire wire() {
        return wire;
    }

    Habits habits(String model) {
        return notebook.of(model);
    }

    void learned(Question question) {
        notebook.learn(question.model(), question.habits());
    }

    /// Sends a question; its answer comes as it comes.
    Exchange ask(Question question, Trouble trouble) {
        return new Exchange(http, request(question), trouble);
    }

    private HttpRequest request(Question question) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Accept", wire.accept())
                        .POST(BodyPublishers.ofByteArray(json(question)));
        wire.describe(request);
        settings.key().ifPresent(key -> wire.sign(request, key));
        return request.build();
    }

    private byte[] json(Question question) {
        try {
            return JSON.writeValueAsBytes(wire.body(question));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers can always be written", e);
        }
    }
}
