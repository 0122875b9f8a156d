package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallId;
import io.partyline.show.Turn;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The desk by keyboard, in a real browser.
@InChromium
class DeskKeysTest {
    private static final String CONTROL = "\uE009";
    private static final String SHIFT = "\uE008";

    @AutoClose private final AtTheDesk desk = new AtTheDesk(AtTheDesk.roomFor(40, 8));

    DeskKeysTest() throws IOException {}

    @Test
    void escClosesAnOpenMenuFirstAndOnlyThenStopsTheAiCaller() {
        desk.room.aiOnAir("1");
        desk.open();
        desk.browser.click("//details[contains(@class, 'health')]/summary");
        desk.shows(".health[open]");
        desk.browser.press(AtTheDesk.ESCAPE);
        desk.browser.until("!document.querySelector('.health[open]')");
        assertThat(turn()).get().extracting(Turn::stopped).isEqualTo(false);
        desk.browser.press(AtTheDesk.ESCAPE);
        desk.browser.until(
                "performance.getEntriesByType('resource').some((one) =>"
                        + " one.name.endsWith('/api/ai/stop'))");
        assertThat(turn().filter(turn -> !turn.stopped())).isEmpty();
    }

    @Test
    void whileTheSettingsCoverTheDeskTheKeysRestAndEscClosesThem() {
        desk.room.aiOnAir("1");
        desk.wait(1, 1);
        desk.open();
        SettingsViewTest.open(desk);
        long before = desk.room.show().seq();
        desk.browser.press("n", "k", AtTheDesk.ESCAPE);
        desk.browser.until("!document.querySelector('dialog')");
        desk.browser.press("k");
        desk.shows(".marking .count");
        assertThat(desk.room.show().seq()).isEqualTo(before + 1);
        assertThat(turn()).get().extracting(Turn::stopped).isEqualTo(false);
    }

    private Optional<Turn> turn() {
        return desk.room.show().floor().turn();
    }

    @Test
    void dTwiceDropsOneCaller() {
        desk.wait(1, 3);
        desk.open();
        desk.shows(".row:nth-child(3)");
        desk.browser.press("1", "d");
        desk.shows(".row.leaving");
        desk.browser.press("d");
        desk.says("is leaving already");
        assertThat(desk.browser.count(".row.leaving")).isEqualTo(1);
        assertThat(desk.call(ScriptedRoom.sid(2)).held()).isTrue();
    }

    @Test
    void keysForTheAirActOnNobodyWhileARowOfTheQueueIsSelected() {
        CallId onAir = desk.room.onAir(1);
        desk.wait(2, 2);
        desk.open();
        desk.shows(".card.at-hand kbd[data-key='L']");
        desk.browser.press("1");
        desk.shows(".row.selected");
        assertThat(desk.browser.count(".card kbd[data-key]")).isZero();
        desk.browser.press("l", "m", "h", "e");
        desk.says("Caller2 is selected, and waits");
        assertThat(desk.call(onAir).onAir()).isTrue();
        assertThat(desk.call(onAir).locked()).isFalse();
        assertThat(desk.call(onAir).muted()).isFalse();
        desk.browser.press("1", "l");
        desk.shows(".card [title='Locked']");
        assertThat(desk.call(onAir).locked()).isTrue();
    }

    @Test
    void aHangUpByKeyTakesTheCallerOffTheAirAndCanBeUndone() {
        CallId onAir = desk.room.onAir(1);
        desk.open();
        desk.shows(".card.at-hand kbd[data-key='E']");
        desk.browser.press("e");
        desk.shows(".row.leaving");
        assertThat(desk.call(onAir).onAir()).isFalse();
        desk.browser.press("z");
        desk.shows(".card.taking");
        assertThat(desk.room.show().call(onAir)).isPresent();
    }

    @Test
    void aLockedCallerIsKeptFromHoldAndHangUpAndTheReasonIsSaid() {
        CallId onAir = desk.room.onAir(1);
        desk.open();
        desk.shows(".card.at-hand");
        desk.browser.press("m", "l");
        desk.shows(".card [title='Locked']");
        desk.browser.press("h", "e");
        desk.says("Caller #1 is locked: unlock first.");
        assertThat(
                        desk.browser.count(
                                ".card .button[aria-disabled='true'][title$='unlock first.']"))
                .isEqualTo(2);
        desk.browser.click("//button[starts-with(@aria-label, 'Hang up')]");
        assertThat(desk.call(onAir).onAir()).isTrue();
        assertThat(desk.call(onAir).muted()).isTrue();
    }

    @Test
    void rowsBeyondTheNinthAreReachedAndTakenByKey() {
        desk.wait(1, 12);
        desk.open();
        desk.shows(".row:nth-child(12)");
        desk.browser.press("9", AtTheDesk.DOWN, AtTheDesk.DOWN);
        desk.browser.until(
                "document.querySelector('.row.selected .name').innerText === 'Caller11'");
        desk.browser.press("a");
        desk.shows("article[aria-label='Caller11, on air']");
    }

    @Test
    void whoeverTakesACallerByEnterIsAtThatCallersCardAfterwards() {
        desk.wait(1, 2);
        desk.open();
        desk.shows(".row:nth-child(2)");
        desk.run("document.querySelector('button[aria-label=\"Take Caller1\"]').focus()");
        desk.browser.press(AtTheDesk.ENTER);
        desk.shows("article[aria-label='Caller1, on air']");
        desk.browser.until(
                "document.activeElement.closest('article')?.getAttribute('aria-label') ==="
                        + " 'Caller1, on air'");
    }

    @Test
    void whoeverLocksByEnterStaysAtTheLock() {
        desk.room.onAir(1);
        desk.open();
        desk.shows(".card.at-hand");
        desk.run("document.querySelector('button[aria-label^=\"Lock\"]').focus()");
        desk.browser.press(AtTheDesk.ENTER);
        desk.shows(".card [title='Locked']");
        assertThat(desk.run("return document.activeElement.getAttribute('aria-label')").asText())
                .startsWith("Unlock");
    }

    @Test
    void whatTheHostDoesIsSaidAloudAlsoWhenItIsSaidAgain() {
        desk.room.onAir(1);
        desk.open();
        desk.shows(".card.at-hand");
        desk.browser.press("m");
        desk.shows(".card .mark.muted");
        desk.browser.press("m");
        desk.browser.until("!document.querySelector('.card .mark.muted')");
        desk.browser.press("m");
        desk.shows(".card .mark.muted");
        desk.browser.until(
                "document.querySelectorAll('[aria-live=polite].for-ears p').length === 3");
        assertThat(
                        desk.run(
                                        "return"
                                                + " [...document.querySelectorAll('[aria-live=polite].for-ears"
                                                + " p')].map((one) => one.textContent).join(' ')")
                                .asText())
                .isEqualTo("Caller #1 is muted. Caller #1 is heard again. Caller #1 is muted.");
    }

    @Test
    void aKeyCanBeChangedAndAllCanBeSwitchedOff() {
        CallId onAir = desk.room.onAir(1);
        desk.open();
        desk.shows(".card.at-hand");
        desk.browser.press("?");
        desk.browser.click("//button[starts-with(@aria-label, 'Mute or unmute')]");
        desk.browser.press("q", AtTheDesk.ESCAPE);
        desk.shows(".card kbd[data-key='Q']");
        desk.browser.until("!document.querySelector('dialog')");
        desk.browser.press("q");
        desk.shows(".card .mark.muted");
        desk.open();
        desk.shows(".card kbd[data-key='Q']");
        desk.browser.press("?");
        desk.browser.click("//dialog//button[@role='switch']");
        desk.browser.press(AtTheDesk.ESCAPE, "q", "e");
        desk.browser.until("!document.querySelector('kbd[data-key]')");
        assertThat(desk.call(onAir).muted()).isTrue();
        assertThat(desk.call(onAir).onAir()).isTrue();
    }

    @Test
    void whatSomebodyElseWritesOntoAnOpenCardIsNotUndoneBySaving() {
        CallId waiting = desk.waits(1, "Dave", "Leeds", "a boat");
        desk.open();
        desk.shows(".row");
        desk.browser.press("1", "c");
        desk.shows(".card-form");
        desk.run("document.querySelector('.card-form input[name=name]').select()");
        desk.browser.press("R", "o", "s", "a");
        desk.writes(waiting, "Dave", "Faro", "the sea");
        desk.browser.until(
                "document.querySelector('.card-form input[name=place]').value === 'Faro'");
        desk.browser.press(AtTheDesk.ENTER);
        desk.browser.until("!document.querySelector('.card-form')");
        assertThat(desk.call(waiting).card().place()).isEqualTo("Faro");
        assertThat(desk.call(waiting).caller().name()).isEqualTo("Rosa");
    }

    @Test
    void theCardOfTheSelectedCallerIsWrittenByKeyboardAlone() {
        desk.wait(1, 1);
        desk.open();
        desk.shows(".row");
        desk.browser.press("1", "c");
        desk.shows(".card-form");
        desk.run("document.querySelector('.card-form input[name=name]').select()");
        desk.browser.press("R", "o", "s", "a", AtTheDesk.ENTER);
        desk.browser.until("document.querySelector('.row .name').innerText === 'Rosa'");
        desk.browser.until("!document.querySelector('.card-form')");
        assertThat(desk.call(ScriptedRoom.sid(1)).caller().name()).isEqualTo("Rosa");
    }

    @Test
    void withoutAStreamADumpIsPressedAllTheSameAndTheDeskHasNoBarForIt() {
        desk.room.transmitter.isNotSetUp();
        desk.open();
        desk.browser.chord(CONTROL, SHIFT, "x");
        desk.browser.until(
                "[...document.querySelectorAll('.for-ears p')].some((p) =>"
                        + " p.textContent.startsWith('Dumped'))");
        assertThat(desk.browser.count(".program-bar")).isZero();
    }
}
