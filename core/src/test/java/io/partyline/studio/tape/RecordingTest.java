package io.partyline.studio.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partyline.audio.Frames;
import io.partyline.audio.loudness.Loudness;
import io.partyline.mix.WhoHears;
import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import io.partyline.show.ShowId;
import io.partyline.studio.sound.ShowTime;
import io.partyline.studio.sound.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What lies on a tape gets to the place in the show at which it was mixed, or nowhere.
class RecordingTest {
    private static final ShowId FRIDAY = new ShowId("friday");
    private static final ShowId SATURDAY = new ShowId("saturday");

    /// What was written of one frame.
    ///
    /// @param first its samples' value
    private record Written(String stem, long at, int length, float first) {}

    private final List<Written> written = new CopyOnWriteArrayList<>();
    private final List<String> marked = new CopyOnWriteArrayList<>();
    private final Map<String, Loudness> measured = new ConcurrentHashMap<>();
    private final BlockingQueue<String> alarms = new LinkedBlockingQueue<>();
    private final Recording recording =
            new Recording(new Notes(), alarms::add, LockSupport::parkNanos);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean full;
    private volatile boolean stuck;
    private volatile boolean mistaken;
    private long mixed;
    private final Tape tape = new Tape(() -> mixed);

    @AfterEach
    void close() {
        released.countDown();
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
    void howLoudAStemIsIsNotedInItBeforeItIsClosed() throws Exception {
        var loud = new Loudness(-20, -21, -19, 5, -1, -14, -16);
        recording.start();
        mix(0, 2);
        recording.record(new ShowTime(FRIDAY, 0, 0), WhoHears.PROGRAM, "00_Mix", tape);
        recording.measured(WhoHears.PROGRAM, loud);
        recording.finish(FRIDAY, 2L * Frames.SAMPLES).get(1, TimeUnit.MINUTES);
        assertThat(measured).containsOnlyKeys("friday/00_Mix").containsValue(loud);
    }

    @Test
    void aShowThatGoesOnIsWrittenWhereItHadGotTo() throws Exception {
        recording.start();
        mix(3, 4);
        record(new ShowTime(FRIDAY, 2L * Frames.SAMPLES, 48_000));
        assertThat(written).containsExactly(new Written("friday/00_Mix", 48_960, 960, 3));
    }

    @Test
    void aPauseIsSilenceInTheStemAndWhatFollowsStandsInItsPlace() throws Exception {
        var show = new ShowTime(FRIDAY, 0, 0);
        recording.start();
        recording.record(show, WhoHears.PROGRAM, "00_Mix", tape);
        mix(0, 2);
        recording.run(false);
        recording.close(WhoHears.MONITOR).get(30, TimeUnit.SECONDS);
        mix(2, 5);
        recording.run(true);
        recording.close(WhoHears.MONITOR).get(30, TimeUnit.SECONDS);
        mix(5, 6);
        record(show);
        assertThat(written)
                .extracting(Written::at, Written::first)
                .containsExactly(tuple(0L, 0f), tuple(960L, 1f), tuple(5L * Frames.SAMPLES, 5f));
        assertThat(recording.trouble()).isEmpty();
    }

    @Test
    void aShowIsRecordedAlthoughTheLastOnesDiskWasFull() throws Exception {
        recording.start();
        full = true;
        mix(0, 1);
        record(new ShowTime(FRIDAY, 0, 0));
        assertThat(alarms).containsExactly("full");
        assertThat(recording.trouble()).contains("full");
        full = false;
        recording.begin();
        mix(1, 2);
        record(new ShowTime(SATURDAY, Frames.SAMPLES, 0));
        assertThat(recording.trouble()).isEmpty();
        assertThat(written).containsExactly(new Written("saturday/00_Mix", 0, 960, 1));
    }

    @Test
    void aDiskThatStandsStillForTooManyJobsIsAnAlarm() throws Exception {
        recording.start();
        stuck = true;
        mix(0, 1);
        recording.record(new ShowTime(FRIDAY, 0, 0), WhoHears.PROGRAM, "00_Mix", tape);
        CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
        for (int i = 0; i < 2 * Recording.JOBS; i++) {
            last = recording.close(WhoHears.MONITOR);
        }
        last.get(30, TimeUnit.SECONDS);
        released.countDown();
        assertThat(alarms.poll(30, TimeUnit.SECONDS)).contains("recording was given up");
    }

    @Test
    void whatATapeLosesBeforeTheDiskGetsToItIsMissed() throws Exception {
        recording.record(new ShowTime(FRIDAY, 0, 0), WhoHears.PROGRAM, "00_Mix", tape);
        mix(0, 150);
        recording.start();
        recording.close(WhoHears.PROGRAM).get(30, TimeUnit.SECONDS);
        assertThat(recording.trouble())
                .hasValueSatisfying(what -> assertThat(what).contains("1000 ms"));
    }

    @Test
    void aTapeThatNobodyEmptiedBetweenTwoShowsHasLostNothing() throws Exception {
        recording.start();
        mix(0, 150);
        record(new ShowTime(SATURDAY, 150L * Frames.SAMPLES, 0));
        assertThat(recording.trouble()).isEmpty();
    }

    @Test
    void aTapeThatRanUnreadHasRoomOnceItsStemIsWanted() throws Exception {
        recording.start();
        recording.expect(tape);
        mix(0, 100);
        recording.close(WhoHears.MONITOR).get(30, TimeUnit.SECONDS);
        mix(100, 102);
        record(new ShowTime(FRIDAY, 0, 0));
        assertThat(written)
                .endsWith(
                        new Written("friday/00_Mix", 96_000, 960, 100),
                        new Written("friday/00_Mix", 96_960, 960, 101));
        assertThat(recording.trouble()).isEmpty();
    }

    @Test
    void aRecorderThatMakesAMistakeIsAnAlarmAndKeepsNobodyWaiting() throws Exception {
        recording.start();
        mistaken = true;
        mix(0, 1);
        record(new ShowTime(FRIDAY, 0, 0));
        assertThat(alarms).singleElement().asString().contains("made a mistake");
    }

    @Test
    void theFirstFramesOfAShowFindRoomHoweverLongThePauseBeforeItWas() throws Exception {
        recording.start();
        mix(0, 1);
        recording.record(new ShowTime(FRIDAY, 0, 0), WhoHears.PROGRAM, "00_Mix", tape);
        recording.finish(FRIDAY, 0).get(30, TimeUnit.SECONDS);
        mix(1, 101);
        recording.close(WhoHears.MONITOR).get(30, TimeUnit.SECONDS);
        mix(101, 103);
        recording.begin();
        record(new ShowTime(SATURDAY, 101L * Frames.SAMPLES, 0));
        assertThat(written)
                .endsWith(
                        new Written("saturday/00_Mix", 0, 960, 101),
                        new Written("saturday/00_Mix", 960, 960, 102));
        assertThat(recording.trouble()).isEmpty();
    }

    @Test
    void aStemSaysThatAiVoicesAreInItAlsoIfThatIsKnownBeforeItsFirstFrame() throws Exception {
        recording.start();
        recording.holdsAiVoices(WhoHears.PROGRAM);
        mix(0, 2);
        record(new ShowTime(SATURDAY, 0, 0));
        assertThat(marked).as("a stem that was not there").isEmpty();
        recording.record(new ShowTime(SATURDAY, 0, 0), WhoHears.PROGRAM, "00_Mix", tape);
        recording.holdsAiVoices(WhoHears.PROGRAM);
        recording.holdsAiVoices(WhoHears.PROGRAM);
        mix(2, 4);
        recording.close(WhoHears.PROGRAM).get(30, TimeUnit.SECONDS);
        assertThat(marked).containsExactly("saturday/00_Mix");
    }

    private final class Notes implements StemRecorder {
        @Override
        public List<String> delete(ShowId show, Set<String> names) {
            return List.of();
        }

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
            if (full) {
                throw new StemException("full");
            }
            if (mistaken) {
                throw new IllegalStateException("a mistake");
            }
            if (stuck) {
                await();
            }
            int from = 0;
            for (int i = 1; i <= length; i++) {
                if (i == length || samples[i] != samples[from]) {
                    written.add(new Written(name, atSample + from, i - from, samples[from]));
                    from = i;
                }
            }
        }

        private void await() {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void measured(Loudness loudness) {
            measured.put(name, loudness);
        }

        @Override
        public void holdsAiVoices() {
            marked.add(name);
        }

        @Override
        public void close() {}
    }
}
