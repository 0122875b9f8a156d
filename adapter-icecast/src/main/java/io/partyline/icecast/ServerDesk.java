package io.partyline.icecast;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;

/// What is said to a server beside the stream, and what it says: titles of MP3 streams, and how
/// many listen. Nothing of it matters to the stream, so whatever goes wrong is only not known.
final class ServerDesk {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /// A list of streams that is longer is not read.
    private static final int LONGEST = 1 << 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final StreamUrl url;
    private final HttpClient http;

    ServerDesk(StreamSettings settings) {
        this.url = settings.url();
        http =
                HttpClient.newBuilder()
                        .connectTimeout(LIMIT)
                        .sslContext(settings.trust().context())
                        .build();
    }

    /// Tells who can be heard in a stream that has no place for it.
    void title(String who) throws IOException, InterruptedException {
        String query =
                "mount=%s&mode=updinfo&charset=UTF-8&song=%s"
                        .formatted(encoded(url.mount()), encoded(who));
        http.send(
                request("/admin/metadata?" + query)
                        .header("Authorization", url.authorization())
                        .build(),
                BodyHandlers.discarding());
    }

    /// How many listen; empty where the server does not tell.
    OptionalLong listeners() throws IOException, InterruptedException {
        HttpResponse<java.io.InputStream> answer =
                http.send(request("/status-json.xsl").build(), BodyHandlers.ofInputStream());
        try (var in = answer.body()) {
            return answer.statusCode() == 200
                    ? listeners(JSON.readTree(in.readNBytes(LONGEST)))
                    : OptionalLong.empty();
        } catch (JacksonException _) {
            return OptionalLong.empty();
        }
    }

    /// One stream is an object, several are a list.
    private OptionalLong listeners(JsonNode status) {
        JsonNode sources = status.path("icestats").path("source");
        if (sources.isObject()) {
            return listenersOf(sources);
        }
        for (JsonNode source : sources) {
            OptionalLong there = listenersOf(source);
            if (there.isPresent()) {
                return there;
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong listenersOf(JsonNode source) {
        boolean ours = source.path("listenurl").asText().endsWith(url.mount());
        JsonNode count = source.path("listeners");
        return ours && count.canConvertToLong()
                ? OptionalLong.of(count.asLong())
                : OptionalLong.empty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url.base() + path)).timeout(LIMIT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
