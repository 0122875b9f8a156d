package io.partyline.stems;

import io.partyline.port.StemRecorder;
import io.partyline.rehearsal.Victim;
import io.partyline.show.ShowId;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/// A program that records as fast as it can, and promises after each frame how many samples every
/// stem has. Tests run it in a process of its own, to kill it.
final class KilledRecording {
    static final ShowId SHOW = new ShowId("show-that-was-killed");
    static final List<String> STEMS = List.of("00_Mix", "01_Host", "03_Caller-1");
    static final LocalDateTime BEGUN = LocalDateTime.of(2026, 5, 1, 20, 0, 0, 123_456_789);

    /// A frame of 20 ms.
    static final int FRAME = 960;

    private KilledRecording() {}

    /// Records until it is killed.
    ///
    /// @param args the data folder
    public static void main(String[] args) {
        try (StemRecorder recorder = new WavStemRecorder(Path.of(args[0]), () -> BEGUN)) {
            List<StemRecorder.Stem> stems = new ArrayList<>();
            STEMS.forEach(name -> stems.add(recorder.open(SHOW, name)));
            for (long at = 0; true; at += FRAME) {
                for (int i = 0; i < stems.size(); i++) {
                    stems.get(i).write(at, frame(i, at), FRAME);
                }
                Victim.promise(at + FRAME);
            }
        }
    }

    static float[] frame(int stem, long at) {
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
