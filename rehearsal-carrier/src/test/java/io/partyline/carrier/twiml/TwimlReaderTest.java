package io.partyline.carrier.twiml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlReaderTest {
    private static final String BASE = "https://show.example/api/twilio/voice";

    private final List<String> warnings = new ArrayList<>();
    private final TwimlReader reader = new TwimlReader((_, warning) -> warnings.add(warning));

    private List<Verb> verbs(String verbs) {
        return reader.read("<Response>" + verbs + "</Response>", BASE).verbs();
    }

    @Test
    void verbsAreReadWithTheirDefaults() {
        assertEquals(
                List.of(
                        new Verb.Say("Hello, you & me", 1),
                        new Verb.Play("/a.wav", 0),
                        new Verb.Pause(Duration.ofSeconds(1)),
                        new Verb.Gather(
                                List.of(),
                                Set.of("dtmf", "speech"),
                                "",
                                "POST",
                                Duration.ofSeconds(5),
                                false),
                        new Verb.Enqueue("hold", "/left", "POST", "/wait", false, "POST", 1000),
                        new Verb.Redirect("/again", "GET"),
                        new Verb.Reject(true),
                        new Verb.Hangup()),
                verbs(
                        """
                        <Say>
                           Hello,   you &amp; me
                        </Say>
                        <Play loop="0">/a.wav</Play><Pause/><Gather input="dtmf speech"/>
                        <Enqueue action="/left" waitUrl="/wait">hold</Enqueue>
                        <Redirect method="GET">/again</Redirect><Reject reason="busy"/><Hangup/>
                        """));
        assertTrue(warnings.isEmpty());
    }

    @Test
    void aStreamIsReadWithItsParameters() {
        Verb verb =
                verbs(
                                "<Connect action=\"/x\"><Stream url=\"wss://h/s\" name=\"n\">"
                                        + "<Parameter name=\"a\" value=\"1\"/></Stream></Connect>")
                        .getFirst();
        Verb.MediaStream stream =
                new Verb.MediaStream(
                        "wss://h/s", "n", "inbound_track", Map.of("a", "1"), "", "POST");
        assertEquals(new Verb.Connect(stream, "/x", "POST"), verb);
    }

    @Test
    void aMisspeltAttributeIsAWarning() {
        verbs("<Enqueue waiturl=\"/wait\">hold</Enqueue>");
        assertEquals(List.of("<Enqueue> knows no attribute \"waiturl\"."), warnings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Dial/>",
                "<Connect/>",
                "<Connect><Stream url=\"a\"/><Stream url=\"b\"/></Connect>",
                "<Connect><Room/></Connect>",
                "<Gather><Hangup/></Gather>",
                "<Gather><Gather/></Gather>",
                "<Gather input=\"voice\"/>",
                "<Gather input=\"\"/>",
                "<Gather speechTimeout=\"soon\"/>",
                "<Gather timeout=\"a while\"/>",
                "<Gather method=\"PUT\"/>",
                "<Redirect method=\"PUT\">/x</Redirect>",
                "<Pause length=\"-1\"/>"
            })
    void whatTheCarrierDoesNotKnowIsRefused(String verbs) {
        assertEquals(
                12200, assertThrows(ApplicationErrorException.class, () -> verbs(verbs)).code());
    }

    @Test
    void aParameterOf500CharactersIsRefused() {
        String parameter =
                "<Connect><Stream url=\"a\"><Parameter name=\"n\""
                        + " value=\"%s\"/></Stream></Connect>";
        assertEquals(1, verbs(parameter.formatted("x".repeat(498))).size());
        assertThrows(
                ApplicationErrorException.class, () -> verbs(parameter.formatted("x".repeat(499))));
    }

    @Test
    void anEntityCannotReadFiles() {
        String evil =
                "<!DOCTYPE r [<!ENTITY f SYSTEM"
                        + " \"file:///etc/hostname\">]><Response><Say>&f;</Say></Response>";
        assertEquals(
                12100,
                assertThrows(ApplicationErrorException.class, () -> reader.read(evil, BASE))
                        .code());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rubbishIsAnApplicationErrorAndNothingWorse(long seed) {
        Random random = new Random(seed);
        String good =
                "<Response><Say loop=\"2\">a</Say><Enqueue waitUrl=\"/w\">q</Enqueue></Response>";
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            refused += refused(spoilt(good, random)) ? 1 : 0;
        }
        assertTrue(refused > 100, "only " + refused + " of 500 were refused");
    }

    private boolean refused(String twiml) {
        try {
            reader.read(twiml, BASE);
            return false;
        } catch (ApplicationErrorException e) {
            return e.code() >= 11000;
        }
    }

    private static String spoilt(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int i = 0; i <= random.nextInt(3); i++) {
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x20, 0x180));
        }
        return text.toString();
    }

    @Test
    void relativeAddressesStartAtTheDocument() {
        TwimlDocument document = new TwimlDocument(List.of(), BASE);
        assertEquals("https://show.example/x", document.absolute("/x"));
        assertEquals("https://show.example/api/twilio/x", document.absolute("x"));
        assertEquals(BASE, document.absolute(""));
        assertEquals("https://other.example/", document.absolute("https://other.example/"));
    }
}
