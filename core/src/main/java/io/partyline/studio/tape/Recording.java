package io.partyline.studio.tape;

import io.partyline.audio.Frames;
import io.partyline.audio.loudness.Loudness;
import io.partyline.mix.WhoHears;
import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import io.partyline.show.ShowId;
import io.partyline.studio.sound.Pause;
import io.partyline.studio.sound.ShowTime;
import io.partyline.studio.sound.Tape;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The thread named `record`: takes what the mixer puts on the tapes to the disk, one stem a
/// source.
///
/// If the disk fails, recording stops with one alarm and the show goes on. The next show is
/// recorded again.
public final class Recording implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Recording.class.getName());

    /// How often the tapes are emptied: seldom enough that the disk is asked for a few frames at
    /// once, often enough that a kill costs next to nothing.
    private static final Duration ROUND = Duration.ofMillis(4 * Frames.MILLIS);

    /// Samples that are written at once.
    private static final int BITE = 4 * Frames.SAMPLES;

    /// Jobs that may wait while the disk stands still. A call brings two, from its take to its end,
    /// an AI caller two more, so this is hundreds of calls; whoever asks is the show thread and
    /// cannot wait.
    static final int JOBS = 1_024;

    private final StemRecorder recorder;
    private final Consumer<String> onFailure;
    private final Pause pause;
    private final BlockingQueue<Runnable> jobs = new ArrayBlockingQueue<>(JOBS);
    private final Map<WhoHears.Mix, Track> tracks = new HashMap<>();

    /// Tapes that run although nothing of them is recorded now, as between two shows: room is made
    /// on them all the same, so that the first frame that counts finds some.
    private final List<Tape> idle = new ArrayList<>();

    private final Thread thread;

    /// Only for the record thread.
    private boolean paused;

    private volatile Optional<String> failure = Optional.empty();
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean overrun;
    private volatile boolean stopping;

    private final class Track {
        private final ShowTime time;
        private final String name;
        private final Tape tape;
        private final float[] bite = new float[BITE];
        private long dropped;
        private long from;
        private int filled;
        private boolean aiVoices;
        private Optional<StemRecorder.Stem> stem = Optional.empty();

        /// @param dropped the tape's count when the stem was asked for: what is dropped from then
        ///   on is missed, however long the disk takes to get to it
        private Track(ShowTime time, String name, Tape tape, long dropped) {
            this.time = time;
            this.name = name;
            this.tape = tape;
            this.dropped = dropped;
        }

        private void drain() {
            tape.drain(this::add);
            flush();
            long now = tape.dropped();
            lose(name, now - dropped);
            dropped = now;
        }

        /// What was mixed before the show is no part of it, nor is what comes while the host wants
        /// nothing recorded.
        private void add(long mixed, float[] frame) {
            if (paused) {
                return;
            }
            int before = time.before(mixed);
            int count = Frames.SAMPLES - before;
            long at = time.position(mixed + before);
            if (filled + count > BITE || at != from + filled) {
                flush();
                from = at;
            }
            System.arraycopy(frame, before, bite, filled, count);
            filled += count;
        }

        private void flush() {
            if (filled > 0 && failure.isEmpty()) {
                attempt(() -> open().write(from, bite, filled));
            }
            filled = 0;
        }

        private StemRecorder.Stem open() {
            if (stem.isPresent()) {
                return stem.orElseThrow();
            }
            StemRecorder.Stem open = recorder.open(time.show(), name);
            stem = Optional.of(open);
            if (aiVoices) {
                open.holdsAiVoices();
            }
            return open;
        }

        private void holdAiVoices() {
            if (!aiVoices) {
                aiVoices = true;
                attempt(() -> stem.ifPresent(StemRecorder.Stem::holdsAiVoices));
            }
        }

        private void measured(Loudness loudness) {
            attempt(() -> stem.ifPresent(open -> open.measured(loudness)));
        }

        private void close() {
            drain();
            attempt(() -> stem.ifPresent(StemRecorder.Stem::close));
        }
    }

    /// @param onFailure told once a show, on the record thread, with a sentence for the host
    /// @param pause how it waits between two rounds
    public Recording(StemRecorder recorder, Consumer<String> onFailure, Pause pause) {
        this.recorder = recorder;
        this.pause = pause;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name("record").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// What the recording lacks, in a sentence: all of it from a failure on, or single frames.
    public Optional<String> trouble() {
        return failure.or(
                () -> Optional.of(lost.get()).filter(frames -> frames > 0).map(Recording::late));
    }

    private static String late(long frames) {
        return "The disk is slow: %d ms of sound are missing in the recording."
                .formatted(frames * Frames.MILLIS);
    }

    private void lose(String stem, long frames) {
        if (frames > 0) {
            LOG.log(Level.WARNING, "{0} lacks {1} frames: the disk is slow", stem, frames);
            lost.addAndGet(frames);
        }
    }

    /// Begins with another show: what the last one's recording lacks is no trouble of this one.
    public void begin() {
        add(
                () -> {
                    endAll();
                    idle.clear();
                    failure = Optional.empty();
                    lost.set(0);
                },
                () -> {});
    }

    /// Keeps sound from now on, or does not: a pause is silence in the stems.
    public void run(boolean on) {
        add(() -> paused = !on, () -> {});
    }

    /// Makes room on a tape that runs from now on, and of which a stem may be made later in the
    /// show.
    public void expect(Tape tape) {
        add(() -> idle.add(tape), () -> {});
    }

    /// Starts a stem, unless it has been started; its file begins with the first frame of the show
    /// that is on the tape.
    ///
    /// @param mix the listener whose sound it is
    public void record(ShowTime time, WhoHears.Mix mix, String name, Tape tape) {
        long dropped = tape.dropped();
        add(
                () -> {
                    idle.remove(tape);
                    tracks.computeIfAbsent(mix, _ -> new Track(time, name, tape, dropped));
                },
                () -> {});
    }

    /// Notes in a stem that AI voices are in it from about now on.
    public void holdsAiVoices(WhoHears.Mix mix) {
        add(() -> Optional.ofNullable(tracks.get(mix)).ifPresent(Track::holdAiVoices), () -> {});
    }

    /// Notes in a stem how loud it is, all of it.
    public void measured(WhoHears.Mix mix, Loudness loudness) {
        add(
                () -> Optional.ofNullable(tracks.get(mix)).ifPresent(t -> t.measured(loudness)),
                () -> {});
    }

    /// Ends a stem once all that is on its tape has been written.
    ///
    /// @return done when its file is closed, whatever became of it
    public CompletableFuture<Void> close(WhoHears.Mix mix) {
        var done = new CompletableFuture<Void>();
        add(
                () -> {
                    Track track = tracks.remove(mix);
                    if (track != null) {
                        track.close();
                    }
                    done.complete(null);
                },
                () -> done.complete(null));
        return done;
    }

    /// Ends all stems of a show and gives them the same length.
    public CompletableFuture<Void> finish(ShowId show, long length) {
        var done = new CompletableFuture<Void>();
        add(
                () -> {
                    endAll();
                    attempt(() -> recorder.finish(show, length));
                    done.complete(null);
                },
                () -> done.complete(null));
        return done;
    }

    /// @param otherwise done if there is no room for the job; the record thread then gives up, with
    ///   an alarm
    private void add(Runnable job, Runnable otherwise) {
        if (!jobs.offer(job)) {
            overrun = true;
            otherwise.run();
        }
        LockSupport.unpark(thread);
    }

    private void endAll() {
        List<Track> ended = new ArrayList<>(tracks.values());
        tracks.clear();
        for (Track track : ended) {
            track.close();
            idle.add(track.tape);
        }
    }

    private void drain() {
        tracks.values().forEach(Track::drain);
        idle.forEach(Tape::forget);
    }

    /// Does what is left to do, then ends.
    @Override
    public void close() {
        stopping = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        recorder.close();
    }

    private void run() {
        while (!stopping || !jobs.isEmpty()) {
            Runnable job = jobs.poll();
            drain();
            if (overrun) {
                overrun = false;
                fail("The disk has stood still for so long that recording was given up.");
                endAll();
            }
            if (job != null) {
                job.run();
            } else {
                pause.pause(ROUND.toNanos());
            }
            stopping |= Thread.interrupted();
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (StemException failed) {
            LOG.log(Level.ERROR, "recording stopped", failed);
            fail(String.valueOf(failed.getMessage()));
        } catch (RuntimeException mistake) {
            // Whoever waits for a stem to be closed must not wait for ever.
            LOG.log(Level.ERROR, "recording stopped by a mistake", mistake);
            fail("The recorder made a mistake; nothing more of this show is recorded.");
        }
    }

    private void fail(String why) {
        if (failure.isEmpty()) {
            failure = Optional.of(why);
            onFailure.accept(why);
        }
    }
}
