package io.partyline.twilio;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.partyline.port.CallLeg;
import io.partyline.show.CallId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// One media stream: a WebSocket from the carrier with one call's audio, both ways.
///
/// Three virtual threads serve it. The connection's own thread reads: all `on…` methods run there.
/// `leg-out` writes ([ToCaller]). `leg-gone` waits for the end: the library tells nobody of a
/// connection that broke, so this thread joins the connection's, and breaks the connection itself
/// when the caller falls silent.
final class MediaStream implements WsListener {
    /// The carrier sends fifty messages a second whether anybody speaks or not.
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    /// How long a connection may outlive the end of our part in it.
    private static final Duration LINGER = Duration.ofSeconds(2);

    private static final Duration WATCH = Duration.ofMillis(250);
    private static final Duration QUIET_WRITER = Duration.ofMillis(500);
    private static final System.Logger LOG = System.getLogger(MediaStream.class.getName());
    private static final AtomicLong COUNT = new AtomicLong();

    private final StreamDesk desk;
    private final StringBuilder joined = new StringBuilder();
    private final Budget budget = new Budget(System.nanoTime());
    private volatile Optional<Wire> wire = Optional.empty();
    private volatile Optional<Call> call = Optional.empty();
    private volatile long heardAt;
    private boolean refused;

    /// Our writer with its thread, and the thread of the connection.
    private record Wire(ToCaller writer, Thread thread, Thread connection) {
        /// An order to close that finds no room is carried out the hard way.
        void order(ToCaller.Order order) {
            if (!writer.order(order) && order instanceof ToCaller.Order.Close) {
                connection.interrupt();
            }
        }
    }

    /// The call that the stream turned out to be.
    private record Call(CallId id, CallLeg leg, CallerAudio audio) {}

    MediaStream(StreamDesk desk) {
        this.desk = desk;
    }

    /// @throws RequestException if the request is not the carrier's (403)
    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) {
        Optional<String> signature = headers.first(PhoneDoor.SIGNATURE);
        boolean hasOrigin = headers.contains(HeaderNames.ORIGIN);
        if (!desk.traffic().hasRoom()
                || !desk.knows(PhoneDoor.target(prologue), signature, hasOrigin)) {
            desk.turnedAway(signature);
            throw RequestException.builder()
                    .type(DirectHandler.EventType.FORBIDDEN)
                    .message("This stream is not the carrier's.")
                    .setKeepAlive(false)
                    .build();
        }
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession session) {
        ToCaller writer = new ToCaller(session);
        long number = COUNT.incrementAndGet();
        Thread connection = Thread.currentThread();
        heardAt = System.nanoTime();
        desk.traffic().opened(this);
        Thread out = Thread.ofVirtual().name("leg-out-" + number).start(writer);
        wire = Optional.of(new Wire(writer, out, connection));
        Thread.ofVirtual().name("leg-gone-" + number).start(() -> watch(connection, out));
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        heardAt = System.nanoTime();
        if (refused) {
            return;
        }
        if (!budget.spend(heardAt)) {
            refuse(WsCloseCodes.VIOLATED_POLICY, "too many messages");
        } else if (joined.length() + text.length() > StreamMessages.LONGEST) {
            refuse(WsCloseCodes.TOO_BIG, "message too long");
        } else {
            joined.append(text);
            if (last) {
                understand(takeJoined());
            }
        }
    }

    /// The carrier speaks text only.
    @Override
    public void onMessage(WsSession session, BufferData data, boolean last) {
        heardAt = System.nanoTime();
        refuse(WsCloseCodes.CANNOT_ACCEPT, "text only");
    }

    @Override
    public void onPing(WsSession session, BufferData data) {
        heardAt = System.nanoTime();
        order(new ToCaller.Order.Pong(data));
    }

    /// The library answers the close from this thread after we return, so the writer has to be
    /// quiet by then.
    @Override
    public void onClose(WsSession session, int status, String reason) {
        end();
        wire.ifPresent(each -> join(each.thread(), QUIET_WRITER));
    }

    @Override
    public void onError(WsSession session, Throwable error) {
        LOG.log(Level.WARNING, "A media stream failed.", error);
        end();
    }

    /// Closes the stream from our side.
    void goAway() {
        order(new ToCaller.Order.Close(WsCloseCodes.GOING_AWAY, "going away"));
    }

    boolean carries(CallId id) {
        return call.filter(each -> each.id().equals(id) && !each.leg().over()).isPresent();
    }

    long lostMs() {
        return call.map(each -> each.audio().lostMs()).orElse(0L);
    }

    long droppedMs() {
        return call.map(each -> each.audio().droppedMs()).orElse(0L);
    }

    int depthMs() {
        return wire.map(each -> each.writer().buffer().depthMs()).orElse(0);
    }

    private String takeJoined() {
        String message = joined.toString();
        joined.setLength(0);
        return message;
    }

    /// Nothing that a message holds may end this thread: the library would put the exception's
    /// words on the wire.
    private void understand(String text) {
        try {
            act(StreamMessages.read(text));
        } catch (BadMessageException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "A message on a media stream is ignored.", e);
            desk.traffic().unknown();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message on a media stream could not be handled.", e);
            refuse(WsCloseCodes.UNEXPECTED_CONDITION, "internal error");
        }
    }

    private void act(StreamMessage message) {
        switch (message) {
            case StreamMessage.Media media -> call.ifPresent(each -> each.audio().hear(media));
            case StreamMessage.Mark(var name) -> echoed(name);
            case StreamMessage.Start start -> start(start);
            case StreamMessage.Stop _ -> order(new ToCaller.Order.Stopped());
            case StreamMessage.Connected _, StreamMessage.Dtmf _ -> {}
            case StreamMessage.Unknown _ -> desk.traffic().unknown();
        }
    }

    private void echoed(String mark) {
        wire.ifPresent(each -> each.writer().buffer().echoed(mark));
    }

    private void start(StreamMessage.Start start) {
        if (call.isPresent()) {
            refuse(WsCloseCodes.VIOLATED_POLICY, "second start");
            return;
        }
        Optional<CallLeg> leg = desk.admit(start);
        if (leg.isEmpty()) {
            refuse(WsCloseCodes.VIOLATED_POLICY, "unknown stream");
            return;
        }
        CallId id = new CallId(start.callSid());
        call = Optional.of(new Call(id, leg.get(), new CallerAudio(leg.get())));
        order(new ToCaller.Order.Play(leg.get(), start.streamSid()));
    }

    private void refuse(int code, String reason) {
        refused = true;
        order(new ToCaller.Order.Close(code, reason));
    }

    private void order(ToCaller.Order order) {
        wire.ifPresent(each -> each.order(order));
    }

    /// Runs as `leg-gone` until the connection's thread has ended.
    private void watch(Thread connection, Thread out) {
        long overSince = Long.MAX_VALUE;
        while (!join(connection, WATCH)) {
            long now = System.nanoTime();
            if (!out.isAlive() || isOver()) {
                overSince = Math.min(overSince, now);
            }
            if (isSilent(now) || now - overSince > LINGER.plus(ToCaller.STOP_LIMIT).toNanos()) {
                connection.interrupt();
            }
        }
        end();
    }

    private boolean isOver() {
        return call.isPresent() && call.get().leg().over();
    }

    /// Half-open: the connection stands, and nobody is there. Interrupting a virtual thread in a
    /// read closes its socket.
    private boolean isSilent(long now) {
        return call.isPresent() && now - heardAt > LONGEST_SILENCE.toNanos();
    }

    /// The one end of a stream, whichever way it came; repeating it changes nothing.
    private void end() {
        wire.ifPresent(each -> each.thread().interrupt());
        call.map(Call::leg).filter(leg -> !leg.over()).ifPresent(CallLeg::lost);
        desk.traffic().closed(this);
    }

    private static boolean join(Thread thread, Duration limit) {
        try {
            return thread.join(limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
