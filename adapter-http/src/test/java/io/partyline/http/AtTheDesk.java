package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.port.Voicemail;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Card;
import io.partyline.show.ShowRules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A host at the dashboard: a studio door, and a browser that has the page open.
final class AtTheDesk implements AutoCloseable {
    static final String ENTER = "\uE007";
    static final String ESCAPE = "\uE00C";
    static final String DOWN = "\uE015";

    /// Everything in the panels whose box reaches beyond the box that it stands in, or beyond the
    /// window to the side, and what the seat says if it does not fit there.
    private static final String OUTSIDE =
            """
            const out = [];
            const within = (box, of, what) => {
              const [a, b] = [box.getBoundingClientRect(), of.getBoundingClientRect()];
              if (a.width && (a.left < b.left - 1 || a.right > b.right + 1)) out.push(what + ' ' + box.className + ': ' + box.textContent.slice(0, 40));
            };
            for (const box of document.querySelectorAll('.card, .row, .next-card, .persona, .past li, .line, .message')) {
              if (box.parentElement.closest('.panel')) within(box, box.closest('.panel'), 'panel');
              for (const part of box.querySelectorAll('button, h3, time, .phone, .badge, .tag')) within(part, box, 'box');
            }
            for (const light of document.querySelectorAll('.seat > .light')) {
              if (light.scrollWidth > light.clientWidth + 1) out.push('seat: ' + light.textContent);
            }
            if (document.documentElement.scrollWidth > innerWidth) {
              const far = [...document.querySelectorAll('body *')]
                .filter((box) => box.getBoundingClientRect().right > innerWidth + 1)
                .map((box) => box.className + ' to ' + Math.round(box.getBoundingClientRect().right));
              out.push('the page scrolls to the side: ' + far.slice(0, 12).join(', '));
            }
            return out.map((one) => one.toWellFormed());
            """;

    /// How long ago the show began, by the clock of this computer, which is the browser's too.
    private static final Duration PLAYED = Duration.ofMinutes(42);

    final ScriptedRoom room;
    final Visit visit;
    final Browser browser;

    AtTheDesk() throws IOException {
        this(ShowRules.DEFAULT);
    }

    AtTheDesk(ShowRules rules) throws IOException {
        this(rules, DeskSettings.DEFAULT);
    }

    /// A desk that is set like this.
    AtTheDesk(ShowRules rules, DeskSettings desk) throws IOException {
        this(new Visit(room(rules), desk), new Browser());
    }

    /// Whoever comes to this door with this browser.
    AtTheDesk(Visit visit, Browser browser) {
        this.visit = visit;
        this.browser = browser;
        room = visit.room;
        browser.size(1280, 800, 1);
    }

    /// A room in which the show has been on for a while.
    static ScriptedRoom room(ShowRules rules) {
        return new ScriptedRoom(rules, Instant.now().minus(PLAYED));
    }

    /// More lines and channels than a house has by default.
    static ShowRules roomFor(int lines, int channels) {
        ShowRules usual = ShowRules.DEFAULT;
        return new ShowRules(
                usual.hostName(),
                lines,
                channels,
                usual.undo(),
                usual.reconnect(),
                usual.lostWait(),
                usual.takeLimit(),
                usual.turnLimit(),
                usual.cooldown(),
                usual.followUpDelay());
    }

    /// Opens the page and waits until it is alive.
    AtTheDesk open() {
        return open("en");
    }

    /// The same in another language.
    AtTheDesk open(String language) {
        browser.open(visit.at("/?lang=" + language));
        browser.until("document.querySelector('.light.fine') && document.querySelector('.clock')");
        return this;
    }

    /// A caller who waits and has a card.
    CallId waits(int caller, String name, String place, String point) {
        CallId id = room.held(caller);
        writes(id, name, place, point);
        return id;
    }

    /// Somebody writes onto a caller's card.
    void writes(CallId id, String name, String place, String point) {
        room.ask(
                new CallCommand.WriteCard(
                        id,
                        new Card.Written(
                                Optional.of(name),
                                Optional.of(place),
                                Optional.of(point),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    /// So many callers who wait, the first of them first.
    void wait(int from, int to) {
        IntStream.rangeClosed(from, to)
                .forEach(caller -> waits(caller, "Caller" + caller, "Leeds", "a boat"));
    }

    /// A caller has left a message.
    void leavesMessage(String id, String name, String words) {
        room.voicemail.comes(
                new Voicemail.Left(
                        id,
                        Instant.parse("2026-05-01T20:00:00Z"),
                        name,
                        new CallerNumber("0199", "print-of-" + id),
                        Duration.ofSeconds(75),
                        false,
                        Optional.of(words)));
    }

    /// Opens a panel that stands behind a tab.
    void tab(String name) {
        browser.click("//button[@data-tab='%s']".formatted(name));
    }

    Call call(CallId id) {
        return room.show().call(id).orElseThrow();
    }

    /// Waits until the page shows an element, by its CSS selector.
    void shows(String css) {
        browser.until("document.querySelector(%s)".formatted(quoted(css)));
    }

    /// Waits until the page shows a text anywhere.
    void says(String text) {
        browser.until("document.body.innerText.includes(%s)".formatted(quoted(text)));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "\\'") + "'";
    }

    JsonNode run(String script, Object... arguments) {
        return browser.run(script, arguments);
    }

    /// Nothing sticks out of its box, and nothing was complained about.
    void isWhole() {
        assertThat(run(OUTSIDE)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    void light(String theme) {
        browser.media(Map.of("prefers-color-scheme", theme));
    }

    @Override
    public void close() {
        browser.close();
        visit.close();
    }
}
