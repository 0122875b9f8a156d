package io.partyline.whisper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Takes clips to the recogniser one after the other: callers on the air before the host, and what
/// is only on trial behind all that has really been said.
///
/// When it falls behind, trials wait until they are confirmed or withdrawn, and then the recogniser
/// is told to hurry. Safe for use by many threads.
final class RecogniserQueue implements AutoCloseable {
    /// Who waits longer than this waits too long; trials and good models are given up for it.
    private static final Duration BEHIND = Duration.ofMillis(300);

    /// So much sound may wait, as 16-bit samples 38 MB: whatever comes on top is lost, and counted.
    private static final double MOST_SECONDS = 20 * 60;

    /// How much of the old is in the new average of how long a second of sound takes.
    private static final double INERTIA = 0.8;

    private static final double FIRST_PACE = 0.2;

    private final Recogniser recogniser;
    private final ReentrantLock guard = new ReentrantLock();
    private final Condition work = guard.newCondition();
    private final List<Job> waiting = new ArrayList<>();
    private final List<Job> running = new ArrayList<>();
    private double pace = FIRST_PACE;
    private long numbered;
    private boolean closed;
    private boolean cold;
    private final AtomicLong lost = new AtomicLong();
    private volatile String failure = "";

    /// One clip's way through the queue.
    final class Job {
        private final Clip clip;
        private final Urgency urgency;
        private final long number;
        private final CompletableFuture<String> text = new CompletableFuture<>();
        private boolean trial;

        private Job(Clip clip, Urgency urgency, boolean trial, long number) {
            this.clip = clip;
            this.urgency = urgency;
            this.trial = trial;
            this.number = number;
        }

        /// What was recognised, as it was written; empty if nothing was. It always comes.
        CompletableFuture<String> text() {
            return text;
        }

        /// It is no trial any more: it was really said.
        void confirm() {
            locked(() -> trial = false);
        }

        /// Nobody wants to know any more.
        void withdraw() {
            locked(() -> waiting.remove(this));
            text.complete("");
        }

        private boolean isTrial() {
            return trial;
        }

        /// What is said to the screener comes behind all that is said on the air, trials included.
        private boolean isAside() {
            return urgency == Urgency.ASIDE;
        }
    }

    RecogniserQueue(Recogniser recogniser) {
        this.recogniser = recogniser;
        for (int i = 1; i <= recogniser.hands(); i++) {
            Thread.ofPlatform().daemon().name("recognise-" + i).start(this::run);
        }
    }

    /// Lets the recogniser make itself ready, before anybody has spoken.
    void warmUp() {
        locked(() -> cold = true);
    }

    /// Never waits.
    Job offer(Clip clip, Urgency urgency, boolean trial) {
        guard.lock();
        try {
            var job = new Job(clip, urgency, trial, numbered++);
            if (closed || waitingSeconds() + clip.seconds() > MOST_SECONDS) {
                lost.incrementAndGet();
                failure = "Too much was waiting to be recognised.";
                job.text.complete("");
            } else {
                waiting.add(job);
                work.signalAll();
            }
            return job;
        } finally {
            guard.unlock();
        }
    }

    /// How long it will take until all that has really been said is recognised.
    Duration backlog() {
        guard.lock();
        try {
            var said = Stream.concat(waiting.stream(), running.stream()).filter(job -> !job.trial);
            return Duration.ofMillis(Math.round(millis(said)));
        } finally {
            guard.unlock();
        }
    }

    /// What was lost and why, in words for the host.
    Optional<String> trouble() {
        return Optional.of(failure).filter(why -> !why.isEmpty()).map(why -> why + losses());
    }

    /// How much could not be recognised since the start; empty if nothing, else with a space before
    /// it.
    String losses() {
        long count = lost.get();
        return count == 0
                ? ""
                : " %d utterance%s could not be written down."
                        .formatted(count, count == 1 ? "" : "s");
    }

    private double waitingSeconds() {
        return waiting.stream().mapToDouble(job -> job.clip.seconds()).sum();
    }

    private void locked(Runnable change) {
        guard.lock();
        try {
            change.run();
            work.signalAll();
        } finally {
            guard.unlock();
        }
    }

    private void run() {
        for (Optional<Runnable> task = next(); task.isPresent(); task = next()) {
            task.get().run();
        }
    }

    private Optional<Runnable> next() {
        guard.lock();
        try {
            while (!closed) {
                if (cold) {
                    cold = false;
                    return Optional.of(this::makeReady);
                }
                Optional<Job> job = mostUrgent();
                if (job.isPresent()) {
                    waiting.remove(job.get());
                    running.add(job.get());
                    boolean hurried = isBehind(job.get());
                    return Optional.of(() -> recognise(job.get(), hurried));
                }
                work.await();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            guard.unlock();
        }
        return Optional.empty();
    }

    private Optional<Job> mostUrgent() {
        return waiting.stream()
                .filter(job -> !job.trial || !isBehind(job))
                .min(
                        Comparator.comparing(Job::isAside)
                                .thenComparing(Job::isTrial)
                                .thenComparing(job -> job.urgency)
                                .thenComparingLong(job -> job.number));
    }

    /// Whether too much has really been said on the air that is not recognised yet, this one aside.
    private boolean isBehind(Job besides) {
        return millis(
                        Stream.concat(waiting.stream(), running.stream())
                                .filter(job -> job != besides && !job.trial && !job.isAside()))
                > BEHIND.toMillis();
    }

    private double millis(Stream<Job> jobs) {
        return 1_000
                * pace
                / recogniser.hands()
                * jobs.mapToDouble(job -> job.clip.seconds()).sum();
    }

    private void makeReady() {
        try {
            recogniser.warmUp();
        } catch (RecogniserException cold) {
            failure = cold.sentence();
        }
    }

    private void recognise(Job job, boolean hurried) {
        long began = System.nanoTime();
        String text = "";
        try {
            text = recogniser.recognise(job.clip, hurried);
            failure = "";
        } catch (RecogniserException unheard) {
            failure = unheard.sentence();
            lost(job);
        } catch (RuntimeException unforeseen) {
            failure = "The speech recogniser failed: %s.".formatted(unforeseen);
            lost(job);
        } finally {
            done(job, (System.nanoTime() - began) / 1e9);
            job.text.complete(text);
        }
    }

    private void lost(Job job) {
        if (!job.text.isDone()) {
            lost.incrementAndGet();
        }
    }

    private void done(Job job, double seconds) {
        locked(() -> {
            running.remove(job);
            double measured = seconds / job.clip.seconds();
            pace = INERTIA * pace + (1 - INERTIA) * measured;
        });
    }

    /// Ends the recogniser; what still waits is given up.
    @Override
    public void close() {
        locked(() -> {
            closed = true;
            waiting.forEach(job -> job.text.complete(""));
            waiting.clear();
        });
        recogniser.close();
    }
}
