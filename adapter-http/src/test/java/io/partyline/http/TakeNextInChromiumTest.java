package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// *Take next* on the page, in a real browser: whoever is next joins those who are on the air, or
/// replaces them, as the desk is set.
@InChromium
class TakeNextInChromiumTest {
    private static final String TAKE_NEXT =
            "//div[contains(@class, 'next-card')]//button[contains(., 'Take next')]";

    private static final CallId DAVE = ScriptedRoom.sid(1);
    private static final CallId ROSA = ScriptedRoom.sid(2);
    private static final CallId JAS = ScriptedRoom.sid(3);

    /// Dave, Rosa and an AI caller are on the air, Rosa is locked, and Jas and Mia wait.
    private static AtTheDesk open(boolean replaces) throws IOException {
        var desk = new AtTheDesk(AtTheDesk.roomFor(12, 12), new DeskSettings(replaces));
        desk.room.take(desk.waits(1, "Dave", "Leeds", "a boat"));
        desk.room.take(desk.waits(2, "Rosa", "Faro", "the sea"));
        desk.room.ask(new CallCommand.SetLock(ROSA, true));
        desk.room.aiOnAir("1");
        desk.waits(3, "Jas", "York", "a dog");
        desk.waits(4, "Mia", "Hull", "a cat");
        desk.room.pass(Duration.ofSeconds(1));
        desk.open();
        areOnTheAir(desk, "Dave", "Rosa", "Persona1");
        desk.shows(".next-card button");
        return desk;
    }

    private static void areOnTheAir(AtTheDesk desk, String... names) {
        desk.browser.until(
                "[...document.querySelectorAll('.card.on_air h3')].map((one) => one.innerText).sort().join() === '%s'"
                        .formatted(Stream.of(names).sorted().collect(Collectors.joining(","))));
    }

    private static void waits(AtTheDesk desk, CallId call) {
        desk.shows(".row.ready[data-call='%s'], .row.next[data-call='%1$s']".formatted(call));
        assertThat(desk.call(call).held()).isTrue();
    }

    private static String title(AtTheDesk desk) {
        return desk.run("return document.querySelector('.next-card button').title").asText();
    }

    @Test
    void whoeverIsTakenNextReplacesThoseOnTheAirWhoWaitAgainButForLockedOnesAndAiCallers()
            throws IOException {
        try (var desk = open(true)) {
            assertThat(title(desk)).contains("on hold first, but for locked ones");
            desk.browser.click(TAKE_NEXT);
            areOnTheAir(desk, "Rosa", "Jas", "Persona1");
            waits(desk, DAVE);
            assertThat(desk.call(ROSA).locked()).isTrue();
            desk.browser.press("n");
            areOnTheAir(desk, "Rosa", "Mia", "Persona1");
            waits(desk, DAVE);
            waits(desk, JAS);
            desk.isWhole();
        }
    }

    @Test
    void whoeverWasReplacedIsNextAgainWhenTheirTurnComes() throws IOException {
        try (var desk = open(true)) {
            desk.browser.click(TAKE_NEXT);
            areOnTheAir(desk, "Rosa", "Jas", "Persona1");
            desk.browser.click("//li[@data-call='%s']".formatted(DAVE));
            desk.browser.press("x");
            desk.shows(".row.next[data-call='%s']".formatted(DAVE));
            desk.browser.click(TAKE_NEXT);
            areOnTheAir(desk, "Dave", "Rosa", "Persona1");
            waits(desk, JAS);
            assertThat(desk.call(DAVE).visits().all()).hasSize(2);
        }
    }

    @Test
    void whoeverIsTakenNextJoinsThoseOnTheAir() throws IOException {
        try (var desk = open(false)) {
            assertThat(title(desk)).isEqualTo("Joins the callers on the air");
            desk.browser.click(TAKE_NEXT);
            areOnTheAir(desk, "Dave", "Rosa", "Jas", "Persona1");
            desk.browser.press("n");
            areOnTheAir(desk, "Dave", "Rosa", "Jas", "Mia", "Persona1");
            assertThat(List.of(desk.call(DAVE), desk.call(ROSA), desk.call(JAS)))
                    .allMatch(call -> call.onAir());
            assertThat(desk.browser.count(".row")).isZero();
            desk.isWhole();
        }
    }
}
