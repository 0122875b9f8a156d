package io.partyline.whisper;

import io.partyline.audio.Frames;
import io.partyline.port.Transcriber;
import io.partyline.port.Transcriber.Heard;
import io.partyline.show.Speaker;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Somebody who speaks to a transcriber, faster than life, and what it heard.
final class Host implements AutoCloseable {
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Transcriber.Session session;
    private long at;

    Host(Transcriber transcriber) {
        this(transcriber, new Speaker.Host("Jo"));
    }

    Host(Transcriber transcriber, Speaker speaker) {
        session = transcriber.open(speaker, heard::add);
    }

    void says(float[] samples) {
        for (int i = 0; i < samples.length; i += Frames.SAMPLES) {
            hand(Arrays.copyOfRange(samples, i, i + Frames.SAMPLES));
        }
    }

    void pauses(int millis) {
        for (int i = 0; i < millis / Frames.MILLIS; i++) {
            hand(new float[Frames.SAMPLES]);
        }
    }

    void hand(float[] frame) {
        session.accept(frame, at);
        at += Frames.SAMPLES;
    }

    Heard next() {
        try {
            Heard next = heard.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was heard");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    List<Heard> rest() {
        return List.copyOf(heard);
    }

    void hangsUp() {
        session.close();
    }

    @Override
    public void close() {
        hangsUp();
    }
}
