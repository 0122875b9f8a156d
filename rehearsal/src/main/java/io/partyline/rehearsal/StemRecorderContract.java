package io.partyline.rehearsal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.partyline.port.StemException;
import io.partyline.port.StemRecorder;
import io.partyline.show.ShowId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every recorder keeps to.
public abstract class StemRecorderContract {
    /// The show that is recorded.
    protected static final ShowId SHOW = new ShowId("show-of-the-test");

    /// A 24-bit recording is this exact.
    private static final float EXACT = 1f / (1 << 23);

    /// For subclasses.
    protected StemRecorderContract() {}

    /// An empty recorder; the same one for the whole of a test.
    protected abstract StemRecorder recorder();

    /// The samples of a stem as it was left.
    protected abstract float[] samples(String name);

    /// From now on an open stem cannot be closed: an attempt fails with a [StemException].
    protected abstract void jam(String name);

    @Test
    void samplesLieWhereTheyWereSaidAndTheRestIsSilence() {
        try (StemRecorder.Stem stem = recorder().open(SHOW, "03_Caller-1")) {
            stem.write(5, new float[] {0.5f, -0.25f, 9}, 2);
            stem.write(10, new float[] {0.125f}, 1);
        }
        recorder().finish(SHOW, 12);
        assertArrayEquals(
                new float[] {0, 0, 0, 0, 0, 0.5f, -0.25f, 0, 0, 0, 0.125f, 0},
                samples("03_Caller-1"),
                EXACT);
    }

    @Test
    void allStemsOfAShowAreEquallyLong() {
        recorder().open(SHOW, "01_Host").write(0, new float[2_000], 2_000);
        try (StemRecorder.Stem early = recorder().open(SHOW, "03_Caller-1")) {
            early.write(100, new float[50], 50);
        }
        recorder().finish(SHOW, 1_920);
        assertEquals(1_920, samples("01_Host").length);
        assertEquals(1_920, samples("03_Caller-1").length);
    }

    @Test
    void aSecondStemOfTheSameNameGetsANumber() {
        recorder().open(SHOW, "03_Caller-Dave");
        assertEquals("03_Caller-Dave-2", recorder().open(SHOW, "03_Caller-Dave").name());
    }

    @Test
    void theStemsOfWhoeverIsForgottenAreDeletedAndNoOthers() {
        for (String name : List.of("03_Caller-Dave", "03_Caller-Dave", "04_Caller-Jas")) {
            recorder().open(SHOW, name).write(0, new float[10], 10);
        }
        recorder().finish(SHOW, 10);
        assertEquals(
                Set.of("03_Caller-Dave", "03_Caller-Dave-2"),
                Set.copyOf(recorder().delete(SHOW, Set.of("03_Caller-Dave", "05_Caller-Rosa"))));
        assertEquals(List.of(), recorder().delete(SHOW, Set.of("03_Caller-Dave")));
        assertEquals(List.of("04_Caller-Jas"), recorder().delete(SHOW, Set.of("04_Caller-Jas")));
    }

    @Test
    void whatIsTooLoudIsClippedAndNotWrappedRound() {
        try (StemRecorder.Stem stem = recorder().open(SHOW, "loud")) {
            stem.write(0, new float[] {1, -1}, 2);
        }
        recorder().finish(SHOW, 2);
        float[] samples = samples("loud");
        assertArrayEquals(new float[] {1, -1}, samples, 2 * EXACT, Arrays.toString(samples));
    }

    @Test
    void aWordSaidLateFillsItsGapAndWhatWasWrittenStays() {
        try (StemRecorder.Stem stem = recorder().open(SHOW, "late")) {
            stem.write(4, new float[] {0.5f, 0.5f}, 2);
            stem.write(1, new float[] {0.25f}, 1);
        }
        recorder().finish(SHOW, 6);
        assertArrayEquals(new float[] {0, 0.25f, 0, 0, 0.5f, 0.5f}, samples("late"), EXACT);
    }

    @Test
    void theSecondOfTwoCallsOfOneNameIsKeptApartFromTheFirst() {
        try (StemRecorder.Stem first = recorder().open(SHOW, "03_Caller-Dave")) {
            first.write(0, new float[] {0.5f}, 1);
        }
        try (StemRecorder.Stem second = recorder().open(SHOW, "03_Caller-Dave")) {
            second.write(2, new float[] {0.25f}, 1);
        }
        recorder().finish(SHOW, 3);
        assertArrayEquals(new float[] {0.5f, 0, 0}, samples("03_Caller-Dave"), EXACT);
        assertArrayEquals(new float[] {0, 0, 0.25f}, samples("03_Caller-Dave-2"), EXACT);
    }

    @Test
    void finishingTwiceChangesNothing() {
        recorder().open(SHOW, "01_Host").write(0, new float[] {0.5f, 0.25f}, 2);
        recorder().finish(SHOW, 5);
        recorder().finish(SHOW, 5);
        assertArrayEquals(new float[] {0.5f, 0.25f, 0, 0, 0}, samples("01_Host"), EXACT);
    }

    @Test
    void finishingAShowLeavesTheNextOneAlone() {
        StemRecorder.Stem running = recorder().open(SHOW, "01_Host");
        running.write(0, new float[] {0.5f}, 1);
        recorder().finish(new ShowId("another-show"), 9);
        running.write(1, new float[] {0.25f}, 1);
        recorder().finish(SHOW, 2);
        assertArrayEquals(new float[] {0.5f, 0.25f}, samples("01_Host"), EXACT);
    }

    @Test
    void aStemThatCannotBeClosedCostsTheOthersNothing() {
        for (String name : List.of("01_Host", "02_AI", "03_Caller-1")) {
            recorder().open(SHOW, name).write(0, new float[] {0.5f}, 1);
        }
        jam("02_AI");
        assertThrows(StemException.class, () -> recorder().finish(SHOW, 3));
        assertArrayEquals(new float[] {0.5f, 0, 0}, samples("01_Host"), EXACT);
        assertArrayEquals(new float[] {0.5f, 0, 0}, samples("03_Caller-1"), EXACT);
    }

    @Test
    void aStemThatCannotBeClosedKeepsNoOtherOpen() {
        StemRecorder.Stem host = recorder().open(SHOW, "01_Host");
        recorder().open(SHOW, "02_AI");
        StemRecorder.Stem caller = recorder().open(SHOW, "03_Caller-1");
        jam("02_AI");
        assertThrows(StemException.class, () -> recorder().close());
        assertThrows(StemException.class, () -> host.write(0, new float[1], 1));
        assertThrows(StemException.class, () -> caller.write(0, new float[1], 1));
    }

    @Test
    void closingAStemTwiceIsNoErrorButWritingToItIs() {
        StemRecorder.Stem stem = recorder().open(SHOW, "01_Host");
        stem.write(0, new float[] {0.5f}, 1);
        stem.close();
        stem.close();
        assertThrows(StemException.class, () -> stem.write(1, new float[1], 1));
        recorder().finish(SHOW, 1);
        assertArrayEquals(new float[] {0.5f}, samples("01_Host"), EXACT);
    }

    @Test
    void aShowOfWhichNothingWasRecordedIsFinishedWithoutAWord() {
        assertDoesNotThrow(() -> recorder().finish(SHOW, 1_000));
    }
}
