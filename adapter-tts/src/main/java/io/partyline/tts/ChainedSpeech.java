package io.partyline.tts;

import io.partyline.audio.Frames;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// One text, spoken by the first of a chain that can.
final class ChainedSpeech implements SpeechStream {
    private static final int PIECE = 2_048;

    /// The end of what was said is held back for so long, to fade if it turns out to be one.
    private static final int FADE = Frames.RATE / 200;

    /// A breath before the sentence begins again.
    private static final int BREATH = Frames.RATE / 5;

    private final String text;
    private final String voice;
    private final InstantSource clock;
    private final Deque<VoiceChain.Link> line;
    private volatile Optional<SpeechStream> current = Optional.empty();
    private volatile boolean closed;

    // The reader's own.
    private final float[] piece = new float[PIECE];
    private final Floats held = new Floats();
    private Optional<AtStudioRate> rated = Optional.empty();
    private final Floats out = new Floats();
    private Instant begun;
    private boolean heard;
    private boolean over;

    /// Samples handed on, and of these those before the attempt that is being made.
    private long passed;

    private long begins;
    private long furthest;

    ChainedSpeech(String text, String voice, List<VoiceChain.Link> line, InstantSource clock) {
        this.text = text;
        this.voice = voice;
        this.line = new ArrayDeque<>(line);
        this.clock = clock;
        this.begun = clock.instant();
        begin();
    }

    /// A sentence is asked for while the one before it is still spoken, so nobody waits for the
    /// first reading of it.
    private void begin() {
        while (current.isEmpty()) {
            try {
                open();
            } catch (SpeechException failed) {
                next(failed);
            }
        }
    }

    @Override
    public int rate() {
        return Frames.RATE;
    }

    @Override
    public int read(float[] into) {
        while (!closed && !over && out.size() == 0) {
            try {
                advance();
            } catch (SpeechException failed) {
                next(failed);
            }
        }
        if (closed || out.size() == 0) {
            return -1;
        }
        heard = true;
        return out.drain(into);
    }

    private void advance() {
        SpeechStream speech = current.isPresent() ? current.get() : open();
        int count = speech.read(piece);
        if (count >= 0) {
            rated().add(piece, count, held);
            pass(held.size() - FADE);
        } else if (!closed) {
            line.getFirst().rest().spoke();
            rated().end(held);
            pass(held.size());
            speech.close();
            over = true;
        }
    }

    private SpeechStream open() {
        begun = clock.instant();
        SpeechStream speech = line.getFirst().voice().speak(text, voice);
        current = Optional.of(speech);
        if (closed) {
            speech.close();
        }
        return speech;
    }

    private AtStudioRate rated() {
        if (rated.isEmpty()) {
            rated = Optional.of(new AtStudioRate(current.orElseThrow().rate()));
        }
        return rated.get();
    }

    private void pass(int count) {
        for (int i = 0; i < count; i++) {
            hand(held.poll());
        }
    }

    private void hand(float sample) {
        out.add(sample);
        passed++;
    }

    /// The voice has failed: whoever is next begins again.
    private void next(SpeechException failed) {
        if (closed) {
            return;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw failed;
        }
        current.ifPresent(SpeechStream::close);
        current = Optional.empty();
        rated = Optional.empty();
        line.removeFirst().rest().failed(begun, String.valueOf(failed.getMessage()));
        if (line.isEmpty()) {
            over = true;
            throw failed;
        }
        fade();
    }

    private void fade() {
        boolean interrupted = heard || held.size() > 0;
        int count = held.size();
        for (int i = 0; i < count; i++) {
            hand(held.poll() * (count - 1 - i) / count);
        }
        furthest = Math.max(furthest, passed - begins);
        for (int i = 0; interrupted && i < BREATH; i++) {
            hand(0);
        }
        begins = passed;
    }

    @Override
    public Optional<Restart> restart() {
        return begins == 0 ? Optional.empty() : Optional.of(new Restart(furthest, begins));
    }

    @Override
    public void close() {
        closed = true;
        current.ifPresent(SpeechStream::close);
    }
}
