package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.player.HoldBed;
import io.partyline.show.CallId;
import io.partyline.show.Speaker;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Minutes without a word, to a recogniser that makes something up for whatever it is given.
class NoiseTest {
    private static final int MINUTE = 60_000 / Frames.MILLIS;

    private interface Sound {
        void fill(float[] frame, int number);
    }

    /// Makes up one of its sentences after the other.
    private record Inventor(AtomicInteger asked, List<String> texts) implements Recogniser {
        Inventor(String... texts) {
            this(new AtomicInteger(), List.of(texts));
        }

        @Override
        public String name() {
            return "inventor";
        }

        @Override
        public int hands() {
            return 1;
        }

        @Override
        public String recognise(Clip clip, boolean hurried) {
            return texts.get(asked.getAndIncrement() % texts.size());
        }
    }

    private static final float[] HISS = hiss();

    private static float[] hiss() {
        var chance = new Random(3);
        var hiss = new float[1 << 18];
        for (int i = 0; i < hiss.length; i++) {
            hiss[i] = (float) chance.nextGaussian();
        }
        return hiss;
    }

    private static float noise(int number, int sample) {
        return HISS[(number * 7_919 + sample) & (HISS.length - 1)];
    }

    private static double seconds(int number, int sample) {
        return (number % 500_000) * 0.02 + (double) sample / Frames.RATE;
    }

    private static Sound sound(String what) {
        return switch (what) {
            case "silence" -> (_, _) -> {};
            case "line noise" -> (frame, n) -> fill(frame, i -> 0.004 * noise(n, i));
            case "hold music" -> {
                FrameSource bed = HoldBed.loop();
                yield (frame, _) -> bed.read(frame);
            }
            case "tones" ->
                    (frame, n) ->
                            fill(
                                    frame,
                                    i ->
                                            n % 100 < 25
                                                    ? 0.1 * sine(770, n, i)
                                                            + 0.1 * sine(1_336, n, i)
                                                    : n % 100 > 60 ? 0.2 * sine(440, n, i) : 0);
            case "breathing" ->
                    (frame, n) ->
                            fill(
                                    frame,
                                    i -> {
                                        double breath = Math.sin(Math.PI * seconds(n, i) / 1.5);
                                        return 0.05
                                                * breath
                                                * breath
                                                * breath
                                                * breath
                                                * noise(n, i);
                                    });
            case "laughter" -> (frame, n) -> fill(frame, i -> n % 150 < 70 ? laugh(n, i) : 0);
            default -> throw new IllegalArgumentException(what);
        };
    }

    /// Five "ha" a second: 100 ms of a voice with some breath before each.
    private static double laugh(int n, int i) {
        double inHa = (n % 10) / 10.0;
        double voice = 0;
        for (int harmonic = 1; harmonic <= 8; harmonic++) {
            voice += sine(220.0 * harmonic, n, i) / harmonic;
        }
        return inHa < 0.4 ? 0.1 * voice : inHa > 0.8 ? 0.01 * noise(n, i) : 0;
    }

    private static double sine(double hertz, int n, int i) {
        return Math.sin(2 * Math.PI * hertz * seconds(n, i));
    }

    private interface Wave {
        double at(int sample);
    }

    private static void fill(float[] frame, Wave wave) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = (float) wave.at(i);
        }
    }

    static Stream<String> kinds() {
        return Stream.of("silence", "line noise", "hold music", "tones", "breathing", "laughter");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatNobodySaidIsNotWrittenDown(String what) {
        isNotWrittenDown(what, MINUTE);
    }

    @Tag("ci")
    @ParameterizedTest
    @MethodSource("kinds")
    void norIsItInTheLongRun(String what) {
        isNotWrittenDown(what, 10 * MINUTE);
    }

    private static void isNotWrittenDown(String what, int frames) {
        for (var detectors :
                new VoiceDetectors[] {VoiceDetectors.best(), VoiceDetectors.byLevel()}) {
            try (var listening = new Listening(new Inventor("Thank you.", "you"), detectors);
                    var host = new Host(listening)) {
                Sound sound = sound(what);
                var frame = new float[Frames.SAMPLES];
                for (int i = 0; i < frames / 2; i++) {
                    Arrays.fill(frame, 0);
                    sound.fill(frame, i);
                    host.hand(frame);
                }
                host.hangsUp();
                assertThat(host.rest()).as("%s, libfvad %s", what, detectors.remark()).isEmpty();
            }
        }
    }

    @Test
    void whatIsSaidIsHeardByThemAll() {
        for (var detectors :
                new VoiceDetectors[] {VoiceDetectors.best(), VoiceDetectors.byLevel()}) {
            try (var listening = new Listening(new Inventor("Thank you."), detectors);
                    var host = new Host(listening)) {
                host.pauses(500);
                host.says(Speech.samples(600, 4));
                host.pauses(2_000);
                assertThat(host.next().text()).isEqualTo("Thank you.");
            }
        }
    }

    @Test
    void libfvadRunsHere() {
        assertThat(VoiceDetectors.best().remark()).isEmpty();
        assertThat(VoiceDetectors.byLevel().remark())
                .contains("Voices are found by loudness alone");
    }

    @Test
    void ourOwnVoicesAreNotListenedTo() {
        try (var listening = new Listening(new Inventor("Hello there."), VoiceDetectors.byLevel());
                var tony = new Host(listening, new Speaker.AiCaller(new CallId("ai-1"), "Tony"))) {
            tony.says(Speech.samples(2_000, 1));
            tony.pauses(2_000);
            tony.hangsUp();
            assertThat(tony.rest()).isEmpty();
        }
    }
}
