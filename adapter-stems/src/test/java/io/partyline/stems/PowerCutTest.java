package io.partyline.stems;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.files.WavHead;
import io.partyline.rehearsal.DiskStep;
import io.partyline.rehearsal.DiskTrace;
import io.partyline.rehearsal.PowerCut;
import io.partyline.rehearsal.Riff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power goes at any moment while a show is recorded: of what was asked of the disk all is
/// there, or only what had been brought there, or anything between.
@Tag("ci")
class PowerCutTest {
    private static final int FRAMES = 60;
    private static final long LENGTH = 2L * FRAMES * KilledRecording.FRAME;

    /// A second that is not on the disk yet, and the frame that is just being written.
    private static final long AT_RISK = WavHead.RATE + KilledRecording.FRAME;

    @TempDir Path written;
    @TempDir Path cut;

    @Test
    void anyPowerCutCostsASecondOfSoundAtMost() throws Exception {
        List<DiskStep> all = DiskTrace.of(RecordingOfTwoStarts.class, written, FRAMES);
        PowerCut.Walked walked = PowerCut.walk(all, cut, PowerCutTest::soundIsThere);
        assertThat(walked.promised()).isGreaterThan(LENGTH);
        assertThat(walked.rests()).isGreaterThan(2_000);
    }

    /// How many samples every stem must have, as they were written.
    private static long kept(PowerCut.Rest rest) {
        if (rest.killed() || rest.promised() > LENGTH) {
            return Math.min(rest.promised(), LENGTH);
        }
        return Math.max(0, rest.promised() - AT_RISK);
    }

    private static void soundIsThere(PowerCut.Rest rest) throws IOException {
        String how = rest.how();
        Path folder = rest.folder().resolve(RecordingOfTwoStarts.FOLDER);
        Path stems = WavStemRecorder.stems(folder, KilledRecording.SHOW);
        for (StemFile stem : StemFile.in(stems)) {
            assertThat(Riff.read(stem.path()).time()).as(how).isEqualTo("20:00:00");
        }
        goOn(how, folder);
        for (int i = 0; i < KilledRecording.STEMS.size(); i++) {
            Riff stem = Riff.read(stems.resolve(KilledRecording.STEMS.get(i) + ".wav"));
            assertThat(stem.samples()).as(how).isEqualTo(LENGTH + 2);
            int[] all = stem.samples(0, (int) LENGTH + 2);
            for (int at = 0; at < kept(rest); at++) {
                if (all[at] != KilledRecording.sample(i, at)) {
                    throw new AssertionError(how + ": sample " + at + " of stem " + i);
                }
            }
            assertThat(all[(int) LENGTH + 1]).as(how).isEqualTo(1 << 22);
        }
    }

    /// Each stem is found again under its name, and gone on with.
    private static void goOn(String how, Path folder) {
        try (var recorder = new WavStemRecorder(folder, () -> KilledRecording.BEGUN)) {
            for (String name : KilledRecording.STEMS) {
                var stem = recorder.open(KilledRecording.SHOW, name);
                assertThat(stem.name()).as(how).isEqualTo(name);
                stem.write(LENGTH + 1, new float[] {0.5f}, 1);
            }
            recorder.finish(KilledRecording.SHOW, LENGTH + 2);
        }
    }
}
