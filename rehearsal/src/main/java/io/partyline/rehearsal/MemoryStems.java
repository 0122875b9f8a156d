package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.audio.loudness.Loudness;
import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import io.partyline.show.ShowId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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

    /// From now on the stems of that name that are open cannot be closed: the first attempt fails.
    public void jam(String name) {
        stems.values().stream()
                .filter(stem -> stem.name.equals(name) && !stem.closed)
                .forEach(stem -> stem.jammed = true);
    }

    /// The names of the stems of a show, also of closed ones.
    public Set<String> names(ShowId show) {
        return of(show).map(Key::name).collect(Collectors.toUnmodifiableSet());
    }

    /// The samples of a stem, from show zero.
    public Optional<float[]> samples(ShowId show, String name) {
        return Optional.ofNullable(stems.get(new Key(show, name))).map(Recorded::copy);
    }

    /// How long a stem is by now, in samples; 0 if there is none.
    public long length(ShowId show, String name) {
        return Optional.ofNullable(stems.get(new Key(show, name))).map(Recorded::length).orElse(0L);
    }

    /// Whether a stem says that AI voices are in it.
    public boolean holdsAiVoices(ShowId show, String name) {
        return Optional.ofNullable(stems.get(new Key(show, name)))
                .filter(stem -> stem.aiVoices)
                .isPresent();
    }

    /// How loud a stem says it is.
    public Optional<Loudness> measured(ShowId show, String name) {
        return Optional.ofNullable(stems.get(new Key(show, name))).flatMap(stem -> stem.measured);
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
        each(of(show).map(stems::get), stem -> stem.finish(Math.toIntExact(length)));
    }

    @Override
    public List<String> delete(ShowId show, Set<String> names) {
        List<Key> known =
                of(show).filter(key ->
                                names.contains(key.name())
                                        || names.contains(key.name().replaceFirst("-\\d+$", "")))
                        .toList();
        known.forEach(stems::remove);
        return known.stream().map(Key::name).toList();
    }

    /// Does it to all of them, and only then says what has failed.
    private static void each(Stream<Recorded> stems, Consumer<Recorded> work) {
        var failures = new ArrayList<StemException>();
        stems.forEach(stem -> {
            try {
                work.accept(stem);
            } catch (StemException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private Stream<Key> of(ShowId show) {
        return stems.keySet().stream().filter(key -> key.show().equals(show));
    }

    @Override
    public void close() {
        each(stems.values().stream(), Recorded::close);
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
        private volatile boolean jammed;
        private volatile boolean aiVoices;
        private volatile Optional<Loudness> measured = Optional.empty();

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
        public void holdsAiVoices() {
            if (closed) {
                throw new StemException("The stem %s is closed.".formatted(name));
            }
            aiVoices = true;
        }

        @Override
        public void measured(Loudness loudness) {
            if (closed) {
                throw new StemException("The stem %s is closed.".formatted(name));
            }
            measured = Optional.of(loudness);
        }

        @Override
        public void close() {
            closed = true;
            if (jammed) {
                jammed = false;
                throw new StemException("The stem %s cannot be closed.".formatted(name));
            }
        }

        private synchronized void finish(int end) {
            close();
            reserve(end);
            length = end;
        }

        private void reserve(int end) {
            if (end > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(end, samples.length * 2));
            }
        }

        private synchronized long length() {
            return length;
        }

        private synchronized float[] copy() {
            return Arrays.copyOf(samples, length);
        }
    }
}
