package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.port.Transcriber;
import io.partyline.show.Speaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownVoicesTest extends TranscriberContract {
    private static final List<Line> LINES =
            List.of(
                    new Line("I have a question about owls.", mumbled(1, 12)),
                    new Line("The fog came in at nine.", mumbled(2, 9)));

    private final KnownVoices voices = new KnownVoices();

    KnownVoicesTest() {
        LINES.forEach(line -> voices.learn(line.text(), line.samples(), Frames.RATE));
    }

    @Override
    protected Transcriber transcriber() {
        return voices;
    }

    @Override
    protected List<Line> lines() {
        return LINES;
    }

    @Test
    void aLineThatItDoesNotKnowIsNotGuessedAt() {
        assertThat(heard(voices, mumbled(3, 10))).isEmpty();
    }

    @Test
    void aLineThatWasCutInHalfIsNotRecognised() {
        float[] line = LINES.getFirst().samples();
        assertThat(heard(voices, line)).hasSize(1);
        assertThat(heard(voices, Arrays.copyOf(line, line.length / 2))).isEmpty();
    }

    /// 60 ms are what one late message makes of a line: the buffer against that runs dry once.
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 20})
    void aLineIntoWhichTheNetworkPutAPauseIsStillThatLine(int frames) {
        float[] line = LINES.getFirst().samples();
        int third = line.length / 3 / Frames.SAMPLES * Frames.SAMPLES;
        var late = new float[line.length + frames * Frames.SAMPLES];
        System.arraycopy(line, 0, late, 0, third);
        int rest = third + frames * Frames.SAMPLES;
        System.arraycopy(line, third, late, rest, line.length - third);
        assertThat(heard(voices, late))
                .extracting(Transcriber.Heard::text)
                .containsExactly(LINES.getFirst().text());
    }

    @Test
    void aLineOfWhichTheNetworkLostALittleIsStillThatLine() {
        float[] line = LINES.getFirst().samples().clone();
        int third = line.length / 3 / Frames.SAMPLES * Frames.SAMPLES;
        Arrays.fill(line, third, third + 5 * Frames.SAMPLES, 0);
        assertThat(heard(voices, line))
                .extracting(Transcriber.Heard::text)
                .containsExactly(LINES.getFirst().text());
    }

    @Test
    void aTranscriberThatIsOffHearsNothing() {
        assertThat(Transcriber.off().name()).isEqualTo("off");
        assertThat(heard(Transcriber.off(), LINES.getFirst().samples())).isEmpty();
    }

    private static List<Transcriber.Heard> heard(Transcriber transcriber, float[] samples) {
        var heard = new ArrayList<Transcriber.Heard>();
        var session = transcriber.open(new Speaker.Host("Jo"), heard::add);
        var frame = new float[Frames.SAMPLES];
        for (int at = 0; at + frame.length <= samples.length; at += frame.length) {
            System.arraycopy(samples, at, frame, 0, frame.length);
            session.accept(frame, at);
        }
        session.close();
        session.close();
        return heard;
    }

    /// So many syllables of a voice without words, each 160 ms long and as loud as chance has it.
    private static float[] mumbled(long seed, int syllables) {
        var chance = new Random(seed);
        int each = 8 * Frames.SAMPLES;
        var samples = new float[syllables * each];
        for (int i = 0; i < syllables; i++) {
            double level = 0.05 + 0.4 * chance.nextDouble();
            for (int s = 0; s < each; s++) {
                double swell = Math.sin(Math.PI * s / each);
                double voice = Math.sin(2 * Math.PI * 220 * s / Frames.RATE);
                samples[i * each + s] = (float) (level * swell * voice);
            }
        }
        return samples;
    }
}
