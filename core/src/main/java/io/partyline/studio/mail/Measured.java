package io.partyline.studio.mail;

import io.partyline.audio.Frames;
import io.partyline.port.SoundStream;
import java.time.Duration;

/// How long a message is, and whether anything is said in it.
///
/// @param silent whether no stretch of 20 ms in it is louder than [#SILENCE]
record Measured(Duration length, boolean silent) {
    /// 50 dB below full scale: louder than a quiet line, softer than any word.
    private static final double SILENCE = Frames.gain(-50);

    /// A silence that is shorter than this is a caller who hung up at the beep.
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    static Measured of(SoundStream sound) {
        var frame = new float[Frames.SAMPLES];
        long samples = 0;
        double loudest = 0;
        for (int count = sound.read(frame); count >= 0; count = sound.read(frame)) {
            samples += count;
            loudest = Math.max(loudest, Frames.rms(frame, count));
        }
        samples += sound.last(frame);
        return new Measured(Duration.ofMillis(samples * 1_000 / Frames.RATE), loudest < SILENCE);
    }

    /// Whether there is nothing in it that anybody could want to hear.
    boolean nothing() {
        return silent && length.compareTo(SHORTEST) < 0;
    }
}
