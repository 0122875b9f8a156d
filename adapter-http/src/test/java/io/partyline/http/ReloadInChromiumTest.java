package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.FloorCommand;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.Seat;
import io.partyline.show.ShowCommand;
import io.partyline.show.TurnId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The page is loaded again in every state of a show, in a real browser, and is what it was before:
/// every word, every button and every mark, compared with what it showed.
///
/// What counts on by itself is left out of that: times, levels and loudness, and what is said once
/// and goes, the notices and the sentences for ears.
@InChromium
class ReloadInChromiumTest {
    /// The order of an element's attributes, and one without a value, say only how it came to be.
    private static final String SHOWN =
            """
            (() => {
              const page = document.querySelector('.page').cloneNode(true);
              page.querySelectorAll('time, .countdown, .for-ears, .notices, .loudness, .level > *').forEach((one) => one.remove());
              const marks = (one) => [...one.attributes].filter(({ value }) => value).map(({ name, value }) => `${name}="${value}"`).sort();
              const words = (one) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
              return [...page.querySelectorAll('*')].map((one) => `${one.tagName} ${marks(one).join(' ')}: ${words(one).join('|')}`).join('\\n');
            })()
            """;

    /// Where the page begins to be another one, before and after.
    private static final String DIFFERENCE =
            """
            const { before } = sessionStorage;
            const at = [...before].findIndex((letter, place) => letter !== now[place]);
            const near = (text) => text.slice(Math.max(0, at - 200), at + 100);
            return `${near(now)}\n\ninstead of\n\n${near(before)}`;
            """;

    private final List<Integer> reloads = new ArrayList<>();
    @AutoClose private final AtTheDesk desk = new AtTheDesk(AtTheDesk.roomFor(12, 8)).open();

    ReloadInChromiumTest() throws IOException {}

    @Test
    void thePageIsTheSameAfterAReloadInEveryStateOfAShow() {
        linesClosed();
        callersComeAndWait();
        theyAreOnTheAir();
        aiCallersAreThere();
        aFollowUpIsPending();
        theShowIsOver();
        assertThat(desk.browser.complaints()).isEmpty();
        System.out.printf(
                "reloads until all was there again, from the click, in ms: %s%n", reloads);
    }

    private void linesClosed() {
        does(new ShowCommand.SetLines(false));
        again("Nobody can call in.");
        does(new ShowCommand.SetLines(true));
        desk.browser.until("!document.querySelector('.banner')");
    }

    private void callersComeAndWait() {
        CallId dave = desk.room.ringing(1);
        desk.shows(".row.arriving");
        again("Ringing");
        does(new CallCommand.OpenLeg(dave));
        desk.shows(".row.held");
        again("Held");
        does(new CallCommand.Screen(dave));
        desk.shows(".row.asked");
        again("");
        does(
                new CallCommand.FileCard(
                        dave, new Card.Told("Dave", "Leeds", "a boat", "upset", 0.9, true, true)));
        does(new CallCommand.EndScreening(dave, Card.Screening.DONE));
        again("upset");
        CallId jas = desk.waits(2, "Jas", "York", "a dog");
        does(new CallCommand.ChooseNext(jas, true, Seat.PRODUCER));
        does(new CallCommand.SetTalkback(jas, true));
        desk.shows(".row.next");
        again("a dog");
        does(new CallCommand.SetTalkback(jas, false));
        desk.waits(3, "Mia", "Faro", "the sea");
        does(new CallCommand.Drop(ScriptedRoom.sid(3)));
        desk.shows(".row.leaving");
        again("Mia");
    }

    private void theyAreOnTheAir() {
        CallId dave = ScriptedRoom.sid(1);
        desk.room.take(dave);
        desk.shows("article[aria-label='Dave, on air']");
        does(
                new FloorCommand.Hear(
                        desk.room.show().id(),
                        Optional.of(dave),
                        "Good evening.",
                        48_000,
                        96_000,
                        desk.room.instant()));
        does(new CallCommand.SetMute(dave, true));
        does(new CallCommand.SetLock(dave, true));
        does(new CallCommand.SetTrim(dave, 3));
        does(new CallCommand.ReportSpeaker(dave, true));
        does(new ShowCommand.MarkMoment("the boat"));
        desk.shows(".marking .count");
        again("+3 dB");
        desk.room.take(ScriptedRoom.sid(2));
        desk.room.onAir(4);
        desk.browser.until("document.querySelectorAll('.card.on_air').length === 3");
        again("Jas");
        does(new CallCommand.LoseLeg(ScriptedRoom.sid(2)));
        desk.shows(".card.reconnecting");
        again("Jas");
    }

    private void aiCallersAreThere() {
        CallId first = desk.room.aiOnAir("1");
        CallId second = desk.room.aiOnAir("2");
        does(new FloorCommand.GiveCue(first, "Ask about the boat."));
        desk.shows(".card.ai.on_air .speaking");
        again("Thinking");
        TurnId turn = desk.room.show().floor().turn().orElseThrow().id();
        does(new FloorCommand.WriteReply(turn, "Good evening to you all."));
        again("Speaking");
        does(new ShowCommand.WriteNote("Two minutes.", Seat.PRODUCER));
        desk.says("Two minutes.");
        again("Two minutes.");
        does(new CallCommand.HangUp(first));
        does(new CallCommand.HangUp(second));
        desk.browser.until("!document.querySelector('.card.ai')");
    }

    private void aFollowUpIsPending() {
        does(new CallCommand.HangUp(ScriptedRoom.sid(4)));
        does(new FollowUpCommand.FollowUpNow());
        desk.shows(".follow-up");
        again("Cancel");
    }

    private void theShowIsOver() {
        desk.room.end();
        desk.says("The show has ended");
        desk.shows(".ended .export-list a");
        desk.shows(".ended .files li");
        again("Start new show");
        pastShows();
        again("", this::pastShows);
    }

    private void pastShows() {
        desk.browser.click("//summary[.='Desk']");
        desk.browser.click("//button[.='Past shows']");
        desk.shows("dialog li");
    }

    private void does(Command command) {
        assertThat(desk.room.ask(command)).isInstanceOf(Decision.Accepted.class);
    }

    private void again(String words) {
        again(words, () -> {});
    }

    /// The page as it is, once nothing is on its way any more, is what it is after a reload.
    ///
    /// @param opening what the host has to do to see the same again
    private void again(String words, Runnable opening) {
        desk.says(words);
        desk.browser.until(
                """
                (window.before === (window.before = %s) ? ++window.quiet : (window.quiet = 0)) > 15
                """
                        .formatted(SHOWN));
        desk.run("sessionStorage.before = window.before");
        desk.browser.reload();
        opening.run();
        try {
            desk.browser.until("(window.now = %s) === sessionStorage.before".formatted(SHOWN));
        } catch (AssertionError other) {
            throw new AssertionError("after the reload: " + desk.run(DIFFERENCE).asText(), other);
        }
        reloads.add(desk.run("return Math.round(performance.now())").asInt());
    }
}
