package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import io.partyline.show.ShowId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A recorder that keeps the stems of short shows in memory. Strict: writing to a closed stem
/// fails.
public final class MemoryStems implements StemRecorder {
    private record Key(ShowId show, String name) {}

    private final Map<Key, Recorded> stems = new ConcurrentHashMap<>();
    private volatile boolean full;

    /// An empty recorder.
    public MemoryStems() {}

    /// From now on there is no room.
    public void fillUp() {
        full = true;
    }

    /// The names of the stems of a show, also of closed ones.
    public Set<String> names(ShowId show) {
        return of(show).map(Key::name).collect(Collectors.toUnmodifiableSet());
    }

    /// The samples of a stem, from show zero.
    public Optional<float[]> samples(ShowId show, String name) {
        return Optional.ofNullable(stems.get(new Key(show, name))).map(Recorded::copy);
    }

    /// How many stems are open.
    public long open() {
        return stems.values().stream().filter(stem -> !stem.closed).count();
    }

    @Override
    public Stem open(ShowId show, String name) {
        requireRoom();
        var free = new Key(show, name);
        for (int i = 2; stems.containsKey(free); i++) {
            free = new Key(show, name + "-" + i);
        }
        var stem = new Recorded(free.name());
        stems.put(free, stem);
        return stem;
    }

    @Override
    public void finish(ShowId show, long length) {
        of(show).map(stems::get).forEach(stem -> stem.finish(Math.toIntExact(length)));
    }

    private Stream<Key> of(ShowId show) {
        return stems.keySet().stream().filter(key -> key.show().equals(show));
    }

    @Override
    public void close() {
        stems.values().forEach(Recorded::close);
    }

    private void requireRoom() {
        if (full) {
            throw new StemException(
                    "The disk is full: the recording has stopped, the show goes on.");
        }
    }

    private final class Recorded implements Stem {
        private final String name;
        private float[] samples = new float[Frames.RATE];
        private int length;
        private volatile boolean closed;

        private Recorded(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public synchronized void write(long atSample, float[] more, int count) {
            requireRoom();
            if (closed) {
                throw new StemException("The stem %s is closed.".formatted(name));
            }
            int end = Math.toIntExact(atSample + count);
            reserve(end);
            System.arraycopy(more, 0, samples, (int) atSample, count);
            length = Math.max(length, end);
        }

        @Override
        public void close() {
            closed = true;
        }

        private synchronized void finish(int end) {
            closed = true;
            reserve(end);
            length = end;
        }

        private void reserve(int end) {
            if (end > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(end, samples.length * 2));
            }
        }

        private synchronized float[] copy() {
            return Arrays.copyOf(samples, length);
        }
    }
}
