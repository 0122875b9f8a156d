package io.partyline.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.FrameEffect;
import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import io.partyline.mix.HeldCallerHears;
import io.partyline.mix.WhoHears;
import io.partyline.mix.WhoHears.Mix;
import io.partyline.mix.WhoHears.Source;
import io.partyline.show.CallId;
import io.partyline.studio.Evening;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A whole party line in sound: everybody on the air hums a tone of their own, and it is measured
/// who hears which.
class EverybodyInTheMixTest {
    /// Low enough that six together stay under the program's ceiling.
    private static final double LOUDNESS = 0.1;

    /// Half a second, in which every tone below has a whole number of periods.
    private static final int TICKS = 25;

    private static final double HOST_TONE = 300;

    private final FrameSource host = new Tone(HOST_TONE, LOUDNESS);
    private final Evening evening = new Evening().open();
    private final Map<Source, Double> tones = new LinkedHashMap<>();
    private final Map<Source, FrameSource> sources = new HashMap<>();
    private final Map<Mix, float[]> heard = new HashMap<>();
    private final Map<Mix, FrameSink> sinks = new HashMap<>();
    private final Desk desk = new Desk(8, new Humming());
    private final float[] microphone = new float[Frames.SAMPLES];
    private final float[][] channels = new float[8][Frames.SAMPLES];
    private final float[] headphones = new float[Frames.SAMPLES];
    private int tick;

    private final CallId tony = evening.ai("1");
    private final CallId mary = evening.ai("2");
    private final CallId dave = evening.onAir("dave");
    private final CallId jas = evening.onAir("jas");
    private final CallId rosa = evening.onAir("rosa");
    private final CallId held = evening.waits("held");
    private final CallId ringing = evening.rings("ringing");

    EverybodyInTheMixTest() {
        tones.put(WhoHears.HOST, HOST_TONE);
        hum(voice(tony), 470);
        hum(voice(mary), 610);
        hum(voice(dave), 830);
        hum(voice(jas), 1_090);
        hum(voice(rosa), 1_490);
        hum(voice(held), 1_870);
        hum(voice(ringing), 2_330);
        hum(WhoHears.BED, 2_870);
    }

    private static Source voice(CallId call) {
        return new Source.Voice(call);
    }

    private void hum(Source source, double frequency) {
        tones.put(source, frequency);
        sources.put(source, new Tone(frequency, LOUDNESS));
    }

    /// What is done to callers' voices: they are half as loud.
    private boolean works;

    private final class Humming implements Desk.Cabling {
        @Override
        public Optional<FrameEffect> work(Source source) {
            return works && source instanceof Source.Voice
                    ? Optional.of(EverybodyInTheMixTest::half)
                    : Optional.empty();
        }

        @Override
        public Optional<FrameSource> source(Source source) {
            return Optional.ofNullable(sources.get(source));
        }

        @Override
        public Optional<FrameSink> sink(Mix mix) {
            return Optional.of(sinks.computeIfAbsent(mix, _ -> frame -> keep(mix, frame)));
        }
    }

    private static void half(float[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] /= 2;
        }
    }

    private void keep(Mix mix, float[] frame) {
        float[] all = heard.computeIfAbsent(mix, _ -> new float[TICKS * Frames.SAMPLES]);
        System.arraycopy(frame, 0, all, tick * Frames.SAMPLES, Frames.SAMPLES);
    }

    /// Mixes half a second, once all is settled: the ramps are over, and the limiter's delay, too.
    private void listen(HeldCallerHears whileHeld) {
        desk.patch(new WhoHears(evening.show(), whileHeld).edges());
        run(2);
        heard.clear();
        run(TICKS);
    }

    private void run(int ticks) {
        for (tick = 0; tick < ticks; tick++) {
            host.read(microphone);
            desk.tick(microphone, channels, headphones);
            keep(WhoHears.MONITOR, headphones);
        }
    }

    /// How loud somebody is for somebody, in dB of how loud they hum.
    private double level(Mix mix, Source source) {
        float[] sound = heard.getOrDefault(mix, new float[TICKS * Frames.SAMPLES]);
        double frequency = tones.getOrDefault(source, 0.0);
        double amplitude = Tone.amplitude(sound, 0, sound.length, frequency, Frames.RATE);
        return Frames.decibels(amplitude / LOUDNESS);
    }

    private void assertHears(Mix mix, double decibels, List<Source> whom) {
        for (Source source : tones.keySet()) {
            String edge = source + " for " + mix;
            if (whom.contains(source)) {
                assertThat(level(mix, source)).as(edge).isCloseTo(decibels, within(1.0));
            } else {
                assertThat(level(mix, source)).as(edge).isLessThanOrEqualTo(-60);
            }
        }
    }

    private List<Source> onAirBut(Source listener) {
        return List.of(
                        WhoHears.HOST,
                        voice(tony),
                        voice(mary),
                        voice(dave),
                        voice(jas),
                        voice(rosa))
                .stream()
                .filter(source -> !source.equals(listener))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(HeldCallerHears.class)
    void everyCallerOnAirHearsAllTheOthersAndNeverThemself(HeldCallerHears whileHeld) {
        listen(whileHeld);
        for (CallId call : List.of(dave, jas, rosa)) {
            assertHears(new Mix.MinusSelf(call), 0, onAirBut(voice(call)));
        }
        assertHears(WhoHears.MONITOR, 0, onAirBut(WhoHears.HOST));
        assertHears(WhoHears.PROGRAM, 0, onAirBut(WhoHears.BED));
    }

    @Test
    void whoeverWaitsHearsTheBedAloneAndWhoeverRingsHearsNothing() {
        listen(HeldCallerHears.BED);
        assertHears(WhoHears.ON_HOLD, 0, List.of(WhoHears.BED));
        assertThat(new WhoHears(evening.show(), HeldCallerHears.BED).callers())
                .containsEntry(held, WhoHears.ON_HOLD)
                .doesNotContainKey(ringing);
    }

    @Test
    void whoeverWaitsHearsTheProgramLowerIfTheShowIsRunThatWay() {
        listen(HeldCallerHears.PROGRAM);
        assertHears(WhoHears.ON_HOLD, -12, onAirBut(WhoHears.BED));
    }

    /// Whoever listens hears a voice as it was made; what is kept and written down is as it came.
    @Test
    void whatIsDoneToAVoiceIsHeardByEverybodyAndKeptByNobody() {
        works = true;
        listen(HeldCallerHears.PROGRAM);
        double half = Frames.decibels(0.5);
        for (CallId call : List.of(tony, mary, dave, jas, rosa)) {
            Source source = voice(call);
            assertLevel(WhoHears.PROGRAM, source, half);
            assertLevel(WhoHears.MONITOR, source, half);
            assertLevel(WhoHears.ON_HOLD, source, half - 12);
            assertLevel(new Mix.Recorded(source), source, 0);
            assertLevel(new Mix.ListenedTo(source), source, 0);
        }
        assertLevel(new Mix.MinusSelf(dave), voice(jas), half);
        assertLevel(new Mix.MinusSelf(dave), voice(tony), half);
        assertLevel(WhoHears.PROGRAM, WhoHears.HOST, 0);
        assertThat(desk.strips()).as("one meter a voice").doesNotHaveDuplicates().hasSize(8);
    }

    private void assertLevel(Mix mix, Source source, double decibels) {
        assertThat(level(mix, source)).as(source + " for " + mix).isCloseTo(decibels, within(0.3));
    }

    /// A caller who is lost and comes back on another line is worked on anew, without a frame of
    /// the old line in the new.
    @Test
    void aVoiceOnAnotherLineIsAnotherStrip() {
        works = true;
        listen(HeldCallerHears.BED);
        sources.put(voice(dave), new Tone(3_100, LOUDNESS));
        tones.put(voice(dave), 3_100.0);
        listen(HeldCallerHears.BED);
        assertLevel(WhoHears.PROGRAM, voice(dave), Frames.decibels(0.5));
        assertLevel(new Mix.Recorded(voice(dave)), voice(dave), 0);
    }

    @Test
    void everySourceIsRecordedAndListenedToAlone() {
        listen(HeldCallerHears.BED);
        for (Source source : onAirBut(WhoHears.BED)) {
            assertHears(new Mix.Recorded(source), 0, List.of(source));
            assertHears(new Mix.ListenedTo(source), 0, List.of(source));
        }
        for (Source other : List.of(voice(held), voice(ringing), WhoHears.BED)) {
            assertThat(heard).doesNotContainKey(new Mix.Recorded(other));
        }
        assertThat(Arrays.stream(channels).anyMatch(channel -> channel[1] != 0)).isTrue();
    }
}
