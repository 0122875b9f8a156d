package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallId;
import io.partyline.show.ShowId;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// A whole show by a host who has no pointer, in a real browser: by the keys of the desk, and where
/// there is none by going from place to place with Tab.
@InChromium
class ShowByKeyboardTest {
    private static final String TAB = "\uE004";
    private static final String SHIFT = "\uE008";
    private static final String CONTROL = "\uE009";
    private static final String RIGHT = "\uE014";
    private static final String SPACE = " ";

    /// More places than the desk has.
    private static final int MOST_PLACES = 200;

    private static final String NAME =
            """
            const here = document.activeElement;
            return here.getAttribute('aria-label') ?? here.labels?.[0]?.textContent ?? here.textContent;
            """;

    @AutoClose private final AtTheDesk desk = new AtTheDesk().open();

    ShowByKeyboardTest() throws IOException {}

    @Test
    void aShowIsRunFromTheFirstCallToTheNextShowWithoutAPointer() {
        closesTheLinesAndOpensThem();
        CallId dave = desk.waits(1, "Dave", "Leeds", "a boat");
        CallId jas = desk.waits(2, "Jas", "York", "a dog");
        writesOntoACard(dave);
        takesBoth(dave, jas);
        worksOn(dave);
        theAiCallers();
        musicAndDump();
        holdsAndHangsUp(dave);
        ShowId ended = endsTheShow();
        startsTheNext(ended);
        looksAtPastShows();
        assertThat(desk.browser.complaints()).isEmpty();
    }

    private void closesTheLinesAndOpensThem() {
        goTo("Lines");
        press(SPACE);
        desk.says("Nobody can call in.");
        press(SPACE);
        desk.browser.until("!document.querySelector('.banner')");
        assertThat(desk.room.show().lines().open()).isTrue();
    }

    private void writesOntoACard(CallId dave) {
        desk.shows(".row:nth-child(2)");
        press("1", "c");
        desk.shows(".card-form");
        goTo("Notes");
        press("c", "a", "l", "m", AtTheDesk.ENTER);
        desk.browser.until("!document.querySelector('.card-form')");
        assertThat(desk.call(dave).card().notes()).isEqualTo("calm");
    }

    private void takesBoth(CallId dave, CallId jas) {
        press("a");
        desk.shows("article[aria-label='Dave, on air']");
        press("n");
        desk.shows("article[aria-label='Jas, on air']");
        assertThat(desk.call(dave).onAir()).isTrue();
        assertThat(desk.call(jas).onAir()).isTrue();
    }

    private void worksOn(CallId dave) {
        goTo("Mute Dave");
        press(SPACE);
        desk.shows("article[aria-label='Dave, on air'] .mark.muted");
        press(SPACE);
        desk.browser.until("!document.querySelector('.mark.muted')");
        press("k");
        desk.browser.until("document.querySelector('.marking .count')?.textContent === '1'");
        assertThat(desk.call(dave).muted()).isFalse();
    }

    private void theAiCallers() {
        goTo("Bring on");
        press(AtTheDesk.ENTER);
        desk.shows(".card.ai.on_air .speaking");
        press(AtTheDesk.ESCAPE);
        wasAsked("/api/ai/stop");
        goTo("Hang up Persona1");
        press(AtTheDesk.ENTER);
        desk.browser.until("!document.querySelector('.card.ai')");
    }

    private void musicAndDump() {
        goTo("AI callers");
        press(RIGHT);
        goTo("Play:");
        press(AtTheDesk.ENTER);
        wasAsked("/api/music/play");
        assertThat(desk.visit.get("/api/music").body().path("playing").isObject()).isTrue();
        desk.browser.chord(CONTROL, SHIFT, "x");
        wasAsked("/api/program/dump");
    }

    private void holdsAndHangsUp(CallId dave) {
        goTo("Hold Dave");
        press(AtTheDesk.ENTER);
        desk.shows(".row");
        desk.browser.chord(SHIFT, "1");
        desk.shows("article[aria-label='Dave, on air']");
        goTo("Hang up Dave");
        press(AtTheDesk.ENTER);
        desk.shows(".row.leaving");
        press("z");
        desk.browser.until("!document.querySelector('.row.leaving')");
        assertThat(desk.room.show().call(dave)).isPresent();
    }

    private ShowId endsTheShow() {
        ShowId show = desk.room.show().id();
        goTo("End show");
        desk.browser.keepDown(AtTheDesk.ENTER);
        desk.says("The show has ended");
        desk.browser.letGo();
        return show;
    }

    private void startsTheNext(ShowId ended) {
        goTo("Start new show");
        press(AtTheDesk.ENTER);
        desk.says("Nobody is on the air.");
        assertThat(desk.room.show().id()).isNotEqualTo(ended);
    }

    private void looksAtPastShows() {
        goTo("Desk");
        press(AtTheDesk.ENTER);
        goTo("Past shows");
        press(AtTheDesk.ENTER);
        desk.shows("dialog[open] li");
        press(AtTheDesk.ESCAPE);
        desk.browser.until("!document.querySelector('dialog')");
    }

    /// Goes on with Tab to what has a name that begins like this.
    private void goTo(String name) {
        for (int place = 0; place < MOST_PLACES; place++) {
            if (desk.run(NAME).asText().strip().startsWith(name)) {
                return;
            }
            press(TAB);
        }
        throw new AssertionError("Tab never comes to \"" + name + "\"");
    }

    /// The studio has answered this.
    private void wasAsked(String path) {
        desk.browser.until(
                "performance.getEntriesByType('resource').some((one) => one.name.endsWith('%s'))"
                        .formatted(path));
    }

    private void press(String... keys) {
        desk.browser.press(keys);
    }
}
