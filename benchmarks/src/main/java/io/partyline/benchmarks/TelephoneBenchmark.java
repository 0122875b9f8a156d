package io.partyline.benchmarks;

import io.partyline.audio.Frames;
import io.partyline.audio.buffer.JitterBuffer;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.Resampler;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a leg costs, in nanoseconds a frame of 20 ms.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class TelephoneBenchmark {
    private final float[] phone = Sounds.noise(Frames.PHONE_SAMPLES, 1);
    private final byte[] codes = new byte[Frames.PHONE_SAMPLES];
    private final float[] studio = Sounds.frame(2);
    private final float[] music = Sounds.noise(882, 3);
    private final float[] out = new float[2 * Frames.SAMPLES];
    private final float[] frame = new float[Frames.SAMPLES];
    private final Resampler up = new Resampler(Frames.PHONE_RATE, Frames.RATE);
    private final Resampler down = new Resampler(Frames.RATE, Frames.PHONE_RATE);
    private final Resampler voice = new Resampler(24_000, Frames.RATE);
    private final Resampler song = new Resampler(44_100, Frames.RATE);
    private final JitterBuffer even = new JitterBuffer();
    private final JitterBuffer drifting = new JitterBuffer();

    /// 160 samples.
    @Benchmark
    public byte[] mulawEncode() {
        Mulaw.encode(phone, 0, codes, 0, codes.length);
        return codes;
    }

    /// 160 bytes.
    @Benchmark
    public float[] mulawDecode() {
        Mulaw.decode(codes, 0, phone, 0, codes.length);
        return phone;
    }

    /// 160 samples to 960.
    @Benchmark
    public int resample8to48() {
        return up.process(phone, 0, phone.length, out, 0);
    }

    /// 960 samples to 160.
    @Benchmark
    public int resample48to8() {
        return down.process(studio, 0, studio.length, out, 0);
    }

    /// 480 samples to 960: synthetic voices.
    @Benchmark
    public int resample24to48() {
        return voice.process(studio, 0, 480, out, 0);
    }

    /// 882 samples to 960: music.
    @Benchmark
    public int resample441to48() {
        return song.process(music, 0, music.length, out, 0);
    }

    /// A frame in and a frame out.
    @Benchmark
    public boolean jitterBuffer() {
        even.write(studio, 0, Frames.SAMPLES);
        return even.read(frame);
    }

    /// The same, with a clock that is slow by a thousandth.
    @Benchmark
    public boolean jitterBufferDrifting() {
        drifting.write(studio, 0, Frames.SAMPLES - 1);
        return drifting.read(frame);
    }
}
