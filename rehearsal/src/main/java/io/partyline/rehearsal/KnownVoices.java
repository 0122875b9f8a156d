package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Resampler;
import io.partyline.audio.speech.SpeechCutter;
import io.partyline.audio.speech.SpokenPiece;
import io.partyline.audio.speech.VoiceByLevel;
import io.partyline.cast.TurnEnd;
import io.partyline.port.Transcriber;
import io.partyline.show.Speaker;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// A recogniser that knows every line that will be said, and hears which of them it was.
///
/// It compares the loudness of what it hears, 20 ms at a time, with that of every known line. So it
/// is right only about sound that really arrived: a line that was cut, mixed up with another or
/// lost is not recognised. A line that came over a bad network is, with a pause in its middle, as a
/// person would know it again. Safe for use by many threads.
public final class KnownVoices implements Transcriber {
    /// How alike two courses of loudness must be. Measured over the lines that ship: a line from a
    /// telephone is at 0.91 and more, with three pauses in it at 0.88; another line is at 0.79, and
    /// two thirds of the line at 0.75 or so.
    private static final double ALIKE = 0.83;

    private record Known(String text, List<Double> loudness) {
        double[] course() {
            return loudness.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private record Match(Known line, Alignment how) {
        double likeness() {
            return how.likeness();
        }
    }

    private final List<Known> lines = new CopyOnWriteArrayList<>();

    /// A recogniser that knows nothing yet.
    public KnownVoices() {}

    /// Learns a line.
    ///
    /// @param samples how it sounds, mono
    /// @param rate samples a second
    public void learn(String text, float[] samples, int rate) {
        double[] course = course(samples, rate);
        lines.add(new Known(text, Arrays.stream(course).boxed().toList()));
    }

    @Override
    public String name() {
        return "known voices";
    }

    @Override
    public Session open(Speaker speaker, Consumer<Heard> heard) {
        return new Ear(heard);
    }

    /// One speaker's ear. What may be a whole line is recognised on a thread of its own while the
    /// silence behind it is still being waited for, as in a real show; once it is closed, all text
    /// has come.
    private final class Ear implements Session, SpeechCutter.Taker {
        private final SpeechCutter cutter = new SpeechCutter(new VoiceByLevel(), this);
        private final Consumer<Heard> heard;
        private final ExecutorService thread =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().name("hear-known").factory());
        private Optional<CompletableFuture<Optional<Heard>>> trial = Optional.empty();
        private boolean closed;

        private Ear(Consumer<Heard> heard) {
            this.heard = heard;
        }

        @Override
        public void perhaps(SpokenPiece piece) {
            trial = Optional.of(recognised(piece));
        }

        @Override
        public void goesOn() {
            trial = Optional.empty();
        }

        @Override
        public void piece(SpokenPiece piece) {
            tell(recognised(piece));
        }

        @Override
        public void over() {
            trial.ifPresent(this::tell);
            trial = Optional.empty();
        }

        private CompletableFuture<Optional<Heard>> recognised(SpokenPiece piece) {
            return CompletableFuture.supplyAsync(
                    () -> recognise(piece.samples(), piece.from()), thread);
        }

        /// Behind all that was recognised before, and in that order.
        private void tell(CompletableFuture<Optional<Heard>> said) {
            thread.execute(() -> said.join().ifPresent(heard));
        }

        @Override
        public void accept(float[] frame, long atSample) {
            if (!closed) {
                trial.filter(CompletableFuture::isDone)
                        .ifPresent(said -> cutter.known(TurnEnd.after(text(said.join()))));
                cutter.accept(frame, atSample);
            }
        }

        private static String text(Optional<Heard> said) {
            return said.map(Heard::text).orElse("");
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                cutter.flush();
                thread.close();
            }
        }
    }

    private Optional<Heard> recognise(float[] samples, long from) {
        double[] course = course(samples, Frames.RATE);
        return lines.stream()
                .map(line -> new Match(line, Alignment.of(line.course(), course)))
                .max(Comparator.comparingDouble(Match::likeness))
                .filter(match -> match.likeness() >= ALIKE)
                .map(match -> heard(match, from));
    }

    private static Heard heard(Match match, long from) {
        long start = from + (long) match.how().start() * Frames.SAMPLES;
        long length = (long) match.line().loudness().size() * Frames.SAMPLES;
        return new Heard(match.line().text(), start, start + length, match.likeness());
    }

    /// The loudness of each 20 ms, as far as a telephone carries it: what it does not would speak
    /// against every caller.
    private static double[] course(float[] samples, int rate) {
        var resampler = new Resampler(rate, Frames.PHONE_RATE);
        var phone = new float[resampler.maxOutput(samples.length)];
        int made = resampler.process(samples, 0, samples.length, phone, 0);
        var course = new double[made / Frames.PHONE_SAMPLES];
        var frame = new float[Frames.PHONE_SAMPLES];
        for (int i = 0; i < course.length; i++) {
            System.arraycopy(phone, i * Frames.PHONE_SAMPLES, frame, 0, Frames.PHONE_SAMPLES);
            course[i] = Frames.rms(frame, Frames.PHONE_SAMPLES);
        }
        return course;
    }
}
