package io.partyline.stems;

import io.partyline.port.StemRecorder;
import io.partyline.rehearsal.Victim;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program that records, is gone, records on and finishes the show; it promises after each frame
/// how many samples every stem has. Tests write down what it asks of the disk.
final class RecordingOfTwoStarts {
    static final String FOLDER = "data";

    private RecordingOfTwoStarts() {}

    /// Records both halves of a show.
    ///
    /// @param args where the data folder is made, and the frames of each start
    public static void main(String[] args) {
        Path folder = Path.of(args[0]).resolve(FOLDER);
        long half = Long.parseLong(args[1]) * KilledRecording.FRAME;
        record(new WavStemRecorder(folder, () -> KilledRecording.BEGUN), 0, half);
        try (var second = new WavStemRecorder(folder, () -> KilledRecording.BEGUN.plusHours(1))) {
            record(second, half, 2 * half);
            second.finish(KilledRecording.SHOW, 2 * half);
        }
        Victim.promise(2 * half + 1);
    }

    private static void record(WavStemRecorder recorder, long from, long to) {
        List<StemRecorder.Stem> stems = new ArrayList<>();
        KilledRecording.STEMS.forEach(name -> stems.add(recorder.open(KilledRecording.SHOW, name)));
        for (long at = from; at < to; at += KilledRecording.FRAME) {
            for (int i = 0; i < stems.size(); i++) {
                stems.get(i).write(at, KilledRecording.frame(i, at), KilledRecording.FRAME);
            }
            Victim.promise(at + KilledRecording.FRAME);
        }
    }
}
