package io.partyline.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.TinyShow.Received;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.diary.LegEnd;
import io.partyline.carrier.office.Signatures;
import io.partyline.carrier.plan.FrameFaults;
import io.partyline.carrier.sound.Heard;
import io.partyline.carrier.sound.Mulaw;
import io.partyline.carrier.stream.HandshakeRefusedException;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.carrier.stream.StreamIdentity;
import io.partyline.carrier.stream.WireFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MediaLegTest extends OnTheLine {
    private static byte[] tone(int bytes, int code) {
        byte[] tone = new byte[bytes];
        Arrays.fill(tone, (byte) code);
        return tone;
    }

    private MediaLeg connected() {
        return dialInto(CONNECT + "<Say>Behind.</Say>").awaitLeg(SOON);
    }

    private static List<String> marks(TinyStream stream) {
        return stream.messages("mark").stream()
                .map(mark -> mark.at("/mark/name").asText())
                .toList();
    }

    @Test
    void theUpgradeIsSignedForTheWssUrl() {
        connected();
        Received upgrade = show.awaitStream(1).upgrade();
        assertEquals(
                new Signatures("12345").of("wss://show.example" + STREAM, Map.of()),
                upgrade.header("x-twilio-signature"));
        assertEquals("show.example", upgrade.header("host"));
    }

    @Test
    void theStreamIntroducesItself() {
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        JsonNode start = stream.await("start", 1);
        assertEquals("connected", stream.messages().getFirst().path("event").asText());
        assertEquals("1", start.path("sequenceNumber").textValue());
        assertEquals(leg.streamSid(), start.at("/start/streamSid").asText());
        assertEquals(leg.identity().callSid(), start.at("/start/callSid").asText());
        assertEquals("abc", start.at("/start/customParameters/token").asText());
        assertEquals("audio/x-mulaw", start.at("/start/mediaFormat/encoding").asText());
        assertEquals(8000, start.at("/start/mediaFormat/sampleRate").intValue());
    }

    @Test
    void theCallerIsHeardInFramesOf20Milliseconds() {
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        stream.await("media", 10);
        List<JsonNode> media = stream.messages("media");
        long first = Long.parseLong(media.getFirst().at("/media/timestamp").textValue());
        assertTrue(first >= 100, "the first timestamp is not 0");
        for (int i = 0; i < 10; i++) {
            JsonNode frame = media.get(i);
            assertEquals(Integer.toString(i + 1), frame.at("/media/chunk").textValue());
            assertEquals(Integer.toString(i + 2), frame.path("sequenceNumber").textValue());
            assertEquals(Long.toString(first + 20L * i), frame.at("/media/timestamp").textValue());
            assertEquals(
                    160, Base64.getDecoder().decode(frame.at("/media/payload").asText()).length);
        }
        assertEquals(leg.streamSid(), media.getFirst().path("streamSid").asText());
    }

    @Test
    void whatTheCallerSaysArrivesByteForByteAndThenSilence() {
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        leg.say(tone(400, 0x12));
        leg.awaitSaid(SOON);
        StringBuilder spoken = new StringBuilder();
        for (JsonNode frame : stream.untilSilent()) {
            for (byte code : Base64.getDecoder().decode(frame.at("/media/payload").asText())) {
                spoken.append(code == 0x12 ? 's' : code == Mulaw.SILENCE ? '-' : '?');
            }
        }
        assertTrue(spoken.toString().matches("-*s{400}-+"), spoken.toString());
    }

    @Test
    void theCallerHearsWhatTheShowSends() throws IOException {
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        stream.media(tone(160, 0x21));
        stream.media(tone(1000, 0x22));
        leg.awaitFromShow(Duration.ofMillis(145), SOON);
        byte[] heard = withoutSilence(leg.heard().mulaw());
        assertArrayEquals(tone(160, 0x21), Arrays.copyOf(heard, 160));
        assertArrayEquals(tone(1000, 0x22), Arrays.copyOfRange(heard, 160, heard.length));
        assertEquals(
                List.of(160, 1000),
                leg.heard().arrivals().stream().map(Heard.Arrival::bytes).toList());
        assertTrue(leg.heard().level() > 0);
    }

    /// What fills the time in which nothing has come from the show.
    private static byte[] withoutSilence(byte[] heard) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        for (byte code : heard) {
            if (code != Mulaw.SILENCE) {
                sound.write(code);
            }
        }
        return sound.toByteArray();
    }

    @Test
    void itPlaysNoFasterThanRealTime() throws IOException {
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        stream.media(tone(8000, 0x21));
        stream.mark("end");
        stream.await("mark", 1);
        long before = leg.heard().arrivals().getFirst().heard() / MediaLeg.FRAME;
        List<String> events =
                stream.messages().stream().map(it -> it.path("event").asText()).toList();
        long sent =
                events.subList(0, events.indexOf("mark")).stream().filter("media"::equals).count();
        assertTrue(sent >= before + 50, "one second takes 50 frames, not " + (sent - before));
        leg.stop();
        assertEquals("close frame", stream.awaitEnd());
        long frames = leg.heard().length().toMillis() / 20;
        long all = stream.messages("media").size();
        assertTrue(Math.abs(frames - all) <= 2, "both directions keep the same time");
    }

    @Test
    void aMarkComesBackWhenEverythingBeforeItHasBeenPlayed() throws IOException {
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        stream.media(tone(1600, 0x21));
        stream.mark("first");
        stream.media(tone(1600, 0x22));
        stream.mark("second");
        stream.await("mark", 1);
        assertTrue(leg.heard().fromShow().toMillis() >= 200);
        stream.await("mark", 2);
        assertTrue(leg.heard().fromShow().toMillis() >= 400);
        assertEquals(List.of("first", "second"), marks(stream));
    }

    @Test
    void aMarkBehindNothingComesBackAtOnce() throws IOException {
        connected();
        TinyStream stream = show.awaitStream(1);
        stream.mark("now");
        stream.await("mark", 1);
        assertEquals(List.of("now"), marks(stream));
    }

    @Test
    void clearThrowsAwayWhatWaitsAndReturnsEveryMark() throws IOException {
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        stream.media(tone(80_000, 0x21));
        stream.mark("a");
        stream.mark("b");
        stream.clear();
        stream.await("mark", 2);
        assertEquals(List.of("a", "b"), marks(stream));
        assertEquals(Duration.ZERO, leg.backlog());
        assertEquals(1, leg.clears());
        assertTrue(leg.heard().fromShow().toMillis() < 10_000, "ten seconds were not played");
    }

    @Test
    void keysPressedArriveInTheSameCount() {
        PhoneCall call = dialInto(CONNECT);
        call.await(CallPhase.STREAMING, SOON);
        call.presses("4#");
        TinyStream stream = show.awaitStream(1);
        assertEquals("4", stream.await("dtmf", 1).at("/dtmf/digit").asText());
        assertEquals("#", stream.await("dtmf", 2).at("/dtmf/digit").asText());
        assertEquals("inbound_track", stream.await("dtmf", 1).at("/dtmf/track").asText());
        stream.await("media", 5);
        List<JsonNode> counted = stream.messages().subList(1, stream.messages().size());
        for (int i = 0; i < counted.size(); i++) {
            assertEquals(Integer.toString(i + 1), counted.get(i).path("sequenceNumber").asText());
        }
    }

    @Test
    void whenTheShowClosesTheNextVerbRuns() throws IOException {
        MediaLeg leg = connected();
        show.awaitStream(1).close();
        assertEquals(LegEnd.CLOSED_BY_SHOW, leg.awaitEnd(SOON));
        carrier.diary().await(Happening.Said.class, said -> said.text().equals("Behind."), SOON);
        carrier.diary().await(Happening.Complained.class, it -> it.code() == 31921, SOON);
    }

    @Test
    void whenTheShowDiesTheNextVerbRuns() throws IOException {
        MediaLeg leg = connected();
        show.awaitStream(1).die();
        assertEquals(LegEnd.BROKEN, leg.awaitEnd(SOON));
        carrier.diary().await(Happening.Said.class, said -> said.text().equals("Behind."), SOON);
    }

    @Test
    void anUpdateByRestStopsTheStreamFirst() throws Exception {
        PhoneCall call = dialInto(CONNECT + "<Say>Behind.</Say>");
        MediaLeg leg = call.awaitLeg(SOON);
        TinyStream stream = show.awaitStream(1);
        desk().update(call, "Twiml", "<Response><Say>New.</Say></Response>");
        assertEquals(LegEnd.STOPPED, leg.awaitEnd(SOON));
        assertEquals(call.sid(), stream.await("stop", 1).at("/stop/callSid").asText());
        assertEquals("close frame", stream.awaitEnd());
        call.awaitEnd(SOON);
        assertEquals(
                List.of("New."),
                carrier.diary().all(Happening.Said.class).stream()
                        .map(Happening.Said::text)
                        .toList());
    }

    @Test
    void aCallerWhoHangsUpStopsTheStream() {
        PhoneCall call = dialInto(CONNECT);
        call.awaitLeg(SOON);
        call.hangUp();
        show.awaitStream(1).await("stop", 1);
        assertEquals("completed", show.awaitRequest(STATUS).field("CallStatus"));
    }

    @Test
    void theStreamCallbackTellsBeginningAndEnd() {
        PhoneCall call = dialInto(CONNECT);
        call.awaitLeg(SOON);
        Received started = show.awaitRequest(STREAM_STATUS);
        assertEquals("stream-started", started.field("StreamEvent"));
        assertEquals(call.legs().getFirst().streamSid(), started.field("StreamSid"));
        call.hangUp();
        assertEquals(
                "stream-stopped",
                show.awaitRequests(STREAM_STATUS, 2).getLast().field("StreamEvent"));
    }

    @Test
    void aRefusedHandshakeIsAStreamError() {
        show.answers(STREAM, _ -> TinyShow.Reply.status(403));
        PhoneCall call = dialInto(CONNECT + "<Hangup/>");
        assertEquals(Ending.HANGUP_VERB, call.awaitEnd(SOON));
        Received error = show.awaitRequest(STREAM_STATUS);
        assertEquals("stream-error", error.field("StreamEvent"));
        assertTrue(error.field("StreamError").startsWith("31920"), error.field("StreamError"));
    }

    @Test
    void aQueryInTheStreamUrlIsLost() {
        dialInto(CONNECT.replace(STREAM + "\"", STREAM + "?token=1\"")).awaitLeg(SOON);
        assertEquals(STREAM, show.awaitStream(1).upgrade().target());
    }

    @Test
    void aStreamWithoutTlsIsRefused() {
        dialInto(CONNECT.replace("wss:", "ws:")).awaitEnd(SOON);
        assertEquals(31922, carrier.diary().all(Happening.Complained.class).getFirst().code());
    }

    @Test
    void theCarrierComplainsOfWhatItDoesNotUnderstand() throws IOException {
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        stream.raw("{\"event\":\"media\",\"streamSid\":\"MZ00\",\"media\":{\"payload\":\"AAAA\"}}");
        stream.raw("not JSON");
        stream.raw("{\"event\":\"play\",\"streamSid\":\"" + leg.streamSid() + "\"}");
        stream.write(new WireFrame(true, WireFrame.BINARY, new byte[3]));
        List<Integer> codes =
                carrier.diary().await(Happening.Complained.class, _ -> true, 3, SOON).stream()
                        .map(Happening.Complained::code)
                        .toList();
        assertEquals(List.of(31924, 31924, 31950), codes);
        assertEquals(1, leg.misaddressed());
        assertFalse(leg.ended());
    }

    @Test
    void aMessageInPiecesAndAPingAreUnderstood() throws IOException {
        connected();
        TinyStream stream = show.awaitStream(1);
        String mark = "{\"event\":\"mark\",\"streamSid\":\"" + stream.streamSid() + "\",";
        stream.write(new WireFrame(false, WireFrame.TEXT, mark.getBytes(UTF_8)));
        stream.write(new WireFrame(true, WireFrame.PING, new byte[0]));
        stream.write(
                new WireFrame(
                        true,
                        WireFrame.CONTINUED,
                        "\"mark\":{\"name\":\"whole\"}}".getBytes(UTF_8)));
        assertEquals("whole", stream.await("mark", 1).at("/mark/name").asText());
    }

    @Test
    void theConnectionCanBeCutInTwoWays() {
        MediaLeg first = connected();
        first.cutWithReset();
        assertEquals("SocketException", show.awaitStream(1).awaitEnd());
        MediaLeg second = connected();
        second.cutWithoutGoodbye();
        assertEquals("EOFException", show.awaitStream(2).awaitEnd());
        assertEquals(LegEnd.BROKEN, first.awaitEnd(SOON));
        assertEquals(LegEnd.BROKEN, second.awaitEnd(SOON));
    }

    @Test
    void aDeadLineSaysNothingAndStaysOpen() throws IOException {
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        stream.await("media", 3);
        leg.playDead();
        Duration then = leg.heard().length();
        stream.mark("unheard");
        leg.awaitHeard(then.plusMillis(300), SOON);
        assertTrue(stream.messages("media").size() <= then.toMillis() / 20 + 1);
        assertTrue(marks(stream).isEmpty());
        assertFalse(leg.ended());
        leg.cutWithReset();
        assertEquals("SocketException", stream.awaitEnd());
    }

    @Test
    void whatComesTooLateToBeSentIsCounted() {
        MediaLeg leg = connected();
        leg.cutWithReset();
        int before = leg.unsent();
        leg.press("12");
        assertTrue(leg.unsent() >= before + 2, "two keys were not sent");
    }

    @Test
    void aStreamCanStartTwice() {
        connected().startAgain();
        TinyStream stream = show.awaitStream(1);
        assertEquals(
                stream.await("start", 1).at("/start/callSid"),
                stream.await("start", 2).at("/start/callSid"));
    }

    @Test
    void anImpostorSaysWhatItIsTold() throws IOException {
        StreamIdentity identity =
                new StreamIdentity(
                        ACCOUNT.sid(),
                        "CA" + "0".repeat(32),
                        carrier.newStreamSid(),
                        Map.of("token", "guessed"));
        MediaLeg leg = carrier.impostor("wss://show.example" + STREAM, identity, "54321");
        TinyStream stream = show.awaitStream(1);
        assertEquals(
                "guessed", stream.await("start", 1).at("/start/customParameters/token").asText());
        assertEquals(
                new Signatures("54321").of("wss://show.example" + STREAM, Map.of()),
                stream.upgrade().header("x-twilio-signature"));
        leg.cutWithReset();
    }

    @Test
    void anImpostorLearnsThatItWasNotLetIn() {
        show.answers(STREAM, _ -> TinyShow.Reply.status(403));
        StreamIdentity identity =
                new StreamIdentity(ACCOUNT.sid(), "CA" + "0".repeat(32), "MZ", Map.of());
        HandshakeRefusedException refused =
                assertThrows(
                        HandshakeRefusedException.class,
                        () -> carrier.impostor("wss://show.example" + STREAM, identity, "54321"));
        assertEquals(403, refused.status());
    }

    @Test
    void everyFrameCanBeLost() {
        carrier.faults().frames(new FrameFaults(1, 0, 0, 0, 0));
        MediaLeg leg = connected();
        TinyStream stream = show.awaitStream(1);
        leg.awaitHeard(Duration.ofMillis(200), SOON);
        leg.suffer(FrameFaults.NONE);
        JsonNode first = stream.await("media", 1);
        assertTrue(
                Integer.parseInt(first.at("/media/chunk").asText()) >= 10, "a gap is to be seen");
    }
}
