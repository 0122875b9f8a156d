package io.partyline.app;

import io.partyline.audio.Frames;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.Transcriber;
import io.partyline.show.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Whether a transcriber writes down what a voice says: a few known words are spoken into it.
record Rehearing(Transcriber transcriber, SpeechSynthesizer voice) {
    static final String WORDS = "One, two, three, four.";
    private static final int FRAMES_OF_SILENCE = 1_000 / Frames.MILLIS;

    /// Speaks and listens, behind everybody who is heard on the air; takes as long as the
    /// transcriber needs.
    Finding finding() {
        if (transcriber.isOff()) {
            return Finding.off("transcription", transcriber.condition());
        }
        List<String> heard = new CopyOnWriteArrayList<>();
        long begun = System.nanoTime();
        try (var session =
                transcriber.openAside(new Speaker.Host("Host"), said -> heard.add(said.text()))) {
            long at = 0;
            for (float[] frame : frames()) {
                session.accept(frame, at);
                at += Frames.SAMPLES;
            }
        }
        long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return transcriber
                .trouble()
                .map(why -> Finding.no("transcription", why))
                .orElseGet(() -> told(heard, millis));
    }

    private Finding told(List<String> heard, long millis) {
        return heard.isEmpty()
                ? Finding.no(
                        "transcription",
                        "%s wrote nothing down of what was said to it."
                                .formatted(transcriber.name()))
                : Finding.ok(
                        "transcription",
                        "%s heard \"%s\" in %d ms when it was told \"%s\""
                                .formatted(
                                        transcriber.name(),
                                        String.join(" ", heard),
                                        millis,
                                        WORDS));
    }

    /// The words as a voice says them, at 48 kHz.
    static float[] spoken(SpeechSynthesizer voice) {
        return Spoken.by(voice, WORDS, voice.voices().getFirst()).samples();
    }

    /// The words with silence behind them, so that they are over.
    private List<float[]> frames() {
        float[] samples = spoken(voice);
        var frames = new ArrayList<float[]>();
        for (int at = 0; at < samples.length; at += Frames.SAMPLES) {
            frames.add(Arrays.copyOfRange(samples, at, at + Frames.SAMPLES));
        }
        for (int i = 0; i < FRAMES_OF_SILENCE; i++) {
            frames.add(new float[Frames.SAMPLES]);
        }
        return frames;
    }
}
