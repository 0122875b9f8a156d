package io.partyline.twilio;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.websocket.WsUpgrader;
import io.helidon.websocket.WsCloseCodes;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.partyline.doorway.Visitor;
import io.partyline.port.CallLeg;
import io.partyline.show.CallId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// One media stream: a WebSocket from the carrier with one call's audio, both ways.
///
/// The connection's own thread reads: all `on…` methods run there. The studio's clock writes
/// ([ToCaller]). One more virtual thread, `leg-gone`, waits for the end of the connection's,
/// because the library tells nobody of a connection that broke; and one that lives for seconds,
/// `leg-bye`, sees to it that a stream that is to end does.
final class MediaStream implements WsListener {
    /// How long a socket may stay without a `start`.
    private static final Duration START_LIMIT = Duration.ofSeconds(3);

    /// How long the carrier may take to end a stream that the show is done with. If we closed
    /// first, the call would go on with what follows the stream in its document.
    static final Duration STOP_LIMIT = Duration.ofSeconds(2);

    /// How long a connection may outlive our goodbye.
    private static final Duration LINGER = Duration.ofSeconds(2);

    /// A socket that takes nothing for so long is stuck.
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(1);

    /// A mark is back within half a second where all is well.
    private static final Duration LONGEST_UNANSWERED = Duration.ofSeconds(5);

    /// 16 bytes in base64, as RFC 6455 wants them.
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{21}[AQgw]==");

    private static final Duration QUIET_WRITER = Duration.ofMillis(500);
    private static final System.Logger LOG = System.getLogger(MediaStream.class.getName());
    private static final AtomicLong COUNT = new AtomicLong();

    private final StreamDesk desk;
    private final Duration startLimit;
    private final long number = COUNT.incrementAndGet();
    private final StringBuilder joined = new StringBuilder(0);
    private final Budget budget = new Budget(System.nanoTime());
    private final AtomicBoolean leaving = new AtomicBoolean();
    private volatile Optional<Wire> wire = Optional.empty();
    private volatile Optional<Call> call = Optional.empty();
    private volatile long heardAt;
    private boolean refused;

    /// The call that the stream turned out to be.
    private record Call(CallId id, CallLeg leg, CallerAudio audio, ToCaller voice) {}

    MediaStream(StreamDesk desk) {
        this(desk, START_LIMIT);
    }

    /// @param startLimit how long the socket may stay without a `start`
    MediaStream(StreamDesk desk, Duration startLimit) {
        this.desk = desk;
        this.startLimit = startLimit;
    }

    /// @throws RequestException if the request is not the carrier's (403), or no handshake (400)
    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) {
        if (!isKey(headers.first(WsUpgrader.WS_KEY).orElse(""))) {
            throw RequestException.builder()
                    .type(DirectHandler.EventType.BAD_REQUEST)
                    .message("This is no handshake.")
                    .setKeepAlive(false)
                    .build();
        }
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

    /// The library finds out too late, and fails.
    private static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    @Override
    public void onOpen(WsSession session) {
        Thread connection = Thread.currentThread();
        heardAt = System.nanoTime();
        wire = Optional.of(new Wire(session, connection));
        Visitor.here().ifPresent(this::speaks);
        desk.traffic().opened(this);
        thread("leg-gone-").start(() -> watch(connection));
    }

    /// What breaks the protocol is answered with the protocol's own code, and with no word of ours.
    private void speaks(Visitor visitor) {
        visitor.isKnown();
        visitor.streams(StreamMessages.LONGEST, code -> refuse(code, ""));
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
            hear(text, last);
        }
    }

    private void hear(String text, boolean last) {
        if (last && joined.isEmpty()) {
            understand(text);
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
        wire.ifPresent(each -> each.order(new Wire.Order.Pong(data)));
    }

    /// The library answers the close from this thread after we return, so nobody else may be
    /// writing by then.
    ///
    /// @throws CloseConnectionException if somebody is: then there is no goodbye
    @Override
    public void onClose(WsSession session, int status, String reason) {
        end();
        if (wire.isPresent() && !wire.get().quiet(QUIET_WRITER)) {
            throw new CloseConnectionException("The socket is closed while it is written to.");
        }
    }

    @Override
    public void onError(WsSession session, Throwable error) {
        LOG.log(Level.WARNING, "A media stream failed.", error);
        end();
    }

    /// Ends the stream without a goodbye.
    void cut() {
        wire.ifPresent(Wire::cut);
    }

    /// Closes the stream from our side.
    void goAway() {
        close(WsCloseCodes.GOING_AWAY, "going away");
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
        return call.map(each -> each.voice().buffer().depthMs()).orElse(0);
    }

    /// Whether the carrier does not take what it is sent.
    boolean isStuck() {
        long now = System.nanoTime();
        return wire.filter(each -> each.blocked(now) > LONGEST_WRITE.toNanos()).isPresent()
                || (desk.traffic().doMarksComeBack()
                        && call.filter(each -> isUnanswered(each, now)).isPresent());
    }

    private static boolean isUnanswered(Call call, long now) {
        return !call.leg().over()
                && call.voice().buffer().unanswered(now) > LONGEST_UNANSWERED.toNanos();
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

    /// Nobody says anything before they have said who they are.
    private void act(StreamMessage message) {
        if (call.isEmpty() && !isFirst(message)) {
            refuse(WsCloseCodes.VIOLATED_POLICY, "no start");
            return;
        }
        switch (message) {
            case StreamMessage.Media media -> call.ifPresent(each -> each.audio().hear(media));
            case StreamMessage.Mark(var name) -> echoed(name);
            case StreamMessage.Start start -> start(start);
            case StreamMessage.Stop _ -> close(WsCloseCodes.NORMAL_CLOSE, "over");
            case StreamMessage.Connected _, StreamMessage.Dtmf _ -> {}
            case StreamMessage.Unknown _ -> desk.traffic().unknown();
        }
    }

    private static boolean isFirst(StreamMessage message) {
        return switch (message) {
            case StreamMessage.Connected _, StreamMessage.Start _, StreamMessage.Unknown _ -> true;
            case StreamMessage.Media _,
                    StreamMessage.Mark _,
                    StreamMessage.Dtmf _,
                    StreamMessage.Stop _ ->
                    false;
        };
    }

    private void echoed(String mark) {
        if (call.filter(each -> each.voice().buffer().echoed(mark)).isPresent()) {
            desk.traffic().marksComeBack();
        }
    }

    private void start(StreamMessage.Start start) {
        if (call.isPresent()) {
            refuse(WsCloseCodes.VIOLATED_POLICY, "second start");
        } else {
            wire.ifPresent(each -> start(start, each));
        }
    }

    private void start(StreamMessage.Start start, Wire socket) {
        ToCaller voice =
                new ToCaller(
                        socket,
                        start.streamSid(),
                        desk.frames(),
                        () -> heardAt,
                        this::over,
                        System::nanoTime);
        socket.played(true);
        Optional<CallLeg> leg = desk.admit(start, voice);
        if (leg.isEmpty()) {
            socket.played(false);
            refuse(WsCloseCodes.VIOLATED_POLICY, "unknown stream");
            return;
        }
        desk.traffic().started(this);
        call =
                Optional.of(
                        new Call(
                                new CallId(start.callSid()),
                                leg.get(),
                                new CallerAudio(leg.get()),
                                voice));
    }

    private void refuse(int code, String reason) {
        refused = true;
        close(code, reason);
    }

    /// Says goodbye. A connection that does not end by it is cut.
    private void close(int code, String reason) {
        wire.ifPresent(socket -> {
            socket.order(new Wire.Order.Close(code, reason));
            if (leaving.compareAndSet(false, true)) {
                thread("leg-bye-")
                        .start(() -> {
                            if (!join(socket.connection(), LINGER)) {
                                socket.cut();
                            }
                        });
            }
        });
    }

    /// The show is done with the path. The carrier gets time to end the stream by itself.
    private void over() {
        wire.ifPresent(socket -> {
            socket.played(false);
            thread("leg-bye-")
                    .start(() -> {
                        if (!join(socket.connection(), STOP_LIMIT)) {
                            close(WsCloseCodes.NORMAL_CLOSE, "over");
                        }
                    });
        });
    }

    /// Runs as `leg-gone` until the connection's thread has ended.
    private void watch(Thread connection) {
        if (!join(connection, startLimit) && call.isEmpty()) {
            close(WsCloseCodes.VIOLATED_POLICY, "no start");
        }
        join(connection);
        end();
    }

    /// The one end of a stream, whichever way it came; repeating it changes nothing.
    private void end() {
        wire.ifPresent(Wire::end);
        call.map(Call::leg).filter(leg -> !leg.over()).ifPresent(CallLeg::lost);
        desk.traffic().closed(this);
    }

    private Thread.Builder thread(String name) {
        return Thread.ofVirtual().name(name + number);
    }

    private static boolean join(Thread thread, Duration limit) {
        try {
            return thread.join(limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
