package io.partyline.benchmarks;

import io.partyline.audio.Frames;
import io.partyline.port.Journal;
import io.partyline.port.StemRecorder;
import io.partyline.show.FloorEvent;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.stems.WavStemRecorder;
import io.partyline.store.SqliteJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to keep a show, on the disk of the temporary folder (`-Djava.io.tmpdir` names
/// another). The percentiles matter: the show waits for each append.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 5)
public class StoreBenchmark {
    private static final ShowId SHOW = new ShowId("benchmark");
    private static final Instant AT = Instant.parse("2026-05-01T20:00:00Z");

    private final float[] frame = Sounds.frame(1);
    private final Path folder;
    private final SqliteJournal journal;
    private final Journal.Lease lease;
    private final WavStemRecorder recorder;
    private final StemRecorder.Stem stem;
    private long seq;
    private long samples;

    /// An empty journal and an empty stem.
    public StoreBenchmark() {
        folder = temporaryFolder();
        journal = new SqliteJournal(folder);
        lease = journal.take(SHOW);
        recorder = new WavStemRecorder(folder, () -> LocalDateTime.of(2026, 5, 1, 20, 0));
        stem = recorder.open(SHOW, "00_Mix");
    }

    /// What JMH generates cannot pass a checked exception on from a constructor.
    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("partyline-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One utterance, safe from a power cut when it returns.
    @Benchmark
    public void appendOneEvent() {
        var host = new Speaker.Host("Host");
        var said = new FloorEvent.UtteranceSpoken(host, "You are on, go ahead.", 0, AT, AT);
        journal.append(lease, List.of(new Journal.Entry(++seq, said)));
    }

    /// One frame of 20 ms; one in fifty brings the file to the disk.
    @Benchmark
    public void writeOneFrame() {
        stem.write(samples, frame, Frames.SAMPLES);
        samples += Frames.SAMPLES;
    }

    /// Leaves nothing behind.
    @TearDown
    public void close() throws IOException {
        journal.close();
        recorder.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
