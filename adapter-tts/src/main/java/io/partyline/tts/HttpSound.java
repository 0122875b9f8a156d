package io.partyline.tts;

import io.partyline.port.SpeechException;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A text, spoken by a server: asked, and asked in another way if the first is refused for a reason
/// that the other mends.
final class HttpSound implements ByteSource {
    /// How a server is asked.
    ///
    /// @param rate samples a second of what it answers, without a head
    record Ask(HttpRequest request, int rate) {}

    /// The ways there are.
    interface Asks {
        Ask first();

        /// Another way, after the server has refused with that word.
        Optional<Ask> after(String code);
    }

    /// A refusal is read to this length.
    private static final int LONGEST_REFUSAL = 64 * 1024;

    private final HttpClient http;
    private final Asks asks;
    private final Trouble trouble;
    private final Runnable speaking;
    private volatile Exchange exchange;
    private volatile int rate;
    private volatile boolean closed;

    // The reader's own.
    private Waiting waiting;
    private boolean told;
    private final ByteArrayOutputStream refusal = new ByteArrayOutputStream();

    /// @param speaking told once, when the first sound has come
    HttpSound(HttpClient http, Asks asks, Trouble trouble, Runnable speaking) {
        this.http = http;
        this.asks = asks;
        this.trouble = trouble;
        this.waiting = new Waiting(trouble.server().patience());
        this.speaking = speaking;
        Ask first = asks.first();
        this.rate = first.rate();
        this.exchange = new Exchange(http, first.request(), trouble);
    }

    @Override
    public Optional<byte[]> next() {
        while (!closed) {
            switch (arrival()) {
                case Arrival.Bytes sound when exchange.sound() -> {
                    tell();
                    return Optional.of(sound.bytes());
                }
                case Arrival.Bytes text -> refuse(text.bytes());
                case Arrival.End _ when closed || exchange.sound() -> {
                    return Optional.empty();
                }
                case Arrival.End _ -> refused();
                case Arrival.Broken(var sentence) -> throw broken(sentence);
            }
        }
        return Optional.empty();
    }

    private void tell() {
        if (!told) {
            told = true;
            speaking.run();
        }
    }

    private Arrival arrival() {
        return waiting.on(exchange.inflow())
                .orElseGet(() -> new Arrival.Broken(trouble.say(waiting.late())));
    }

    private void refuse(byte[] bytes) {
        refusal.write(bytes, 0, Math.min(bytes.length, LONGEST_REFUSAL - refusal.size()));
        if (refusal.size() == LONGEST_REFUSAL) {
            refused();
        }
    }

    private void refused() {
        String code = Trouble.codeIn(refusal.toString(StandardCharsets.UTF_8));
        int status = exchange.status();
        exchange.close();
        Ask other =
                asks.after(code)
                        .orElseThrow(() -> new SpeechException(trouble.refused(status, code)));
        refusal.reset();
        rate = other.rate();
        waiting = new Waiting(trouble.server().patience());
        exchange = new Exchange(http, other.request(), trouble);
        if (closed) {
            exchange.close();
        }
    }

    private SpeechException broken(String sentence) {
        exchange.close();
        return new SpeechException(sentence);
    }

    @Override
    public int rawRate() {
        return rate;
    }

    @Override
    public String who() {
        return trouble.who();
    }

    @Override
    public void close() {
        closed = true;
        exchange.close();
    }
}
