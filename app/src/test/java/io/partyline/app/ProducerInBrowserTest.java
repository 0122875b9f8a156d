package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.sound.Mulaw;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.rehearsal.Chromium;
import io.partyline.rehearsal.InChromium;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.ProducerTalkEnd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A producer in a real browser, whose microphone hears a file, talks with a caller of the made-up
/// telephone company who waits.
@InChromium
class ProducerInBrowserTest {
    private static final String HOSTS = MarkedSecret.of("studio");
    private static final String PRODUCERS = MarkedSecret.of("producer");
    private static final int PHONE_RATE = 8_000;

    /// Half a second of the telephone.
    private static final int WINDOW = 4_000;

    /// Of the producer's tone, which has 0.1; music has little of it.
    private static final double TONE = 0.04;

    private static final double NO_TONE = 0.01;

    /// Keeps the level of what the page plays.
    private static final String LISTEN =
            """
            return import('/js/seat/seat.js').then(({ seat }) => {
              window.loud = 0;
              seat.levels('headphones', ({ rms }) => { window.loud = rms; });
            });
            """;

    /// The same key begins a talk and ends it, by what the page knows.
    private static final String TALKS_WITH_NOBODY =
            "!document.querySelector('.row [aria-pressed=true]')";

    @TempDir Path data;

    private static void open(Chromium browser, HouseUnderTest house) {
        int port = house.studioPort();
        browser.open(
                URI.create(
                        "http://anybody:%s@127.0.0.1:%d/favicon.svg".formatted(PRODUCERS, port)));
        browser.run(
                "localStorage.setItem('partyline.seat', JSON.stringify({processing:"
                        + " {echoCancellation: false}}))");
        browser.open(URI.create("http://127.0.0.1:%d/".formatted(port)));
        browser.until("document.querySelector('.light.fine') && document.querySelector('.row')");
        browser.complaints();
    }

    private static void says(Chromium browser, String words) {
        browser.until("document.body.innerText.includes(\"%s\")".formatted(words));
    }

    /// How much of the producer's tone lies in what the caller heard last.
    private static double tone(MediaLeg leg) {
        float[] heard = leg.heard().samples();
        double cosine = 0;
        double sine = 0;
        for (int i = Math.max(0, heard.length - WINDOW); i < heard.length; i++) {
            double angle = 2 * Math.PI * Pulses.HOST.hertz() * i / PHONE_RATE;
            cosine += heard[i] * Math.cos(angle);
            sine += heard[i] * Math.sin(angle);
        }
        return 2 * Math.hypot(cosine, sine) / WINDOW;
    }

    private static void awaitEnd(HouseUnderTest house, ProducerTalkEnd why) {
        house.await(CallEvent.ProducerTalkEnded.class, ended -> ended.why() == why);
    }

    @Test
    void producerAndCallerHearEachOtherUntilTheHostTakesTheCallerOrThePageGoes()
            throws IOException {
        Path voice = Pulses.HOST.wav(data.resolve("producer.wav"));
        try (var house = HouseUnderTest.withProducer(data.resolve("house"), HOSTS, PRODUCERS);
                var browser = Chromium.hearing(voice)) {
            PhoneCall dave = house.held(MadeUpCarrier.DAVE);
            MediaLeg leg = dave.awaitLeg(SOON);
            open(browser, house);
            browser.press("1", "t");
            says(browser, "hears you, and nobody else does.");
            Patience.until(() -> tone(leg) > TONE, () -> "no producer: " + tone(leg));
            browser.run(LISTEN);
            leg.say(Mulaw.encode(Pulses.CALLER.samples(Duration.ofSeconds(20))));
            browser.until("window.loud > %s".formatted(Pulses.QUIET / 2));

            browser.press("t");
            awaitEnd(house, ProducerTalkEnd.PRODUCER);
            Patience.until(() -> tone(leg) < NO_TONE, () -> "still there: " + tone(leg));
            browser.until("window.loud === 0");
            browser.until(TALKS_WITH_NOBODY);

            browser.press("t");
            Patience.until(() -> tone(leg) > TONE, () -> "no producer: " + tone(leg));
            house.studio().take(HouseUnderTest.id(dave));
            says(browser, "; your talk is over.");
            awaitEnd(house, ProducerTalkEnd.TAKEN);
            Patience.until(() -> tone(leg) < NO_TONE, () -> "on the air: " + tone(leg));
            browser.until("!document.querySelector('.row')");

            house.studio().ask(new CallCommand.Hold(HouseUnderTest.id(dave)));
            browser.until("document.querySelector('.row')");
            browser.until(TALKS_WITH_NOBODY);
            browser.press("t");
            Patience.until(() -> tone(leg) > TONE, () -> "no producer: " + tone(leg));
            assertThat(browser.complaints()).isEmpty();
            browser.open(URI.create("about:blank"));
            awaitEnd(house, ProducerTalkEnd.PAGE_GONE);
            assertThat(house.stands(dave).held()).isTrue();
            Patience.until(() -> tone(leg) < NO_TONE, () -> "still there: " + tone(leg));
        }
    }

    @Test
    void withoutAMicrophoneThePageSaysSoAndNobodyIsTalkedWith() throws IOException {
        try (var house = HouseUnderTest.withProducer(data.resolve("house"), HOSTS, PRODUCERS);
                var deaf = new Chromium(List.of())) {
            house.held(MadeUpCarrier.DAVE);
            open(deaf, house);
            deaf.press("1", "t");
            deaf.text("//section[@class='seat']//*[starts-with(., 'There is no microphone,')]");
            assertThat(house.show().calls().withProducer()).isEmpty();
            assertThat(deaf.complaints()).isEmpty();
        }
    }
}
