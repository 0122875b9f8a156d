package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.ControlRoom.Health;
import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.ShowCommand;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Where things stand on the desk, measured in a real browser.
@InChromium
class DeskLayoutTest {
    /// Cards on the air that are not wholly inside the window and their list.
    private static final String HIDDEN_CARDS =
            """
            const list = document.querySelector('.cards').getBoundingClientRect();
            return [...document.querySelectorAll('.card')].filter((card) => {
              const box = card.getBoundingClientRect();
              return box.top < list.top - 1 || box.bottom > list.bottom + 1 || box.bottom > innerHeight;
            }).map((card) => card.getAttribute('aria-label'));
            """;

    /// What is not seen, or whose words are cut, of what fits a CSS selector.
    private static final String CUT =
            """
            return [...document.querySelectorAll(arguments[0])]
              .filter((box) => !box.matches('option, .filling'))
              .filter((box) => box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0 && getComputedStyle(box).overflow !== 'visible'
                || box.getBoundingClientRect().width === 0 || box.getBoundingClientRect().right > innerWidth)
              .map((box) => box.className + ': ' + box.textContent);
            """;

    /// What is broken into two lines, of what fits a CSS selector.
    private static final String TWO_LINES =
            """
            return [...document.querySelectorAll(arguments[0])]
              .filter((box) => box.getBoundingClientRect().height > 3 * parseFloat(getComputedStyle(box).fontSize))
              .map((box) => box.textContent);
            """;

    @AutoClose private final AtTheDesk desk = new AtTheDesk(AtTheDesk.roomFor(40, 8));

    DeskLayoutTest() throws IOException {}

    private CallId onAir(int caller, String name) {
        CallId id = desk.waits(caller, name, "Tucson", "his wife left after twelve years");
        desk.room.take(id);
        return id;
    }

    @Test
    void fourPeopleAndTwoAiCallersOnTheAirAreAllSeenPeopleFirst() {
        desk.room.aiOnAir("1");
        desk.room.aiOnAir("2");
        for (int caller = 1; caller <= 4; caller++) {
            onAir(caller, "Dave" + caller);
        }
        desk.open();
        desk.browser.until("document.querySelectorAll('.card').length === 6");
        assertThat(desk.run(HIDDEN_CARDS)).isEmpty();
        assertThat(
                        desk.run(
                                        "return [...document.querySelectorAll('.card')].map((card)"
                                                + " => card.classList.contains('ai')).join()")
                                .asText())
                .isEqualTo("false,false,false,false,true,true");
        desk.isWhole();
    }

    @Test
    void anAiCallerWhoWrapsUpLeavesEveryButtonWhereItWas() {
        desk.room.aiOnAir("1");
        CallId wrapping = desk.room.aiOnAir("2");
        onAir(1, "Dave");
        desk.open();
        desk.browser.until("document.querySelectorAll('.card').length === 3");
        String buttons =
                "return [...document.querySelectorAll('.card .button')].map((one) =>"
                        + " Math.round(one.getBoundingClientRect().left)).join()";
        String before = desk.run(buttons).asText();
        desk.room.ask(new CallCommand.WrapUp(wrapping));
        desk.says("Wrapping up");
        assertThat(desk.run(buttons).asText()).isEqualTo(before);
    }

    @Test
    void aRowOfTheQueueIs56PixelsHighAndShowsItsDeedsWhenItIsSelected() {
        desk.waits(1, "Dave", "Tucson", "his wife left after twelve years");
        desk.room.held(2);
        desk.open();
        desk.shows(".row:nth-child(2)");
        assertThat(
                        desk.run(
                                        "return [...document.querySelectorAll('.row')].map((row) =>"
                                                + " Math.round(row.getBoundingClientRect().height)).join()")
                                .asText())
                .isEqualTo("56,56");
        assertThat(desk.browser.count(".row .acts")).isZero();
        desk.browser.press("1");
        desk.shows(".row.selected .acts [aria-label='Drop Dave']");
        desk.isWhole();
    }

    @Test
    void atTwiceTheSizeAndOnATelephoneTheStripStaysAndNothingScrollsSideways() {
        onAir(1, "Dave");
        desk.wait(2, 9);
        desk.open();
        for (int[] window : new int[][] {{640, 400, 2}, {390, 844, 2}, {320, 640, 2}}) {
            desk.browser.size(window[0], window[1], window[2]);
            desk.run("scrollTo(0, document.documentElement.scrollHeight)");
            desk.browser.until("scrollY > 200");
            isOpenedInside(".rec");
            isOpenedInside(".loudness");
            assertThat(
                            desk.run(
                                            "const box ="
                                                    + " document.querySelector('.vital').getBoundingClientRect();"
                                                    + " return box.top >= 0 && box.bottom < innerHeight"
                                                    + " / 4")
                                    .asBoolean())
                    .as("%d wide", window[0])
                    .isTrue();
            desk.isWhole();
        }
    }

    /// What a part of the strip opens is wholly inside the window, from side to side.
    private void isOpenedInside(String part) {
        assertThat(
                        desk.run(
                                        """
                                        const menu = document.querySelector(arguments[0]);
                                        menu.open = true;
                                        const box = menu.querySelector('.menu-box').getBoundingClientRect();
                                        menu.open = false;
                                        return box.width > 100 && box.left >= 0 && box.right <= innerWidth;
                                        """,
                                        part)
                                .asBoolean())
                .as(part)
                .isTrue();
    }

    @Test
    void whoeverComesBackIsMarkedWhollyHoweverNarrowTheirCard() {
        desk.room.comesBack("1");
        desk.open();
        for (int width : new int[] {1600, 1280, 1010, 390}) {
            desk.browser.size(width, 800, 1);
            desk.browser.until("innerWidth === " + width);
            assertThat(
                            desk.run(
                                            """
                                            const top = document.querySelector('.persona .top:has(.regular)').getBoundingClientRect();
                                            const star = document.querySelector('.persona .regular').getBoundingClientRect();
                                            return star.width > 5 && star.right <= top.right;
                                            """)
                                    .asBoolean())
                    .as("%d wide", width)
                    .isTrue();
        }
    }

    /// What of the strip is not wholly inside the window, with a little room at its edge, or lies
    /// on something else.
    private static final String OUTSIDE_THE_STRIP =
            """
            const seen = (box) => box.getBoundingClientRect().width > 1;
            const parts = [...document.querySelectorAll('.strip :is(.button, summary, time, .switch, .rec, .meters, .scale i)')].filter(seen);
            const marks = [...document.querySelectorAll('.strip .scale i')].filter(seen);
            const right = (box) => box.getBoundingClientRect().right;
            const left = (box) => box.getBoundingClientRect().left;
            return [
              ...parts.filter((box) => left(box) < 4 || right(box) > innerWidth - 4),
              ...marks.filter((mark, i) => i > 0 && left(mark) < right(marks[i - 1]) + 2),
            ].map((box) => box.className + ': ' + box.textContent);
            """;

    @Test
    void theStripIsWholeWithAllThatAHouseIsMadeOfAndACountdown() {
        desk.room.consistsOf(
                IntStream.rangeClosed(1, 13)
                        .mapToObj(part ->
                                new Health(
                                        "part " + part,
                                        part > 11 ? Health.State.TROUBLE : Health.State.FINE,
                                        "It is as it is."))
                        .toList());
        onAir(1, "Dave");
        for (String language : new String[] {"en", "de"}) {
            desk.open(language);
            desk.run("document.querySelector('.habits form').requestSubmit()");
            desk.shows(".strip .segment");
            for (int width : new int[] {1600, 1501, 1440, 1366, 1280, 1251, 1250, 1100, 1010}) {
                desk.browser.size(width, 800, 1);
                desk.browser.until("innerWidth === " + width);
                assertThat(desk.run(OUTSIDE_THE_STRIP))
                        .as("%s, %d wide", language, width)
                        .isEmpty();
            }
            desk.run("document.querySelector('.habits form').requestSubmit()");
        }
    }

    @Test
    void noLetterIsSmallerThanTwelvePixels() {
        desk.room.aiOnAir("1");
        onAir(1, "Dave");
        desk.wait(2, 4);
        desk.room.hears(Optional.empty(), "Good evening, night owls.", 48_000);
        desk.open();
        desk.browser.press("1", "?");
        desk.shows("dialog");
        assertThat(
                        desk.run(
                                """
                                const small = new Set();
                                const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                                while (walk.nextNode()) {
                                  const box = walk.currentNode.parentElement;
                                  if (walk.currentNode.data.trim() && parseFloat(getComputedStyle(box).fontSize) < 12) {
                                    small.add(box.className + ' ' + box.textContent.slice(0, 30));
                                  }
                                }
                                return [...small];
                                """))
                .isEmpty();
    }

    @Test
    void forcedColoursLeaveMetersSwitchesAndTheSelectionVisible() {
        onAir(1, "Dave");
        desk.wait(2, 2);
        desk.open();
        desk.browser.media(Map.of("forced-colors", "active"));
        desk.shows(".row");
        desk.browser.press("1");
        desk.shows(".row.selected");
        assertThat(
                        desk.run(
                                """
                                const style = (css) => getComputedStyle(document.querySelector(css));
                                const seen = (name, told) => (told ? [] : [name]);
                                return [
                                  ...seen('meter', style('.level .rms').backgroundColor !== style('.level').backgroundColor),
                                  ...seen('edge of the meter', style('.level').borderTopWidth !== '0px'),
                                  ...seen('switch', style('.switch[aria-checked=true] .knob').backgroundColor !== style('.switch[aria-checked=false] .knob').backgroundColor),
                                  ...seen('selection', style('.row.selected').outlineStyle !== 'none'),
                                  ...seen('on air', style('.card.on_air').borderTopStyle === 'double'),
                                ];
                                """))
                .isEmpty();
    }

    @Test
    void theProgramOutHasABarOfItsOwnThatIsWholeAndLeavesTheClockItsPlace() {
        for (String language : new String[] {"en", "de"}) {
            desk.open(language);
            for (int width : new int[] {1600, 1280, 1010}) {
                desk.browser.size(width, 800, 1);
                desk.browser.until("innerWidth === %d".formatted(width));
                assertThat(desk.run(CUT, ".program-bar *, .wall"))
                        .as("%s, %d wide", language, width)
                        .isEmpty();
                desk.isWhole();
            }
        }
    }

    @Test
    void inGermanEveryButtonStaysOnItsCardAndNothingScrollsSideways() {
        CallId dave = onAir(1, "Dave");
        desk.room.ask(new CallCommand.SetLock(dave, true));
        desk.room.ask(new CallCommand.SetMute(dave, true));
        desk.room.ask(new CallCommand.WrapUp(desk.room.aiOnAir("1")));
        desk.wait(2, 4);
        desk.room.ask(new CallCommand.Drop(ScriptedRoom.sid(4)));
        desk.open("de");
        desk.says("Auf Sendung");
        desk.browser.press("1", "c");
        desk.shows(".card-form");
        for (int[] window : new int[][] {{1280, 800, 1}, {640, 400, 2}, {390, 844, 2}}) {
            desk.browser.size(window[0], window[1], window[2]);
            desk.browser.until("innerWidth === %d".formatted(window[0]));
            assertThat(desk.run(CUT, ".card .button, .row .button, .next-card .button, .switch"))
                    .as("%d wide", window[0])
                    .isEmpty();
            desk.isWhole();
        }
    }

    @Test
    void messagesOfCallersWithLongNamesStayInTheirPanelInBothLanguages() {
        desk.leavesMessage("message-3", "W".repeat(60), "x".repeat(600));
        desk.leavesMessage(
                "message-4", "\u202eevaD " + "of the harbour ".repeat(9), "A boat, ".repeat(80));
        desk.room.jukebox.playMessage("message-1");
        for (String language : new String[] {"en", "de"}) {
            desk.open(language);
            desk.tab("voicemail");
            desk.browser.until("document.querySelectorAll('.message').length === 4");
            desk.browser.click("//li[contains(@class, 'message')][1]//button[contains(., '…')]");
            for (int[] window :
                    new int[][] {{1600, 900, 1}, {1280, 800, 1}, {640, 400, 2}, {390, 844, 2}}) {
                desk.browser.size(window[0], window[1], window[2]);
                desk.browser.until("innerWidth === %d".formatted(window[0]));
                assertThat(desk.run(CUT, ".message .button, .message .facts, .tabs button"))
                        .as("%s, %d wide", language, window[0])
                        .isEmpty();
                assertThat(desk.run(TWO_LINES, ".message .button, .message .facts"))
                        .as("%s, %d wide", language, window[0])
                        .isEmpty();
                desk.isWhole();
            }
            assertThat(
                            desk.run(
                                            "return document.querySelector('.message strong bdi').title.length")
                                    .asInt())
                    .isGreaterThan(100);
            desk.browser.size(1280, 800, 1);
        }
    }

    @Test
    void inGermanTheListOfKeysSaysWhatEachDoes() {
        desk.open("de");
        desk.browser.press("?");
        desk.shows("dialog");
        for (String line :
                new String[] {
                    "Leertaste, gehalten",
                    "Umschalt + 1 – 9",
                    "Den nächsten Anruf auf Sendung nehmen",
                    "Diese Liste zeigen oder verbergen"
                }) {
            desk.says(line);
        }
        assertThat(
                        desk.run(
                                """
                                const right = (box) => box.getBoundingClientRect().right;
                                return [...document.querySelectorAll('.help dt')]
                                  .filter((box) => right(box.querySelector('kbd')) > right(box))
                                  .map((box) => box.textContent);
                                """))
                .isEmpty();
        desk.isWhole();
    }

    @Test
    void theLanguageIsChosenUnderDeskAtOnceAndIsStillThereAfterAReload() {
        desk.browser.open(desk.visit.at("/"));
        desk.says("Nobody is waiting.");
        desk.run(
                """
                const select = document.querySelector('.habits option[lang=de]').parentElement;
                select.value = 'de';
                select.dispatchEvent(new Event('change', { bubbles: true }));
                """);
        desk.says("Niemand wartet.");
        desk.browser.reload();
        desk.says("Niemand wartet.");
        assertThat(desk.run("return document.documentElement.lang").asText()).isEqualTo("de");
    }

    @Test
    void whatTheStudioSaysIsMarkedAsEnglishOnAGermanPage() {
        desk.open("de");
        desk.shows(".health li");
        assertThat(
                        desk.run(
                                """
                                const unmarked = document.createTreeWalker(document.querySelector('.health ul'), NodeFilter.SHOW_TEXT);
                                const found = [];
                                while (unmarked.nextNode()) {
                                  const text = unmarked.currentNode;
                                  if (text.data.trim() && !text.parentElement.closest('[lang=en], em')) found.push(text.data);
                                }
                                return found;
                                """))
                .isEmpty();
        desk.browser.press("n");
        desk.shows(".notice [lang=en]");
    }

    @Test
    void onATelephoneTheDumpIsAtTheBottomOfTheWindowWhereverThePageIs() {
        desk.wait(1, 9);
        desk.open();
        desk.browser.size(390, 844, 2);
        for (String place : new String[] {"0", "700"}) {
            desk.run("scrollTo(0, %s)".formatted(place));
            desk.browser.until("scrollY === " + place);
            assertThat(
                            desk.run(
                                            "const box ="
                                                    + " document.querySelector('.dump').getBoundingClientRect();"
                                                    + " return box.top > innerHeight / 2 && box.bottom"
                                                    + " <= innerHeight")
                                    .asBoolean())
                    .as("scrolled to %s", place)
                    .isTrue();
        }
        desk.isWhole();
    }

    @Test
    void closedLinesAreSaidAcrossTheDeskAndOpenedFromThere() {
        desk.room.ask(new ShowCommand.SetLines(false));
        desk.open();
        desk.says("Nobody can call in.");
        desk.browser.click("//p[contains(@class, 'banner')]//button");
        desk.browser.until("!document.querySelector('.banner')");
        assertThat(desk.room.show().lines().open()).isTrue();
    }

    @Test
    void aStudioThatIsGoneIsSaidOnceAndNoPartIsCalledWellMeanwhile() {
        desk.open();
        desk.says("All parts well");
        desk.visit.close();
        desk.says("The studio does not answer.");
        desk.says("Health unknown");
        desk.run("document.querySelector('.switch').click()");
        desk.says("The studio cannot be reached.");
        assertThat(desk.browser.count(".notice")).isEqualTo(1);
        assertThat(desk.browser.count(".dot.fine")).isZero();
    }

    @Test
    void theConversationStaysAtItsEndWhenTheWindowChanges() {
        for (int line = 1; line <= 40; line++) {
            desk.room.hears(
                    Optional.empty(),
                    "Line %d of many lines that were said.".formatted(line),
                    line * 48_000L);
        }
        desk.open();
        desk.says("Line 40 of many");
        for (int[] window : new int[][] {{1280, 500, 1}, {1100, 900, 1}, {1600, 900, 1}}) {
            desk.browser.size(window[0], window[1], window[2]);
            desk.browser.until(
                    "innerWidth === %d && innerHeight === %d".formatted(window[0], window[1]));
            desk.browser.until(
                    "(() => { const box = document.querySelector('.talk'); return box.scrollHeight"
                            + " - box.scrollTop - box.clientHeight < 3; })()");
        }
    }

    @Test
    void violetIsTheColourOfAiCallersAlone() {
        for (String theme : new String[] {"dark", "light"}) {
            desk.light(theme);
            desk.open();
            assertThat(
                            desk.run(
                                            "const colours ="
                                                    + " getComputedStyle(document.documentElement);"
                                                    + " const of = (name) =>"
                                                    + " colours.getPropertyValue(name).trim(); return"
                                                    + " [of('--focus'),"
                                                    + " of('--select')].includes(of('--ai'))")
                                    .asBoolean())
                    .isFalse();
        }
    }
}
