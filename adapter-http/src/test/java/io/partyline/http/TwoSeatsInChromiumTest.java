package io.partyline.http;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.partyline.rehearsal.InChromium;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.ShowRules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Host and producer, each in a browser of their own, at the same show.
@InChromium
class TwoSeatsInChromiumTest {
    private static final String HOSTS = MarkedSecret.of("studio");
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /// A notice goes by itself after some seconds.
    private static final String KEEPS_WHAT_IT_IS_TOLD =
            """
            window.told = new Set();
            new MutationObserver(() => {
              for (const one of document.querySelectorAll('.notice')) window.told.add(one.innerText);
            }).observe(document.body, { childList: true, subtree: true, characterData: true });
            """;

    private static final String PRODUCERS = MarkedSecret.of("producer");

    private final ScriptedRoom room =
            new ScriptedRoom(ShowRules.DEFAULT, Instant.now().minusSeconds(600));
    private final Visit visit =
            new Visit(room, HOSTS, new SeatSettings(Optional.of(PRODUCERS), false));
    private final CallId dave = room.held(1);
    private final Browser host = new Browser();
    private final Browser other = new Browser();
    private final Browser third = new Browser();

    TwoSeatsInChromiumTest() throws IOException {}

    @AfterEach
    void leave() {
        third.close();
        other.close();
        host.close();
        visit.close();
    }

    /// A page of the seat that this password opens. A picture by itself, which is where the
    /// password is given, has the browser ask for an icon that there is none of; that is no matter
    /// here.
    private void open(Browser browser, String secret) {
        browser.size(1280, 800, 1);
        browser.open(visit.guest(secret).page("/favicon.svg"));
        browser.open(visit.at("/"));
        browser.until("document.querySelector('.light.fine') && document.querySelector('.row')");
        browser.complaints();
    }

    private static void writes(Browser browser, String point) {
        browser.press("1", "c");
        browser.until("document.querySelector('.card-form')");
        browser.run("document.querySelector('.card-form [name=point]').focus()");
        browser.press(point.split(""));
    }

    /// Waits until one of the two pages of the host has been told something.
    private void awaitNotice() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (told(host).isBlank() && told(other).isBlank()) {
            assertThat(System.nanoTime()).as("nobody was told").isLessThan(deadline);
        }
    }

    /// All that a page has been told since it began to keep it.
    private String told(Browser page) {
        return page.run("return [...window.told].join()").asText();
    }

    private static void says(Browser browser, String text) {
        browser.until("document.body.innerText.includes('%s')".formatted(text));
    }

    @Test
    void aProducerWritesACardWhileTheHostLooks() {
        open(host, HOSTS);
        open(other, PRODUCERS);
        says(host, "The producer is here");
        assertThat(
                        host.run("return document.documentElement.scrollWidth <= innerWidth")
                                .asBoolean())
                .isTrue();
        writes(other, "A boat");
        other.press(AtTheDesk.ENTER);
        says(host, "A boat");
        host.until("document.body.textContent.includes('The producer has written onto the card')");
        assertThat(room.show().call(dave).orElseThrow().card().point()).isEqualTo("A boat");
        assertThat(host.complaints()).isEmpty();
        assertThat(other.complaints()).isEmpty();
    }

    @Test
    void whoeverWritesTheSameFieldSeesTheOthersWordsBeforeTheyAreGone() {
        open(host, HOSTS);
        open(other, PRODUCERS);
        writes(host, "A ship");
        writes(other, "A boat");
        other.press(AtTheDesk.ENTER);
        says(host, "The producer wrote meanwhile: “A boat”");
        assertThat(host.run("return document.querySelector('.card-form [name=point]').value"))
                .hasToString("\"A ship\"");
        host.press(AtTheDesk.ENTER);
        says(other, "A ship");
        assertThat(host.complaints()).isEmpty();
    }

    @Test
    void theProducersPageShowsAndDoesOnlyWhatTheProducerMay() {
        room.onAir(2);
        open(other, PRODUCERS);
        other.press("1");
        other.until("document.querySelector('.row.selected .more')");
        assertThat(
                        other.run(
                                """
                                return [...document.querySelectorAll('button')]
                                  .map((button) => button.innerText.split('\\n')[0])
                                  .filter((words) => /Take|Drop|Hold|Hang|Mute|Lock|Ban|End|Dump/.test(words));
                                """))
                .isEmpty();
        long before = room.show().seq();
        other.press("n", "a", "d", "h", "m", "l", "e", "z", "g", AtTheDesk.ESCAPE);
        says(other, "That is the host");
        other.press("x");
        other.until("document.querySelector('.row.next')");
        assertThat(room.show().seq()).isEqualTo(before + 1);
        assertThat(other.run("return document.body.textContent").asText())
                .contains("On the air", "Notes")
                .doesNotContain("could not read");
        assertThat(other.complaints()).isEmpty();
    }

    @Test
    void theHostSeesWithWhomTheProducerTalksAndEndsIt() {
        open(host, HOSTS);
        open(other, PRODUCERS);
        room.ask(new CallCommand.BeginProducerTalk(dave));
        host.until("document.querySelector('.row .with-producer')");
        host.until("document.body.textContent.includes('The producer talks with ')");
        assertThat(
                        host.run("return document.documentElement.scrollWidth <= innerWidth")
                                .asBoolean())
                .isTrue();
        host.press("1");
        host.click("//button[contains(., \"End the producer's talk\")]");
        host.until("!document.querySelector('.row .with-producer')");
        says(other, "The host has ended your talk with");
        assertThat(room.show().calls().withProducer()).isEmpty();
        assertThat(host.complaints()).isEmpty();
        assertThat(other.complaints()).isEmpty();
    }

    @Test
    void aNoteStandsAcrossTheHostsDeskUntilItIsRead() {
        open(host, HOSTS);
        open(other, PRODUCERS);
        other.run("document.querySelector('.note-form [name=text]').focus()");
        other.press("T", "w", "o", AtTheDesk.ENTER);
        host.until("document.querySelector('.banner.note')?.innerText.includes('Two')");
        says(other, "not read yet");
        host.click("//div[contains(@class, 'note')]/button");
        host.until("!document.querySelector('.banner .slip')");
        other.until("document.querySelector('.listed.notes')?.innerText.includes(', read')");
        assertThat(host.complaints()).isEmpty();
        assertThat(other.complaints()).isEmpty();
    }

    @Test
    void twoPagesAndAProducerWhoRaceForOneCallerHaveThemOnTheAirOnceAndTheOthersAreTold() {
        open(host, HOSTS);
        open(other, HOSTS);
        open(third, PRODUCERS);
        for (Browser page : List.of(host, other)) {
            page.run(KEEPS_WHAT_IT_IS_TOLD);
        }
        room.race(2);
        third.press("1", "a");
        for (Browser page : List.of(host, other)) {
            page.run("document.querySelector('.row .take').click()");
        }
        says(third, "That is the host");
        for (Browser page : List.of(host, other)) {
            page.until("document.querySelector('.page.somebody-on-air')");
            page.until("!document.querySelector('.row')");
            page.until("document.querySelectorAll('article[data-call]').length === 1");
        }
        third.until("!document.querySelector('.row')");
        assertThat(room.show().call(dave).orElseThrow().visits().all()).hasSize(1);
        assertThat(room.show().calls().onAir()).hasSize(1);
        awaitNotice();
        assertThat(Stream.of(host, other).map(this::told).filter(told -> !told.isBlank()))
                .as("whoever was second")
                .singleElement(as(STRING))
                .contains("That caller is not waiting.");
        String shown =
                "return [...document.querySelectorAll('.card h3, .card .mark, .row .name')].map((one) => one.textContent).join()";
        assertThat(host.run(shown)).isEqualTo(other.run(shown));
        assertThat(third.complaints()).isEmpty();
    }
}
