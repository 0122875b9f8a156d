package io.partyline.studio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.player.HoldBed;
import io.partyline.studio.sound.Tape;
import io.partyline.studio.sound.VoiceLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What lies between the audio thread and the others.
class VoicesAndTapesTest {
    private final VoiceLine line = new VoiceLine();
    private final float[] frame = new float[Frames.SAMPLES];

    private static float[] loud() {
        var frame = new float[Frames.SAMPLES];
        Arrays.fill(frame, 1);
        return frame;
    }

    private void fill() {
        while (!line.full()) {
            line.write(loud(), line.pass());
        }
    }

    @Test
    void aTapeGivesEveryFrameBackWithItsPlaceInTheShow() {
        var position = new AtomicLong(9_600);
        var tape = new Tape(() -> position.getAndAdd(Frames.SAMPLES));
        for (int i = 0; i < 3; i++) {
            float[] sound = loud();
            sound[0] = i;
            tape.write(sound);
        }
        List<Long> places = new ArrayList<>();
        List<Float> firsts = new ArrayList<>();
        assertThat(tape.drain((at, sound) -> note(places, firsts, at, sound))).isTrue();
        assertThat(places).containsExactly(9_600L, 10_560L, 11_520L);
        assertThat(firsts).containsExactly(0f, 1f, 2f);
        assertThat(tape.drain((at, sound) -> note(places, firsts, at, sound))).isFalse();
    }

    private static void note(List<Long> places, List<Float> firsts, long at, float[] sound) {
        places.add(at);
        firsts.add(sound[0]);
    }

    @Test
    void aFrameThatFindsNoRoomLeavesAHoleAndShiftsNothing() {
        var position = new AtomicLong();
        var tape = new Tape(position::get);
        for (int i = 0; i < 103; i++) {
            position.set((long) i * Frames.SAMPLES);
            tape.write(loud());
        }
        assertThat(tape.dropped()).isEqualTo(3);
        List<Long> places = new ArrayList<>();
        tape.drain((at, _) -> places.add(at));
        position.set(200L * Frames.SAMPLES);
        tape.write(loud());
        tape.drain((at, _) -> places.add(at));
        assertThat(places).hasSize(101).contains(99L * Frames.SAMPLES, 200L * Frames.SAMPLES);
        assertThat(places).doesNotContain(100L * Frames.SAMPLES);
    }

    @Test
    void aVoiceCountsWhatHasBeenHeard() {
        fill();
        assertThat(line.ready()).isEqualTo(10);
        assertThat(line.heard()).isZero();
        assertThat(line.read(frame)).isTrue();
        assertThat(line.read(frame)).isTrue();
        assertThat(line.heard()).isEqualTo(2);
        assertThat(frame).containsOnly(1);
    }

    @Test
    void silenceIsNotHeard() {
        assertThat(line.read(frame)).isFalse();
        assertThat(line.heard()).isZero();
    }

    @Test
    void aCutFadesTheVoiceWithin150MillisecondsWithoutAJump() {
        fill();
        line.read(frame);
        line.cut();
        float before = 1;
        int audible = 0;
        while (line.read(frame)) {
            for (float sample : frame) {
                assertThat(before - sample).isBetween(0f, 0.001f);
                before = sample;
                audible += sample > 0 ? 1 : 0;
            }
        }
        assertThat(audible).isLessThanOrEqualTo(150 * Frames.RATE / 1_000);
        assertThat(before).isZero();
    }

    @Test
    void whatACutSilencedWasNotHeard() {
        fill();
        line.cut();
        while (line.read(frame)) {}
        assertThat(line.heard()).isBetween(6L, 7L);
    }

    @Test
    void aVoiceIsReadyAgainOnceACutIsOver() {
        fill();
        line.cut();
        assertThat(line.cutting()).isTrue();
        while (line.read(frame)) {}
        assertThat(line.cutting()).isFalse();
        line.write(loud(), line.pass());
        line.read(frame);
        assertThat(frame).containsOnly(1);
    }

    private static Speech.Made whole(long from, long frames) {
        return new Speech.Made(from, frames, Speech.NEVER, true);
    }

    @Test
    void sentencesAreFinishedInTheirOrder() {
        var cues = new Cues();
        cues.add("First one.", whole(0, 10), 960);
        cues.add("Second one.", whole(10, 20), 10_560);
        assertThat(cues.finished(9)).isEmpty();
        assertThat(cues.finished(12)).containsExactly(new Cues.Spoken("First one.", 960));
        assertThat(cues.finished(12)).isEmpty();
        assertThat(cues.finished(30)).containsExactly(new Cues.Spoken("Second one.", 10_560));
        assertThat(cues.isEmpty()).isTrue();
    }

    @Test
    void whatWasNotHeardWasNotSaid() {
        var cues = new Cues();
        cues.add("One two three four.", whole(0, 10), 960);
        cues.add("Never heard.", whole(10, 10), 10_560);
        assertThat(cues.broken(5)).contains(new Cues.Spoken("One two", 960));
        assertThat(cues.isEmpty()).isTrue();
        cues.add("Not begun.", whole(5, 10), 960);
        assertThat(cues.broken(5)).isEmpty();
        assertThat(cues.broken(9)).isEmpty();
    }

    @Test
    void theHoldBedHasNoClickAnywhereNorAtItsSeam() {
        float[] bed = HoldBed.samples();
        assertThat(bed).hasSize(HoldBed.LENGTH);
        assertThat(HoldBed.LENGTH % Frames.SAMPLES).isZero();
        float loudest = 0;
        for (int i = 0; i < bed.length; i++) {
            float step = Math.abs(bed[i] - bed[(i + bed.length - 1) % bed.length]);
            assertThat(step).as("step at " + i).isLessThan(0.02f);
            loudest = Math.max(loudest, Math.abs(bed[i]));
        }
        assertThat(loudest).isBetween(0.03f, 0.2f);
    }

    @Test
    void theHoldBedGoesRound() {
        var loop = HoldBed.loop();
        float[] bed = HoldBed.samples();
        for (int i = 0; i < HoldBed.LENGTH / Frames.SAMPLES; i++) {
            assertThat(loop.read(frame)).isTrue();
        }
        loop.read(frame);
        assertThat(frame).isEqualTo(Arrays.copyOf(bed, Frames.SAMPLES));
    }
}
