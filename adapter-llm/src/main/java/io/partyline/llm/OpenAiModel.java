package io.partyline.llm;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.TextStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/// A model behind an OpenAI-compatible `POST {base}/chat/completions`, streamed.
///
/// Every question has three limits: three seconds to get through to the server, then
/// [ModelSettings#firstWord] until the first word, then the prompt's own limit for the whole.
/// Redirects are not followed, since the key would go along. Safe for use by many threads at once.
public final class OpenAiModel implements LanguageModel {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    private final ModelSettings settings;
    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    // Small local servers stumble over an offer to speak HTTP/2 in plain text.
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /// Opens no connection yet.
    public OpenAiModel(ModelSettings settings) {
        this.settings = settings;
        this.address = URI.create(settings.base() + "/chat/completions");
    }

    @Override
    public String name() {
        return settings.model() + " at " + settings.place();
    }

    @Override
    public TextStream reply(Prompt prompt) {
        String model = settings.modelFor(small(prompt.purpose()));
        var trouble = new Trouble(settings, model);
        return Answer.to(http, request(prompt, model), new Limits(settings, prompt), trouble);
    }

    /// Nobody waits on the air for these, and they are easy.
    private static boolean small(Prompt.Purpose purpose) {
        return switch (purpose) {
            case REPLY, BACKGROUND -> false;
            case SUMMARY, FOLLOW_UP -> true;
        };
    }

    private HttpRequest request(Prompt prompt, String model) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/event-stream")
                        .POST(
                                BodyPublishers.ofByteArray(
                                        Question.json(prompt, model, address.getHost())));
        settings.key().ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        return request.build();
    }
}
