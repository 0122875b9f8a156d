package io.partyline.audio.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.Recorded;
import io.partyline.audio.Tone;
import io.partyline.audio.buffer.FrameQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MixerTest {
    private static final double[] TONES = {400, 700, 1_100, 1_700, 2_900};

    private final Mixer mixer = new Mixer();
    private final Recorded tape = new Recorded();
    private final Recorded program = new Recorded();
    private final Strip dave = new Strip("dave", new Tone(1_000, 0.5));
    private final Listener ear = new Listener("ear", tape);
    private long version;

    private void hear(float gain, Strip... strips) {
        var patch = new Patch.Builder().version(++version);
        for (Strip strip : strips) {
            patch.hears(ear, strip, gain);
        }
        mixer.patch(patch.build());
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            mixer.tick();
        }
    }

    private static double amplitude(Recorded tape, double frequency) {
        float[] samples = tape.samples();
        int from = samples.length - Frames.RATE / 2;
        return Tone.amplitude(samples, from, samples.length, frequency, Frames.RATE);
    }

    @Test
    void everybodyHearsAllOthersAndNeverThemself() {
        var patch = new Patch.Builder().version(1);
        var feeds = new ArrayList<Recorded>();
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < TONES.length; i++) {
            strips.add(new Strip("party " + i, new Tone(TONES[i], 0.15)));
        }
        for (int i = 0; i < TONES.length; i++) {
            var feed = new Recorded();
            feeds.add(feed);
            var listener = new Listener("to party " + i, feed);
            Strip own = strips.get(i);
            strips.stream().filter(s -> s != own).forEach(s -> patch.hears(listener, s, 1));
        }
        mixer.patch(patch.build());
        ticks(51);

        for (int i = 0; i < TONES.length; i++) {
            for (int j = 0; j < TONES.length; j++) {
                double level = Frames.decibels(amplitude(feeds.get(i), TONES[j]) / 0.15);
                if (i == j) {
                    assertThat(level).as("party %d in its own feed", i).isLessThan(-90);
                } else {
                    assertThat(level)
                            .as("party %d in the feed of %d", j, i)
                            .isCloseTo(0, within(0.01));
                }
            }
        }
    }

    @Test
    void aPatchIsInTheSoundAfterOneTick() {
        hear(1, dave);
        assertThat(mixer.heardVersion()).isZero();
        ticks(1);

        assertThat(mixer.heardVersion()).isEqualTo(1);
        assertThat(mixer.ticks()).isEqualTo(1);
    }

    @Test
    void ofSeveralPatchesBetweenTwoTicksTheLastCounts() {
        hear(1, dave);
        hear(0, dave);
        ticks(1);

        assertThat(mixer.heardVersion()).isEqualTo(2);
        assertThat(tape.samples()).containsOnly(0);
    }

    @Test
    void aChangeIsAStraightLineOfFifteenMilliseconds() {
        FrameSource one =
                frame -> {
                    Arrays.fill(frame, 1);
                    return true;
                };
        hear(1, new Strip("one", one));
        ticks(2);

        float[] out = tape.samples();
        for (int i = 0; i < 720; i++) {
            assertThat(out[i]).isCloseTo((i + 1) / 720f, within(1e-6f));
        }
        for (int i = 720; i < out.length; i++) {
            assertThat(out[i]).isEqualTo(1);
        }
    }

    @Test
    void noChangeOfThePatchClicks() {
        var jas = new Strip("jas", new Tone(300, 0.3));
        var intruder = new Strip("kim", new Tone(500, 0.3));
        hear(1, dave);
        ticks(5);
        hear(0.2f, dave, jas);
        ticks(5);
        hear(1, jas);
        ticks(5);
        hear(1, jas, dave);
        ticks(5);
        hear(0.7f, dave, jas);
        ticks(5);
        hear(0.7f, jas, intruder);
        ticks(5);
        hear(0.7f, jas, dave);
        ticks(5);
        mixer.patch(Patch.silent());
        ticks(5);

        double steepestTone =
                0.5 * 2 * Math.PI * 1_000 / Frames.RATE + 0.3 * 2 * Math.PI * 300 / Frames.RATE;
        double ramp = (0.5 + 0.3 + 0.3) / 720;
        assertThat(Tone.steepest(tape.samples())).isLessThan(steepestTone + ramp);
    }

    @Test
    void everyStripIsReadExactlyOnceATickWhoeverComesAndGoesBesideIt() {
        var reads = new AtomicInteger();
        FrameSource counting =
                frame -> {
                    Frames.silence(frame);
                    reads.incrementAndGet();
                    return true;
                };
        var other = new Listener("other", program);
        var strip = new Strip("busy", counting);
        for (int i = 0; i < 10; i++) {
            var patch = new Patch.Builder().version(i);
            for (int j = 0; j < i % 5; j++) {
                patch.hears(other, new Strip("passing by", new Tone(300, 0)), 1);
            }
            mixer.patch(patch.hears(ear, strip, 1).hears(other, strip, 1).build());
            ticks(2);
        }

        assertThat(reads).hasValue(20);
        assertThat(tape.frames()).isEqualTo(20);
        assertThat(program.frames()).isEqualTo(20);
    }

    @Test
    void aListenerThatLeavesGetsOneFrameMoreAndFadesOutInIt() {
        hear(1, dave);
        ticks(3);
        mixer.patch(Patch.silent());
        ticks(3);

        assertThat(tape.frames()).isEqualTo(4);
        float[] out = tape.samples();
        assertThat(Arrays.copyOfRange(out, out.length - 240, out.length)).containsOnly(0);
        assertThat(Tone.steepest(out))
                .isLessThan(0.5 * 2 * Math.PI * 1_000 / Frames.RATE + 0.5 / 720);
    }

    @Test
    void aListenerNoticesNothingOfThoseWhoComeAndGoBesideThem() {
        for (int i = 0; i < 6; i++) {
            var patch = new Patch.Builder().version(i);
            for (int j = 0; j < i % 3; j++) {
                patch.hears(new Listener("passing by", new Recorded()), dave, 1);
            }
            mixer.patch(patch.hears(ear, dave, 1).build());
            ticks(1);
        }

        float[] expected = new Tone(1_000, 0.5).next(6 * Frames.SAMPLES);
        assertThat(Arrays.copyOfRange(tape.samples(), Frames.SAMPLES, expected.length))
                .isEqualTo(Arrays.copyOfRange(expected, Frames.SAMPLES, expected.length));
    }

    @Test
    void itCanBeAskedWhichPatchWasInTheSoundInATick() {
        hear(1, dave);
        ticks(2);
        hear(0.5f, dave);
        ticks(3);

        assertThat(mixer.versionAt(1)).isEqualTo(1);
        assertThat(mixer.versionAt(2)).isEqualTo(2);
        assertThat(mixer.versionAt(4)).isEqualTo(2);
    }

    @Test
    void whoComesNextDoesNotHearWhatTheLimiterStillHolds() {
        mixer.patch(
                new Patch.Builder().hears(new Listener("program", tape, true), dave, 1).build());
        ticks(3);
        var quiet = new Strip("quiet", new FrameQueue(1));
        mixer.patch(
                new Patch.Builder()
                        .hears(new Listener("program", program, true), quiet, 1)
                        .build());
        ticks(3);

        assertThat(program.samples()).containsOnly(0);
    }

    /// The same caller, put back and taken again: their place in the mixer is the one they had.
    @Test
    void aPlaceThatIsUsedAgainAtOnceComesInFromSilence() {
        FrameSource one =
                frame -> {
                    Arrays.fill(frame, 1);
                    return true;
                };
        var strip = new Strip("one", one);
        var silent = new Strip("silent", new FrameQueue(1));
        hear(1, strip);
        ticks(2);
        hear(1, silent);
        ticks(1);
        hear(1, silent, strip);
        ticks(1);

        float[] again = lastFrame(tape);
        for (int i = 0; i < 720; i++) {
            assertThat(again[i]).isCloseTo((i + 1) / 720f, within(1e-6f));
        }
    }

    @Test
    void anEarThatIsUsedAgainAtOnceComesInFromSilence() {
        FrameSource one =
                frame -> {
                    Arrays.fill(frame, 1);
                    return true;
                };
        var strip = new Strip("one", one);
        hear(1, strip);
        ticks(2);
        mixer.patch(new Patch.Builder().hears(new Listener("other", program), strip, 1).build());
        ticks(1);
        hear(1, strip);
        ticks(1);

        assertThat(lastFrame(tape)[0]).isCloseTo(1 / 720f, within(1e-6f));
    }

    /// Else whoever comes next would be too quiet for a while, because somebody else was too loud.
    @Test
    void anEarThatIsUsedAgainAtOnceIsNotTurnedDownForWhatWasHeardBefore() {
        FrameSource half =
                frame -> {
                    Arrays.fill(frame, 0.5f);
                    return true;
                };
        var limited = new Listener("program", program, true);
        var loud = new Strip("loud", new Tone(1_000, 4));
        mixer.patch(new Patch.Builder().hears(limited, loud, 1).build());
        ticks(3);
        mixer.patch(Patch.silent());
        ticks(1);
        mixer.patch(new Patch.Builder().hears(limited, new Strip("half", half), 1).build());
        ticks(2);

        assertThat(lastFrame(program)).containsOnly(0.5f);
    }

    private static float[] lastFrame(Recorded tape) {
        float[] all = tape.samples();
        return Arrays.copyOfRange(all, all.length - Frames.SAMPLES, all.length);
    }

    @Test
    void aBrokenSourceIsSilentAndCountedAndHurtsNobodyElse() {
        FrameSource broken =
                _ -> {
                    throw new IllegalStateException("out of order");
                };
        FrameSource noNumber =
                frame -> {
                    Arrays.fill(frame, Float.NaN);
                    return true;
                };
        hear(1, dave, new Strip("broken", broken), new Strip("no number", noNumber));
        ticks(30);

        assertThat(mixer.faults()).isEqualTo(60);
        assertThat(mixer.ticks()).isEqualTo(30);
        assertThat(amplitude(tape, 1_000)).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void aBrokenSinkIsCountedAndHurtsNobodyElse() {
        FrameSink broken =
                _ -> {
                    throw new AssertionError("out of order");
                };
        mixer.patch(
                new Patch.Builder()
                        .hears(new Listener("broken", broken), dave, 1)
                        .hears(ear, dave, 1)
                        .build());
        ticks(30);

        assertThat(mixer.faults()).isEqualTo(30);
        assertThat(amplitude(tape, 1_000)).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void theProgramNeverGoesBeyondItsCeiling() {
        var limited = new Listener("program", program, true);
        var patch = new Patch.Builder().hears(ear, dave, 1);
        for (int i = 10; i < 20; i++) {
            patch.hears(limited, new Strip("loud", new Tone(300 + i, 0.9)), 1);
        }
        mixer.patch(patch.build());
        ticks(50);

        for (float sample : program.samples()) {
            assertThat(Math.abs(sample)).isLessThanOrEqualTo((float) Frames.gain(-1));
        }
        assertThat(limited.meter().peak()).isLessThanOrEqualTo((float) Frames.gain(-1));
    }

    @Test
    void whoeverHasNoMeterHearsAllTheSame() {
        var quiet = Listener.unmetered("stem", program);
        mixer.patch(new Patch.Builder().hears(quiet, dave, 1).build());
        ticks(50);

        assertThat(amplitude(program, 1_000)).isCloseTo(0.5, within(1e-4));
        assertThat(quiet.meter().rms()).isZero();
    }

    @Test
    void metersShowWhatComesAndWhatIsHeard() {
        hear(0.1f, dave);
        ticks(2);

        assertThat(dave.meter().rms()).isCloseTo(0.35355f, within(1e-4f));
        assertThat(ear.meter().rms()).isCloseTo(0.035355f, within(1e-5f));
        mixer.patch(Patch.silent());
        ticks(1);
        assertThat(dave.meter().rms()).isZero();
    }
}
