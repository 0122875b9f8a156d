package io.partyline.tts;

import io.partyline.audio.Frames;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import java.util.Optional;

/// One text as a server or a program speaks it, at the studio's rate, handed on while it comes.
final class StreamedSpeech implements SpeechStream {
    private static final String SILENT = " answers, but nothing can be heard.";
    private static final String CUT = " broke off in mid-sentence.";
    private static final String ENDLESS = " does not come to an end.";

    /// Longer than anybody speaks: ten minutes.
    private static final long MOST_SAMPLES = 600L * Frames.RATE;

    private final ByteSource source;
    private final Speaker speaker;
    private final Gains gains;
    private volatile boolean closed;

    // The reader's own.
    private Optional<Decoder> decoder = Optional.empty();
    private Optional<Polish> polish = Optional.empty();
    private float[] ready = new float[0];
    private int at;
    private long given;
    private boolean over;

    StreamedSpeech(ByteSource source, Speaker speaker, Gains gains) {
        this.source = source;
        this.speaker = speaker;
        this.gains = gains;
    }

    @Override
    public int rate() {
        return Frames.RATE;
    }

    @Override
    public int read(float[] into) {
        try {
            while (!closed && !over && at == ready.length) {
                advance();
            }
        } catch (UnreadableException e) {
            source.close();
            throw new SpeechException(
                    "%s answers with %s instead of sound.".formatted(source.who(), e.what()), e);
        } catch (SpeechException e) {
            // Whoever closes breaks it off, which is no failure.
            if (!closed) {
                throw e;
            }
        }
        if (closed || at == ready.length) {
            return -1;
        }
        int count = Math.min(into.length, ready.length - at);
        System.arraycopy(ready, at, into, 0, count);
        at += count;
        return count;
    }

    private void advance() throws UnreadableException {
        var bytes = source.next();
        if (closed) {
            return;
        }
        if (bytes.isPresent()) {
            put(polished(decoder().decode(bytes.get())));
        } else {
            finish();
        }
    }

    private void finish() throws UnreadableException {
        over = true;
        source.close();
        put(polished(decoder().end()));
        if (decoder().cut()) {
            throw new SpeechException(source.who() + CUT);
        }
        float[] last = polish.isPresent() ? polish.get().end() : new float[0];
        polish.flatMap(Polish::learned).ifPresent(gain -> gains.learn(speaker, gain));
        put(last);
        if (polish.flatMap(Polish::learned).isEmpty()) {
            throw new SpeechException(source.who() + SILENT);
        }
    }

    private void put(float[] samples) {
        if (at == ready.length) {
            ready = samples;
            at = 0;
        } else {
            var both = new float[ready.length - at + samples.length];
            System.arraycopy(ready, at, both, 0, ready.length - at);
            System.arraycopy(samples, 0, both, ready.length - at, samples.length);
            ready = both;
            at = 0;
        }
        given += samples.length;
        if (given > MOST_SAMPLES) {
            source.close();
            throw new SpeechException(source.who() + ENDLESS);
        }
    }

    /// Its rate for sound without a head is only known once there is some.
    private Decoder decoder() {
        if (decoder.isEmpty()) {
            decoder = Optional.of(new Decoder(source.rawRate()));
        }
        return decoder.get();
    }

    private float[] polished(float[] samples) throws UnreadableException {
        var rate = decoder().rate();
        if (rate.isEmpty()) {
            return samples;
        }
        if (polish.isEmpty()) {
            polish = Optional.of(new Polish(rate.get(), gains.of(speaker)));
        }
        return polish.get().add(samples);
    }

    @Override
    public void close() {
        closed = true;
        source.close();
    }
}
