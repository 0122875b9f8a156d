package io.partyline.carrier.stream;

import io.partyline.carrier.diary.Bell;
import io.partyline.carrier.diary.LegEnd;
import io.partyline.carrier.diary.NotSeenException;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.plan.FrameFaults;
import io.partyline.carrier.sound.Heard;
import io.partyline.carrier.sound.Mouth;
import io.partyline.carrier.sound.Mulaw;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// A caller's two-way audio to the show over Media Streams, in real time.
///
/// Every 20 ms it sends one frame of what the caller says and plays one frame of what the show has
/// sent. It can be cut in the ways that networks cut. Safe for use by many threads at once.
public final class MediaLeg {
    /// Bytes of µ-law in 20 ms.
    public static final int FRAME = Mouth.FRAME;

    private static final long TICK_NANOS = Duration.ofMillis(20).toNanos();

    /// Timestamp of the first frame in ms, as seen in captures of real calls.
    private static final int EARLIEST = 100;

    private static final int LATEST = 180;
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final StreamIdentity identity;
    private final MediaSocket socket;
    private final FrameRoad road;
    private final StreamWire wire;
    private final Exchange exchange;
    private final Runnable nudge;
    private final Mouth mouth;
    private final Playout playout = new Playout();
    private final Parcel parcel;
    private final ShowMessages inbox;
    private final Bell bell = new Bell();
    private final CompletableFuture<LegEnd> ended = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    /// @param nudge is run when the leg has ended, on a thread of the leg
    MediaLeg(
            StreamIdentity identity,
            MediaSocket socket,
            Exchange exchange,
            Mouth mouth,
            Runnable nudge) {
        this.mouth = mouth;
        this.identity = identity;
        this.socket = socket;
        this.exchange = exchange;
        this.nudge = nudge;
        road = new FrameRoad(exchange.chance().apart());
        road.suffer(exchange.faults().frames());
        parcel = new Parcel(exchange.plan().habits().messageMs());
        wire = new StreamWire(socket, messages(), road);
        inbox = new ShowMessages(identity, playout, exchange, this::echo);
    }

    private StreamMessages messages() {
        return new StreamMessages(
                identity,
                exchange.plan().habits().chunks(),
                exchange.chance().between(EARLIEST, LATEST));
    }

    /// Says hello, and starts the two threads of this leg.
    void start() {
        wire.send(StreamMessages::connected);
        wire.send(StreamMessages::start);
        exchange.crew().start("leg-in-" + identity.streamSid(), this::listen);
        exchange.crew().start("leg-out-" + identity.streamSid(), this::tick);
    }

    /// The id of the stream.
    public String streamSid() {
        return identity.streamSid();
    }

    /// What the stream said of itself in `start`.
    public StreamIdentity identity() {
        return identity;
    }

    /// The caller says this after everything else that they have to say: 16-bit samples at 8 kHz.
    public void say(short[] samples) {
        mouth.say(Mulaw.encode(samples));
    }

    /// The same with samples from -1 to 1.
    public void say(float[] samples) {
        mouth.say(Mulaw.encode(samples));
    }

    /// The same with µ-law, byte for byte.
    public void say(byte[] mulaw) {
        mouth.say(mulaw);
    }

    /// The caller presses keys.
    public void press(String digits) {
        digits.chars().forEach(digit -> wire.send(messages -> messages.dtmf((char) digit)));
    }

    /// What the caller has heard so far.
    public Heard heard() {
        return playout.heard();
    }

    /// How much audio waits to be played: the delay of the next word from the show.
    public Duration backlog() {
        return Duration.ofMillis(playout.waitingBytes() / 8);
    }

    /// How often the show has emptied the buffer.
    public int clears() {
        return playout.clears();
    }

    /// How many messages of the show were for another stream, and so lost.
    public int misaddressed() {
        return inbox.misaddressed();
    }

    /// How many messages could not be sent any more, because the connection had ended.
    public int unsent() {
        return wire.failures();
    }

    /// Waits until the caller has heard at least so much from the show.
    ///
    /// @throws NotSeenException if it takes longer
    public void awaitFromShow(Duration amount, Duration within) {
        if (!bell.await(() -> playout.spokenBytes() >= amount.toMillis() * 8, within)) {
            throw new NotSeenException(amount + " of audio from the show", heard().arrivals());
        }
    }

    /// Waits until the caller has listened at least so long, whether there was anything to hear or
    /// not.
    ///
    /// @throws NotSeenException if it takes longer
    public void awaitHeard(Duration length, Duration within) {
        if (!bell.await(() -> playout.heardBytes() >= length.toMillis() * 8, within)) {
            throw new NotSeenException(length + " on the stream", heard().arrivals());
        }
    }

    /// Whether the caller has said everything that they have to say.
    public boolean saidAll() {
        return mouth.silent();
    }

    /// Waits until the caller has said everything.
    ///
    /// @throws NotSeenException if it takes longer
    public void awaitSaid(Duration within) {
        if (!bell.await(mouth::silent, within)) {
            throw new NotSeenException("the caller to finish speaking", exchange.diary().all());
        }
    }

    /// Waits until the stream has ended, and says why.
    ///
    /// @throws NotSeenException if it takes longer
    public LegEnd awaitEnd(Duration within) {
        if (!bell.await(ended::isDone, within)) {
            throw new NotSeenException("the end of " + streamSid(), exchange.diary().all());
        }
        return ended.join();
    }

    /// Whether the stream has ended.
    public boolean ended() {
        return ended.isDone();
    }

    /// What the caller's frames go through from now on.
    public void suffer(FrameFaults faults) {
        road.suffer(faults);
    }

    /// Cuts the connection as a crashed machine or a firewall does (TCP RST).
    public void cutWithReset() {
        cut(MediaSocket::reset);
    }

    /// Ends the connection without a WebSocket close frame (TCP FIN).
    public void cutWithoutGoodbye() {
        cut(MediaSocket::finish);
    }

    /// From now on neither sends nor reads, and leaves the connection open, as when a cable is
    /// pulled.
    public void playDead() {
        socket.playDead();
    }

    /// Sends this text as it is, outside the protocol: a second `start`, broken JSON, anything.
    public void sendRaw(String text) {
        wire.send(_ -> text);
    }

    /// Sends `start` once more.
    public void startAgain() {
        wire.send(StreamMessages::start);
    }

    /// Ends the stream properly: `stop`, then a close frame, then the connection. A show that has
    /// stopped reading is not waited for longer than the goodbye takes.
    public void stop() {
        if (finish(LegEnd.STOPPED)) {
            exchange.crew().start("leg-bye-" + identity.streamSid(), wire::farewell);
            bell.await(gone::isDone, GOODBYE);
            socket.close();
        }
    }

    private void listen() {
        LegEnd end = listenToTheEnd();
        gone.complete(null);
        finish(end);
        socket.close();
    }

    private LegEnd listenToTheEnd() {
        try {
            socket.listen(inbox);
            return LegEnd.CLOSED_BY_SHOW;
        } catch (IOException e) {
            return LegEnd.BROKEN;
        }
    }

    private void tick() {
        long next = System.nanoTime();
        while (!ended.isDone() && !Thread.interrupted()) {
            parcel.add(mouth.frame()).forEach(wire::speak);
            playout.play(FRAME).forEach(this::echo);
            bell.ring();
            next += TICK_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    private void echo(String mark) {
        wire.send(messages -> messages.mark(mark));
    }

    private void cut(StreamWire.Attempt how) {
        finish(LegEnd.BROKEN);
        wire.attempt(how);
    }

    private boolean finish(LegEnd end) {
        boolean first = ended.complete(end);
        bell.ring();
        nudge.run();
        return first;
    }
}
