package io.partyline.rehearsal;

import io.partyline.port.CallerBook;
import io.partyline.port.Journal;
import io.partyline.port.StemRecorder;

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
