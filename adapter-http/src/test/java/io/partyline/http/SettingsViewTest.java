package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The settings over the desk, in a real browser.
@InChromium
class SettingsViewTest {
    @AutoClose private final AtTheDesk desk = new AtTheDesk().open();

    SettingsViewTest() throws IOException {}

    @BeforeEach
    void open() {
        open(desk);
    }

    /// By way of the menu, as a host does.
    static void open(AtTheDesk desk) {
        open(desk, "Desk", "Settings");
    }

    /// @param menu what the menu is called in the language of the page
    /// @param entry what the entry in it is
    static void open(AtTheDesk desk, String menu, String entry) {
        press(desk, "summary", menu);
        press(desk, "button", entry);
        desk.shows("dialog.settings .setup");
    }

    private static void press(AtTheDesk desk, String kind, String words) {
        desk.browser.until(
                "[...document.querySelectorAll('%s')].some((one) => one.textContent.trim() === '%s' && (one.click(), true))"
                        .formatted(kind, words));
    }

    private void tries(String name) {
        desk.browser.until(
                "(([one]) => one && !one.ariaDisabled && (one.click(), true))([...document.querySelectorAll('[aria-label=\"%s\"]')])"
                        .formatted(name));
    }

    private void says(String part, String words) {
        desk.browser.until(
                "document.querySelector('[aria-labelledby=settings-%s] .tried').textContent.includes('%s')"
                        .formatted(part, words));
    }

    @Test
    void everyPartIsTriedByItsButton() {
        var parts = List.of("Sound devices", "Channels", "AI minds", "Voices", "Stream");
        for (int part = 0; part < parts.size(); part++) {
            tries("Try it: " + parts.get(part));
            desk.visit.setup.awaitTried(part + 1);
        }
        tries("Try: Channel 3");
        desk.visit.setup.awaitTried(6);
        tries("Try: Tony");
        assertThat(desk.visit.setup.awaitTried(7))
                .containsExactly(
                        "sound", "channels", "mind", "voices", "stream", "channels/3", "voices/1");
        says("voices", "Works It works. 1.2 s");
        assertThat(
                        desk.run(
                                        "return document.querySelectorAll('[aria-label=\"Try it: Show and desk\"]').length")
                                .asInt())
                .isZero();
        desk.isWhole();
    }

    @Test
    void whatLastsIsStoppedByTheSameButtonAndTheOthersWait() {
        desk.visit.setup.last();
        tries("Try it: Sound devices");
        says("sound", "Being tried");
        desk.shows("[aria-label='Try it: Voices'][aria-disabled=true]");
        tries("Stop: Sound devices");
        says("sound", "Stopped");
        desk.shows("[aria-label='Try it: Voices']:not([aria-disabled])");
    }

    @Test
    void whatAnotherPageTriesCanBeStoppedHere() {
        desk.visit.setup.last();
        tries("Try it: Sound devices");
        says("sound", "Being tried");
        desk.browser.open(desk.visit.at("/"));
        desk.shows(".clock");
        open(desk);
        says("sound", "Being tried");
        tries("Stop: Sound devices");
        desk.shows("[aria-label='Try it: Sound devices']:not([aria-disabled])");
    }

    @Test
    void whatAnotherPageTriesIsToldHereAsItBeginsAndEndsWithoutBeingAskedFor()
            throws InterruptedException {
        String asked =
                "return performance.getEntriesByType('resource').filter((one) =>"
                        + " one.name.endsWith('/api/settings')).length";
        desk.browser.until("document.querySelector('[aria-label=\"Try it: Voices\"]')");
        int before = desk.run(asked).asInt();
        desk.visit.setup.last();
        Thread other = Thread.startVirtualThread(() -> desk.visit.post("/api/settings/sound/try"));
        says("sound", "Being tried");
        desk.shows("[aria-label='Try it: Voices'][aria-disabled=true]");
        desk.visit.post("/api/settings/stop");
        says("sound", "Stopped");
        desk.shows("[aria-label='Try it: Sound devices']:not([aria-disabled])");
        assertThat(desk.run(asked).asInt()).isEqualTo(before);
        other.join();
    }

    @Test
    void aNoIsSaidBesideThePartThatItIsAbout() {
        desk.visit.setup.refuse("Somebody is on the air, and this would be heard there.");
        tries("Try it: Sound devices");
        says("sound", "Not now Somebody is on the air, and this would be heard there.");
        assertThat(desk.visit.setup.tried()).isEmpty();
    }

    @Test
    void aSettingSaysItsValueWhereItCameFromAndHowItIsChanged() {
        String text =
                desk.run(
                                "document.querySelectorAll('.setup details').forEach((one) => { one.open = true; }); return document.querySelector('dialog').innerText")
                        .asText();
        assertThat(text)
                .contains(
                        "from .env",
                        "To change it, set PARTYLINE_SOUND_OUTPUT in .env and start again.",
                        "To change it, set PARTYLINE_TTS_API_KEY in .env, application.yaml or the environment and start again.",
                        "set from the environment",
                        "not set default");
        desk.isWhole();
    }

    @Test
    void whatCanBeChangedWhileTheShowRunsIsChangedHere() {
        desk.run(
                "document.querySelectorAll('.setup details').forEach((one) => { one.open = true; })");
        desk.run("document.querySelector('dialog .switch').click()");
        desk.browser.until("document.querySelector('dialog .switch').ariaChecked === 'false'");
        assertThat(desk.room.show().lines().open()).isFalse();
        desk.run(
                "const one = document.querySelector('[aria-label=\"Unasked\"]'); one.value = 'eager'; one.dispatchEvent(new Event('change', { bubbles: true }))");
        desk.browser.until("document.querySelector('[aria-label=\"Unasked\"]').value === 'eager'");
        assertThat(desk.room.show().floor().panel().eagerness().name()).isEqualTo("EAGER");
    }

    @Test
    void aProducerHasNoSettings() {
        desk.browser.open(desk.visit.at("/producer.html"));
        desk.shows(".panels, .producer");
        assertThat(desk.run("return document.body.innerText").asText()).doesNotContain("Settings");
    }
}
