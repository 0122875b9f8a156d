package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.audio.Frames;
import io.partyline.port.Transcriber;
import io.partyline.port.Transcriber.Heard;
import io.partyline.rehearsal.TranscriberContract.Line;
import io.partyline.show.Speaker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Somebody who speaks to a transcriber, and what it heard of it. For one thread.
final class Talker implements AutoCloseable {
    /// How long a model may take for a line.
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// A pause that belongs to no utterance.
    private static final Duration PAUSE = Duration.ofMillis(1_500);

    private static final Speaker HOST = new Speaker.Host("Jo");

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final float[] frame = new float[Frames.SAMPLES];
    private final Transcriber.Session session;
    private long position;

    /// @param position where in the show they begin
    /// @param also told of what was heard, too, and before we count it as heard
    Talker(Transcriber transcriber, long position, Consumer<Heard> also) {
        this.position = position;
        session = transcriber.open(HOST, also.andThen(heard::add));
    }

    /// Where in the show the next frame belongs.
    long position() {
        return position;
    }

    /// Says a line, after a frame of silence.
    ///
    /// @return the position of the first word
    long says(Line line) {
        hand(new float[Frames.SAMPLES]);
        long begun = position;
        for (int i = 0; i < line.frames(); i++) {
            hand(line.frame(i));
        }
        return begun;
    }

    void pauses() {
        for (int i = 0; i < PAUSE.toMillis() / Frames.MILLIS; i++) {
            hand(new float[Frames.SAMPLES]);
        }
    }

    /// Nothing at all is handed over until then.
    void waitsUntil(long later) {
        position = later;
    }

    /// Always in the same array, which is full of something else at once.
    void hand(float[] next) {
        System.arraycopy(next, 0, frame, 0, frame.length);
        session.accept(frame, position);
        Arrays.fill(frame, 0.9f);
        position += frame.length;
    }

    /// The next that was heard, which must be this line.
    Heard heard(Line line) {
        Heard said = next();
        assertEquals(words(line.text()), words(said.text()));
        assertTrue(said.confidence() >= 0 && said.confidence() <= 1, said.toString());
        return said;
    }

    private Heard next() {
        try {
            Heard said = heard.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            assertNotNull(said, "nothing was heard");
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while listening", e);
        }
    }

    /// What was heard and not asked for.
    List<Heard> rest() {
        return List.copyOf(heard);
    }

    /// The letters and digits, since recognisers differ in the rest.
    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    @Override
    public void close() {
        session.close();
    }
}
