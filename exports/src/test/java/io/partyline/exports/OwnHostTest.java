package io.partyline.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.files.WavHead;
import io.partyline.port.Journal;
import io.partyline.port.StemRecorder;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Event;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.stems.StemFile;
import io.partyline.stems.WavStemRecorder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host who sat elsewhere is a tone of 1,000 Hz, and everybody else one of 300 Hz. The host's
/// line lost a second; what they recorded themselves did not.
class OwnHostTest {
    private static final ShowId ID = new ShowId("show-2026-05-01-200000-000");
    private static final Instant OPENED = Instant.parse("2026-05-01T20:00:00Z");
    private static final CallId DAVE = new CallId("CA000000000000000000000000000001");
    private static final int SECOND = 48_000;
    private static final int LENGTH = 30;
    private static final double LOUD = 0.1;

    @TempDir Path data;

    private final List<Event> events = new ArrayList<>();

    OwnHostTest() {
        events.add(new ShowEvent.ShowOpened(ID, ShowRules.DEFAULT, Set.of(), at(0)));
    }

    private static Instant at(double second) {
        return OPENED.plusMillis(Math.round(second * 1_000));
    }

    private static double host(int at) {
        return LOUD * Math.sin(2 * Math.PI * 1_000 * at / SECOND);
    }

    private static double others(int at) {
        return LOUD * Math.sin(2 * Math.PI * 300 * at / SECOND);
    }

    /// What the line let through: not the second from 10 to 11.
    private static double line(int at) {
        return at / SECOND == 10 ? 0 : host(at);
    }

    private static float[] sound(IntToDoubleFunction at) {
        var samples = new float[LENGTH * SECOND];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) at.applyAsDouble(i);
        }
        return samples;
    }

    private void record(WavStemRecorder recorder, String name, IntToDoubleFunction sound) {
        try (StemRecorder.Stem stem = recorder.open(ID, name)) {
            stem.write(0, sound(sound), LENGTH * SECOND);
        }
    }

    /// The mix as it is exported, without what making it loud does.
    private float[] exported(IntToDoubleFunction line, IntToDoubleFunction own) throws IOException {
        try (var recorder = new WavStemRecorder(data, () -> LocalDateTime.of(2026, 5, 1, 20, 0))) {
            record(recorder, "00_Mix", at -> line.applyAsDouble(at) + others(at));
            record(recorder, "01_Host", line);
            float[] kept = sound(own);
            for (int slice = 0; slice < kept.length; slice += SECOND) {
                float[] samples = Arrays.copyOfRange(kept, slice, slice + SECOND);
                if (!silent(samples)) {
                    recorder.late().keep(ID, slice, samples);
                }
            }
        }
        return exported();
    }

    private static boolean silent(float[] samples) {
        for (float sample : samples) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }

    private float[] exported() throws IOException {
        events.add(new ShowEvent.ShowClosed(at(LENGTH)));
        var entries = new ArrayList<Journal.Entry>();
        events.forEach(event -> entries.add(new Journal.Entry(1 + entries.size(), event)));
        ShowFile show = ShowFile.of(entries, _ -> stems());
        var out = new ByteArrayOutputStream();
        StemSound.of(show.mix().orElseThrow(), show.dumped()).writeTo(out);
        byte[] bytes = out.toByteArray();
        var samples = new float[(bytes.length - WavHead.SIZE) / WavHead.BYTES];
        for (int i = 0; i < samples.length; i++) {
            int from = WavHead.SIZE + i * WavHead.BYTES;
            int low = (bytes[from] & 0xFF) | (bytes[from + 1] & 0xFF) << 8;
            samples[i] = (low | bytes[from + 2] << 16) / (float) (1 << 23);
        }
        return samples;
    }

    private List<RecordedStem> stems() throws IOException {
        return StemFile.in(WavStemRecorder.stems(data, ID)).stream()
                .map(stem ->
                        new RecordedStem(
                                stem.name(), stem.name() + ".wav", stem.samples(), stem::copy))
                .toList();
    }

    private static void is(float[] heard, double from, double to, IntToDoubleFunction wanted) {
        for (int i = (int) (from * SECOND); i < to * SECOND; i++) {
            if (Math.abs(heard[i] - wanted.applyAsDouble(i)) > 2e-6) {
                assertThat((double) heard[i])
                        .as("at %f s", i / (double) SECOND)
                        .isCloseTo(wanted.applyAsDouble(i), within(2e-6));
            }
        }
    }

    private static double both(int at) {
        return host(at) + others(at);
    }

    @Test
    void whatTheLineLostIsHeardInTheExportedMix() throws IOException {
        float[] heard = exported(OwnHostTest::line, OwnHostTest::host);
        is(heard, 0, 28.9, OwnHostTest::both);
    }

    /// They kept themselves nothing of 14 to 16 s: there the line is heard, and nothing clicks.
    @Test
    void whereTheOwnRecordingHasAGapTheLineIsHeard() throws IOException {
        float[] heard = exported(OwnHostTest::line, at -> at / SECOND / 2 == 7 ? 0 : host(at));
        is(heard, 0, 28.9, OwnHostTest::both);
    }

    /// The own recording is louder, so that it can be told from the line.
    @Test
    void fromOneToTheOtherItGoesWithoutAClick() throws IOException {
        float[] heard =
                exported(OwnHostTest::host, at -> at / SECOND / 2 == 7 ? 0 : 1.5 * host(at));
        is(heard, 1, 13.9, at -> 1.5 * host(at) + others(at));
        is(heard, 14, 16, OwnHostTest::both);
        is(heard, 16.1, 28.9, at -> 1.5 * host(at) + others(at));
        double steepest = 0;
        for (int i = 1; i < heard.length; i++) {
            steepest = Math.max(steepest, Math.abs(heard[i] - heard[i - 1]));
        }
        double ofTheTones = LOUD * 2 * Math.PI * (1.5 * 1_000 + 300) / SECOND;
        assertThat(steepest).isLessThan(ofTheTones * 1.02);
    }

    /// From 5 to 8 s the host speaks with Dave alone, which their own recording holds.
    @Test
    void whatTheHostSaidToOneCallerAloneStaysOutOfIt() throws IOException {
        events.add(new CallEvent.CallRang(DAVE, new CallerNumber("0101", "print"), at(1)));
        events.add(new CallEvent.LegOpened(DAVE, at(2)));
        events.add(new CallEvent.CallHeld(DAVE, at(2), at(2)));
        events.add(new CallEvent.TalkbackSet(DAVE, true, at(5)));
        events.add(new CallEvent.TalkbackSet(DAVE, false, at(8)));
        IntToDoubleFunction onAir = at -> at >= 5 * SECOND && at < 8 * SECOND ? 0 : line(at);
        float[] heard = exported(onAir, OwnHostTest::host);
        is(heard, 0, 5, OwnHostTest::both);
        is(heard, 5, 8, OwnHostTest::others);
        is(heard, 8, 28.9, OwnHostTest::both);
    }

    @Test
    void inAPauseOfTheRecordingNothingIsPutIn() throws IOException {
        events.add(new ShowEvent.RecordingSet(false, 20 * SECOND, at(20)));
        events.add(new ShowEvent.RecordingSet(true, 22 * SECOND, at(22)));
        float[] heard = exported(at -> at / SECOND / 2 == 10 ? 0 : line(at), OwnHostTest::host);
        is(heard, 20, 22, OwnHostTest::others);
        is(heard, 10, 11, OwnHostTest::both);
    }

    @Test
    void whatWasDumpedIsGoneFromItAllTheSame() throws IOException {
        events.add(new ShowEvent.ProgramDumped(9 * SECOND, 12 * SECOND, 3 * SECOND, false, at(12)));
        float[] heard = exported(OwnHostTest::line, OwnHostTest::host);
        assertThat(heard).hasSize((LENGTH - 3) * SECOND);
        is(heard, 0, 8.9, OwnHostTest::both);
        is(heard, 9.1, 26, at -> both(at + 3 * SECOND));
    }
}
