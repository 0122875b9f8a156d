package io.partyline.rehearsal;

import io.partyline.audio.Frames;
import io.partyline.port.AnsweringMachine;
import io.partyline.port.CallerBook;
import io.partyline.port.Journal;
import io.partyline.port.MessageBook;
import io.partyline.port.SoundShelf;
import io.partyline.port.StemRecorder;
import io.partyline.show.CallId;
import java.time.Duration;
import java.util.List;
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
    class OfTheMessages extends MessageBookContract {
        private final MemoryMessageBook book = new MemoryMessageBook();

        @Override
        protected MessageBook book() {
            return book;
        }

        @Override
        protected MessageBook again() {
            return book;
        }
    }

    @Nested
    class OfTheAnsweringMachine extends AnsweringMachineContract {
        private final HandAnsweringMachine machine = new HandAnsweringMachine();
        private int calls;

        @Override
        protected AnsweringMachine machine() {
            return machine;
        }

        @Override
        protected CallId left() {
            calls++;
            CallId call = new CallId("call-" + calls);
            machine.records(call, TelephoneWav.tone(440, Duration.ofSeconds(1)));
            return call;
        }

        @Override
        protected CallId neverDialled() {
            return new CallId("call-of-nobody");
        }

        @Override
        protected void isSlow() {
            machine.isSlow(1);
        }

        @Override
        protected void goesAway() {
            machine.fails("The telephone company cannot be reached.");
        }

        @Override
        protected List<String> secrets() {
            return List.of("call-1", "recording-1");
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
