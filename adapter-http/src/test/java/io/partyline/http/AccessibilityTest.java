package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Seat;
import io.partyline.show.ShowCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every view of the desk in both themes, at three widths and in forced colours, by the rules of
/// axe: no serious finding.
@InChromium
class AccessibilityTest {
    private static final int[][] WINDOWS = {{1280, 800, 1}, {640, 400, 2}, {390, 844, 2}};

    private static Axe axe;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        assumeTrue(Axe.canBeInstalled(), "npm is not installed");
        axe = Axe.installed(Path.of("target/axe"));
    }

    @Test
    void aBusyDeskWithACardOpenHasNoSeriousFinding() throws IOException {
        try (var desk = new AtTheDesk()) {
            busy(desk);
            desk.open();
            opensACard(desk);
            hasNoSeriousFinding(desk);
        }
    }

    @Test
    void aBusyDeskInGermanWithTheListOfKeysHasNoSeriousFinding() throws IOException {
        try (var desk = new AtTheDesk()) {
            busy(desk);
            desk.open("de");
            opensACard(desk);
            hasNoSeriousFinding(desk);
            desk.browser.press(AtTheDesk.ESCAPE, AtTheDesk.ESCAPE, "?");
            desk.shows("dialog");
            hasNoSeriousFinding(desk);
        }
    }

    private static void busy(AtTheDesk desk) {
        CallId dave = desk.waits(1, "Dave", "Tucson", "his wife left after twelve years");
        desk.room.take(dave);
        desk.room.ask(new CallCommand.SetLock(dave, true));
        desk.room.aiOnAir("1");
        desk.room.aiOnAir("2");
        desk.wait(2, 5);
        desk.room.ask(new CallCommand.ChooseNext(ScriptedRoom.sid(3), true));
        desk.room.ask(new CallCommand.Drop(ScriptedRoom.sid(4)));
        desk.room.hears(Optional.of(dave), "She left on a Tuesday.", 48_000);
    }

    @Test
    void theVoicemailHasNoSeriousFinding() throws IOException {
        try (var desk = new AtTheDesk()) {
            desk.room.voicemail.isTroubled("Voicemail is full.");
            desk.room.jukebox.playMessage("message-1");
            desk.open();
            desk.tab("voicemail");
            desk.browser.click("//li[contains(@class, 'message')][1]//button[.='Delete…']");
            desk.says("Delete for good");
            desk.browser.click("//li[contains(@class, 'message')][1]//button[.='Listen']");
            desk.shows(".message audio");
            hasNoSeriousFinding(desk);
        }
    }

    private static void opensACard(AtTheDesk desk) {
        desk.shows(".row:nth-child(3)");
        desk.browser.press("1", "c");
        desk.shows(".card-form");
    }

    @Test
    void anEmptyDeskWithTheListOfKeysHasNoSeriousFinding() throws IOException {
        try (var desk = new AtTheDesk()) {
            desk.room.ask(new ShowCommand.SetLines(false));
            desk.open();
            hasNoSeriousFinding(desk);
            desk.browser.press("?");
            desk.shows("dialog");
            hasNoSeriousFinding(desk);
        }
    }

    @Test
    void theSettingsHaveNoSeriousFinding() throws IOException {
        try (var desk = new AtTheDesk()) {
            desk.visit.setup.turnsOut(Setup.State.TROUBLE, ScriptedSetup.TROUBLE);
            desk.open();
            SettingsViewTest.open(desk);
            desk.run("document.querySelector('[aria-label=\"Try it: Sound devices\"]').click()");
            desk.says(ScriptedSetup.TROUBLE);
            desk.run(
                    "document.querySelectorAll('.setup details').forEach((one) => { one.open = true; })");
            hasNoSeriousFinding(desk);
        }
    }

    @Test
    void theProducersDeskHasNoSeriousFinding() throws IOException {
        try (var desk = new AtTheDesk()) {
            desk.room.take(desk.waits(1, "Dave", "Tucson", "his wife left"));
            desk.wait(2, 4);
            desk.room.ask(new ShowCommand.WriteNote("Line two knows her.", Seat.PRODUCER));
            desk.browser.open(desk.visit.at("/producer.html"));
            desk.shows(".row:nth-child(3)");
            desk.says("Line two knows her.");
            desk.browser.press("1", "c");
            desk.shows(".card-form");
            hasNoSeriousFinding(desk);
        }
    }

    @Test
    void theStageHasNoSeriousFinding() throws IOException {
        try (var desk = new AtTheDesk()) {
            desk.room.take(desk.waits(1, "Dave", "Tucson", "his wife left"));
            desk.room.aiOnAir("1");
            desk.browser.open(desk.visit.at("/stage.html"));
            desk.browser.until("document.querySelectorAll('.on-air li').length === 2");
            assertThat(axe.serious(desk.browser)).isEmpty();
            assertThat(desk.browser.complaints()).isEmpty();
        }
    }

    private static void hasNoSeriousFinding(AtTheDesk desk) {
        List<String> found = new ArrayList<>();
        for (String theme : List.of("dark", "light")) {
            for (int[] window : WINDOWS) {
                desk.browser.media(Map.of("prefers-color-scheme", theme));
                look(desk, theme, window, found);
            }
        }
        desk.browser.media(Map.of("forced-colors", "active"));
        look(desk, "forced", WINDOWS[0], found);
        assertThat(found).isEmpty();
    }

    private static void look(AtTheDesk desk, String theme, int[] window, List<String> found) {
        desk.browser.size(window[0], window[1], window[2]);
        desk.browser.until("innerWidth === %d".formatted(window[0]));
        axe.serious(desk.browser)
                .forEach(one -> found.add("%s, %d: %s".formatted(theme, window[0], one)));
    }
}
