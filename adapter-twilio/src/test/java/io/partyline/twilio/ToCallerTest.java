package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.helidon.common.buffers.BufferData;
import io.helidon.websocket.WsSession;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is written to one socket, and by whom, tick by tick.
class ToCallerTest {
    private static final long MS = 1_000_000;
    private static final Wire.Order PONG = new Wire.Order.Pong(BufferData.create(new byte[1]));
    private static final Wire.Order CLOSE = new Wire.Order.Close(1000, "over");
    private static final String MEDIA = "\"event\":\"media\"";
    private static final String SILENCE = FrameText.text(silent());

    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread connection = Thread.ofVirtual().start(this::stayOpen);
    private final WsSession session = mock(WsSession.class);
    private final Wire wire = new Wire(session, connection);
    private final AtomicLong now = new AtomicLong(-5 * MS);
    private final AtomicLong heardAt = new AtomicLong(-5 * MS);
    private final AtomicInteger over = new AtomicInteger();
    private final ToCaller voice =
            new ToCaller(
                    wire, "MZ:1", new FrameText(), heardAt::get, over::incrementAndGet, now::get);

    @AfterEach
    void close() {
        end.countDown();
    }

    @Test
    void eachFrameIsOneMessageAndTheFirstHasALeadOfSilence() {
        tick(1);
        var order = inOrder(session);
        order.verify(session).send(message(SILENCE), true);
        order.verify(session).send(contains("\"event\":\"mark\""), anyBoolean());
        order.verify(session).send(message(SILENCE), true);
        order.verify(session).send(message(text(1)), true);
        tick(2);
        order.verify(session).send(message(text(2)), true);
        verifyNoMoreInteractions(session);
    }

    @Test
    void aMarkThatShowsTooMuchIsAnsweredWithAClearAndANewLead() {
        tick(1);
        for (int number = 2; number < 30; number++) {
            tick(number);
        }
        assertThat(voice.buffer().echoed("at-1")).isTrue();
        tick(30);
        var order = inOrder(session);
        order.verify(session).send("{\"event\":\"clear\",\"streamSid\":\"MZ:1\"}", true);
        order.verify(session, times(2)).send(message(SILENCE), true);
        order.verify(session).send(message(text(30)), true);
    }

    @Test
    void aCallerOfWhomNothingComesIsCutOffAfterTwoSeconds() throws Exception {
        for (int number = 1; number <= 100; number++) {
            tick(number);
        }
        assertThat(connection.isAlive()).isTrue();
        tick(101);
        tick(102);
        assertThat(connection.join(Duration.ofMinutes(1))).isTrue();
        verify(session, never()).send(message(text(102)), true);
    }

    @Test
    void aClockThatStoodStillDoesNotTakeTheCallerForSilent() {
        tick(1);
        now.addAndGet(60_000 * MS);
        tick(2);
        assertThat(connection.isAlive()).isTrue();
        verify(session).send(message(text(2)), true);
    }

    @Test
    void whileSoundIsPlayedOnlyItsThreadWrites() {
        wire.played(true);
        wire.order(PONG);
        verify(session, never()).pong(any());
        tick(1);
        var order = inOrder(session);
        order.verify(session).send(message(text(1)), true);
        order.verify(session).pong(any());
    }

    @Test
    void beforeAndAfterTheSoundWhoeverOrdersWrites() {
        wire.order(PONG);
        verify(session).pong(any());
        wire.played(true);
        wire.order(CLOSE);
        verify(session, never()).close(anyInt(), anyString());
        wire.played(false);
        verify(session).close(1000, "over");
    }

    @Test
    void afterTheGoodbyeNothingIsWritten() {
        wire.order(CLOSE);
        wire.order(CLOSE);
        wire.order(PONG);
        tick(1);
        verify(session).close(1000, "over");
        verifyNoMoreInteractions(session);
    }

    @Test
    void whatIsOrderedWhileTheSocketStandsStillIsWrittenAfterwardsAndNobodyWaitsForIt()
            throws Exception {
        var writing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        when(session.send(contains(MEDIA), anyBoolean()))
                .thenAnswer(_ -> {
                    writing.countDown();
                    assertThat(goOn.await(1, TimeUnit.MINUTES)).isTrue();
                    return session;
                });
        wire.played(true);
        Thread clock = Thread.ofPlatform().start(() -> tick(1));
        assertThat(writing.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(wire.blocked(System.nanoTime() + 3_000 * MS)).isGreaterThan(2_900 * MS);
        wire.order(PONG);
        wire.played(false);
        wire.order(CLOSE);
        verify(session, never()).pong(any());
        goOn.countDown();
        assertThat(clock.join(Duration.ofMinutes(1))).isTrue();
        var order = inOrder(session);
        order.verify(session).pong(any());
        order.verify(session).close(1000, "over");
        assertThat(wire.blocked(System.nanoTime() + 3_000 * MS)).isZero();
    }

    @Test
    void aSocketThatBreaksEndsTheConnectionAndIsNotWrittenToAgain() throws Exception {
        doThrow(new UncheckedIOException(new IOException("broken pipe")))
                .when(session)
                .send(anyString(), anyBoolean());
        tick(1);
        tick(2);
        assertThat(connection.join(Duration.ofMinutes(1))).isTrue();
        verify(session, times(1)).send(anyString(), anyBoolean());
    }

    @Test
    void tooManyPingsAreLeftUnansweredAndAGoodbyeThatFindsNoRoomIsSaidTheHardWay()
            throws Exception {
        wire.played(true);
        for (int i = 0; i < 100; i++) {
            wire.order(PONG);
        }
        tick(1);
        verify(session, times(32)).pong(any());
        for (int i = 0; i < 100; i++) {
            wire.order(PONG);
        }
        wire.order(CLOSE);
        assertThat(connection.join(Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void theShowThatIsDoneIsPassedOn() {
        voice.over();
        assertThat(over).hasValue(1);
    }

    private void tick(int number) {
        now.addAndGet(20 * MS);
        voice.play(new PhoneFrame(number, codes(number)));
    }

    private static byte[] codes(int number) {
        byte[] codes = silent();
        codes[0] = (byte) number;
        return codes;
    }

    private static byte[] silent() {
        byte[] codes = new byte[160];
        Arrays.fill(codes, Mulaw.SILENCE);
        return codes;
    }

    private static String text(int number) {
        return FrameText.text(codes(number));
    }

    private static String message(String payload) {
        return "{\"event\":\"media\",\"streamSid\":\"MZ:1\",\"media\":{\"payload\":\""
                + payload
                + "\"}}";
    }

    private void stayOpen() {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
