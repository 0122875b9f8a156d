package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.HotSpotDiagnosticMXBean;
import io.partyline.audio.rate.Mulaw;
import io.partyline.show.CallId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MediaStreamTest {
    private static final CallId CALL = new CallId(Sample.sid("CA", 1));
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SILENCE = payload(new float[960 / 6]);

    private final OpenDoor door = new OpenDoor(Hold.STUDIO);

    MediaStreamTest() {
        door.switchboard().knows(CALL);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void theCallerHearsTheShow() throws Exception {
        CarrierSocket socket = started();
        List<String> media = new ArrayList<>();
        for (int frame = 0; frame < Sample.FRAMES_WITH_FIFTY_OF_THE_TONE; frame++) {
            socket.media(SILENCE);
            media.addAll(socket.next("media", 1));
        }
        float[] heard = Sample.withoutLeads(decoded(media));
        assertThat(Sample.amount(heard, 0, 8000, 1000, 8000)).isBetween(0.48, 0.52);
        assertThat(media)
                .allMatch(text -> text.contains("\"streamSid\":\"" + CarrierSocket.STREAM + "\""));
    }

    @Test
    void theShowHearsTheCaller() throws Exception {
        CarrierSocket socket = started();
        float[] tone = Sample.phoneTone(700, 1);
        for (int frame = 0; frame < 50; frame++) {
            socket.media(payload(Arrays.copyOfRange(tone, frame * 160, frame * 160 + 160)));
        }
        float[] said = leg().awaitSaid(8_000, SOON);
        assertThat(said).hasSize(8_000);
        assertThat(Sample.amount(said, 800, 6_400, 700, 8_000)).isBetween(0.48, 0.52);
    }

    @Test
    void onlyTheCarrierMayOpenAStream() {
        String https =
                new Signatures(Sample.TOKEN)
                        .of("https://show.example/api/twilio/stream", Form.EMPTY);
        assertThat(refusal("")).isEqualTo(403);
        assertThat(refusal(https)).isEqualTo(403);
        assertThat(door.door().health().refused()).isEqualTo(2);
    }

    @Test
    void aBrowserMayNotOpenAStreamWhateverItsSignature() {
        String signature =
                new Signatures(Sample.TOKEN).of("wss://show.example/api/twilio/stream", Form.EMPTY);
        assertThat(refusal(signature, "Origin", "https://show.example")).isEqualTo(403);
    }

    @Test
    void aStreamWithoutAStartIsClosedAfterThreeSeconds() throws Exception {
        CarrierSocket socket = door.stream();
        socket.connected();
        assertThat(socket.awaitClose(SOON)).isEqualTo(1008);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void aStreamOnWhichSomebodySpeaksBeforeItsStartIsClosedAtOnce() throws Exception {
        CarrierSocket socket = door.stream();
        socket.connected();
        socket.media(SILENCE);
        assertThat(socket.awaitClose(SOON)).isEqualTo(1008);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void aWrongTicketOpensNothing() throws Exception {
        String token = door.tokens().issue(CALL);
        assertThat(refusedStart(Sample.ACCOUNT, CALL.value(), "made up")).isEqualTo(1008);
        assertThat(refusedStart(Sample.ACCOUNT, CALL.value(), "")).isEqualTo(1008);
        assertThat(refusedStart(Sample.ACCOUNT, Sample.sid("CA", 2), token)).isEqualTo(1008);
        assertThat(refusedStart(Sample.sid("AC", 2), CALL.value(), token)).isEqualTo(1008);
        assertThat(door.switchboard().news()).isEmpty();
    }

    @Test
    void aTicketThatWasUsedOpensNothing() throws Exception {
        String token = door.tokens().issue(CALL);
        CarrierSocket first = door.stream();
        first.start(CALL.value(), token);
        assertThat(first.next("media", 1)).hasSize(1);
        nobodyNoticesSilence();
        assertThat(refusedStart(Sample.ACCOUNT, CALL.value(), token)).isEqualTo(1008);
        assertThat(leg().isLost()).isFalse();
    }

    @Test
    void aCallThatTheShowDoesNotKnowIsTurnedAway() throws Exception {
        CallId nobody = new CallId(Sample.sid("CA", 404));
        assertThat(refusedStart(Sample.ACCOUNT, nobody.value(), door.tokens().issue(nobody)))
                .isEqualTo(1008);
    }

    @Test
    void aSecondStartEndsTheStream() throws Exception {
        CarrierSocket socket = started();
        socket.start(CALL.value(), door.tokens().issue(CALL));
        assertThat(socket.awaitClose(SOON)).isEqualTo(1008);
        assertThat(leg().awaitLost(SOON)).isTrue();
    }

    @Test
    void aCutConnectionIsNoticedAtOnce() throws Exception {
        CarrierSocket socket = started();
        nobodyNoticesSilence();
        socket.cut();
        assertThat(leg().awaitLost(SOON)).isTrue();
    }

    @Test
    void aCallerWhoFallsSilentForTwoSecondsIsLost() throws Exception {
        long began = System.nanoTime();
        CarrierSocket socket = started();
        assertThat(leg().awaitLost(SOON)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(socket.awaitClose(SOON)).isEqualTo(1006);
    }

    @Test
    void aStopAndAGoodbyeEndTheStream() throws Exception {
        CarrierSocket socket = started();
        socket.stop();
        socket.goodbye();
        assertThat(leg().awaitLost(SOON)).isTrue();
        assertThat(socket.awaitClose(SOON)).isEqualTo(1000);
    }

    @Test
    void whenTheShowIsDoneTheCarrierIsGivenTimeToEndTheStreamItself() throws Exception {
        CarrierSocket socket = started();
        TestLeg leg = leg();
        long began = System.nanoTime();
        leg.finish();
        assertThat(socket.talkUntilClosed(SILENCE, SOON)).isEqualTo(1000);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofMillis(1900));
        assertThat(leg.isLost()).isFalse();
    }

    @Test
    void afterAStopTheShowClosesAtOnce() throws Exception {
        CarrierSocket socket = started();
        // The show is not done with the leg, so that nothing but the stop can end the stream.
        socket.stop();
        assertThat(socket.awaitClose(SOON)).isEqualTo(1000);
    }

    @Test
    void theNewestStreamOfACallWins() throws Exception {
        CarrierSocket old = started();
        CarrierSocket fresh = started();
        old.stop();
        assertThat(old.awaitClose(SOON)).isEqualTo(1000);
        assertThat(fresh.next("media", 10)).hasSize(10);
        assertThat(door.switchboard().legs())
                .extracting(TestLeg::isLost)
                .containsExactly(false, false);
    }

    @Test
    void binaryMessagesAreRefused() throws Exception {
        CarrierSocket socket = started();
        socket.binary();
        assertThat(socket.awaitClose(SOON)).isEqualTo(1003);
    }

    @Test
    void aMessageThatIsTooLongIsRefusedInPiecesToo() throws Exception {
        CarrierSocket whole = started();
        whole.say("x".repeat(StreamMessages.LONGEST + 1));
        assertThat(whole.awaitClose(SOON)).isIn(1006, 1009);
        assertThat(leg().awaitLost(SOON)).isTrue();
        CarrierSocket pieces = door.stream();
        pieces.piece("x".repeat(9000), false);
        pieces.piece("x".repeat(9000), false);
        assertThat(pieces.awaitClose(SOON)).isEqualTo(1009);
    }

    @Test
    void aMessageInPiecesIsJoined() throws Exception {
        CarrierSocket socket = started();
        socket.piece("{\"event\":\"medi", false);
        socket.piece("a\",\"media\":{\"payload\":\"" + SILENCE + "\"}}", true);
        assertThat(leg().awaitSaid(160, SOON)).hasSize(160);
    }

    @Test
    void nonsenseIsCountedAndTheCallGoesOn() throws Exception {
        CarrierSocket socket = started();
        socket.say("{");
        socket.say("{\"event\":\"something new\"}");
        socket.say("{\"event\":\"media\",\"media\":{\"payload\":\"!\"}}");
        socket.media(SILENCE);
        assertThat(leg().awaitSaid(160, SOON)).hasSize(160);
        assertThat(door.door().health().unknown()).isEqualTo(3);
    }

    @Test
    void aFloodOfMessagesIsCutOff() throws Exception {
        CarrierSocket socket = started();
        assertThat(flood(socket)).isTrue();
        assertThat(socket.awaitClose(SOON)).isIn(1006, 1008);
    }

    @Test
    void aPingIsAnswered() throws Exception {
        CarrierSocket socket = started();
        socket.ping();
        assertThat(socket.awaitPong(SOON)).isTrue();
    }

    @Test
    void marksMeasureWhatWaitsAtTheCarrierAndClearShortensIt() throws Exception {
        CarrierSocket socket = started();
        String mark = socket.next("mark", 1).getFirst();
        socket.next("media", 30);
        socket.mark(new ObjectMapper().readTree(mark).path("mark").path("name").asText());
        assertThat(socket.next("clear", 1)).hasSize(1);
    }

    @Tag("ci")
    @Test
    void aPeerThatTakesNothingIsSaidToBeStuckAndLetGoOnceItHasGone() throws Exception {
        try (var deaf = DeafSocket.open(door, CALL)) {
            long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (door.door().health().stuck() == 0 && System.nanoTime() < deadline) {
                deaf.media(SILENCE);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(door.door().health().stuck()).isEqualTo(1);
            assertThat(door.door().health().remarks()).contains("their line takes no sound: 1.");
            assertThat(leg().isLost()).isFalse();
        }
        assertThat(leg().awaitLost(SOON)).isTrue();
        assertThat(started().next("media", 10)).hasSize(10);
    }

    @Test
    void theHealthCountsWhoIsConnected() throws Exception {
        CarrierSocket socket = started();
        assertThat(door.door().health().streams()).isEqualTo(1);
        socket.cut();
        assertThat(leg().awaitLost(SOON)).isTrue();
        awaitStreams(0);
    }

    @Test
    void fiftyStreamsLeaveNoThreadBehind() throws Exception {
        awaitStreams(0);
        CarrierSocket stays = started();
        assertThat(legThreads()).isEqualTo(1);
        stays.cut();
        for (int i = 0; i < 50; i++) {
            CarrierSocket socket = started();
            if (i % 2 == 0) {
                socket.cut();
            } else {
                socket.stop();
                socket.goodbye();
            }
        }
        awaitStreams(0);
        assertThat(legThreads()).isZero();
    }

    /// Whether the door shuts before so many messages are through.
    private static boolean flood(CarrierSocket socket) {
        try {
            for (int i = 0; i < 100_000; i++) {
                socket.say("{\"event\":\"flood\"}");
            }
            return false;
        } catch (CompletionException e) {
            return true;
        }
    }

    /// The HTTP status that an upgrade is refused with; 101 if it is not.
    private int refusal(String signature, String... headers) {
        try {
            door.stream(signature, headers).cut();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
        }
    }

    private int refusedStart(String account, String call, String token) throws Exception {
        CarrierSocket socket = door.stream();
        socket.start(account, call, token);
        return socket.awaitClose(SOON);
    }

    /// A stream that the show has taken.
    private CarrierSocket started() throws Exception {
        CarrierSocket socket = door.stream();
        socket.connected();
        socket.start(CALL.value(), door.tokens().issue(CALL));
        assertThat(socket.next("media", 1)).hasSize(1);
        return socket;
    }

    /// Silence is noticed when a frame is played, and no more are.
    private void nobodyNoticesSilence() {
        door.switchboard().close();
    }

    private TestLeg leg() {
        return door.switchboard().legs().getLast();
    }

    private void awaitStreams(int count) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while ((door.door().health().streams() != count || legThreads() > 0)
                && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(door.door().health().streams()).isEqualTo(count);
    }

    /// How many threads of streams are alive; a thread dump is the only place that lists virtual
    /// ones.
    private static long legThreads() throws IOException {
        Path dump = Files.createTempDirectory("threads").resolve("dump.txt");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        try (var lines = Files.lines(dump)) {
            return lines.filter(line -> line.contains("\"leg-")).count();
        }
    }

    private static String payload(float[] phone) {
        byte[] codes = new byte[phone.length];
        Mulaw.encode(phone, 0, codes, 0, phone.length);
        return Base64.getEncoder().encodeToString(codes);
    }

    private static float[] decoded(List<String> media) throws Exception {
        ByteArrayOutputStream codes = new ByteArrayOutputStream();
        for (String text : media) {
            String payload =
                    new ObjectMapper().readTree(text).path("media").path("payload").asText();
            codes.write(Base64.getDecoder().decode(payload));
        }
        float[] samples = new float[codes.size()];
        Mulaw.decode(codes.toByteArray(), 0, samples, 0, samples.length);
        return samples;
    }
}
