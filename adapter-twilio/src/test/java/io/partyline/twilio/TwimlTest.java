package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.twilio.TwilioSettings.Hold;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class TwimlTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String NET =
            "<Enqueue action=\"https://show.example/api/twilio/queue-left\""
                    + " waitUrl=\"https://show.example/api/twilio/hold-music\" waitUrlMethod=\"POST\">"
                    + "partyline</Enqueue>"
                    + "<Redirect method=\"POST\">https://show.example/api/twilio/voice</Redirect>";
    private static final String CONNECT =
            "<Connect><Stream statusCallback=\"https://show.example/api/twilio/stream-status\""
                    + " url=\"wss://show.example/api/twilio/stream\">"
                    + "<Parameter name=\"token\" value=\"t0ken\"/></Stream></Connect>";

    private final BedFile bed = new BedFile(Sample.tone(440, 0.1));
    private final Twiml twiml = new Twiml(Sample.settings(Hold.STUDIO));

    @Test
    void aStreamThatEndsLeadsIntoTheQueueAndTheQueueBackToUs() {
        assertThat(twiml.connect("t0ken")).isEqualTo(HEAD + response(CONNECT + NET));
    }

    @Test
    void theGreetingAsksForConsentBeforeAnythingElse() throws Exception {
        Element document = parsed(twiml.greetAndConnect("t0ken"));
        assertThat(verbs(document)).containsExactly("Say", "Connect", "Enqueue", "Redirect");
        Element say = (Element) document.getFirstChild();
        assertThat(say.getAttribute("voice")).isEqualTo("Polly.Joanna");
        assertThat(say.getTextContent())
                .startsWith("Welcome to Late & <Loud>, with Jo. This call is recorded");
    }

    @Test
    void inCarrierHoldTheGreetingLeadsIntoTheQueue() throws Exception {
        assertThat(verbs(parsed(twiml.greetAndWait())))
                .containsExactly("Say", "Enqueue", "Redirect");
        assertThat(twiml.waitOn()).isEqualTo(HEAD + response(NET));
    }

    @Test
    void theWaitDocumentPlaysTheBedOnce() {
        String url = "https://show.example/api/twilio/hold-music/" + bed.file();
        assertThat(twiml.holdMusic(bed)).isEqualTo(HEAD + response("<Play>" + url + "</Play>"));
    }

    @Test
    void theShortAnswersAreOneVerbEach() {
        assertThat(twiml.leave()).isEqualTo(HEAD + response("<Leave/>"));
        assertThat(twiml.hangUp()).isEqualTo(HEAD + response("<Hangup/>"));
        assertThat(twiml.full()).isEqualTo(HEAD + response("<Reject reason=\"busy\"/>"));
        assertThat(twiml.banned()).isEqualTo(HEAD + response("<Reject reason=\"rejected\"/>"));
        assertThat(twiml.nothing()).isEqualTo(HEAD + "<Response/>");
        assertThat(twiml.startOver())
                .isEqualTo(
                        HEAD
                                + response(
                                        "<Redirect method=\"POST\">https://show.example/api/twilio/voice"
                                                + "</Redirect>"));
    }

    @Test
    void closedLinesSayGoodbyeAndHangUp() throws Exception {
        Element document = parsed(twiml.closed());
        assertThat(verbs(document)).containsExactly("Say", "Hangup");
        assertThat(document.getTextContent())
                .startsWith("Thank you for calling Late & <Loud>. The lines are closed");
    }

    @Test
    void theLongestNamesStayWithinWhatRestTakes() {
        String name = "&".repeat(TwilioSettings.LONGEST_NAME);
        TwilioSettings settings =
                new TwilioSettings(
                        Sample.ACCOUNT,
                        Sample.TOKEN,
                        Sample.NUMBER,
                        Sample.BASE,
                        TwilioSettings.CARRIER_API,
                        Hold.STUDIO,
                        name,
                        name);
        assertThat(new Twiml(settings).greetAndConnect("t".repeat(32)).length()).isLessThan(4000);
    }

    private static String response(String inside) {
        return "<Response>" + inside + "</Response>";
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
                .getDocumentElement();
    }

    private static List<String> verbs(Element document) {
        List<String> names = new ArrayList<>();
        for (Node at = document.getFirstChild(); at != null; at = at.getNextSibling()) {
            names.add(at.getNodeName());
        }
        return names;
    }
}
