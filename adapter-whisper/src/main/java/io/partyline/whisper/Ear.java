package io.partyline.whisper;

import io.partyline.audio.speech.SpeechCutter;
import io.partyline.audio.speech.SpokenPiece;
import io.partyline.audio.speech.VoiceDetector;
import io.partyline.cast.TurnEnd;
import io.partyline.port.Transcriber;
import io.partyline.port.Transcriber.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One speaker's ear: cuts what they say, has it recognised, and tells what it was, in order, on a
/// thread of its own.
///
/// For one thread, as the port says; only what has been recognised comes from others.
final class Ear implements Transcriber.Session, SpeechCutter.Taker {
    /// How sure our recognisers are is not to be had from them.
    private static final double CONFIDENCE = 0.8;

    /// At the end of a call, its last words are waited for.
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    /// What has not been recognised after this never will be: the queue is bounded by less.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(20);

    /// Where one piece's voice is, and what was recognised of it.
    private record Listened(long from, long to, Evidence evidence, CompletableFuture<String> text) {
        Listened(SpokenPiece piece, Evidence evidence, CompletableFuture<String> text) {
            this(piece.voiceFrom(), piece.voiceTo(), evidence, text);
        }

        /// What was said in it, as soon as that is known.
        String said() throws InterruptedException {
            try {
                String said = Wording.clean(text.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS));
                return Invented.is(said, evidence) ? "" : said;
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("a job is always completed with a text", e);
            }
        }
    }

    /// A piece that may be the last.
    private static final class Trial {
        private final RecogniserQueue.Job job;
        private final Listened listened;
        private boolean known;

        private Trial(RecogniserQueue.Job job, Listened listened) {
            this.job = job;
            this.listened = listened;
        }
    }

    private final RecogniserQueue queue;
    private final Urgency urgency;
    private final Consumer<Heard> heard;
    private final VoiceDetector detector;
    private final SpeechCutter cutter;
    private final ExecutorService teller =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("heard").factory());
    private final List<Listened> said = new ArrayList<>();
    private @Nullable Trial trial;
    private boolean closed;

    Ear(RecogniserQueue queue, Urgency urgency, VoiceDetector detector, Consumer<Heard> heard) {
        this.queue = queue;
        this.urgency = urgency;
        this.detector = detector;
        this.heard = heard;
        cutter = new SpeechCutter(detector, this);
    }

    @Override
    public void accept(float[] frame, long atSample) {
        if (!closed) {
            tellTheCutter();
            cutter.accept(frame, atSample);
        }
    }

    /// What was recognised on trial decides when the speaker has finished.
    private void tellTheCutter() {
        if (trial != null && !trial.known && trial.listened.text.isDone()) {
            trial.known = true;
            cutter.known(TurnEnd.after(saidIn(trial.listened)));
        }
    }

    @Override
    public void perhaps(SpokenPiece piece) {
        Evidence evidence = Evidence.of(piece);
        if (evidence.isTooLittle()) {
            cutter.known(TurnEnd.after(""));
        } else {
            RecogniserQueue.Job job = queue.offer(Clip.of(piece), urgency, true);
            trial = new Trial(job, new Listened(piece, evidence, job.text()));
        }
    }

    @Override
    public void goesOn() {
        if (trial != null) {
            trial.job.withdraw();
            trial = null;
        }
    }

    @Override
    public void piece(SpokenPiece piece) {
        Evidence evidence = Evidence.of(piece);
        if (!evidence.isTooLittle()) {
            var job = queue.offer(Clip.of(piece), urgency, false);
            said.add(new Listened(piece, evidence, job.text()));
        }
    }

    @Override
    public void over() {
        if (trial != null) {
            trial.job.confirm();
            said.add(trial.listened);
            trial = null;
        }
        if (!said.isEmpty()) {
            List<Listened> all = List.copyOf(said);
            said.clear();
            teller.execute(() -> tell(all));
        }
    }

    /// Waits until all of it has been recognised, and tells it as one.
    private void tell(List<Listened> all) {
        List<Listened> words = all.stream().filter(piece -> !saidIn(piece).isEmpty()).toList();
        if (!words.isEmpty()) {
            String text = words.stream().map(Ear::saidIn).collect(Collectors.joining(" "));
            long from = words.getFirst().from();
            heard.accept(new Heard(text, from, words.getLast().to(), CONFIDENCE));
        }
    }

    private static String saidIn(Listened piece) {
        try {
            return piece.said();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /// Waits for the last words, but not for long; they are told even if they come later.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            cutter.flush();
            detector.close();
            teller.shutdown();
            try {
                teller.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
