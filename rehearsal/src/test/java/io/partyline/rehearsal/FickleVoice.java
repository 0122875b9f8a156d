package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/// A voice that hums each sentence in another tone than those around it, at the pace of ordinary
/// speech. Its sound comes in chunks of 5 ms to 5 s, each of which takes a moment; by chance it
/// stalls in the middle, for as long as that is on a clock that is turned by hand, or breaks off.
final class FickleVoice implements SpeechSynthesizer {
    /// One sentence that somebody began to read.
    ///
    /// @param tone which of the tones
    /// @param turn the clock's turns when it was begun
    record Sentence(String text, String voice, int tone, long turn) {
        /// How long it takes, in samples at 48 kHz.
        long samples() {
            return (long) text.length() * Frames.RATE / CHARACTERS_A_SECOND;
        }
    }

    static final int TONES = 8;
    static final double LEVEL = 0.2;
    private static final List<String> VOICES = List.of("low", "high");
    private static final int[] RATES = {16_000, 24_000, 48_000};
    private static final int CHARACTERS_A_SECOND = 15;

    private final HandClock clock;
    private final Tally tally;
    private final Random chance;
    private final List<Sentence> begun = new CopyOnWriteArrayList<>();
    private boolean calm;

    FickleVoice(HandClock clock, Tally tally, long seed) {
        this.clock = clock;
        this.tally = tally;
        this.chance = new Random(seed);
    }

    /// From now on it neither stalls nor breaks off.
    synchronized void calm() {
        calm = true;
    }

    /// What was begun, in order.
    List<Sentence> begun() {
        return begun;
    }

    /// In Hz; whole waves in a frame, so that two of them are told apart within one.
    static double frequency(String voice, int tone) {
        return (voice.equals("low") ? 1_000 : 2_200) + 150.0 * tone;
    }

    @Override
    public String name() {
        return "fickle";
    }

    @Override
    public List<String> voices() {
        return VOICES;
    }

    @Override
    public synchronized SpeechStream speak(String text, String voice) {
        boolean fickle = !calm;
        if (fickle && chance.nextInt(30) == 0) {
            tally.add(Incident.A_VOICE_REFUSES, false);
            throw new SpeechException("The voice is hoarse.");
        }
        int rate = RATES[chance.nextInt(RATES.length)];
        int length = text.length() * rate / CHARACTERS_A_SECOND;
        int chunk =
                (int) (rate * Math.exp(Math.log(0.005) + chance.nextDouble() * Math.log(1_000)));
        int stallsAt = fickle && chance.nextInt(4) == 0 ? chance.nextInt(length) : length;
        int stall = chance.nextInt(8) == 0 ? 3_000 : chance.nextInt(60);
        int breaksAt = fickle && chance.nextInt(12) == 0 ? chance.nextInt(length) : length;
        return new Hum(text, voice, rate, length, chunk, stallsAt, stall, breaksAt);
    }

    private synchronized int begin(String text, String voice) {
        int tone =
                (int) begun.stream().filter(sentence -> sentence.voice().equals(voice)).count()
                        % TONES;
        begun.add(new Sentence(text, voice, tone, clock.turns()));
        return tone;
    }

    private final class Hum implements SpeechStream {
        private final String text;
        private final String voice;
        private final int rate;
        private final int length;
        private final int chunk;
        private final int stallsAt;
        private final int stall;
        private final int breaksAt;
        private int at;
        private int made;
        private double frequency;
        private volatile boolean closed;

        private Hum(
                String text,
                String voice,
                int rate,
                int length,
                int chunk,
                int stallsAt,
                int stall,
                int breaksAt) {
            this.text = text;
            this.voice = voice;
            this.rate = rate;
            this.length = length;
            this.chunk = chunk;
            this.stallsAt = stallsAt;
            this.stall = stall;
            this.breaksAt = breaksAt;
        }

        @Override
        public int rate() {
            return rate;
        }

        @Override
        public int read(float[] into) {
            if (at == 0) {
                frequency = frequency(voice, begin(text, voice));
            }
            if (at == made) {
                make();
            }
            if (closed || at >= length) {
                return -1;
            }
            if (at >= breaksAt) {
                tally.add(Incident.A_VOICE_BREAKS_OFF, at > 0);
                throw new SpeechException("The voice broke off.");
            }
            int count = Math.min(Math.min(into.length, made - at), breaksAt - at);
            for (int i = 0; i < count; i++, at++) {
                into[i] = (float) (LEVEL * Math.sin(2 * Math.PI * frequency * at / rate));
            }
            return count;
        }

        /// Twice as fast as it is spoken.
        private void make() {
            int next = Math.min(length, made + chunk);
            boolean stalls = made <= stallsAt && stallsAt < next;
            int turns = Math.min((next - made) * (1_000 / Frames.MILLIS) / rate / 2, 100);
            if (stalls && stall > 0 && !closed) {
                tally.add(Incident.A_VOICE_STALLS, made > 0);
                turns += stall;
            }
            clock.awaitTurns(turns, () -> closed);
            made = next;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
