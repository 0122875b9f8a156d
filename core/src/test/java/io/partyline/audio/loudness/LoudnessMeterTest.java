package io.partyline.audio.loudness;

import static io.partyline.audio.loudness.Sounding.silence;
import static io.partyline.audio.loudness.Sounding.stereo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.loudness.Sounding.Part;
import io.partyline.audio.loudness.Sounding.Shown;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The signals that EBU Tech 3341 and 3342 describe for those who build meters, and what they have
/// to read; the numbers in the names are those of the tables there. Recordings of real programmes,
/// which cannot be made from a description, are not among them.
class LoudnessMeterTest {
    private static final double EXACT = 0.1;

    static Stream<Arguments> integrated() {
        return Stream.of(
                Arguments.of("3341-1", -23.0, List.of(stereo(-23, 20))),
                Arguments.of("3341-2", -33.0, List.of(stereo(-33, 20))),
                Arguments.of(
                        "3341-3",
                        -23.0,
                        List.of(stereo(-36, 10), stereo(-23, 60), stereo(-36, 10))),
                Arguments.of(
                        "3341-4",
                        -23.0,
                        List.of(
                                stereo(-72, 10),
                                stereo(-36, 10),
                                stereo(-23, 60),
                                stereo(-36, 10),
                                stereo(-72, 10))),
                Arguments.of(
                        "3341-5",
                        -23.0,
                        List.of(stereo(-26, 20), stereo(-20, 20.1), stereo(-26, 20))),
                Arguments.of(
                        "3341-6",
                        -23.0,
                        List.of(new Part(20, List.of(-28.0, -28.0, -24.0, -30.0, -30.0)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("integrated")
    void theWholeIsAsLoudAsPublished(String signal, double published, List<Part> parts) {
        var sounding = new Sounding(parts.getFirst().levels().size()).play(parts);
        assertThat(sounding.meter().integrated()).as(signal).isCloseTo(published, within(EXACT));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-23, -33})
    void aToneIsAtAnyMomentAsLoudAsPublished(double level) {
        var meter = new Sounding(2).play(List.of(stereo(level, 20))).meter();
        assertThat(meter.momentary()).isCloseTo(level, within(EXACT));
        assertThat(meter.shortTerm()).isCloseTo(level, within(EXACT));
        assertThat(meter.maxMomentary()).isCloseTo(level, within(EXACT));
        assertThat(meter.maxShortTerm()).isCloseTo(level, within(EXACT));
    }

    /// Signal 9.
    @Test
    void threeSecondsOfLoudAndQuietAreAlwaysAsLoudTogether() {
        var parts = Collections.nCopies(5, List.of(stereo(-20, 1.34), stereo(-30, 1.66)));
        var shown = new Sounding(2).play(parts.stream().flatMap(List::stream).toList()).shown();
        for (Shown after : shown.subList(150, shown.size())) {
            assertThat(after.shortTerm()).isCloseTo(-23, within(EXACT));
        }
    }

    /// Signal 12.
    @Test
    void fourTenthsOfASecondOfLoudAndQuietAreAlwaysAsLoudTogether() {
        var parts = Collections.nCopies(25, List.of(stereo(-20, 0.18), stereo(-30, 0.22)));
        var shown = new Sounding(2).play(parts.stream().flatMap(List::stream).toList()).shown();
        for (Shown after : shown.subList(50, shown.size())) {
            assertThat(after.momentary()).isCloseTo(-23, within(EXACT));
        }
    }

    /// Signals 10: wherever a tone of 3 s begins, its loudest 3 s are as loud as the tone.
    @Test
    void whereAToneBeginsDoesNotMatterToTheHighestShortTermLoudness() {
        for (int k = 0; k < 20; k++) {
            var meter =
                    new Sounding(2)
                            .play(List.of(silence(0.15 * k), stereo(-23, 3), silence(1)))
                            .meter();
            assertThat(meter.maxShortTerm()).as("%s", k).isCloseTo(-23, within(EXACT));
        }
    }

    /// Signals 13.
    @Test
    void whereAShortToneBeginsDoesNotMatterToTheHighestMomentaryLoudness() {
        for (int k = 0; k < 20; k++) {
            var meter =
                    new Sounding(2)
                            .play(List.of(silence(0.02 * k), stereo(-23, 0.4), silence(1)))
                            .meter();
            assertThat(meter.maxMomentary()).as("%s", k).isCloseTo(-23, within(EXACT));
        }
    }

    /// Signal 11.
    @Test
    void aLiveMeterReadsEveryToneOfASeriesOfGrowingOnes() {
        var parts = new ArrayList<Part>();
        for (int k = 0; k < 20; k++) {
            parts.addAll(List.of(silence(0.15 * k), stereo(-38 + k, 3), silence(3 - 0.15 * k)));
        }
        var sounding = new Sounding(2).play(parts);
        for (int k = 0; k < 20; k++) {
            var series = sounding.shown().subList(300 * k, 300 * (k + 1));
            double highest = series.stream().mapToDouble(Shown::shortTerm).max().orElseThrow();
            assertThat(highest).as("%s", k).isCloseTo(-38 + k, within(EXACT));
        }
    }

    /// Signal 14.
    @Test
    void aLiveMeterReadsEveryToneOfASeriesOfShortGrowingOnes() {
        var parts = new ArrayList<Part>();
        for (int k = 0; k < 20; k++) {
            parts.addAll(List.of(silence(0.02 * k), stereo(-38 + k, 0.4), silence(0.4 - 0.02 * k)));
        }
        var sounding = new Sounding(2).play(parts);
        for (int k = 0; k < 20; k++) {
            var series = sounding.shown().subList(40 * k, 40 * (k + 1));
            double highest = series.stream().mapToDouble(Shown::momentary).max().orElseThrow();
            assertThat(highest).as("%s", k).isCloseTo(-38 + k, within(EXACT));
        }
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                Arguments.of("3342-1", 10.0, List.of(stereo(-20, 20), stereo(-30, 20))),
                Arguments.of("3342-2", 5.0, List.of(stereo(-20, 20), stereo(-15, 20))),
                Arguments.of("3342-3", 20.0, List.of(stereo(-40, 20), stereo(-20, 20))),
                Arguments.of(
                        "3342-4",
                        15.0,
                        List.of(
                                stereo(-50, 20),
                                stereo(-35, 20),
                                stereo(-20, 20),
                                stereo(-35, 20),
                                stereo(-50, 20))));
    }

    /// The document allows 1 LU; nothing here needs it.
    @ParameterizedTest(name = "{0}")
    @MethodSource("ranges")
    void theRangeIsAsWideAsPublished(String signal, double published, List<Part> parts) {
        var meter = new Sounding(2).play(parts).meter();
        assertThat(meter.range()).as(signal).isCloseTo(published, within(EXACT));
    }

    @Test
    void silenceMeasuresNothing() {
        var meter = new Sounding(2).play(List.of(silence(5))).meter();
        assertThat(meter.integrated()).isEqualTo(Frames.SILENCE_DB);
        assertThat(meter.momentary()).isEqualTo(Frames.SILENCE_DB);
        assertThat(meter.range()).isZero();
    }

    @Test
    void whatWasHeardBeforeIsForgotten() {
        var sounding = new Sounding(2).play(List.of(stereo(-10, 5)));
        sounding.meter().reset();
        assertThat(sounding.play(List.of(stereo(-23, 20))).meter().integrated())
                .isCloseTo(-23, within(EXACT));
        assertThat(sounding.meter().maxMomentary()).isCloseTo(-23, within(0.3));
    }
}
