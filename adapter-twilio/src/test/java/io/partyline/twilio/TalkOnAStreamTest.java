package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.websocket.WsSession;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.Switchboard;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said on a stream, word by word, and what the door makes of it. Nobody plays to the
/// caller but [#tick], and what the door answers comes behind what is played.
class TalkOnAStreamTest {
    private static final CallId CALL = Sample.call(1);
    private static final String SID = CarrierSocket.STREAM;

    private final List<TestLeg> legs = new ArrayList<>();
    private final StreamTokens tokens = new StreamTokens(System::nanoTime);
    private final Traffic traffic = new Traffic(new Capacity(1));
    private final MediaStream stream = new MediaStream(desk(), Duration.ofDays(1));
    private final WsSession session = mock(WsSession.class);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private Thread connection = Thread.currentThread();
    private boolean broken;
    private int frames;

    private StreamDesk desk() {
        return new StreamDesk(
                Sample.ACCOUNT,
                new Signatures(Sample.TOKEN),
                new Addresses(Sample.BASE),
                tokens,
                new Show(),
                traffic,
                new FrameText());
    }

    /// A show that takes every call.
    private final class Show implements Switchboard {
        @Override
        public Admission ring(CallId call, CallerNumber number) {
            return Admission.GREET;
        }

        @Override
        public Meanwhile waiting(CallId call, CallerNumber number, Duration waited) {
            return new Meanwhile.Music();
        }

        @Override
        public void answered(CallId call, Answer answer) {
            throw new AssertionError("nobody was asked");
        }

        @Override
        public void gone(CallId call) {
            throw new AssertionError("nobody has gone");
        }

        @Override
        public void notConnected(CallId call) {
            throw new AssertionError("everybody is connected");
        }

        @Override
        public Optional<CallLeg> connect(CallId call, Handset handset) {
            legs.add(new TestLeg(handset));
            if (broken) {
                throw new IllegalStateException("a mistake in the show");
            }
            return Optional.of(legs.getLast());
        }
    }

    private void open() {
        stream.onOpen(session);
        opened.countDown();
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @BeforeEach
    void connect() throws InterruptedException {
        connection = Thread.ofVirtual().start(this::open);
        assertThat(opened.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @AfterEach
    void close() {
        end.countDown();
    }

    private void say(String text) {
        stream.onMessage(session, text, true);
    }

    private void start() {
        say("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
        start(tokens.issue(CALL));
        assertThat(legs).isNotEmpty();
    }

    private static String media(int chunk) {
        return media(chunk, 20 * chunk);
    }

    private static String media(int chunk, int timestamp) {
        return """
        {"event":"media","streamSid":"%s","media":{"track":"inbound","chunk":"%d",\
        "timestamp":"%d","payload":"%s"}}\
        """
                .formatted(SID, chunk, timestamp, FrameText.text(silent()));
    }

    private static byte[] silent() {
        byte[] codes = new byte[160];
        Arrays.fill(codes, Mulaw.SILENCE);
        return codes;
    }

    private TestLeg leg() {
        return legs.getLast();
    }

    /// The show plays a frame, and whatever was to be answered is written behind it.
    private void tick() {
        frames++;
        leg().handset().play(new PhoneFrame(frames, silent()));
    }

    @Test
    void whatACallerSaysReachesTheShow() {
        start();
        say(media(1));
        say(media(2));
        assertThat(leg().said()).hasSize(320);
        assertThat(traffic.health(0).unknown()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"media\",\"media\":{\"payload\":\"/w==\"}}",
                "{\"event\":\"mark\",\"mark\":{\"name\":\"at-1\"}}",
                "{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"1\"}}",
                "{\"event\":\"stop\",\"stop\":{}}"
            })
    void nobodySaysAnythingBeforeTheyHaveSaidWhoTheyAre(String first) {
        say(first);
        verify(session).close(1008, "no start");
        assertThat(legs).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\":\"connected\"}", "{\"event\":\"something new\"}", "{"})
    void whatDoesNotMatterIsLetPassBeforeTheStart(String first) {
        say(first);
        start();
        tick();
        verify(session, never()).close(anyInt(), anyString());
    }

    @Test
    void whoeverWasRefusedIsNotHeardAnyMore() {
        say(media(1));
        start(tokens.issue(CALL));
        assertThat(legs).isEmpty();
    }

    private void start(String ticket) {
        say(
                """
                {"event":"start","streamSid":"%s","start":{"accountSid":"%s","callSid":"%s",\
                "streamSid":"%s","customParameters":{"token":"%s"},"mediaFormat":\
                {"encoding":"audio/x-mulaw","sampleRate":8000,"channels":1}}}\
                """
                        .formatted(SID, Sample.ACCOUNT, CALL.value(), SID, ticket));
    }

    @Test
    void whoeverHasNoTicketIsToldThatTheStreamIsUnknown() {
        start("made up");
        verify(session).close(1008, "unknown stream");
        assertThat(legs).isEmpty();
    }

    @Test
    void eachMessageInPiecesIsOneMessage() {
        start();
        for (int chunk = 1; chunk <= 3; chunk++) {
            String media = media(chunk);
            stream.onMessage(session, media.substring(0, 30), false);
            stream.onMessage(session, media.substring(30, 60), false);
            stream.onMessage(session, media.substring(60), true);
        }
        assertThat(leg().said()).hasSize(480);
        assertThat(traffic.health(0).unknown()).isZero();
    }

    @Test
    void aMessageMayBeAsLongAsTheLongestAndNoLonger() {
        start();
        stream.onMessage(session, "x".repeat(9_000), false);
        stream.onMessage(session, "x".repeat(StreamMessages.LONGEST - 9_000), true);
        tick();
        verify(session, never()).close(anyInt(), anyString());
        stream.onMessage(session, "x".repeat(9_000), false);
        stream.onMessage(session, "x".repeat(StreamMessages.LONGEST - 8_999), false);
        tick();
        verify(session).close(1009, "message too long");
    }

    @Test
    void aStopIsAnsweredWithAGoodbye() {
        start();
        say("{\"event\":\"stop\",\"streamSid\":\"%s\",\"stop\":{}}".formatted(SID));
        tick();
        verify(session).close(1000, "over");
    }

    @Test
    void bytesAreRefusedAndAPingIsAnswered() {
        start();
        stream.onPing(session, BufferData.create(new byte[] {7}));
        stream.onMessage(session, BufferData.create(new byte[1]), true);
        tick();
        verify(session).pong(any());
        verify(session).close(1003, "text only");
    }

    @Test
    void whoSaysGoingAwaySaysSo() {
        start();
        traffic.closeAll();
        tick();
        verify(session).close(1001, "going away");
    }

    /// What went wrong is in our log, and no word of it on the wire.
    @Test
    void whatFailsInTheShowIsAnInnerErrorToTheCarrier() {
        broken = true;
        start(tokens.issue(CALL));
        tick();
        verify(session).close(1011, "internal error");
    }

    @Test
    void aStreamCarriesItsCallUntilTheShowIsDoneWithIt() {
        assertThat(traffic.carries(CALL)).isFalse();
        start();
        assertThat(traffic.carries(CALL)).isTrue();
        assertThat(traffic.carries(Sample.call(2))).isFalse();
        leg().finish();
        assertThat(traffic.carries(CALL)).isFalse();
    }

    @Test
    void howMuchOfACallersSoundWasLostIsCountedWhileTheyAreOnAndAfterwards() {
        start();
        say(media(1));
        say(media(4));
        say(media(2));
        say(media(5));
        assertThat(traffic.health(0).streams()).isEqualTo(1);
        assertThat(traffic.health(0).lostMs()).isEqualTo(40);
        assertThat(traffic.health(0).droppedMs()).isEqualTo(20);
        stream.onClose(session, 1006, "");
        assertThat(traffic.health(0).lostMs()).isEqualTo(40);
        stream.onClose(session, 1006, "");
        assertThat(traffic.health(0).streams()).isZero();
        assertThat(traffic.health(0).lostMs()).isEqualTo(40);
        assertThat(traffic.health(0).droppedMs()).isEqualTo(20);
        assertThat(leg().isLost()).isTrue();
    }

    @Test
    void whoeverClosesIsLostAtOnceAndNothingMoreIsWritten() {
        start();
        stream.onClose(session, 1000, "");
        assertThat(leg().isLost()).isTrue();
        tick();
        verify(session, never()).send(anyString(), anyBoolean());
    }

    @Test
    void aConnectionThatFailsIsLostAtOnceAndNothingMoreIsWritten() {
        start();
        stream.onError(session, new IllegalStateException("the connection has gone"));
        assertThat(leg().isLost()).isTrue();
        tick();
        verify(session, never()).send(anyString(), anyBoolean());
    }

    @Test
    void whatNobodyUnderstandsIsCountedAndTheTalkGoesOn() {
        start();
        say("{");
        say("{\"event\":\"something new\"}");
        say(media(1));
        assertThat(traffic.health(0).unknown()).isEqualTo(2);
        assertThat(leg().said()).hasSize(160);
    }

    @Test
    void aSecondStartIsRefused() {
        start();
        start(tokens.issue(CALL));
        tick();
        verify(session).close(1008, "second start");
        assertThat(legs).hasSize(1);
    }

    /// One line, so room for eighteen streams that have said who they are.
    @Test
    void whoeverHasNotSaidWhoTheyAreTakesNobodysPlace() {
        for (int i = 0; i < 17; i++) {
            traffic.started(silentStream());
        }
        assertThat(traffic.hasRoom()).isTrue();
        start();
        assertThat(traffic.hasRoom()).isFalse();
        MediaStream silent = silentStream();
        assertThat(traffic.hasRoom()).isFalse();
        traffic.closed(silent);
        assertThat(traffic.hasRoom()).isFalse();
    }

    /// One line, so seventeen streams that may keep silent.
    @Test
    void ofTooManyWhoKeepSilentTheOneWhoHasForLongestGoes() throws Exception {
        for (int i = 0; i < 16; i++) {
            silentStream();
        }
        assertThat(connection.isInterrupted()).isFalse();
        silentStream();
        assertThat(connection.join(Duration.ofMinutes(1))).isTrue();
        verify(session, never()).close(anyInt(), anyString());
    }

    private MediaStream silentStream() {
        var silent = new MediaStream(desk());
        traffic.opened(silent);
        return silent;
    }

    @Test
    void aLegThatTheShowIsDoneWithIsNotLost() {
        start();
        leg().finish();
        stream.onClose(session, 1000, "");
        assertThat(leg().isLost()).isFalse();
    }

    @Test
    void onlyAMarkThatIsUnderWaySaysThatMarksComeBack() {
        start();
        tick();
        verify(session).send(contains("\"event\":\"mark\""), anyBoolean());
        say(mark("made up"));
        assertThat(traffic.doMarksComeBack()).isFalse();
        assertThat(traffic.health(0).deepestMs()).isZero();
        tick();
        tick();
        say(mark("at-1"));
        assertThat(traffic.doMarksComeBack()).isTrue();
        assertThat(traffic.health(0).deepestMs()).isPositive();
        assertThat(traffic.health(0).stuck()).isZero();
    }

    private static String mark(String name) {
        return "{\"event\":\"mark\",\"streamSid\":\"%s\",\"mark\":{\"name\":\"%s\"}}"
                .formatted(SID, name);
    }

    @Test
    void onceTheConnectionHasEndedTheLegIsLostAndTheStreamIsGone() throws Exception {
        start();
        end.countDown();
        assertThat(leg().awaitLost(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void aCloseWhileSoundIsWrittenIsNotAnswered() throws Exception {
        start();
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        when(session.send(anyString(), anyBoolean()))
                .thenAnswer(_ -> {
                    writing.countDown();
                    assertThat(goOn.await(1, TimeUnit.MINUTES)).isTrue();
                    return session;
                });
        Thread clock = Thread.ofPlatform().start(this::tick);
        assertThat(writing.await(1, TimeUnit.MINUTES)).isTrue();
        assertThatThrownBy(() -> stream.onClose(session, 1000, ""))
                .isInstanceOf(CloseConnectionException.class);
        goOn.countDown();
        assertThat(clock.join(Duration.ofMinutes(1))).isTrue();
    }
}
