package io.partyline.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.port.Switchboard.Meanwhile;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class TwimlTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String NET = "<Enqueue>partyline</Enqueue><Pause length=\"600\"/>";
    private static final String HOLD =
            "<Enqueue waitUrl=\"https://show.example/api/twilio/hold-music\""
                    + " waitUrlMethod=\"POST\">partyline</Enqueue>";
    private static final String CONNECT =
            "<Connect><Stream name=\""
                    + StreamTokens.name("t0ken")
                    + "\" statusCallback=\"https://show.example/api/twilio/stream-status\""
                    + " url=\"wss://show.example/api/twilio/stream\">"
                    + "<Parameter name=\"token\" value=\"t0ken\"/></Stream></Connect>"
                    + "<Pause length=\"2\"/>";

    private final BedFile bed = new BedFile(Sample.tone(440, 0.1));
    private final Twiml twiml = new Twiml(Sample.settings(Hold.STUDIO));

    @Test
    void behindTheStreamStandsNothingThatWeWouldHaveToAnswer() {
        assertThat(twiml.connect("t0ken")).isEqualTo(HEAD + response(CONNECT + NET));
        assertThat(NET).doesNotContain(Sample.BASE);
    }

    @Test
    void theNetPlaysTheHostsMusicAndEndsAtTheFallbackDocument() {
        var net =
                new TwilioSettings.Net(
                        Optional.of("https://bin.example/b"),
                        Optional.of("https://music.example/m.mp3"));
        Twiml own = new Twiml(Sample.settings(Hold.STUDIO, TwilioSettings.CARRIER_API, net));
        assertThat(own.connect("t0ken"))
                .isEqualTo(
                        HEAD
                                + response(
                                        CONNECT
                                                + "<Enqueue waitUrl=\"https://music.example/m.mp3\""
                                                + " waitUrlMethod=\"GET\">partyline</Enqueue>"
                                                + "<Pause length=\"600\"/>"
                                                + "<Redirect method=\"GET\">https://bin.example/b"
                                                + "</Redirect>"));
    }

    @Test
    void aStreamsNameTellsNothingOfItsTicket() {
        assertThat(StreamTokens.name("t0ken")).matches("[0-9a-f]{16}").doesNotContain("t0ken");
        assertThat(StreamTokens.name("t0ken")).isNotEqualTo(StreamTokens.name("t1ken"));
    }

    @Test
    void theGreetingAsksForConsentBeforeAnythingElse() throws Exception {
        Element document = parsed(twiml.greetAndConnect("t0ken"));
        assertThat(verbs(document)).containsExactly("Say", "Connect", "Pause", "Enqueue", "Pause");
        Element say = (Element) document.getFirstChild();
        assertThat(say.getAttribute("voice")).isEqualTo("Polly.Joanna");
        assertThat(say.getTextContent())
                .startsWith(
                        "Welcome to Late & <Loud>, with Jo. Some of the callers on this show are AI."
                                + " This call is recorded");
    }

    @Test
    void inCarrierHoldTheGreetingLeadsIntoTheQueueWithOurBedAndBehindItTheNet() throws Exception {
        assertThat(verbs(parsed(twiml.greetAndWait())))
                .containsExactly("Say", "Enqueue", "Enqueue", "Pause");
        assertThat(twiml.waitOn()).isEqualTo(HEAD + response(HOLD + NET));
    }

    @Test
    void theWaitDocumentPlaysTheBedOnce() {
        String url = "https://show.example/api/twilio/hold-music/" + bed.file();
        assertThat(twiml.holdMusic(bed)).isEqualTo(HEAD + response("<Play>" + url + "</Play>"));
    }

    @Test
    void aQuestionIsGatheredAsSpeechAndItsAnswerHasAnAddressOfItsOwn() {
        var question = new Meanwhile.Question(17, "Who & where?", Duration.ofSeconds(6));
        assertThat(twiml.meanwhile(question, bed))
                .isEqualTo(
                        HEAD
                                + response(
                                        "<Gather action=\"https://show.example/api/twilio/said/17\""
                                                + " actionOnEmptyResult=\"true\" input=\"speech\""
                                                + " method=\"POST\" speechTimeout=\"auto\""
                                                + " timeout=\"6\"><Say voice=\"Polly.Joanna\">"
                                                + "Who &amp; where?</Say></Gather>"));
    }

    @Test
    void whileTheShowThinksAndAfterTheLastWordsTheCallerWaitsOn() {
        assertThat(twiml.meanwhile(new Meanwhile.Moment(), bed))
                .isEqualTo(HEAD + response("<Pause length=\"1\"/>"));
        assertThat(twiml.meanwhile(new Meanwhile.Music(), bed)).isEqualTo(twiml.holdMusic(bed));
        String music = twiml.holdMusic(bed).replaceAll(".*(<Play>.*</Play>).*", "$1");
        assertThat(twiml.meanwhile(new Meanwhile.Words("Thank you."), bed))
                .isEqualTo(HEAD + response("<Say voice=\"Polly.Joanna\">Thank you.</Say>" + music));
    }

    @Test
    void theShortAnswersAreOneVerbEach() {
        assertThat(twiml.hangUp()).isEqualTo(HEAD + response("<Hangup/>"));
        assertThat(twiml.full()).isEqualTo(HEAD + response("<Reject reason=\"busy\"/>"));
        assertThat(twiml.banned()).isEqualTo(HEAD + response("<Reject reason=\"rejected\"/>"));
        assertThat(twiml.nothing()).isEqualTo(HEAD + "<Response/>");
    }

    @Test
    void closedLinesSayGoodbyeAndHangUp() throws Exception {
        Element document = parsed(twiml.closed());
        assertThat(verbs(document)).containsExactly("Say", "Hangup");
        assertThat(document.getTextContent())
                .startsWith("Thank you for calling Late & <Loud>. The lines are closed");
    }

    @Test
    void aMessageIsAskedForWithABeepAnEndAndNoticeThatItMayBeBroadcast() throws Exception {
        Element document = parsed(twiml.leaveMessage());
        assertThat(verbs(document)).containsExactly("Say", "Record", "Say", "Hangup");
        assertThat(document.getTextContent())
                .startsWith("Thank you for calling Late & <Loud>. The lines are closed")
                .contains("Your message is recorded and may be broadcast.");
        Element record = (Element) document.getElementsByTagName("Record").item(0);
        assertThat(record.getAttribute("maxLength")).isEqualTo("120");
        assertThat(record.getAttribute("finishOnKey")).isEqualTo("#");
        assertThat(record.getAttribute("playBeep")).isEqualTo("true");
        assertThat(record.getAttribute("action"))
                .isEqualTo("https://show.example/api/twilio/message-left");
        assertThat(record.getAttribute("recordingStatusCallback"))
                .isEqualTo("https://show.example/api/twilio/message-ready");
        assertThat(record.getAttribute("recordingStatusCallbackEvent"))
                .isEqualTo("completed absent");
    }

    @Test
    void theHostsOwnWordsAreSaidAndTheNoticeAllTheSame() throws Exception {
        TwilioSettings usual = Sample.settings(Hold.STUDIO);
        var own =
                new TwilioSettings(
                        usual.accountSid(),
                        usual.authToken(),
                        usual.phoneNumber(),
                        usual.webhookBaseUrl(),
                        usual.apiBaseUrl(),
                        usual.hold(),
                        usual.net(),
                        usual.showName(),
                        usual.hostName(),
                        usual.disclosure(),
                        new Invitation(Optional.of("We sleep."), Duration.ofSeconds(30)));
        Element document = parsed(new Twiml(own).leaveMessage());
        assertThat(document.getTextContent())
                .startsWith("We sleep. Your message is recorded and may be broadcast.");
        assertThat(
                        ((Element) document.getElementsByTagName("Record").item(0))
                                .getAttribute("maxLength"))
                .isEqualTo("30");
    }

    @Test
    void anInvitationThatIsNoneIsRefusedByItsSetting() {
        assertThatThrownBy(() -> new Invitation(Optional.of("a\nb"), Invitation.USUAL_LENGTH))
                .hasMessageContaining("PARTYLINE_VOICEMAIL must be on, off");
        assertThatThrownBy(
                        () -> new Invitation(Optional.of("a".repeat(501)), Invitation.USUAL_LENGTH))
                .hasMessageContaining("at most 500 letters");
        assertThatThrownBy(() -> new Invitation(Optional.empty(), Duration.ofSeconds(601)))
                .hasMessageContaining("PARTYLINE_VOICEMAIL_LENGTH must be 10s to 10m");
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
                        TwilioSettings.Net.BARE,
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
