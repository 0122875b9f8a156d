package io.partyline.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.port.StemRecorder;
import io.partyline.show.ShowId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What lies on a tape gets to the place in the show at which it was mixed, or nowhere.
class RecordingTest {
    private static final ShowId FRIDAY = new ShowId("friday");
    private static final ShowId SATURDAY = new ShowId("saturday");

    /// @param first the first sample's value
    private record Written(String stem, long at, int length, float first) {}

    private final List<Written> written = new CopyOnWriteArrayList<>();
    private final Recording recording = new Recording(new Notes(), _ -> {});
    private long mixed;
    private final Tape tape = new Tape(() -> mixed);

    @AfterEach
    void close() {
        recording.close();
    }

    private void mix(int from, int to) {
        for (int tick = from; tick < to; tick++) {
            mixed = (long) tick * Frames.SAMPLES;
            var frame = new float[Frames.SAMPLES];
            Arrays.fill(frame, tick);
            tape.write(frame);
        }
    }

    private void record(ShowTime time) throws Exception {
        recording.record(time, WhoHears.PROGRAM, "00_Mix", tape);
        recording.close(WhoHears.PROGRAM).get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatWasMixedBeforeAShowIsNoPartOfIt() throws Exception {
        recording.start();
        mix(0, 5);
        record(new ShowTime(SATURDAY, 5L * Frames.SAMPLES, 0));
        assertThat(written).isEmpty();
        mix(5, 7);
        record(new ShowTime(SATURDAY, 5L * Frames.SAMPLES, 0));
        assertThat(written)
                .containsExactly(
                        new Written("saturday/00_Mix", 0, 960, 5),
                        new Written("saturday/00_Mix", 960, 960, 6));
    }

    @Test
    void ofAFrameThatBeginsBeforeTheShowTheRestIsKept() throws Exception {
        recording.start();
        mix(0, 2);
        record(new ShowTime(FRIDAY, 191, 0));
        assertThat(written)
                .containsExactly(
                        new Written("friday/00_Mix", 0, 769, 0),
                        new Written("friday/00_Mix", 769, 960, 1));
    }

    @Test
    void aShowThatGoesOnIsWrittenWhereItHadGotTo() throws Exception {
        recording.start();
        mix(3, 4);
        record(new ShowTime(FRIDAY, 2L * Frames.SAMPLES, 48_000));
        assertThat(written).containsExactly(new Written("friday/00_Mix", 48_960, 960, 3));
    }

    private final class Notes implements StemRecorder {
        @Override
        public Stem open(ShowId show, String name) {
            return new Note(show + "/" + name);
        }

        @Override
        public void finish(ShowId show, long length) {}

        @Override
        public void close() {}
    }

    private final class Note implements StemRecorder.Stem {
        private final String name;

        private Note(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void write(long atSample, float[] samples, int length) {
            written.add(new Written(name, atSample, length, samples[0]));
        }

        @Override
        public void close() {}
    }
}
