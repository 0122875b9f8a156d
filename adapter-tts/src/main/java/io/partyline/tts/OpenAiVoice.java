package io.partyline.tts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A voice behind an OpenAI-compatible `POST {base}/audio/speech`, streamed.
///
/// It is asked for bare samples, 24,000 a second; a server that sends a WAV all the same is
/// understood. A sentence is asked for once and never again by itself. Redirects are not followed,
/// since the key would go along. Safe for use by many threads at once.
public final class OpenAiVoice implements SpeechSynthesizer {
    private static final int RATE = 24_000;

    private final VoiceServer server;
    private final URI address;
    private final Parts parts;
    private final IntConsumer characters;
    private final Gains gains = new Gains();
    private final HttpClient http = Clients.quick();

    /// Opens no connection yet.
    ///
    /// @param characters told how many a text had, once it is being spoken
    public OpenAiVoice(VoiceServer server, Casting casting, IntConsumer characters) {
        this.server = server;
        this.address = URI.create(server.base() + "/audio/speech");
        this.parts = casting.among(Rosters.OPEN_AI);
        this.characters = characters;
    }

    @Override
    public String name() {
        return server.model() + " at " + server.place();
    }

    @Override
    public List<String> voices() {
        return parts.names();
    }

    @Override
    public SpeechStream speak(String text, String voice) {
        if (Silence.of(text)) {
            return new Silence();
        }
        Speaker speaker = parts.of(voice);
        var asks = new Once(new HttpSound.Ask(request(text, speaker), RATE));
        var trouble = new Trouble(server, speaker);
        var sound =
                new HttpSound(http, asks, trouble, () -> characters.accept(Clients.count(text)));
        return new StreamedSpeech(sound, speaker, gains);
    }

    private HttpRequest request(String text, Speaker speaker) {
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("model", server.model())
                        .put("input", text)
                        .put("voice", speaker.id())
                        .put("response_format", "pcm")
                        .toString();
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        server.key().ifPresent(key -> request.header("Authorization", "Bearer " + key.reveal()));
        return request.build();
    }

    /// There is no other way to ask.
    private record Once(HttpSound.Ask first) implements HttpSound.Asks {
        @Override
        public Optional<HttpSound.Ask> after(String code) {
            return Optional.empty();
        }
    }
}
