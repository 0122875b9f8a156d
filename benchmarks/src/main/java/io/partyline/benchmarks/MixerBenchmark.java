package io.partyline.benchmarks;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.level.Limiter;
import io.partyline.audio.mixer.Listener;
import io.partyline.audio.mixer.Mixer;
import io.partyline.audio.mixer.Patch;
import io.partyline.audio.mixer.Strip;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a tick costs, in nanoseconds: everybody hears everybody else, and one program hears all.
///
/// Beside the mixer, two other ways to the same sums, without meters, limiter or copies out: the
/// obvious one, sample by sample, and that of summing once and taking each listener's own sound off
/// again.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class MixerBenchmark {
    /// How many talk and listen.
    @Param({"4", "10", "30"})
    public int parties;

    private final Mixer mixer = new Mixer();
    private float[][] sounds = {};
    private float[][] feeds = {};
    private final float[] whole = new float[Frames.SAMPLES];
    private final Limiter limiter = new Limiter();
    private final float[] loud = Sounds.frame(1);
    private final float[] quiet = new float[Frames.SAMPLES];

    /// Plugs everybody in.
    @Setup
    public void plug() {
        sounds = new float[parties][];
        feeds = new float[parties][Frames.SAMPLES];
        var patch = new Patch.Builder().version(1);
        var listeners = new Listener[parties];
        var program = new Listener("program", listener(whole), true);
        for (int i = 0; i < parties; i++) {
            sounds[i] = Sounds.frame(i);
            listeners[i] = new Listener("feed", listener(feeds[i]));
        }
        for (int i = 0; i < parties; i++) {
            var strip = new Strip("party", source(sounds[i]));
            patch.hears(program, strip, 0.2f);
            for (int l = 0; l < parties; l++) {
                if (l != i) {
                    patch.hears(listeners[l], strip, 1);
                }
            }
        }
        mixer.patch(patch.build());
        for (int i = 0; i < Frames.SAMPLES; i++) {
            loud[i] *= 8;
        }
    }

    private static FrameSource source(float[] sound) {
        return frame -> {
            System.arraycopy(sound, 0, frame, 0, Frames.SAMPLES);
            return true;
        };
    }

    private static FrameSink listener(float[] into) {
        return frame -> System.arraycopy(frame, 0, into, 0, Frames.SAMPLES);
    }

    /// Reads, sums, limits the program, measures every strip and listener, and writes.
    @Benchmark
    public long tick() {
        mixer.tick();
        return mixer.ticks();
    }

    /// Sums only: for each sample of each listener over all strips.
    @Benchmark
    public float[][] naiveSums() {
        for (int l = 0; l < parties; l++) {
            for (int i = 0; i < Frames.SAMPLES; i++) {
                float sum = 0;
                for (int s = 0; s < parties; s++) {
                    if (s != l) {
                        sum += sounds[s][i];
                    }
                }
                feeds[l][i] = sum;
            }
        }
        return feeds;
    }

    /// Sums only: the whole once, less each listener's own.
    @Benchmark
    public float[][] wholeLessOwnSums() {
        System.arraycopy(sounds[0], 0, whole, 0, Frames.SAMPLES);
        for (int s = 1; s < parties; s++) {
            float[] sound = sounds[s];
            for (int i = 0; i < Frames.SAMPLES; i++) {
                whole[i] += sound[i];
            }
        }
        for (int l = 0; l < parties; l++) {
            float[] own = sounds[l];
            float[] feed = feeds[l];
            for (int i = 0; i < Frames.SAMPLES; i++) {
                feed[i] = whole[i] - own[i];
            }
        }
        return feeds;
    }

    /// A frame that is turned down.
    @Benchmark
    public float[] limiterAtWork() {
        System.arraycopy(loud, 0, quiet, 0, Frames.SAMPLES);
        limiter.process(quiet);
        return quiet;
    }

    /// A frame that is left alone.
    @Benchmark
    public float[] limiterAtRest() {
        System.arraycopy(sounds[0], 0, quiet, 0, Frames.SAMPLES);
        limiter.process(quiet);
        return quiet;
    }
}
