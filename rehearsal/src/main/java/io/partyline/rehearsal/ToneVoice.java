package io.partyline.rehearsal;

import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.util.List;

/// A voice that hums: one tone a voice, as long as the text would take to say. It makes no words,
/// and can be told to fail.
public final class ToneVoice implements SpeechSynthesizer {
    private static final int RATE = 16_000;
    private static final int SAMPLES_A_LETTER = RATE / 15;
    private static final double LEVEL = 0.2;
    private static final List<String> VOICES = List.of("low", "middle", "high");
    private volatile boolean failing;

    /// A voice that works.
    public ToneVoice() {}

    /// From now on it has no voice.
    public void fail() {
        failing = true;
    }

    @Override
    public String name() {
        return "tones";
    }

    @Override
    public List<String> voices() {
        return VOICES;
    }

    @Override
    public SpeechStream speak(String text, String voice) {
        if (failing) {
            throw new SpeechException("The voice is out of order.");
        }
        return new Hum(text.length() * SAMPLES_A_LETTER, frequency(voice));
    }

    /// The tone of a voice, in Hz.
    public static double frequency(String voice) {
        return 220 + 110.0 * Math.floorMod(voice.hashCode(), 8);
    }

    private static final class Hum implements SpeechStream {
        private final int length;
        private final double frequency;
        private int at;
        private volatile boolean closed;

        private Hum(int length, double frequency) {
            this.length = length;
            this.frequency = frequency;
        }

        @Override
        public int rate() {
            return RATE;
        }

        @Override
        public int read(float[] into) {
            if (closed || at >= length) {
                return -1;
            }
            int count = Math.min(into.length, length - at);
            for (int i = 0; i < count; i++, at++) {
                into[i] = (float) (LEVEL * Math.sin(2 * Math.PI * frequency * at / RATE));
            }
            return count;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
