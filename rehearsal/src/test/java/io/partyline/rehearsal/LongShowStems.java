package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.audio.loudness.Loudness;
import io.partyline.port.StemRecorder;
import io.partyline.show.ShowId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A recorder for shows of hours: it looks at what is written and keeps only the last seconds of it
/// and how loud each frame was.
///
/// Once all stems have a sample, the mix has to be their sum: to the sample, for hours.
final class LongShowStems implements StemRecorder {
    /// 20 s: far more than one stem is ever ahead of another.
    private static final int KEPT = 1 << 20;

    private static final int MASK = KEPT - 1;

    private final Map<String, Kept> stems = new LinkedHashMap<>();
    private long compared;
    private double worst;
    private volatile long finished = -1;

    /// One stem.
    final class Kept implements Stem {
        private final String name;
        private final float[] latest = new float[KEPT];
        private final List<Float> loudness = new ArrayList<>();
        private double sum;
        private float last;
        private double steepest;
        private long begun = -1;
        private volatile long length;
        private boolean whole = true;

        private Kept(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void write(long atSample, float[] samples, int count) {
            whole &= begun < 0 || atSample == length;
            begun = begun < 0 ? atSample : begun;
            last = atSample == begun ? samples[0] : last;
            for (int i = 0; i < count; i++) {
                long at = atSample + i;
                latest[(int) (at & MASK)] = samples[i];
                steepest = Math.max(steepest, Math.abs((double) samples[i] - last));
                last = samples[i];
                sum += (double) samples[i] * samples[i];
                if (at % Frames.SAMPLES == Frames.SAMPLES - 1) {
                    loudness.add((float) Math.sqrt(sum / Frames.SAMPLES));
                    sum = 0;
                }
            }
            length = atSample + count;
            compare();
        }

        /// How much of it has been written, in samples from show zero.
        long length() {
            return length;
        }

        /// Its first sample, from show zero.
        long begun() {
            return begun;
        }

        /// Whether it was written without a gap.
        boolean whole() {
            return whole;
        }

        /// The greatest step from one sample to the next.
        double steepest() {
            return steepest;
        }

        /// How loud each frame was since it began.
        List<Float> loudness() {
            return loudness;
        }

        @Override
        public void holdsAiVoices() {}

        @Override
        public void measured(Loudness loudness) {}

        @Override
        public void close() {}
    }

    private void compare() {
        Kept mix = stems.get("00_Mix");
        if (mix == null || stems.size() < 4) {
            return;
        }
        long from =
                Math.max(
                        compared,
                        stems.values().stream().mapToLong(Kept::begun).max().orElseThrow());
        long to = stems.values().stream().mapToLong(stem -> stem.length).min().orElseThrow();
        for (long at = from; at < to; at++) {
            double sum = 0;
            for (Kept stem : stems.values()) {
                sum += stem == mix ? 0 : stem.latest[(int) (at & MASK)];
            }
            worst = Math.max(worst, Math.abs(sum - mix.latest[(int) (at & MASK)]));
        }
        compared = Math.max(compared, to);
    }

    @Override
    public synchronized Stem open(ShowId show, String name) {
        var stem = new Kept(name);
        stems.put(name, stem);
        return stem;
    }

    /// A stem, once it has been begun.
    synchronized Optional<Kept> stem(String name) {
        return Optional.ofNullable(stems.get(name));
    }

    /// How many samples of the mix have been compared with the sum of the others.
    long compared() {
        return compared;
    }

    /// The greatest difference.
    double worst() {
        return worst;
    }

    /// The length that all stems were given; -1 before.
    long finished() {
        return finished;
    }

    @Override
    public void finish(ShowId show, long length) {
        finished = length;
    }

    @Override
    public List<String> delete(ShowId show, Set<String> names) {
        return List.of();
    }

    @Override
    public void close() {}
}
