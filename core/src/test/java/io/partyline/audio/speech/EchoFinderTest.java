package io.partyline.audio.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who listens by a loudspeaker is found, and nobody else is. Voices are no more than their
/// loudness here, a thousand times a second; real ones are tried elsewhere.
class EchoFinderTest {
    private static final int MILLIS = 20;
    private static final double LINE = 0.0005;

    private final EchoTrace trace = new EchoTrace();
    private final EchoFinder finder = new EchoFinder();
    private final Random noise = new Random(1);
    private final double[] past = new double[1_024];
    private int at;

    /// Syllables in phrases, with pauses between them: how loud they are, millisecond by
    /// millisecond.
    private static final class Talker {
        private final Random chance;
        private final double level;
        private int syllables;
        private int left;
        private int length = 1;
        private double strength;

        private Talker(long seed, double level) {
            this.chance = new Random(seed);
            this.level = level;
        }

        private static Talker silent() {
            return new Talker(0, 0);
        }

        private double next() {
            if (left == 0) {
                boolean pause = syllables-- <= 0;
                syllables = pause ? 4 + chance.nextInt(10) : syllables;
                length = pause ? 250 + chance.nextInt(500) : 160 + chance.nextInt(90);
                left = length;
                strength = pause ? 0 : 0.3 + 0.7 * chance.nextDouble();
            }
            double part = 1 - (double) left-- / length;
            return level * strength * Math.pow(Math.sin(Math.PI * part), 2);
        }
    }

    /// @param says what the caller says themself
    /// @param echo how much of what we send comes back
    /// @param delay in milliseconds
    /// @return how many of the looks, one a second, found an echo
    private int play(int seconds, Talker we, Talker says, double echo, int delay) {
        int found = 0;
        for (int i = 0; i < 50 * seconds; i++) {
            double sent = 0;
            double came = 0;
            for (int k = 0; k < MILLIS; k++) {
                double now = we.next();
                past[at % past.length] = now;
                double back = at < delay ? 0 : past[(at - delay) % past.length] * echo;
                double own = says.next();
                double line = LINE * (0.8 + 0.4 * noise.nextDouble());
                sent += now * now;
                came += own * own + back * back + line * line;
                at++;
            }
            trace.add((float) Math.sqrt(sent / MILLIS), (float) Math.sqrt(came / MILLIS));
            if (i % 50 == 49 && finder.look(trace)) {
                found++;
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"60, 0.3", "130, 0.05", "250, 0.1", "333, 0.03", "480, 0.2", "600, 0.02"})
    void whatComesBackIsNoticedWithinAFewSeconds(int millis, double echo) {
        assertThat(play(12, new Talker(5, 0.3), Talker.silent(), echo, millis)).isPositive();
    }

    @Test
    void itIsTakenBackWhenTheCallerHasPickedUp() {
        play(15, new Talker(5, 0.3), Talker.silent(), 0.1, 200);
        assertThat(finder.look(trace)).isTrue();
        play(20, new Talker(6, 0.3), Talker.silent(), 0, 200);
        assertThat(finder.look(trace)).isFalse();
    }

    @Test
    void aCallerOnALoudspeakerWhoSaysAWordNowAndThenIsStillNoticed() {
        int found = 0;
        for (int turn = 0; turn < 4; turn++) {
            found += play(10, new Talker(50 + turn, 0.3), Talker.silent(), 0.1, 250);
            found += play(2, new Talker(60 + turn, 0.3), new Talker(70 + turn, 0.2), 0.1, 250);
        }
        assertThat(found).isGreaterThan(20);
    }

    /// Ten minutes in which both never stop talking, thirty times over.
    @Test
    void twoWhoSpeakAtOnceAreNoEcho() {
        for (int seed = 1; seed <= 30; seed++) {
            int alarms = play(600, new Talker(seed, 0.3), new Talker(1_000 + seed, 0.3), 0, 200);
            assertThat(alarms).as("seed %s", seed).isZero();
        }
    }

    /// Both fall silent and begin again together, which is as alike as two people get.
    @Test
    void twoWhoBeginAndStopTogetherAreNoEcho() {
        var chance = new Random(4);
        int alarms = 0;
        for (int turn = 0; turn < 500; turn++) {
            alarms += play(2, new Talker(turn, 0.3), new Talker(5_000 + turn, 0.3), 0, 200);
            alarms += play(1 + chance.nextInt(2), Talker.silent(), Talker.silent(), 0, 200);
        }
        assertThat(alarms).isZero();
    }

    @Test
    void aConversationByTurnsIsNoEcho() {
        int alarms = 0;
        for (int turn = 0; turn < 200; turn++) {
            alarms += play(5, new Talker(turn, 0.3), Talker.silent(), 0, 200);
            alarms += play(4, Talker.silent(), new Talker(3_000 + turn, 0.3), 0, 200);
        }
        assertThat(alarms).isZero();
    }
}
