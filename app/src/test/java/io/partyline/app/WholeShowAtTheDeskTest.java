package io.partyline.app;

import static io.partyline.app.HouseUnderTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.cast.Prompt;
import io.partyline.rehearsal.Chromium;
import io.partyline.rehearsal.InChromium;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.rehearsal.ScriptedModel;
import io.partyline.show.Call;
import io.partyline.show.EndedBy;
import io.partyline.show.FloorEvent;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.MusicEvent;
import io.partyline.show.PlayedOut;
import io.partyline.show.ShelfName;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.Turn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole show through the dashboard in a real browser, with the real program behind it: what the
/// host does is done to the page alone, and what comes of it is looked for in the show. The page is
/// loaded again in every state, and shows the same.
@InChromium
class WholeShowAtTheDeskTest {
    private static final String ENTER = "\uE007";
    private static final String ESCAPE = "\uE00C";
    private static final String SHIFT = "\uE008";
    private static final String CONTROL = "\uE009";
    private static final String LEFT = "\uE012";

    /// Longer than anything that is done while it plays.
    private static final int SONG_S = 120;

    /// Longer than it takes to press a button.
    private static final String LONG_ANSWER =
            "The boat was mine, and so was the harbour. ".repeat(40);

    @TempDir Path data;

    private StreamServer server;
    private HouseUnderTest house;
    private Chromium page;

    @BeforeEach
    void sitDown() throws IOException {
        for (String sound : List.of("music/first.wav", "music/second.wav", "sfx/horn.wav")) {
            Path file = data.resolve(sound);
            Files.createDirectories(file.getParent());
            Pulses.HOST.wav(file, SONG_S);
        }
        server = new StreamServer();
        house = HouseUnderTest.inTheQueue(data, settings(server), model());
        page = new Chromium(List.of());
        page.size(1280, 800, 1);
        page.open(URI.create("http://127.0.0.1:%d/".formatted(house.studioPort())));
    }

    @AfterEach
    void leave() {
        page.close();
        house.close();
        server.close();
    }

    @Test
    void aShowIsRunFromRingToPastShowThroughThePageAlone() {
        house.await(MusicEvent.ShelfChanged.class, it -> it.shelf() == ShelfName.MUSIC);
        page.text("//*[contains(., 'Nobody is waiting')]");
        closesTheLinesAndOpensThem();
        PhoneCall dave = rings();
        isWrittenOnTheCard(dave);
        isTakenByKey(dave);
        PhoneCall jas = makesThree();
        theSecondOfThreeAiCallersResponds();
        speaksOverAnAiCaller(dave);
        isWorkedOn(dave);
        musicAndCarts();
        programOut();
        recording();
        announcement();
        isHeldAndTaken(jas);
        hangsUpAndUndoes(jas);
        theFollowUpIsCancelled(jas);
        startsTheNext(endsTheShow());
        assertThat(page.complaints()).isEmpty();
    }

    private static Map<String, String> settings(StreamServer server) {
        return Map.of(
                "PARTYLINE_SCREENING", "talk",
                "PARTYLINE_STREAM_URL", server.address(MarkedSecret.of("stream")),
                "PARTYLINE_STREAM_DELAY", "7s");
    }

    private static ScriptedModel model() {
        return new ScriptedModel()
                .answer(Prompt.Purpose.REPLY, LONG_ANSWER)
                .answer(Prompt.Purpose.FOLLOW_UP, _ -> Optional.empty());
    }

    private void closesTheLinesAndOpensThem() {
        page.click("//button[@role='switch' and contains(., 'Lines')]");
        again("//*[contains(@class, 'banner') and contains(., 'Nobody can call in.')]");
        assertThat(house.show().lines().open()).isFalse();
        page.click("//*[contains(@class, 'banner')]//button");
        gone(".banner");
        assertThat(house.show().lines().open()).isTrue();
    }

    private PhoneCall rings() {
        PhoneCall dave = house.carrier().dial(MadeUpCarrier.DAVE);
        dave.says("I'm Dave, from Leeds.", 0.8);
        dave.says("My boat was sold without a word.", 0.8);
        isSaid("A caller is ringing.");
        shows(".row.ready");
        again(row("Dave") + "[contains(., 'Leeds') and contains(., 'My boat was sold')]");
        return dave;
    }

    private void isWrittenOnTheCard(PhoneCall dave) {
        page.press("1", "c");
        page.click("//form[contains(@class, 'card-form')]//input[@name='notes']");
        page.press("c", "a", "l", "m", ENTER);
        gone(".card-form");
        page.text("//p[@class='notes' and contains(., 'calm')]");
        assertThat(call(dave).card().notes()).isEqualTo("calm");
        assertThat(call(dave).card().place()).isEqualTo("Leeds");
        page.reload();
        page.text(row("Dave"));
        page.press("1");
        page.text("//p[@class='notes' and contains(., 'calm')]");
    }

    private void isTakenByKey(PhoneCall dave) {
        page.press("a");
        isSaid("Dave is on the air.");
        again(card("Dave", "on air"));
        assertThat(call(dave).onAir()).isTrue();
    }

    private PhoneCall makesThree() {
        PhoneCall jas = house.carrier().dial(MadeUpCarrier.JAS);
        jas.says("I'm Jas, from York.", 0.8);
        jas.says("My dog ran off without a word.", 0.8);
        page.text(row("Jas") + "[contains(., 'My dog ran off')]");
        page.press("n");
        page.text(card("Jas", "on air"));
        again(card("Dave", "on air"));
        assertThat(house.show().calls().live().values()).filteredOn(Call::onAir).hasSize(2);
        return jas;
    }

    private void theSecondOfThreeAiCallersResponds() {
        for (int came = 1; came <= 3; came++) {
            page.click("//ul[contains(@class, 'personas')]/li[%d]/button".formatted(came));
            page.until(
                    "document.querySelectorAll('.card.ai.on_air').length === %d".formatted(came));
            house.await(
                    FloorEvent.TurnGranted.class, it -> it.turn().why() == Turn.Why.HELLO, came);
            page.press(ESCAPE);
            Patience.until(() -> speaker().isEmpty(), () -> speaker() + " speaks on");
        }
        List<String> names = aiCallers();
        String second = names.get(1);
        page.click("//button[@aria-label='Let them respond: %s']".formatted(second));
        page.until("document.querySelectorAll('.speaking').length === 1");
        page.text(card(second, "on air") + "//*[contains(@class, 'speaking')]");
        again(card(second, "on air") + "//*[contains(@class, 'speaking')]");
        house.await(
                FloorEvent.TurnGranted.class,
                it ->
                        it.turn().why() == Turn.Why.HOST_ASKED
                                && it.turn().call().equals(named(second).id()));
        page.press(ESCAPE);
        gone(".speaking");
        assertThat(speaker()).isEmpty();
        page.click(card(second, "on air") + "//h3");
        page.click(card(second, "on air") + "//input[contains(@aria-label, 'Private note')]");
        page.press("a", "s", "k", ENTER);
        again(
                card(second, "on air"),
                card(second, "on air") + "//p[@class='private' and contains(., 'ask')]");
        assertThat(house.show().floor().panel().cues(named(second).id()))
                .singleElement()
                .extracting(cue -> cue.text())
                .isEqualTo("ask");
        for (String name : names) {
            page.click("//button[@aria-label='Hang up %s']".formatted(name));
            page.until("!document.querySelector('[aria-label=\"Hang up %s\"]')".formatted(name));
        }
    }

    /// A real voice over an AI caller's: they fall silent, and the page shows that nobody speaks.
    private void speaksOverAnAiCaller(PhoneCall dave) {
        page.click("//ul[contains(@class, 'personas')]/li[1]/button");
        page.until("document.querySelectorAll('.card.ai.on_air').length === 1");
        String name = aiCallers().getFirst();
        page.text(
                card(name, "on air")
                        + "//*[contains(@class, 'speaking') and contains(., 'Speaking')]");
        dave.say(
                AnswersInTimeTest.spoken(
                        "Hold on there, hold on, let me say one more thing about the boat."));
        house.await(
                FloorEvent.TurnInterrupted.class,
                it -> it.by().call().equals(Optional.of(id(dave))));
        gone(".speaking");
        assertThat(speaker()).isEmpty();
        again(card(name, "on air"));
        page.click("//button[@aria-label='Hang up %s']".formatted(name));
        page.until("!document.querySelector('.card.ai')");
    }

    private void isWorkedOn(PhoneCall dave) {
        page.click(card("Dave", "on air") + "//h3");
        page.click("//button[@aria-label='Louder: Dave']");
        page.text("//output[@aria-label='Trim of Dave' and .='+1 dB']");
        page.click("//button[@aria-label='Sound: Dave']");
        page.click("//*[@class='chain']//button[contains(., 'Rumble out')]");
        page.until("document.querySelector('.chain [role=switch]').ariaChecked === 'false'");
        assertThat(call(dave).chain().trimDb()).isEqualTo(1);
        assertThat(call(dave).chain().links().highPass()).contains(false);
        page.click(card("Dave", "on air") + "//button[starts-with(@aria-label, 'Mute')]");
        isSaid("Dave is muted.");
        page.text(card("Dave", "on air") + "//button[starts-with(@aria-label, 'Unmute')]");
        page.press("m");
        isSaid("Dave is heard again.");
        page.press("k");
        isSaid("Marked.");
        again("//summary[starts-with(., 'Mark1') or starts-with(., 'Mark 1')]");
    }

    private void musicAndCarts() {
        page.click("//button[@data-tab='sounds']");
        page.click("//button[@aria-label='Play: first']");
        page.text("//*[@class='playing']//*[.='first']");
        page.click("//button[@aria-label='Next: second']");
        page.text("//*[@class='playing']//p[contains(., 'Next: second')]");
        page.click("//button[.='Cross to next']");
        page.text("//*[@class='playing']/p[@class='name' and contains(., 'second')]");
        house.await(MusicEvent.TrackEnded.class, it -> it.how() == PlayedOut.REPLACED);
        page.click("//*[@class='playing']//button[contains(., 'Loop')]");
        page.until("document.querySelector('.playing [role=switch]').ariaChecked === 'true'");
        page.run("document.querySelector('.volume input').focus()");
        page.press(LEFT);
        page.until("document.querySelector('.volume input').value === '0.95'");
        house.await(MusicEvent.MusicSet.class, it -> it.volume() == 0.95);
        page.click("//button[contains(., 'Carts repeat')]");
        page.click("//*[@class='carts']//button[contains(., 'horn')]");
        page.click("//button[@aria-label='Stop the cart horn']");
        page.until("!document.querySelector('[aria-label=\"Stop the cart horn\"]')");
        page.reload();
        page.click("//button[@data-tab='sounds']");
        page.text("//*[@class='playing']/p[@class='name' and contains(., 'second')]");
        page.click("//button[@aria-label='Stop the music']");
        gone(".playing");
    }

    private void programOut() {
        page.text("//*[@aria-label='Program out']//*[.='STREAM ON']");
        page.text("//*[@aria-label='Program out']//*[.='safe']");
        Patience.until(() -> server.taken() > 10_000, () -> "nothing was sent");
        page.chord(CONTROL, SHIFT, "x");
        isSaid("Dumped: the newest part of the program was taken back.");
        house.await(ShowEvent.ProgramDumped.class, it -> !it.panic());
        page.click("//*[@aria-label='Delay']//button");
        page.until("!document.querySelector('.delay select')");
        page.text("//*[@class='now' and contains(., 'draining')]");
        page.click("//*[@aria-label='Delay']//button");
        again("//*[@class='now' and contains(., 'building up')]");
        page.hold("//button[contains(., 'Panic')]");
        house.await(ShowEvent.ProgramDumped.class, ShowEvent.ProgramDumped::panic);
        page.click("//*[@aria-label='Program out']//button[contains(., 'Stream')]");
        again("//*[@aria-label='Program out']//*[.='Stream off']");
        page.text("//details[contains(@class, 'loudness')]//summary[contains(., 'LUFS')]");
        page.click("//details[contains(@class, 'loudness')]/summary");
        page.text("//dl//dt[.='Whole show']/following-sibling::dd[contains(., 'LUFS')]");
        page.press(ESCAPE);
    }

    private void recording() {
        page.click("//details[contains(@class, 'rec ')]/summary");
        page.click("//button[.='Clip the last 10 s']");
        page.text("//*[contains(., 'The last 10 seconds are a cart now.')]");
        page.click("//button[.='Pause the recording']");
        again("//*[contains(@class, 'banner') and contains(., 'The recording is paused.')]");
        page.click("//*[contains(@class, 'banner')]//button[contains(., 'Go on recording')]");
        again("//strong[.='REC']");
        page.click("//button[@data-tab='sounds']");
        page.text("//*[@class='carts']//button[contains(., 'clip-show')]");
        page.click("//button[@data-tab='cast']");
    }

    private void announcement() {
        page.click("//summary[.='Have a voice say something…']");
        page.click("//details[contains(@class, 'announce')]//input");
        page.press("S", "t", "a", "y", ENTER);
        page.until("document.querySelector('.announce').open === false");
    }

    private void isHeldAndTaken(PhoneCall jas) {
        page.click(card("Jas", "on air") + "//h3");
        page.press("h");
        again(row("Jas"));
        assertThat(call(jas).held()).isTrue();
        page.chord(SHIFT, "1");
        page.text(card("Jas", "on air"));
    }

    private void hangsUpAndUndoes(PhoneCall jas) {
        page.click(card("Jas", "on air") + "//h3");
        page.press("e");
        page.text("//button[@aria-label='Undo: keep Jas']");
        page.press("z");
        again(card("Jas", "on air"));
        assertThat(call(jas).onAir()).isTrue();
    }

    private void theFollowUpIsCancelled(PhoneCall jas) {
        page.click("//button[@role='switch' and contains(., 'Auto follow-up')]");
        page.until("document.body.innerText.includes('Auto follow-up on')");
        page.click(card("Jas", "on air") + "//h3");
        page.press("e");
        isSaid("Jas has gone.");
        assertThat(house.over(jas).by()).isEqualTo(EndedBy.HOST);
        page.click("//button[@aria-label='Cancel the follow-up']");
        gone(".follow-up");
        house.await(FollowUpEvent.FollowUpCancelled.class, it -> it.basedOn().equals(id(jas)));
        again(card("Dave", "on air"));
        page.click("//button[@data-tab='history']");
        page.text("//ul[contains(@class, 'past')]//strong[contains(., 'Jas')]");
    }

    private ShowId endsTheShow() {
        ShowId show = house.show().id();
        page.hold("//button[contains(., 'End show')]");
        page.text("//h2[.='The show has ended']");
        again("//ul[contains(@class, 'files')]/li");
        page.text("//dl//dt[.='Whole show']/following-sibling::dd[contains(., 'LUFS')]");
        assertThat(page.count(".export-list a")).isEqualTo(14);
        opensExports(".export-list a");
        return show;
    }

    /// Asks for each file as a click on its link does.
    private void opensExports(String links) {
        int count = page.count(links);
        assertThat(count).isPositive();
        for (int at = 0; at < count; at++) {
            String opened =
                    page.await(
                                    """
                                    fetch(document.querySelectorAll("%s")[%d].href).then(async (answer) =>
                                      answer.status + ' with ' + (await answer.arrayBuffer()).byteLength + ' bytes of ' + answer.url)
                                    """
                                            .formatted(links, at))
                            .asText();
            assertThat(opened).matches("200 with [1-9].*");
        }
    }

    private void startsTheNext(ShowId before) {
        page.click("//button[contains(., 'Start new show')]");
        page.text("//*[contains(., 'Nobody is on the air.')]");
        Patience.until(() -> !house.show().id().equals(before), () -> "the old show");
        again("//*[contains(., 'Nobody is on the air.')]");
        page.click("//summary[.='Desk']");
        page.click("//button[.='Past shows']");
        page.click("//dialog//summary");
        page.text("//dialog//a[contains(@href, '%s')]".formatted(before.value()));
        opensExports("dialog .export-list a[href$='txt']");
        page.press(ESCAPE);
        gone("dialog");
    }

    /// What stands on the page still does once it has been loaded again.
    private void again(String xpath) {
        page.text(xpath);
        page.reload();
        page.text(xpath);
    }

    /// The same, of something that is seen only once something else has been pressed.
    private void again(String press, String xpath) {
        page.text(xpath);
        page.reload();
        page.click(press + "//h3");
        page.text(xpath);
    }

    private void isSaid(String sentence) {
        page.until(
                "[...document.querySelectorAll('.for-ears p')].some((p) => p.textContent === '%s')"
                        .formatted(sentence));
    }

    private void shows(String css) {
        page.until("document.querySelector('%s')".formatted(css));
    }

    private void gone(String css) {
        page.until("!document.querySelector('%s')".formatted(css));
    }

    private static String row(String name) {
        return "//li[starts-with(@class, 'row ') and .//bdi[.='%s']]".formatted(name);
    }

    private static String card(String name, String state) {
        return "//article[starts-with(@aria-label, '%s, %s')]".formatted(name, state);
    }

    private List<String> aiCallers() {
        return house.show().calls().live().values().stream()
                .filter(call -> !call.caller().isReal())
                .map(call -> call.caller().name())
                .toList();
    }

    private Call named(String name) {
        return house.show().calls().live().values().stream()
                .filter(call -> call.caller().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<String> speaker() {
        return house.show()
                .floor()
                .turn()
                .flatMap(turn -> house.show().call(turn.call()))
                .map(call -> call.caller().name());
    }

    private Call call(PhoneCall caller) {
        return house.show().call(id(caller)).orElseThrow();
    }
}
