package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.CallerBook;
import io.partyline.port.Journal;
import io.partyline.port.SoundShelf;
import io.partyline.port.StemRecorder;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/// The fakes keep to the same contracts as the real adapters.
class MemoryContractsTest {
    @Nested
    class OfTheJournal extends JournalContract {
        private final MemoryJournal journal = new MemoryJournal();

        @Override
        protected Journal journal() {
            return journal;
        }

        @Override
        protected Journal elsewhere() {
            return journal;
        }
    }

    @Nested
    class OfTheCallerBook extends CallerBookContract {
        private final MemoryCallerBook book = new MemoryCallerBook();

        @Override
        protected CallerBook book() {
            return book;
        }
    }

    @Nested
    class OfTheShelf extends SoundShelfContract {
        private final HandShelf shelf = new HandShelf();

        @Override
        protected SoundShelf shelf() {
            return shelf;
        }

        @Override
        protected void place(String id, double frequency, Duration length) {
            var tone = new float[Frames.samplesOf(length)];
            for (int i = 0; i < tone.length; i++) {
                tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * frequency * i / Frames.RATE));
            }
            shelf.put(id, tone);
        }

        @Override
        protected void placeRubbish(String id) {
            shelf.putRubbish(id);
        }

        @Override
        protected void remove(String id) {
            shelf.remove(id);
        }

        @Override
        protected void look() {}
    }

    @Nested
    class OfTheRecorder extends StemRecorderContract {
        private final MemoryStems stems = new MemoryStems();

        @Override
        protected StemRecorder recorder() {
            return stems;
        }

        @Override
        protected float[] samples(String name) {
            return stems.samples(SHOW, name).orElseThrow();
        }

        @Override
        protected void jam(String name) {
            stems.jam(name);
        }
    }
}
