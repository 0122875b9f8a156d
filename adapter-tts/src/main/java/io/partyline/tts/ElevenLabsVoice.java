package io.partyline.tts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// A voice of ElevenLabs, streamed: `POST {base}/v1/text-to-speech/{voice}/stream`.
///
/// Not every plan allows every rate. The best is asked for first; if it is refused, the same
/// sentence is asked for at the next, which is then the one for all that follow. Redirects are not
/// followed, since the key would go along. Safe for use by many threads at once.
public final class ElevenLabsVoice implements SpeechSynthesizer {
    private static final List<Integer> RATES = List.of(24_000, 22_050, 16_000);

    /// The words with which a rate is refused.
    private static final Set<String> NOT_THIS_RATE =
            Set.of("output_format_not_allowed", "invalid_output_format", "subscription_required");

    private final VoiceServer server;
    private final Parts parts;
    private final IntConsumer characters;
    private final Gains gains = new Gains();
    private final AtomicInteger best = new AtomicInteger();
    private final HttpClient http = Clients.quick();

    /// Opens no connection yet.
    ///
    /// @param characters told how many a text had, once it is being spoken
    public ElevenLabsVoice(VoiceServer server, Casting casting, IntConsumer characters) {
        this.server = server;
        this.parts = casting.among(Rosters.ELEVEN_LABS);
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
        var sound =
                new HttpSound(
                        http,
                        new Rates(text, speaker, best.get()),
                        new Trouble(server, speaker),
                        () -> characters.accept(Clients.count(text)));
        return new StreamedSpeech(sound, speaker, gains);
    }

    private HttpSound.Ask ask(String text, Speaker speaker, int rate) {
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("text", text)
                        .put("model_id", server.model())
                        .toString();
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "%s/v1/text-to-speech/%s/stream?output_format=pcm_%d"
                                                .formatted(
                                                        server.base(), path(speaker.id()), rate)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        server.key().ifPresent(key -> request.header("xi-api-key", key.reveal()));
        return new HttpSound.Ask(request.build(), rate);
    }

    /// An id is a word of letters and digits; a name that somebody mapped may be anything.
    private static String path(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private final class Rates implements HttpSound.Asks {
        private final String text;
        private final Speaker speaker;
        private int at;

        private Rates(String text, Speaker speaker, int at) {
            this.text = text;
            this.speaker = speaker;
            this.at = at;
        }

        @Override
        public HttpSound.Ask first() {
            return ask(text, speaker, RATES.get(at));
        }

        @Override
        public Optional<HttpSound.Ask> after(String code) {
            if (!NOT_THIS_RATE.contains(code) || at + 1 == RATES.size()) {
                return Optional.empty();
            }
            at++;
            best.accumulateAndGet(at, Math::max);
            return Optional.of(first());
        }
    }
}
