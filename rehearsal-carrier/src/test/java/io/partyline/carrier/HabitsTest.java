package io.partyline.carrier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.TinyShow.Received;
import io.partyline.carrier.call.Dialling;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.office.Signatures;
import io.partyline.carrier.plan.StreamHabits;
import io.partyline.carrier.plan.StreamHabits.Chunks;
import io.partyline.carrier.plan.Wording;
import io.partyline.carrier.plan.Wording.CallIds;
import io.partyline.carrier.stream.MediaLeg;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What smaller carriers do otherwise.
class HabitsTest extends OnTheLine {
    private static final StreamHabits USUAL = StreamHabits.USUAL;

    private TinyStream speaking(StreamHabits habits) {
        reopen(plan -> plan.habits(habits));
        dialInto(CONNECT).awaitLeg(SOON);
        return show.awaitStream(1);
    }

    private static List<String> chunks(TinyStream stream, int messages) {
        stream.await("media", messages);
        return stream.messages("media").subList(0, messages).stream()
                .map(media -> media.at("/media/chunk").textValue())
                .toList();
    }

    private static long timestamp(JsonNode media) {
        return Long.parseLong(media.at("/media/timestamp").textValue());
    }

    @Test
    void chunkNumbersCanStartAgain() {
        TinyStream stream = speaking(USUAL.chunks(new Chunks.Restarting(3)));
        assertEquals(List.of("1", "2", "3", "1", "2", "3", "1"), chunks(stream, 7));
        List<JsonNode> media = stream.messages("media");
        assertEquals(120, timestamp(media.get(6)) - timestamp(media.getFirst()));
        assertEquals("8", media.get(6).path("sequenceNumber").textValue());
    }

    @Test
    void chunkNumbersCanAlwaysBeZero() {
        TinyStream stream = speaking(USUAL.chunks(new Chunks.Zero()));
        assertEquals(List.of("0", "0", "0"), chunks(stream, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 200, 300, 384})
    void aMessageOfAnySizeCarriesEverythingThatWasSaid(int ms) {
        reopen(plan -> plan.habits(USUAL.messageMs(ms)));
        MediaLeg leg = dialInto(CONNECT).awaitLeg(SOON);
        TinyStream stream = show.awaitStream(1);
        byte[] words = new byte[4_000];
        for (int i = 0; i < words.length; i++) {
            words[i] = (byte) (i % 100 + 1);
        }
        leg.say(words);
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        long first = timestamp(stream.await("media", 1));
        for (JsonNode media : stream.untilSilent()) {
            byte[] sound = Base64.getDecoder().decode(media.at("/media/payload").asText());
            assertEquals(ms * 8, sound.length);
            assertEquals(first + heard.size() / 8, timestamp(media));
            heard.writeBytes(sound);
        }
        byte[] all = heard.toByteArray();
        int start = 0;
        while (all[start] != 1) {
            start++;
        }
        assertTrue(Arrays.equals(all, start, start + words.length, words, 0, words.length));
    }

    @Test
    void noMessageIsLongerThanTheDocumentsAllow() {
        assertThrows(IllegalArgumentException.class, () -> USUAL.messageMs(385));
        assertThrows(IllegalArgumentException.class, () -> USUAL.messageMs(19));
    }

    @Test
    void theWordsOfTheHandshakeCanBeWrittenOtherwise() {
        TinyStream stream = speaking(USUAL.upgrade("WebSocket", "keep-alive, upgrade"));
        assertEquals("WebSocket", stream.upgrade().header("upgrade"));
        assertEquals("keep-alive, upgrade", stream.upgrade().header("connection"));
        stream.await("media", 1);
    }

    @ParameterizedTest
    @EnumSource
    void callIdsOfEveryShapeWorkEverywhere(CallIds ids) throws Exception {
        reopen(plan -> plan.wording(new Wording(ids, ISO_8859_1)));
        show.answers(WAIT, "<Pause length=\"20\"/>");
        PhoneCall call = dialInto(ENQUEUE);
        call.await(CallPhase.IN_QUEUE, SOON);
        assertEquals(call.sid(), show.awaitRequest(VOICE).field("CallSid"));
        String queue = desk().read("/Queues.json").body().at("/queues/0/sid").asText();
        String member = "/Queues/" + queue + "/Members/" + call.sid() + ".json";
        assertEquals(call.sid(), desk().read(member).body().path("call_sid").asText());
        assertEquals(200, desk().update(call, "Status", "completed").status());
        assertEquals(Ending.COMPLETED_BY_REST, call.awaitEnd(SOON));
    }

    @Test
    void everyShapeOfCallIdLooksLikeItself() {
        String hex = "0123456789abcdef0123456789abcdef";
        assertEquals("CA" + hex, CallIds.SID.of(hex));
        assertEquals("01234567-89ab-cdef-0123-456789abcdef", CallIds.UUID_TEXT.of(hex));
        assertEquals("v3:01234567-89ab-cdef-0123-456789abcdef", CallIds.COLON.of(hex));
    }

    @Test
    void aBodyCanComeInOtherCharacters() {
        reopen(plan -> plan.wording(new Wording(CallIds.UUID_TEXT, ISO_8859_1)));
        show.answers(VOICE, "<Hangup/>");
        carrier.dial(Dialling.from(CALLER).with("CallerName", "Jürgen Ångström"));
        Received voice = show.awaitRequest(VOICE);
        assertEquals(
                "application/x-www-form-urlencoded; charset=ISO-8859-1",
                voice.header("content-type"));
        assertTrue(voice.body().contains("J%FCrgen"), voice.body());
        assertEquals("Jürgen Ångström", voice.field("CallerName"));
        assertEquals(
                new Signatures("12345").of(TinyShow.BASE + VOICE, voice.form()),
                voice.header("x-twilio-signature"));
    }
}
