package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.speech.SpeechCutter;
import io.partyline.audio.speech.SpokenPiece;
import io.partyline.audio.speech.VoiceDetector;
import io.partyline.cast.TurnEnd;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A hundred people who hesitate for 600 to 900 ms in the middle of what they say, with a
/// recogniser that answers at once: nobody is cut off, and each has an answer soon.
class HesitationTest {
    private static final int PEOPLE = 100;
    private static final int MILLI = Frames.RATE / 1_000;
    private static final float[] VOICE = Speech.samples(6_000, 9);

    private final VoiceDetector detector = VoiceDetectors.best().another();
    private final Random chance = new Random(20);
    private boolean finished;
    private int trials;
    private int ends;
    private long ended;
    private long at;
    private final SpeechCutter cutter =
            new SpeechCutter(
                    detector,
                    new SpeechCutter.Taker() {
                        @Override
                        public void perhaps(SpokenPiece piece) {
                            trials++;
                        }

                        @Override
                        public void goesOn() {}

                        @Override
                        public void piece(SpokenPiece piece) {}

                        @Override
                        public void over() {
                            ends++;
                            ended = at + Frames.SAMPLES;
                        }
                    });

    private void hand(float[] frame) {
        int before = trials;
        for (int i = 0; i < frame.length; i++) {
            frame[i] += (float) (0.0006 * chance.nextGaussian());
        }
        cutter.accept(frame, at);
        at += Frames.SAMPLES;
        if (trials > before) {
            cutter.known(
                    TurnEnd.after(
                            finished
                                    ? "I went home and that was it."
                                    : "I went to the store and then the"));
        }
    }

    private void speak(int millis) {
        int from = chance.nextInt(VOICE.length / 2);
        for (int i = 0; i < millis / Frames.MILLIS; i++) {
            int start = from + i * Frames.SAMPLES;
            hand(Arrays.copyOfRange(VOICE, start, start + Frames.SAMPLES));
        }
    }

    private void pause(int millis) {
        for (int i = 0; i < millis / Frames.MILLIS; i++) {
            hand(new float[Frames.SAMPLES]);
        }
    }

    @Test
    void nobodyIsCutOffAndEverybodyIsAnsweredSoon() {
        pause(2_000);
        for (int person = 1; person <= PEOPLE; person++) {
            int parts = 2 + chance.nextInt(3);
            for (int part = 1; part <= parts; part++) {
                finished = part == parts;
                speak(600 + chance.nextInt(2_000));
                if (!finished) {
                    pause(600 + chance.nextInt(300));
                }
            }
            long said = at;
            pause(1_600);
            assertThat(ends).as("person %d", person).isEqualTo(person);
            assertThat((ended - said) / MILLI).as("person %d", person).isLessThanOrEqualTo(600);
        }
    }

    @AfterEach
    void close() {
        detector.close();
    }
}
