package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.ShowId;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// From End show to the next show, in a real browser.
@InChromium
class EndedShowTest {
    @Test
    void anEndedShowKeepsItsCallsItsExportsAndItsFilesUntilTheNextIsStarted() throws IOException {
        try (var desk = new AtTheDesk()) {
            CallId dave = desk.waits(1, "Dave", "Tucson", "a boat");
            desk.room.take(dave);
            desk.room.ask(new CallCommand.HangUp(dave));
            desk.open();
            desk.browser.press("k");
            desk.browser.until("document.querySelector('.marking .count')?.textContent === '1'");
            ShowId ended = desk.room.show().id();
            desk.browser.hold("//button[contains(., 'End show')]");
            desk.says("The show has ended");
            desk.browser.until("document.querySelector('.files li')");
            assertThat(desk.browser.text("//section[@aria-labelledby='calls-title']"))
                    .contains("Dave");
            assertThat(desk.browser.count(".ended .export-list a[download]")).isGreaterThan(10);
            assertThat(desk.browser.count(".rec.on, .strip .hold-to, .banner")).isZero();
            assertThat(desk.room.show().lines().open()).isFalse();
            desk.open();
            desk.says("The show has ended");
            desk.browser.press("n", "m", "e", "d");
            desk.isWhole();
            desk.browser.click("//button[.='Start new show']");
            desk.says("Nobody is on the air.");
            assertThat(desk.room.show().id()).isNotEqualTo(ended);
            assertThat(desk.room.show().lines().open()).isFalse();
            assertThat(desk.browser.count(".rec.on")).isEqualTo(1);
            assertThat(desk.browser.complaints()).isEmpty();
        }
    }

    @Test
    void aPausedRecordingIsSaidAcrossTheDeskAndGoesOnFromThere() throws IOException {
        try (var desk = new AtTheDesk()) {
            desk.open();
            desk.browser.click("//details[contains(@class, 'rec')]/summary");
            desk.browser.click("//button[.='Pause the recording']");
            desk.says("The recording is paused.");
            desk.shows(".rec.off");
            desk.browser.click("//p[contains(@class, 'banner')]//button");
            desk.shows(".rec.on");
        }
    }
}
