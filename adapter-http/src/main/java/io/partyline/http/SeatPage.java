package io.partyline.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.partyline.doorway.Visitor;
import io.partyline.show.ShowId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// One page that is connected to the browser's seat: a WebSocket with sound both ways, as [PagePcm]
/// has it, and [SeatMessage]s.
///
/// The connection's own thread reads: all `on…` methods run there. [SeatWriter] writes.
final class SeatPage implements WsListener, Reception.Guest {
    /// Bytes of the longest message of a page, however its letters are written.
    static final int LONGEST_FRAME = Math.max(PagePcm.BYTES, 4 * SeatMessage.LONGEST);

    /// How long a page may read nothing before it is cut off.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration QUIET_WRITER = Duration.ofMillis(500);
    private static final System.Logger LOG = System.getLogger(SeatPage.class.getName());

    private final Reception reception;
    private final Duration patience;
    private final Predicate<ShowId> recorded;
    private final byte[] pcm = new byte[PagePcm.BYTES];
    private volatile Optional<SeatWriter> writer = Optional.empty();
    private volatile Optional<Sitting> sitting = Optional.empty();
    private volatile SeatMessage.Told told = SeatMessage.Told.NOTHING;
    private boolean refused;

    /// @param patience how long one write to it may take
    /// @param recorded whether a show is being recorded now
    SeatPage(Reception reception, Duration patience, Predicate<ShowId> recorded) {
        this.reception = reception;
        this.patience = patience;
        this.recorded = recorded;
    }

    /// What the page has said of itself.
    SeatMessage.Told told() {
        return told;
    }

    @Override
    public void onOpen(WsSession session) {
        var socket =
                new SeatWriter(
                        session,
                        Thread.currentThread(),
                        patience,
                        recorded,
                        () -> reception.exit(this));
        writer = Optional.of(socket);
        socket.start();
        Visitor.here()
                .ifPresent(visitor -> visitor.streams(LONGEST_FRAME, code -> refuse(code, "")));
        if (!reception.enter(this)) {
            refuse(WsCloseCodes.TRY_AGAIN_LATER, "too many pages, or the show is over");
        }
    }

    /// A frame of sound.
    @Override
    public void onMessage(WsSession session, BufferData data, boolean last) {
        long now = heard();
        if (refused) {
            return;
        }
        if (!last || data.available() != PagePcm.BYTES) {
            refuse(WsCloseCodes.NOT_CONSISTENT, "a frame of sound has 1920 bytes");
        } else {
            data.read(pcm);
            sitting.ifPresent(stay -> stay.said(pcm, now));
        }
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        long now = heard();
        if (refused) {
            return;
        }
        if (!last || text.length() > SeatMessage.LONGEST) {
            refuse(WsCloseCodes.TOO_BIG, "message too long");
        } else {
            understand(text, now);
        }
    }

    private void understand(String text, long now) {
        try {
            act(SeatMessage.FromPage.read(text), now);
        } catch (Problem wrong) {
            LOG.log(Level.DEBUG, "A page said what nobody understands.", wrong);
            refuse(WsCloseCodes.NOT_CONSISTENT, "not a message of a page");
        }
    }

    private void act(SeatMessage.FromPage message, long now) {
        switch (message.type()) {
            case "sit" ->
                    reception.sit(
                            this, message.tab().orElse(""), message.take().orElse(false), now);
            case "leave" -> reception.leave(this);
            case "tell" -> told = message.told();
            default -> throw new Problem(400, "A page may sit, leave or tell.");
        }
    }

    @Override
    public void onPing(WsSession session, BufferData data) {
        heard();
        writer.ifPresent(each -> each.order(new SeatWriter.Order.Pong(data)));
    }

    @Override
    public void onPong(WsSession session, BufferData data) {
        heard();
    }

    private long heard() {
        long now = System.nanoTime();
        writer.ifPresent(each -> each.heard(now));
        return now;
    }

    /// The library answers the close from this thread after we return, so nobody else may be
    /// writing by then.
    ///
    /// @throws CloseConnectionException if somebody is: then there is no goodbye
    @Override
    public void onClose(WsSession session, int status, String reason) {
        reception.exit(this);
        if (writer.isPresent() && !writer.get().quiet(QUIET_WRITER)) {
            throw new CloseConnectionException("The socket is closed while it is written to.");
        }
    }

    @Override
    public void onError(WsSession session, Throwable error) {
        LOG.log(Level.DEBUG, "A page's connection failed.", error);
        reception.exit(this);
    }

    @Override
    public void tell(SeatMessage message) {
        order(new SeatWriter.Order.Say(message));
    }

    @Override
    public void sit(Sitting stay) {
        play(Optional.of(stay));
    }

    @Override
    public void stand() {
        play(Optional.empty());
    }

    private void play(Optional<Sitting> stay) {
        sitting = stay;
        writer.ifPresent(each -> each.play(stay));
    }

    @Override
    public void goAway() {
        order(new SeatWriter.Order.Close(WsCloseCodes.GOING_AWAY, "the show is over"));
    }

    private void refuse(int code, String reason) {
        refused = true;
        order(new SeatWriter.Order.Close(code, reason));
    }

    private void order(SeatWriter.Order order) {
        writer.ifPresent(each -> each.order(order));
    }
}
