package io.partyline.carrier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.call.Hearing;
import io.partyline.carrier.call.Hearing.Kind;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.diary.LegEnd;
import io.partyline.carrier.plan.WebhookFault;
import io.partyline.carrier.sound.Mulaw;
import io.partyline.carrier.sound.Tune;
import io.partyline.carrier.stream.MediaLeg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What callers go through while the show is dead or frozen, and how they are brought back.
class ShowGoneTest extends OnTheLine {
    private static final String NET = "<Enqueue>hold</Enqueue>";
    private static final String BACK = "<Response>" + CONNECT + NET + "</Response>";

    private static byte[] tone(int bytes, int code) {
        byte[] tone = new byte[bytes];
        Arrays.fill(tone, (byte) code);
        return tone;
    }

    /// So many frames, each of which says its own number, from 1.
    private static byte[] counting(int frames) {
        byte[] words = new byte[160 * frames];
        for (int i = 0; i < words.length; i++) {
            words[i] = (byte) (i / 160 + 1);
        }
        return words;
    }

    /// The numbers that a stream heard, as they came.
    private static List<Integer> counted(List<JsonNode> media) {
        return media.stream()
                .map(TinyStream::sound)
                .filter(frame -> frame[0] != Mulaw.SILENCE)
                .map(frame -> (int) frame[0])
                .toList();
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void aDeadShowDropsItsCallersIntoTheVerbBehindTheStream() throws Exception {
        PhoneCall call = dialInto(CONNECT + NET);
        MediaLeg leg = call.awaitLeg(SOON);
        tunnel.goDown();
        show.awaitStream(1).die();
        assertEquals(LegEnd.BROKEN, leg.awaitEnd(SOON));
        call.await(CallPhase.IN_QUEUE, SOON);
        assertTrue(call.ending().isEmpty());
    }

    @Test
    void aFrozenShowIsNotNoticed() throws Exception {
        PhoneCall call = dialInto(CONNECT + NET);
        MediaLeg leg = call.awaitLeg(SOON);
        TinyStream stream = show.awaitStream(1);
        stream.await("media", 3);
        stream.freeze();
        leg.awaitHeard(leg.heard().length().plusMillis(500), SOON);
        assertFalse(leg.ended());
        assertEquals(CallPhase.STREAMING, call.phase());
        stream.thaw();
        stream.await("media", 20);
    }

    @Test
    void aCallIsTakenFromAFrozenShowThatNoLongerReads() throws Exception {
        PhoneCall call = dialInto(CONNECT + NET);
        MediaLeg leg = call.awaitLeg(SOON);
        TinyStream stream = show.awaitStream(1);
        stream.await("media", 1);
        stream.freeze();
        // More than any buffer between the two holds, so that whoever sends is stuck.
        carrierIsStuck(leg);
        assertEquals(
                200, desk().update(call, "Twiml", "<Response>" + NET + "</Response>").status());
        call.await(CallPhase.IN_QUEUE, SOON);
        assertEquals(LegEnd.STOPPED, leg.awaitEnd(SOON));
        stream.thaw();
    }

    private static void carrierIsStuck(MediaLeg leg) {
        String much = "\"" + "x".repeat(1_000_000) + "\"";
        Thread.ofVirtual()
                .start(() -> {
                    for (int i = 0; i < 64 && !leg.ended(); i++) {
                        leg.sendRaw(much);
                    }
                });
    }

    @Test
    void aCallerHearsTheShowTheMusicAndTheShowAgain() throws Exception {
        PhoneCall call = dialInto(CONNECT + NET);
        TinyStream before = show.awaitStream(1);
        before.media(tone(800, 0x21));
        call.awaitLeg(SOON).awaitFromShow(Duration.ofMillis(100), SOON);
        before.die();
        call.await(CallPhase.IN_QUEUE, SOON);
        desk().update(call, "Twiml", BACK);
        MediaLeg second = call.awaitLeg(2, SOON);
        show.awaitStream(2).media(tone(800, 0x22));
        second.awaitFromShow(Duration.ofMillis(100), SOON);
        call.hangUp();
        call.awaitEnd(SOON);
        List<Hearing> hearings =
                call.hearings().stream().filter(it -> it.from() != Kind.SILENCE).toList();
        assertEquals(
                List.of(Kind.SHOW, Kind.MUSIC, Kind.SHOW),
                hearings.stream().map(Hearing::from).toList());
        byte[] music = hearings.get(1).heard().mulaw();
        assertArrayEquals(Tune.of(Duration.ofMillis(music.length / 8)), music);
        assertEquals(second.streamSid(), hearings.get(2).stream());
        assertTrue(contains(hearings.getFirst().heard().mulaw(), 0x21));
        assertTrue(contains(hearings.get(2).heard().mulaw(), 0x22));
        assertFalse(contains(hearings.get(2).heard().mulaw(), 0x21));
    }

    private static boolean contains(byte[] sound, int code) {
        for (byte one : sound) {
            if (one == code) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theTuneIsNoSilence() {
        assertEquals(8_000, Tune.of(Duration.ofSeconds(1)).length);
        assertFalse(contains(Tune.silence(Duration.ofSeconds(1)), 0x12));
        assertTrue(Arrays.stream(toInts(Tune.of(Duration.ofSeconds(1)))).distinct().count() > 10);
        assertEquals(Mulaw.SILENCE, Tune.silence(Duration.ofMillis(1))[0]);
    }

    private static int[] toInts(byte[] bytes) {
        int[] ints = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ints[i] = bytes[i];
        }
        return ints;
    }

    @Test
    void whatOneStreamDidNotTakeTheNextOneHears() throws Exception {
        PhoneCall call = dialInto(CONNECT + NET);
        TinyStream before = show.awaitStream(1);
        before.await("media", 1);
        call.say(counting(100));
        before.await("media", 10);
        before.die();
        before.awaitEnd();
        call.await(CallPhase.IN_QUEUE, SOON);
        desk().update(call, "Twiml", BACK);
        List<Integer> heard = counted(before.messages("media"));
        List<Integer> rest = counted(show.awaitStream(2).untilSilent());
        assertEquals(numbers(1, heard.size()), heard);
        // The frames that were on their way when the connection broke are lost, as in life.
        assertTrue(rest.getFirst() > heard.size(), "heard twice: " + rest);
        assertEquals(numbers(rest.getFirst(), 100), rest);
    }

    @Test
    void theOrderInWhichCallersAreBroughtBackCanBeSeen() throws Exception {
        List<PhoneCall> calls = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            PhoneCall call = dialInto(NET);
            call.await(CallPhase.IN_QUEUE, SOON);
            calls.add(call);
        }
        for (int i = calls.size(); i > 0; i--) {
            desk().update(calls.get(i - 1), "Twiml", BACK);
            calls.get(i - 1).awaitLeg(SOON);
        }
        assertEquals(
                calls.reversed().stream().map(PhoneCall::sid).toList(),
                carrier.diary().all(Happening.StreamStarted.class).stream()
                        .map(Happening.StreamStarted::callSid)
                        .toList());
    }

    @Test
    void aFinalStatusCanOvertakeAWebhook() {
        carrier.faults().webhooks().next(1, VOICE::equals, new WebhookFault.Overtaken());
        PhoneCall call = dialInto("<Hangup/>");
        assertEquals(Ending.CALLER_HUNG_UP, call.awaitEnd(SOON));
        show.awaitRequest(VOICE);
        List<String> order = show.requested().stream().map(TinyShow.Received::target).toList();
        assertEquals(List.of(STATUS, VOICE), order);
        TinyShow.Received status = show.awaitRequest(STATUS);
        assertEquals("no-answer", status.field("CallStatus"));
        assertEquals(Long.toString(call.duration().toSeconds()), status.field("CallDuration"));
    }

    @Test
    void aCallThatWasAnsweredIsCompleted() {
        PhoneCall call = dialInto("<Pause length=\"3600\"/>");
        call.await(CallPhase.ANSWERED, SOON);
        call.hangUp();
        assertEquals("completed", show.awaitRequest(STATUS).field("CallStatus"));
    }

    @Test
    void aCallThatEndsWhileItRingsIsNoAnswer() {
        show.neverAnswers(VOICE);
        PhoneCall call = carrier.dial(CALLER);
        show.awaitRequest(VOICE);
        call.hangUp();
        assertEquals("no-answer", show.awaitRequest(STATUS).field("CallStatus"));
    }
}
