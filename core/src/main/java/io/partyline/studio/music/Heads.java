package io.partyline.studio.music;

import io.partyline.audio.Frames;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import io.partyline.port.SoundStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The first half second of every piece, decoded ahead: whatever is pressed sounds with the next
/// tick, and its file has that long to be opened.
///
/// Safe for use by many threads.
final class Heads {
    private static final System.Logger LOG = System.getLogger(Heads.class.getName());

    private static final int SAMPLES = Frames.samplesOf(Duration.ofMillis(500));

    /// Beginnings that are kept: 25 MB. Of more pieces the file is opened when they are pressed.
    private static final int MOST = 256;

    private final Map<SoundShelf.Piece, float[]> known = new ConcurrentHashMap<>();

    /// Learns the beginnings of what lies on these shelves, the first one's first, and forgets all
    /// others.
    void learn(SoundShelf... shelves) {
        List<SoundShelf.Piece> all =
                Arrays.stream(shelves)
                        .flatMap(shelf -> shelf.pieces().stream())
                        .filter(piece -> piece.trouble().isEmpty())
                        .limit(MOST)
                        .toList();
        known.keySet().retainAll(List.copyOf(all));
        for (SoundShelf shelf : shelves) {
            shelf.pieces().stream().filter(all::contains).forEach(piece -> learn(shelf, piece));
        }
    }

    private void learn(SoundShelf shelf, SoundShelf.Piece piece) {
        if (known.containsKey(piece)) {
            return;
        }
        try (SoundStream stream = shelf.open(piece.id())) {
            known.put(piece, read(stream));
        } catch (SoundException gone) {
            // Whoever presses it is told so; this is only for whoever looks for the reason.
            LOG.log(Level.WARNING, "not ready to be played: {0}", gone.getMessage());
        }
    }

    /// The beginning of a piece; empty if it is not known.
    Optional<float[]> of(SoundShelf.Piece piece) {
        return Optional.ofNullable(known.get(piece));
    }

    /// Reads a beginning; shorter if the piece is. What a change of rate holds back at the end is
    /// left to whoever goes on.
    static float[] read(SoundStream stream) {
        var head = new float[SAMPLES];
        var piece = new float[Frames.SAMPLES];
        int filled = 0;
        while (filled < SAMPLES) {
            int count = stream.read(piece);
            if (count < 0) {
                return Arrays.copyOf(head, filled);
            }
            int wanted = Math.min(count, SAMPLES - filled);
            System.arraycopy(piece, 0, head, filled, wanted);
            filled += wanted;
        }
        return head;
    }
}
