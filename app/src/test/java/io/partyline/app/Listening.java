package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.sound.Heard;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What came of [Pulses] at the other end.
///
/// @param level of the tone between the pulses, in dB below full scale
/// @param longestGap without any tone
/// @param silent in all
/// @param pulses how many arrived
/// @param apart from one pulse to the next, in milliseconds
/// @param late each pulse, in milliseconds
record Listening(
        double level,
        Duration longestGap,
        Duration silent,
        Duration length,
        int pulses,
        List<Double> apart,
        List<Double> late) {
    private static final int PHONE_RATE = 8_000;
    private static final int BYTES_A_MS = PHONE_RATE / 1_000;

    /// Ten milliseconds of the telephone, and how long a frame of a page is.
    private static final int WINDOW = 80;

    private static final double WINDOW_MS = 10;
    private static final double FRAME_MS = 20;

    /// Below this there is no tone.
    private static final double NOTHING = Pulses.QUIET / 4;

    private static final double PULSE = (Pulses.QUIET + Pulses.LOUD) / 3;

    /// The level of a frame, as a page told it.
    ///
    /// @param at its end, in milliseconds by the wall clock
    record Level(double at, double rms) {}

    /// The levels of one frame after the other.
    record Levels(List<Level> frames) {
        static Levels of(JsonNode told) {
            var frames = new ArrayList<Level>();
            told.forEach(each ->
                    frames.add(new Level(each.path(0).asDouble(), each.path(1).asDouble())));
            return new Levels(frames);
        }

        /// When pulses began: within a frame, by how much louder it is than the tone.
        List<Double> onsets() {
            var onsets = new ArrayList<Double>();
            double before = 0;
            for (Level frame : frames) {
                if (frame.rms > PULSE && before <= PULSE && isAnother(onsets, frame.at)) {
                    onsets.add(frame.at - FRAME_MS * share(frame.rms));
                }
                before = frame.rms;
            }
            return onsets;
        }

        private static double share(double rms) {
            double quiet = Pulses.QUIET * Pulses.QUIET;
            return Math.clamp((rms * rms - quiet) / (Pulses.LOUD * Pulses.LOUD - quiet), 0, 1);
        }
    }

    /// What a page heard of a caller who began to speak at this moment.
    static Listening ofHost(Levels levels, long began) {
        List<Double> onsets =
                levels.onsets().stream().filter(at -> at > began + 1_000 * Pulses.BEGINS).toList();
        double first = began + 1_000 * Pulses.BEGINS;
        List<Double> late =
                onsets.stream()
                        .map(at -> at - first - 1_000 * Math.floor((at - first) / 1_000))
                        .toList();
        double[] rms =
                levels.frames.stream()
                        .filter(frame -> frame.at > first)
                        .mapToDouble(Level::rms)
                        .toArray();
        return of(rms, FRAME_MS, onsets, late);
    }

    /// What a caller heard of a host, from this byte of the stream on.
    ///
    /// @param now when they had heard the last of it, in milliseconds by the wall clock
    static Listening ofCaller(Heard heard, long now, long from, Levels said) {
        float[] samples = heard.samples();
        double[] rms = new double[(samples.length - (int) from) / WINDOW];
        var onsets = new ArrayList<Double>();
        var late = new ArrayList<Double>();
        for (int i = 0; i < rms.length; i++) {
            rms[i] = rms(samples, (int) from + i * WINDOW);
            int at = onset(samples, (int) from + (i - 1) * WINDOW);
            double millis = (double) at / BYTES_A_MS;
            if (i > 0 && rms[i] > PULSE && rms[i - 1] <= PULSE && isAnother(onsets, millis)) {
                onsets.add(millis);
                late(heard, now - (double) (samples.length - at) / BYTES_A_MS, said)
                        .ifPresent(late::add);
            }
        }
        return of(rms, WINDOW_MS, onsets, late);
    }

    /// One with a gap in its middle is one.
    private static boolean isAnother(List<Double> onsets, double at) {
        return onsets.isEmpty() || at - onsets.getLast() > 500;
    }

    private static int onset(float[] samples, int from) {
        int at = Math.max(0, from);
        while (at < samples.length && Math.abs(samples[at]) < 0.25) {
            at++;
        }
        return at;
    }

    /// From when the page heard a pulse until it had reached the telephone company: the message
    /// that was to be played at that moment.
    ///
    /// @param played when, in milliseconds by the wall clock
    private static Optional<Double> late(Heard heard, double played, Levels said) {
        return heard.arrivals().stream()
                .min(Comparator.comparingDouble(each -> Math.abs(due(each) - played)))
                .map(Listening::there)
                .flatMap(there ->
                        said.onsets().stream()
                                .filter(onset -> onset < there)
                                .reduce((_, last) -> last)
                                .map(onset -> there - onset));
    }

    private static double due(Heard.Arrival arrival) {
        return there(arrival) + (double) arrival.ahead() / BYTES_A_MS;
    }

    private static double there(Heard.Arrival arrival) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, arrival.at()) / 1e3;
    }

    /// What a page sent, by its own account.
    static Listening ofPage(Levels said) {
        double[] rms = said.frames.stream().mapToDouble(Level::rms).toArray();
        return of(rms, FRAME_MS, said.onsets(), List.of());
    }

    private static Listening of(
            double[] rms, double millis, List<Double> onsets, List<Double> late) {
        double[] tone =
                Arrays.stream(rms).filter(it -> it > NOTHING && it < PULSE).sorted().toArray();
        var apart = new ArrayList<Double>();
        for (int i = 1; i < onsets.size(); i++) {
            apart.add(onsets.get(i) - onsets.get(i - 1));
        }
        double silent = Arrays.stream(rms).filter(it -> it <= NOTHING).count() * millis;
        return new Listening(
                tone.length == 0 ? -120 : 20 * Math.log10(tone[tone.length / 2]),
                ms(longest(rms) * millis),
                ms(silent),
                ms(rms.length * millis),
                onsets.size(),
                apart,
                late.stream().sorted().toList());
    }

    private static int longest(double[] rms) {
        int longest = 0;
        int now = 0;
        for (double each : rms) {
            now = each <= NOTHING ? now + 1 : 0;
            longest = Math.max(longest, now);
        }
        return longest;
    }

    private static Duration ms(double millis) {
        return Duration.ofMillis(Math.round(millis));
    }

    /// How loud the last tenth of a second was.
    static double lastLevel(Heard heard) {
        float[] samples = heard.samples();
        double loudest = 0;
        for (int i = Math.max(0, samples.length - 10 * WINDOW);
                i + WINDOW <= samples.length;
                i += WINDOW) {
            loudest = Math.max(loudest, rms(samples, i));
        }
        return loudest;
    }

    /// The longest silence from this byte of the stream on.
    static Duration silence(Heard heard, long from) {
        float[] samples = heard.samples();
        double[] rms = new double[(samples.length - (int) from) / WINDOW];
        for (int i = 0; i < rms.length; i++) {
            rms[i] = rms(samples, (int) from + i * WINDOW);
        }
        return ms(longest(rms) * WINDOW_MS);
    }

    private static double rms(float[] samples, int from) {
        double sum = 0;
        for (int i = from; i < from + WINDOW; i++) {
            sum += samples[i] * samples[i];
        }
        return Math.sqrt(sum / WINDOW);
    }

    /// The tone is about as loud as it is to be, its pulses are there, and next to nothing is
    /// missing.
    ///
    /// @param lowered by how many dB a voice is lowered on its way while the other one speaks
    void assertWhole(double lowered) {
        assertThat(level).as("level of %s", this).isBetween(-25.0 - lowered, -21.0);
        assertThat(pulses)
                .as("pulses of %s", this)
                .isGreaterThanOrEqualTo((int) length.toSeconds() - 2);
        assertThat(silent.toMillis()).as("silence of %s", this).isLessThan(length.toMillis() / 10);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? -1 : sorted.get((int) (share * (sorted.size() - 1)));
    }

    @Override
    public String toString() {
        double[] off =
                apart.stream().mapToDouble(each -> Math.abs(each - 1_000)).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "level %.1f dB, %d pulses in %d s, at most %.1f ms off their second, late %.0f ms"
                        + " (p50) and %.0f ms (p95), longest gap %d ms, silent %d ms in all",
                level,
                pulses,
                length.toSeconds(),
                off.length == 0 ? -1 : off[off.length - 1],
                at(late, 0.5),
                at(late, 0.95),
                longestGap.toMillis(),
                silent.toMillis());
    }
}
