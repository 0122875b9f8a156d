package io.partyline.studio.music;

import io.partyline.audio.Frames;
import io.partyline.audio.player.Reel;
import io.partyline.port.SoundException;
import io.partyline.port.SoundShelf;
import io.partyline.port.SoundStream;
import io.partyline.studio.sound.Pause;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/// Decodes one piece on to its reel, well ahead of what is heard, on a thread of its own: a disk
/// that stands still under one piece costs no other a sample.
final class Feed implements Runnable {
    private static final System.Logger LOG = System.getLogger(Feed.class.getName());

    /// How often a full reel is looked at.
    private static final Duration ROUND = Duration.ofMillis(Frames.MILLIS);

    /// Samples that are decoded at once.
    private static final int BITE = 4 * Frames.SAMPLES;

    private final SoundShelf shelf;
    private final String id;
    private final Reel reel;
    private final Pause pause;
    private final float[] bite = new float[BITE];

    /// Samples of the beginning that lie on the reel already.
    private long known;

    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean closed;

    /// @param known how many samples of the beginning lie on the reel already
    Feed(SoundShelf shelf, String id, Reel reel, int known, Pause pause) {
        this.shelf = shelf;
        this.id = id;
        this.reel = reel;
        this.known = known;
        this.pause = pause;
    }

    /// Begins to decode.
    void start() {
        Thread.ofVirtual().name("music-feed").start(this);
    }

    /// Decodes nothing more.
    void close() {
        closed = true;
    }

    /// Why the piece ended early, in a sentence for the host.
    Optional<String> problem() {
        return problem;
    }

    @Override
    public void run() {
        try (SoundStream stream = shelf.open(id)) {
            while (feed(stream)) {
                stream.again();
                reel.seam();
            }
        } catch (SoundException broken) {
            problem = Optional.of(String.valueOf(broken.getMessage()));
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "a piece could not be decoded", mistake);
            problem = Optional.of("\"%s\" could not be decoded.".formatted(id));
        } finally {
            reel.finish();
        }
    }

    /// Feeds the piece once.
    ///
    /// @return whether it is to begin again
    private boolean feed(SoundStream stream) {
        boolean any = false;
        for (int count = stream.read(bite); count >= 0; count = stream.read(bite)) {
            any |= count > 0;
            int skipped = (int) Math.min(known, count);
            known -= skipped;
            if (!write(skipped, count - skipped)) {
                return false;
            }
        }
        if (any && reel.loops()) {
            return awaitRoom();
        }
        write(0, stream.last(bite));
        return false;
    }

    /// @return false if nobody wants any more of it
    private boolean write(int from, int count) {
        for (int done = 0; done < count; ) {
            if (!awaitRoom()) {
                return false;
            }
            int some = Math.min(count - done, reel.room());
            reel.write(bite, from + done, some);
            done += some;
        }
        return true;
    }

    private boolean awaitRoom() {
        while (!over() && reel.room() == 0) {
            pause.pause(ROUND.toNanos());
        }
        return !over();
    }

    private boolean over() {
        return closed || reel.hasEnded();
    }
}
