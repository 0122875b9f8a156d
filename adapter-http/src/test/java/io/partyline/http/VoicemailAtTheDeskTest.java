package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The messages of callers on the host's desk and on the producer's, in a real browser.
@InChromium
class VoicemailAtTheDeskTest {
    @AutoClose private final AtTheDesk desk = new AtTheDesk();

    VoicemailAtTheDeskTest() throws IOException {}

    private void openVoicemail() {
        desk.open();
        desk.tab("voicemail");
        desk.shows(".message");
    }

    /// A button of the message that Dave has left.
    private static String ofDave(String words) {
        return "//li[contains(@class, 'message')][contains(., 'Dave')]//button[.='%s']"
                .formatted(words);
    }

    @Test
    void aMessageIsListenedToInThePageAndIsHeardOnceItSounds() {
        openVoicemail();
        desk.says("Voicemail: 1 new");
        desk.says("0:12");
        desk.says("It is about the <i>harbour</i>.");
        desk.browser.click(ofDave("Listen"));
        desk.browser.until("document.querySelector('.message audio').currentTime > 0");
        desk.browser.until("!document.querySelector('.message.unheard')");
        assertThat(desk.room.voicemail.standing().unheard()).isZero();
        assertThat(desk.room.jukebox.standing().carts()).isEmpty();
        assertThat(desk.browser.complaints()).isEmpty();
        desk.browser.click(ofDave("Heard"));
        desk.says("Voicemail: 1 new");
    }

    @Test
    void aMessageThatCannotBePlayedIsSaid() {
        openVoicemail();
        desk.room.voicemail.breaks();
        desk.browser.click(ofDave("Listen"));
        desk.says("That message cannot be played.");
        assertThat(desk.room.voicemail.standing().unheard()).isEqualTo(1);
    }

    @Test
    void aMessageIsPlayedOnTheAirAsACartAndIsHeard() {
        openVoicemail();
        desk.browser.click(ofDave("Play on air"));
        desk.browser.until("!document.querySelector('.message.unheard')");
        assertThat(desk.room.jukebox.standing().carts())
                .extracting(cart -> cart.piece().id())
                .containsExactly("message-1");
    }

    @Test
    void aMessageThatSoundsOnTheAirIsStoppedWhereItStands() {
        desk.room.jukebox.playMessage("message-1");
        openVoicemail();
        desk.browser.click(ofDave("Stop"));
        desk.browser.until(
                "performance.getEntriesByType('resource').some((one) =>"
                        + " one.name.endsWith('/api/sfx/stop'))");
        assertThat(desk.room.jukebox.standing().carts()).isEmpty();
    }

    @Test
    void aMessageIsDeletedAtTheSecondPressAndAKeyThatIsHeldDeletesNothing() {
        openVoicemail();
        desk.run(
                "[...document.querySelectorAll('.message.unheard .button')].find((one) =>"
                        + " one.textContent === 'Delete…').focus()");
        desk.browser.press(AtTheDesk.ENTER);
        desk.says("Delete for good");
        assertThat(desk.run("return document.activeElement.textContent").asText())
                .isEqualTo("Keep");
        desk.browser.press(AtTheDesk.ENTER);
        desk.browser.until("!document.body.innerText.includes('Delete for good')");
        desk.browser.press(AtTheDesk.ENTER);
        desk.browser.click(ofDave("Delete for good"));
        desk.browser.until("document.querySelectorAll('.message').length === 1");
        assertThat(desk.room.voicemail.standing().all()).isEqualTo(1);
        assertThat(desk.browser.complaints()).isEmpty();
    }

    @Test
    void aMessageThatComesIsSaidAndStandsFirst() {
        openVoicemail();
        desk.leavesMessage("message-3", "Jas", "Hello there.");
        desk.browser.until(
                "[...document.querySelectorAll('[aria-live], [role=log], [role=status]')].some((one) =>"
                        + " one.textContent.includes('A caller has left a message. New messages: 2.'))");
        desk.browser.until(
                "document.querySelector('.message').textContent.includes('Hello there.')");
        desk.room.voicemail.isTroubled("Voicemail is full.");
        desk.says("Voicemail is full.");
    }

    @Test
    void withoutVoicemailAndWithoutMessagesTheDeskHasNoPlaceForIt() {
        desk.room.voicemail.isOff(true);
        desk.open();
        desk.shows("[data-tab=sounds]");
        assertThat(desk.browser.count("[data-tab=voicemail]")).isZero();
        desk.room.voicemail.isOff(false);
        desk.tab("voicemail");
        desk.shows(".message");
        desk.room.voicemail.isOff(true);
        desk.browser.until("document.querySelector('[data-tab=cast][aria-selected=true]')");
        desk.isWhole();
    }

    @Test
    void betweenTheShowsMessagesAreListenedToAndNotPlayedOnTheAir() {
        desk.room.end();
        desk.browser.open(desk.visit.at("/?lang=en"));
        desk.shows(".ended .message");
        desk.browser.click(ofDave("Play on air"));
        desk.browser.click(ofDave("Listen"));
        desk.browser.until("!document.querySelector('.message.unheard')");
        assertThat(desk.room.jukebox.standing().carts()).isEmpty();
    }

    @Test
    void theProducerListensAndMarksAndHasNothingElseToPress() {
        desk.browser.open(desk.visit.at("/producer.html?lang=en"));
        desk.browser.click(ofDave("Listen"));
        desk.browser.until("!document.querySelector('.message.unheard')");
        assertThat(
                        desk.run(
                                        "return [...document.querySelectorAll('.message .button')].map("
                                                + "(one) => one.textContent).join()")
                                .asText())
                .isEqualTo("Listen,Heard,Listen,Heard");
        desk.isWhole();
    }
}
