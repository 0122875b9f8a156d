package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What every voice keeps to.
public abstract class SpeechSynthesizerContract {
    private static final int MOST = 60 * 48_000;

    /// Far more than the 50 ms that are wanted, for a computer with too much to do.
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /// For subclasses.
    protected SpeechSynthesizerContract() {}

    /// The voice under test.
    protected abstract SpeechSynthesizer synthesizer();

    @Test
    void thereAreVoicesToChooseFrom() {
        assertFalse(synthesizer().voices().isEmpty());
    }

    @Test
    void samplesStayWithinFullScaleAndAreNotSilent() {
        float[] sound = sound("Good evening, this is a test.", synthesizer().voices().getFirst());
        for (float sample : sound) {
            assertTrue(Math.abs(sample) <= 1, "a sample is beyond full scale: " + sample);
        }
        assertTrue(rms(sound) > 0.01, "nothing can be heard");
    }

    @Test
    void aLongerTextTakesLonger() {
        String voice = synthesizer().voices().getFirst();
        int few = sound("Hello.", voice).length;
        int many = sound("Hello, and welcome to the show on this fine evening.", voice).length;
        assertTrue(many > 2 * few, "%d samples against %d".formatted(many, few));
    }

    @Test
    void anUnknownVoiceSpeaksAllTheSame() {
        assertTrue(sound("Hello.", "a voice that nobody has").length > 0);
    }

    @Test
    void aClosedStreamHasNoMoreSound() {
        SpeechStream speech = synthesizer().speak("One. Two. Three.", "low");
        assertTrue(speech.rate() > 0);
        speech.close();
        speech.close();
        assertEquals(-1, speech.read(new float[100]));
    }

    @Test
    void twoTextsAreSpokenAtOnce() {
        String voice = synthesizer().voices().getFirst();
        try (SpeechStream one = synthesizer().speak("This is one of two.", voice);
                SpeechStream other = synthesizer().speak("And this is the other.", voice)) {
            var piece = new float[1_000];
            assertTrue(other.read(piece) > 0, "the second has to wait for the first");
            assertTrue(one.read(piece) > 0, "the first is lost for the second");
            assertTrue(other.read(piece) > 0, "the second is lost for the first");
        }
    }

    @Test
    void whoeverReadsIsWokenWhenAnotherThreadCloses() throws InterruptedException {
        String voice = synthesizer().voices().getFirst();
        SpeechStream speech = synthesizer().speak("One, two, three. ".repeat(5), voice);
        var begun = new CountDownLatch(1);
        Thread reader =
                Thread.ofVirtual()
                        .start(() -> {
                            var piece = new float[10];
                            while (speech.read(piece) >= 0) {
                                begun.countDown();
                            }
                        });
        assertTrue(begun.await(1, TimeUnit.MINUTES), "nothing is spoken");
        speech.close();
        assertTrue(reader.join(CLOSING), "the reader is still reading");
    }

    /// All the sound of a text.
    protected final float[] sound(String text, String voice) {
        var all = new float[MOST];
        int length = 0;
        try (SpeechStream speech = synthesizer().speak(text, voice)) {
            var piece = new float[1_000];
            for (int n = speech.read(piece); n >= 0; n = speech.read(piece)) {
                System.arraycopy(piece, 0, all, length, n);
                length += n;
            }
        }
        return Arrays.copyOf(all, length);
    }

    /// The root of the mean square.
    protected static double rms(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / Math.max(1, samples.length));
    }
}
