package io.partyline.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.Desk.Answer;
import io.partyline.carrier.diary.Ending;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumbersDeskTest extends OnTheLine {
    private JsonNode listed() throws Exception {
        JsonNode body = desk().read("/IncomingPhoneNumbers.json?PhoneNumber=%2B15550100").body();
        return body.path("incoming_phone_numbers").path(0);
    }

    private Answer set(Map<String, String> form) throws Exception {
        String sid = listed().path("sid").asText();
        return desk().post("/IncomingPhoneNumbers/" + sid + ".json", form);
    }

    @Test
    void theNumberIsShownAsItIsSetUp() throws Exception {
        JsonNode number = listed();
        assertTrue(number.path("sid").asText().matches("PN[0-9a-f]{32}"));
        assertEquals("+15550100", number.path("phone_number").asText());
        assertEquals(TinyShow.BASE + VOICE, number.path("voice_url").asText());
        assertEquals("POST", number.path("voice_method").asText());
        assertEquals("", number.path("voice_fallback_url").asText());
        assertEquals(TinyShow.BASE + STATUS, number.path("status_callback").asText());
        assertEquals("", number.path("voice_application_sid").asText());
        assertTrue(number.path("trunk_sid").isNull());
    }

    @Test
    void nobodyElsesNumberIsFound() throws Exception {
        JsonNode body = desk().read("/IncomingPhoneNumbers.json?PhoneNumber=%2B15550199").body();
        assertEquals(0, body.path("incoming_phone_numbers").size());
        assertTrue(body.path("next_page_uri").isNull());
        String unknown = "/IncomingPhoneNumbers/PN" + "0".repeat(32) + ".json";
        assertEquals(404, desk().read(unknown).status());
        assertEquals(404, desk().post(unknown, Map.of("VoiceUrl", "")).status());
    }

    @Test
    void whatIsSetIsUsedForTheNextCall() throws Exception {
        show.answers("/new-voice", "<Redirect>/nothing</Redirect>");
        show.answers("/new-fallback", "<Hangup/>");
        show.answers("/new-status", "");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("VoiceUrl", TinyShow.BASE + "/new-voice");
        form.put("VoiceMethod", "POST");
        form.put("VoiceFallbackUrl", TinyShow.BASE + "/new-fallback");
        form.put("VoiceFallbackMethod", "POST");
        form.put("StatusCallback", TinyShow.BASE + "/new-status");
        form.put("StatusCallbackMethod", "POST");
        Answer answer = set(form);
        assertEquals(200, answer.status());
        assertEquals(TinyShow.BASE + "/new-voice", answer.body().path("voice_url").asText());
        assertEquals(Ending.HANGUP_VERB, carrier.dial(CALLER).awaitEnd(SOON));
        assertEquals("11200", show.awaitRequest("/new-fallback").field("ErrorCode"));
        show.awaitRequest("/new-status");
        assertTrue(show.requests(VOICE).isEmpty());
    }

    @Test
    void whatIsNotNamedStaysAsItIs() throws Exception {
        set(Map.of("VoiceFallbackUrl", "https://net.example/enqueue"));
        JsonNode number = listed();
        assertEquals(TinyShow.BASE + VOICE, number.path("voice_url").asText());
        assertEquals("https://net.example/enqueue", number.path("voice_fallback_url").asText());
        assertEquals(200, set(Map.of("StatusCallback", "")).status());
        assertEquals("", listed().path("status_callback").asText());
    }

    @Test
    void nonsenseIsRefusedAndChangesNothing() throws Exception {
        assertEquals(400, set(Map.of("VoiceUrl", "not an address")).status());
        assertEquals(400, set(Map.of("VoiceMethod", "PUT")).status());
        assertEquals(TinyShow.BASE + VOICE, listed().path("voice_url").asText());
    }

    @Test
    void aMethodThatIsSetIsUsed() throws Exception {
        set(Map.of("VoiceMethod", "GET"));
        show.answersAny(VOICE, "<Hangup/>");
        assertEquals(Ending.HANGUP_VERB, carrier.dial(CALLER).awaitEnd(SOON));
        assertEquals("GET", show.awaitAny(VOICE).method());
    }
}
