package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.sound.Heard;
import io.partyline.carrier.sound.Mulaw;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How long a caller goes on hearing a voice that is to be cut off.
class CutOffTest {
    private static final Instant START = Instant.parse("2026-05-01T20:00:00Z");
    private static final Instant TAKEN = START.plusSeconds(1);
    private static final double VOICE = 0.2;
    private static final double BED = 0.004;

    /// A second of the first, then the second up to a moment behind that, then the third.
    private static Heard heard(double before, double then, Duration until, double afterwards) {
        var samples = new float[8 * 2_000];
        for (int i = 0; i < samples.length; i++) {
            long ms = i / 8;
            double loud = ms < 1_000 ? before : ms < 1_000 + until.toMillis() ? then : afterwards;
            samples[i] = (float) (loud * Math.sin(i));
        }
        return new Heard(Mulaw.encode(samples), samples.length, arrivals(0));
    }

    /// A message each 20 ms, which is played when so much that came before it has been played.
    private static List<Heard.Arrival> arrivals(long waitingMs) {
        return IntStream.range(0, 100)
                .mapToObj(i ->
                        new Heard.Arrival(
                                START.plusMillis(20L * i),
                                160,
                                8 * waitingMs,
                                160L * i - 8 * waitingMs))
                .toList();
    }

    @Test
    void whatWaitedAtTheTelephoneWhenTheyWereTakenIsNotCounted() {
        Heard sent = heard(VOICE, VOICE, Duration.ofMillis(60), BED);
        Heard late = new Heard(sent.mulaw(), sent.mulaw().length, arrivals(300));
        assertThat(CutOff.behind(late, TAKEN)).contains(Duration.ofMillis(60));
    }

    @Test
    void itEndsWithTheLastSoundOfTheVoice() {
        Heard heard = heard(VOICE, VOICE, Duration.ofMillis(60), BED);
        assertThat(CutOff.behind(heard, TAKEN)).contains(Duration.ofMillis(60));
    }

    @Test
    void aVoiceThatIsNotCutOffIsHeardToTheEnd() {
        Heard heard = heard(VOICE, VOICE, Duration.ofSeconds(1), BED);
        assertThat(CutOff.behind(heard, TAKEN)).contains(CutOff.WATCHED);
    }

    @Test
    void aPauseBetweenTwoWordsIsNoEnd() {
        Heard heard = heard(VOICE, BED, Duration.ofMillis(300), VOICE);
        assertThat(CutOff.behind(heard, TAKEN)).contains(CutOff.WATCHED);
    }

    @Test
    void whoeverHeardTheBedAloneHeardNoVoice() {
        Heard heard = heard(BED, BED, Duration.ofSeconds(1), BED);
        assertThat(CutOff.behind(heard, TAKEN)).isEmpty();
    }
}
