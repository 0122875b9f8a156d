package io.partyline.audio.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.speech.Overlap.Change;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Frames of 20 ms, given as letters: `w` a word, `m` a hum, `.` silence.
class OverlapTest {
    private final Overlap overlap = new Overlap();
    private final List<String> changes = new ArrayList<>();
    private int frame;

    private OverlapTest hears(String frames, boolean sounding) {
        for (int i = 0; i < frames.length(); i++) {
            char c = frames.charAt(i);
            Change change = overlap.accept(sound(c), c != '.', sounding);
            if (change != Change.NOTHING) {
                changes.add(change + "@" + frame * Frames.MILLIS);
            }
            frame++;
        }
        return this;
    }

    private OverlapTest hears(String frames) {
        return hears(frames, true);
    }

    private void then(String... expected) {
        assertThat(changes).containsExactly(expected);
    }

    /// A vowel has energy at 700 Hz and above; a hum has little beyond 250 Hz.
    private static float[] sound(char kind) {
        var samples = new float[Frames.SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            double t = (double) i / Frames.RATE;
            samples[i] =
                    switch (kind) {
                        case 'w' -> (float) (tone(150, t) + tone(700, t) + 0.5 * tone(1_200, t));
                        case 'm' -> (float) (tone(150, t) + 0.8 * tone(300, t));
                        default -> 0;
                    };
        }
        return samples;
    }

    private static double tone(double hertz, double t) {
        return 0.1 * Math.sin(2 * Math.PI * hertz * t);
    }

    @Test
    void aWordIsNoticedAfter100MillisecondsAndMeantAfter200() {
        hears("..wwwwwwwwwwww").then("BEGAN@120", "MEANT@220");
    }

    @Test
    void aHumOfAListenerLeavesTheFloorToWhoeverHasIt() {
        hears("mmmmmmmmmmmmmmmmmm").hears(".".repeat(15)).then("BEGAN@80", "OVER@640");
    }

    @Test
    void aHumThatDoesNotStopIsMeant() {
        hears("m".repeat(30)).then("BEGAN@80", "MEANT@480");
    }

    @Test
    void aLaughBeginsAnewWithEveryBurst() {
        hears("wwww....".repeat(8)).then();
    }

    @Test
    void theClosureInTheMiddleOfAWordBelongsToIt() {
        hears("wwwwww...wwww").then("BEGAN@80", "MEANT@240");
    }

    @Test
    void itIsSaidOnceHoweverLongTheyGoOn() {
        hears("w".repeat(100)).hears(".".repeat(15)).then("BEGAN@80", "MEANT@180", "OVER@2280");
    }

    @Test
    void whatWasSaidBeforeTheOtherVoiceBeganDoesNotCount() {
        hears("wwwwwwwwww", false).hears("wwww").hears(".....", true).then();
    }

    @Test
    void whoeverHasTakenTheFloorIsOverWhenTheyStopThoughTheOtherVoiceIsSilent() {
        hears("w".repeat(12)).hears("wwww", false).hears(".".repeat(15), false);
        then("BEGAN@80", "MEANT@180", "OVER@600");
    }
}
