package io.partyline.store;

import io.partyline.port.Journal;
import io.partyline.port.StemRecorder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// A program that writes a journal and stems as fast as it can, and says after each write what is
/// safe now. Tests run it in a process of its own, to kill it.
final class KilledShow {
    static final List<String> STEMS = List.of("00_Mix", "01_Host", "03_Caller-1");
    static final LocalDateTime BEGUN = LocalDateTime.of(2026, 5, 1, 20, 0, 0, 123_456_789);

    /// A frame of 20 ms.
    static final int FRAME = 960;

    /// What the program says about the journal, before the number of the last event.
    static final String WRITTEN = "written ";

    /// What it says about the stems, before the number of samples that each of them has.
    static final String RECORDED = "recorded ";

    private KilledShow() {}

    /// Writes until it is killed.
    ///
    /// @param args the data folder, and the seed
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        var show = new LongShow(Long.parseLong(args[1]));
        try (Journal journal = new SqliteJournal(folder);
                StemRecorder recorder = new WavStemRecorder(folder, () -> BEGUN)) {
            List<StemRecorder.Stem> stems = new ArrayList<>();
            STEMS.forEach(name -> stems.add(recorder.open(LongShow.ID, name)));
            for (long at = 0; true; at += FRAME) {
                List<Journal.Entry> entries = show.next();
                journal.append(LongShow.ID, entries);
                say(WRITTEN + entries.getLast().seq());
                for (int i = 0; i < stems.size(); i++) {
                    stems.get(i).write(at, frame(i, at), FRAME);
                }
                say(RECORDED + (at + FRAME));
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static float[] frame(int stem, long at) {
        var frame = new float[FRAME];
        for (int i = 0; i < FRAME; i++) {
            frame[i] = sample(stem, at + i) / (float) (1 << 23);
        }
        return frame;
    }

    /// The sample of a stem at a place, in 24 bits; never silence.
    static int sample(int stem, long at) {
        return ((int) ((at * 7_919 + stem * 104_729L) % 8_000_000) - 4_000_000) | 1;
    }
}
