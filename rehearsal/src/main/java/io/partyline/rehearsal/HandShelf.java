package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import io.partyline.port.SoundStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A shelf that a test puts sound on, in memory. Safe for use by many threads.
public final class HandShelf implements SoundShelf {
    private final Map<String, Lying> pieces = new ConcurrentSkipListMap<>();
    private final AtomicLong versions = new AtomicLong();
    private final AtomicInteger opened = new AtomicInteger();
    private final Map<String, Long> farthest = new ConcurrentHashMap<>();
    private volatile Runnable changed = () -> {};
    private volatile Optional<String> trouble = Optional.empty();

    private static final class Lying {
        private final Piece piece;
        private final float[] samples;

        /// The sample behind which it cannot be read.
        private final int breaksAt;

        private Lying(Piece piece, float[] samples, int breaksAt) {
            this.piece = piece;
            this.samples = samples;
            this.breaksAt = breaksAt;
        }

        private Piece piece() {
            return piece;
        }
    }

    /// An empty shelf.
    public HandShelf() {}

    /// Puts a piece there, in the place of one of that name.
    ///
    /// @param samples mono at 48 kHz
    public void put(String id, float[] samples) {
        put(id, samples, Integer.MAX_VALUE);
    }

    /// Puts a piece there that cannot be read behind some sample.
    public void put(String id, float[] samples, int breaksAt) {
        Duration length = Duration.ofMillis(samples.length * 1_000L / Frames.RATE);
        var piece =
                new Piece(
                        id,
                        title(id),
                        "",
                        Optional.of(length),
                        Optional.empty(),
                        versions.incrementAndGet());
        pieces.put(id, new Lying(piece, samples.clone(), breaksAt));
        changed.run();
    }

    /// Puts something there that is no sound.
    public void putRubbish(String id) {
        var piece =
                new Piece(
                        id,
                        title(id),
                        "",
                        Optional.empty(),
                        Optional.of(cannot(id)),
                        versions.incrementAndGet());
        pieces.put(id, new Lying(piece, new float[0], 0));
        changed.run();
    }

    private static String title(String id) {
        int dot = id.lastIndexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    private static String cannot(String id) {
        return "\"%s\" cannot be played: it is damaged.".formatted(id);
    }

    /// Takes a piece away.
    public void remove(String id) {
        pieces.remove(id);
        changed.run();
    }

    /// Something goes wrong with all of it, or is well again.
    public void trouble(Optional<String> sentence) {
        trouble = sentence;
    }

    /// The most samples that one reader of a piece has read, repetitions included: a test that
    /// turns its clock faster than life waits for whoever decodes.
    public long read(String id) {
        return farthest.getOrDefault(id, 0L);
    }

    /// How often a piece has been opened.
    public int opened() {
        return opened.get();
    }

    @Override
    public String name() {
        return "a shelf worked by hand";
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public List<Piece> pieces() {
        return pieces.values().stream().map(Lying::piece).toList();
    }

    @Override
    public void watch(Runnable told) {
        changed = told;
        if (!pieces.isEmpty()) {
            told.run();
        }
    }

    @Override
    public SoundStream open(String id) {
        Lying lying = pieces.get(id);
        if (lying == null) {
            throw new SoundException("\"%s\" is not there.".formatted(id));
        }
        if (lying.piece().trouble().isPresent()) {
            throw new SoundException(lying.piece().trouble().get());
        }
        opened.incrementAndGet();
        return new Stream(lying);
    }

    @Override
    public void close() {
        changed = () -> {};
    }

    private final class Stream implements SoundStream {
        private final Lying lying;
        private int at;
        private long read;
        private boolean closed;

        private Stream(Lying lying) {
            this.lying = lying;
        }

        @Override
        public int read(float[] into) {
            check();
            int end = Math.min(lying.samples.length, lying.breaksAt);
            int count = Math.min(into.length, end - at);
            if (count > 0) {
                System.arraycopy(lying.samples, at, into, 0, count);
                at += count;
                read += count;
                farthest.merge(lying.piece().id(), read, Math::max);
                return count;
            }
            if (end < lying.samples.length) {
                throw new SoundException(cannot(lying.piece().id()));
            }
            return -1;
        }

        @Override
        public void again() {
            check();
            at = 0;
        }

        @Override
        public int last(float[] into) {
            check();
            return 0;
        }

        private void check() {
            if (closed) {
                throw new IllegalStateException("the stream is closed");
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
