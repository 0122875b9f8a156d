package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import io.partyline.show.FloorCommand;
import io.partyline.show.Seat;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pictures of the desk in its main states, at three widths and in both themes, below
/// `target/pictures`, to be looked at; and that it is whole in each. Two of them stand in
/// `docs/pictures`: `crowd-wide-dark.png` is `desk.png` there, and `producer-wide-dark.png` is
/// `producer.png`.
@InChromium
@Tag("long")
class DeskPicturesTest {
    private static final Path FOLDER = Path.of("target/pictures");

    private static final Map<String, int[]> WINDOWS =
            Map.of(
                    "wide", new int[] {1280, 800, 1},
                    "zoomed", new int[] {640, 400, 2},
                    "phone", new int[] {390, 844, 2});

    private static final String HOSTS = MarkedSecret.of("studio");
    private static final String PRODUCERS = MarkedSecret.of("producer");

    enum State {
        EMPTY,
        QUEUE,
        CARD,
        ONE_ON_AIR,
        CROWD,
        SOUNDS,
        VOICEMAIL,
        KEYS,
        SETTINGS,
        ENDED,
        STAGE,
        PRODUCER
    }

    @ParameterizedTest
    @EnumSource
    void theDeskIsWholeInEveryState(State state) throws IOException {
        try (var desk = deskFor(state)) {
            happens(desk, state);
            opened(desk, state, "en");
            shown(desk, state);
            for (String theme : new String[] {"dark", "light"}) {
                desk.light(theme);
                for (var window : WINDOWS.entrySet()) {
                    look(desk, state, theme, window);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void inGermanItIsWholeInEveryStateToo(State state) throws IOException {
        try (var desk = deskFor(state)) {
            happens(desk, state);
            opened(desk, state, "de");
            shown(desk, state);
            desk.light("dark");
            for (var window : WINDOWS.entrySet()) {
                look(desk, state, "german", window);
            }
        }
    }

    /// A producer comes with a password of their own, and with a microphone.
    private static AtTheDesk deskFor(State state) throws IOException {
        ShowRules rules = AtTheDesk.roomFor(40, 8);
        return switch (state) {
            case PRODUCER ->
                    new AtTheDesk(
                            new Visit(
                                    AtTheDesk.room(rules),
                                    HOSTS,
                                    new SeatSettings(Optional.of(PRODUCERS), false),
                                    Optional.empty(),
                                    new BrowserSeat()),
                            Browser.withMicrophone());
            default -> new AtTheDesk(rules);
        };
    }

    private static void opened(AtTheDesk desk, State state, String language) {
        switch (state) {
            case STAGE -> {
                desk.browser.open(desk.visit.at("/stage.html?lang=" + language));
                desk.shows(".on-air li");
            }
            case PRODUCER -> {
                desk.browser.open(desk.visit.guest(PRODUCERS).page("/favicon.svg"));
                desk.browser.open(desk.visit.at("/?lang=" + language));
                desk.says("Line two knows her.");
                desk.browser.complaints();
            }
            default -> desk.open(language);
        }
        assertThat(desk.run("return document.documentElement.lang").asText()).isEqualTo(language);
    }

    /// @param theme of the picture's name
    private static void look(
            AtTheDesk desk, State state, String theme, Map.Entry<String, int[]> window)
            throws IOException {
        int[] size = window.getValue();
        desk.browser.size(size[0], size[1], size[2]);
        desk.browser.until("innerWidth === %d".formatted(size[0]));
        desk.isWhole();
        Path file =
                Files.createDirectories(FOLDER)
                        .resolve(
                                "%s-%s-%s.png"
                                        .formatted(state, window.getKey(), theme)
                                        .toLowerCase(Locale.ROOT));
        Files.write(file, desk.browser.picture());
        assertThat(file).isNotEmptyFile();
    }

    private static void happens(AtTheDesk desk, State state) {
        switch (state) {
            case EMPTY -> desk.room.ask(new ShowCommand.SetLines(false));
            case QUEUE, CARD, KEYS, SETTINGS -> queue(desk);
            case PRODUCER -> {
                queue(desk);
                messages(desk);
                desk.room.aiOnAir("1");
                desk.room.ask(new ShowCommand.WriteNote("Line two knows her.", Seat.PRODUCER));
            }
            case ONE_ON_AIR, STAGE -> onAir(desk);
            case CROWD -> crowd(desk);
            case SOUNDS -> {
                onAir(desk);
                desk.room.jukebox.play("blues.mp3", false);
                desk.room.jukebox.fire("horn.wav", false);
            }
            case VOICEMAIL -> {
                onAir(desk);
                messages(desk);
            }
            case ENDED -> {
                onAir(desk);
                messages(desk);
                desk.room.end();
            }
        }
    }

    private static void shown(AtTheDesk desk, State state) {
        switch (state) {
            case CARD -> {
                desk.shows(".row:nth-child(2)");
                desk.browser.press("2", "c");
                desk.shows(".card-form");
            }
            case KEYS -> {
                desk.browser.press("?");
                desk.shows("dialog");
            }
            case SETTINGS -> {
                if (desk.run("return document.documentElement.lang").asText().equals("de")) {
                    SettingsViewTest.open(desk, "Pult", "Einstellungen");
                } else {
                    SettingsViewTest.open(desk);
                }
                desk.run(
                        "document.querySelector('[aria-label^=\"Try it: \"], [aria-label^=\"Ausprobieren: \"]').click()");
                desk.says("It works.");
                desk.run("document.querySelectorAll('.setup details')[2].open = true");
            }
            case QUEUE -> {
                desk.shows(".row:nth-child(3)");
                desk.browser.press("3");
                desk.shows(".row.selected");
            }
            case VOICEMAIL -> {
                desk.tab("voicemail");
                desk.shows(".message:nth-child(3)");
                desk.browser.click("//li[contains(@class, 'message')][1]//button[1]");
                desk.shows(".message audio");
            }
            case SOUNDS -> {
                desk.shows("[data-tab=sounds]");
                desk.run("document.querySelector('[data-tab=sounds]').click()");
                desk.shows(".playing");
                desk.run("document.querySelector('.card.real [aria-expanded]').click()");
                desk.shows(".chain");
            }
            case ENDED -> {
                desk.shows(".files li");
                desk.shows(".message:nth-child(3)");
            }
            case PRODUCER -> {
                desk.shows(".row:nth-child(3)");
                desk.shows(".message:nth-child(3)");
                desk.browser.press("2", "t");
                desk.shows(".row.selected .with-producer");
                desk.browser.until(
                        "document.querySelector('.seat .light').innerText.includes('Dave')");
                desk.browser.press("c");
                desk.shows(".card-form");
            }
            case ONE_ON_AIR, CROWD -> {
                desk.shows(".line:nth-child(2)");
                desk.shows(".dots .fine");
                desk.shows(".persona");
            }
            case EMPTY, STAGE -> {}
        }
    }

    private static void queue(AtTheDesk desk) {
        desk.waits(1, "Marguerite", "Baton Rouge", "her neighbour's rooster is on the radio too");
        desk.room.pass(Duration.ofMinutes(6));
        CallId dave = desk.waits(2, "Dave", "Tucson", "his wife left after twelve years");
        desk.room.ask(
                new CallCommand.WriteCard(dave, marks("calm, has a good voice", true, false)));
        desk.room.pass(Duration.ofMinutes(5));
        CallId kid = desk.waits(3, "Jas", "Leeds", "wants to hear a song for the dog");
        desk.room.ask(new CallCommand.WriteCard(kid, marks("ask for the parents", false, true)));
        desk.room.ask(new CallCommand.ChooseNext(dave, true));
        desk.room.held(4);
        desk.room.ask(new CallCommand.Drop(desk.room.held(5)));
        desk.room.ringing(6);
        desk.room.pass(Duration.ofSeconds(1));
        desk.room.hears(Optional.empty(), "Good evening, night owls.", 48_000);
    }

    private static Card.Written marks(String notes, boolean vip, boolean minor) {
        return new Card.Written(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(notes),
                Optional.of(vip),
                Optional.of(minor),
                Optional.empty());
    }

    private static void onAir(AtTheDesk desk) {
        CallId dave = desk.waits(7, "Dave", "Tucson", "his wife left after twelve years");
        desk.room.take(dave);
        CallId tony = desk.room.aiOnAir("1");
        desk.room.ask(new FloorCommand.GiveCue(tony, "Ask about the boat."));
        queue(desk);
        desk.room.hears(Optional.of(dave), "She left on a Tuesday, and took the boat.", 96_000);
        CallId gone = desk.waits(8, "Rosa", "Faro", "the sea");
        desk.room.take(gone);
        desk.room.ask(new CallCommand.HangUp(gone));
    }

    /// One sounds on the air; one is of somebody with a long name, who says much.
    private static void messages(AtTheDesk desk) {
        desk.leavesMessage(
                "message-3",
                "Wolfeschlegelsteinhausenbergerdorff ".repeat(4),
                "A boat, ".repeat(80));
        desk.room.jukebox.playMessage("message-1");
    }

    private static void crowd(AtTheDesk desk) {
        onAir(desk);
        CallId henrik = desk.waits(11, "Henrik", "Oslo", "the long nights");
        desk.room.take(henrik);
        desk.room.ask(new CallCommand.SetLock(henrik, true));
        CallId ana = desk.waits(12, "Ana", "Porto", "her first night as a baker");
        desk.room.take(ana);
        desk.room.ask(new CallCommand.SetMute(ana, true));
        desk.room.take(desk.waits(13, "Winifred", "Hull", "there is no channel left for her"));
        desk.room.aiOnAir("2");
    }
}
