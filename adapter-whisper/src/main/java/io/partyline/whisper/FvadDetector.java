package io.partyline.whisper;

import io.github.givimad.libfvadjni.VoiceActivityDetector;
import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import io.partyline.audio.speech.VoiceByLevel;
import io.partyline.audio.speech.VoiceDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;

/// WebRTC's voice detector, for one line: it knows speech from hum and hiss by its spectrum.
///
/// It holds on to a voice for some 100 ms, and so to the end of every sentence; therefore the level
/// must be that of a voice as well. For one thread; holds native memory until it is closed.
final class FvadDetector implements VoiceDetector {
    private static final int RATE = 16_000;
    private static final int SAMPLES = RATE * Frames.MILLIS / 1_000;

    /// The library keeps all its detectors in one table, which it does not guard.
    private static final ReentrantLock GUARD = new ReentrantLock();

    private final VoiceActivityDetector detector;
    private final VoiceByLevel level = new VoiceByLevel();
    private final Resampler resampler = new Resampler(Frames.RATE, RATE);
    private final float[] narrow = new float[resampler.maxOutput(Frames.SAMPLES)];
    private final short[] samples = new short[SAMPLES];
    private boolean closed;

    /// @throws IOException if the library has no more of them
    FvadDetector() throws IOException {
        detector = alone(VoiceActivityDetector::newInstance);
        alone(this::prepare);
    }

    /// After every reset, too: that forgets mode and rate.
    private boolean prepare() throws IOException {
        return detector.setMode(VoiceActivityDetector.Mode.LOW_BITRATE)
                && detector.setSampleRate(VoiceActivityDetector.SampleRate.S16000);
    }

    private boolean beginAgain() throws IOException {
        detector.reset();
        return prepare();
    }

    @Override
    public boolean hears(float[] frame) {
        int count = Math.min(resampler.process(frame, 0, Frames.SAMPLES, narrow, 0), SAMPLES);
        for (int i = 0; i < count; i++) {
            samples[i] = (short) Math.round(Math.clamp(narrow[i], -1f, 1f) * Short.MAX_VALUE);
        }
        boolean loud = level.hears(frame);
        try {
            return !closed && alone(() -> detector.process(samples)) && loud;
        } catch (IOException broken) {
            throw new UncheckedIOException("libfvad refuses 20 ms at 16 kHz", broken);
        }
    }

    @Override
    public void pause() {
        level.pause();
        try {
            if (!closed) {
                alone(this::beginAgain);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("libfvad cannot begin again", broken);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            GUARD.lock();
            try {
                detector.close();
            } finally {
                GUARD.unlock();
            }
        }
    }

    /// Something asked of the library.
    private interface Asked<T> {
        T answer() throws IOException;
    }

    private static <T> T alone(Asked<T> asked) throws IOException {
        GUARD.lock();
        try {
            return asked.answer();
        } finally {
            GUARD.unlock();
        }
    }
}
