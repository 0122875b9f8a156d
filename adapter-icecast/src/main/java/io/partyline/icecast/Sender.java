package io.partyline.icecast;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// The thread named `stream`: connects, codes what lies in its queue, and sends it; and connects
/// again whenever the line is gone, as long as it is wanted.
///
/// What comes while there is no connection is not kept: listeners hear the present.
final class Sender implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Sender.class.getName());

    /// Five seconds: what a server that stumbles may be late by before sound is lost.
    private static final int PIECES = 250;

    /// How long it waits for the next frame before it looks whether it is still wanted.
    private static final Duration LOOK = Duration.ofMillis(200);

    /// What whoever closes waits for a server that does not take what is left.
    private static final Duration GRACE = Duration.ofSeconds(3);

    /// What lies in the queue: sound, or who can be heard from here on.
    private sealed interface Piece {
        final class Frame implements Piece {
            private final float[] samples;

            private Frame(float[] samples) {
                this.samples = samples;
            }
        }

        record Title(String who) implements Piece {}
    }

    /// Who wants to know what is in the title, beside the stream.
    interface Board {
        /// Called on the thread `stream`: hands the title on without waiting.
        void show(String who);
    }

    private final StreamSettings settings;
    private final Duration patience;
    private final Board board;
    private final BlockingQueue<Piece> queue = new ArrayBlockingQueue<>(PIECES);
    private final Waits waits = new Waits();
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;

    /// Of the newest connection.
    private volatile Socket socket = new Socket();

    private volatile String title = "";
    private volatile boolean wanted;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile Optional<String> trouble = Optional.empty();

    /// @param patience with a server that stands still
    Sender(StreamSettings settings, Duration patience, Board board) {
        this.settings = settings;
        this.patience = patience;
        this.board = board;
        thread = Thread.ofPlatform().name("stream").daemon().start(this::run);
    }

    void want(boolean sending) {
        wanted = sending;
        if (!sending) {
            trouble = Optional.empty();
        }
        LockSupport.unpark(thread);
    }

    boolean wanted() {
        return wanted;
    }

    boolean connected() {
        return connected;
    }

    Optional<String> trouble() {
        return wanted ? trouble : Optional.empty();
    }

    /// Takes a frame, which is not changed any more.
    void offer(float[] frame) {
        if (wanted && !(connected && queue.offer(new Piece.Frame(frame)))) {
            lost.incrementAndGet();
        }
    }

    /// Frames that were sent to nobody although they should have been.
    long lost() {
        return lost.get();
    }

    /// What was left in the queue when the line broke was sent to nobody.
    private void forget() {
        var left = new ArrayList<Piece>();
        queue.drainTo(left);
        lost.addAndGet(left.stream().filter(Piece.Frame.class::isInstance).count());
    }

    void title(String who) {
        title = who;
        if (connected) {
            var _ = queue.offer(new Piece.Title(who));
        }
    }

    private void run() {
        while (!closed) {
            if (wanted) {
                await(waits.after(stream()));
            } else {
                await(LOOK);
            }
        }
    }

    /// @return how long there was a connection
    private Duration stream() {
        long begun = System.nanoTime();
        try (SourceLine line = SourceLine.open(settings, newSocket(), patience);
                Coder coder = settings.coder(line)) {
            forget();
            begun = System.nanoTime();
            trouble = Optional.empty();
            connected = true;
            send(coder);
        } catch (RefusedException refused) {
            trouble = Optional.of(String.valueOf(refused.getMessage()));
        } catch (IOException gone) {
            trouble =
                    Optional.of(
                            connected
                                    ? "The stream server is gone; trying to reach it again."
                                    : "The stream server %s cannot be reached; trying again."
                                            .formatted(settings.url().place()));
        } finally {
            connected = false;
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Socket newSocket() {
        var next = new Socket();
        socket = next;
        return next;
    }

    private void send(Coder coder) throws IOException {
        show(coder, title);
        try {
            while (wanted && !closed) {
                sendNext(coder, LOOK);
            }
            while (!queue.isEmpty()) {
                sendNext(coder, Duration.ZERO);
            }
        } catch (InterruptedException interrupted) {
            closed = true;
            Thread.currentThread().interrupt();
        }
        coder.finish();
    }

    private void sendNext(Coder coder, Duration wait) throws IOException, InterruptedException {
        Piece piece = queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (piece != null) {
            send(coder, piece);
        }
    }

    private void send(Coder coder, Piece piece) throws IOException {
        switch (piece) {
            case Piece.Frame frame -> coder.code(frame.samples);
            case Piece.Title(var who) -> show(coder, who);
        }
    }

    private void show(Coder coder, String who) throws IOException {
        if (who.isEmpty()) {
            return;
        }
        if (coder.tellsTitles()) {
            coder.title(who);
        } else {
            board.show(who);
        }
    }

    private void await(Duration wait) {
        long until = System.nanoTime() + wait.toNanos();
        boolean before = wanted;
        for (long left = wait.toNanos();
                left > 0 && !closed && wanted == before;
                left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// Ends the stream behind what lies in the queue. A server that takes neither that nor anything
    /// else for some seconds is left.
    @Override
    public void close() {
        closed = true;
        wanted = false;
        LockSupport.unpark(thread);
        try {
            if (!thread.join(GRACE)) {
                cut();
                var _ = thread.join(GRACE);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void cut() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            LOG.log(Level.DEBUG, "the line to the stream server: {0}", alreadyGone.getMessage());
        }
    }
}
