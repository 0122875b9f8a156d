package io.partyline.app;

import static io.partyline.app.HouseUnderTest.SOON;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.sound.Mulaw;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.http.BrowserSeat;
import io.partyline.rehearsal.Chromium;
import io.partyline.rehearsal.InChromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A host who sits in a real browser, whose microphone hears a file, talks to a caller of the
/// made-up telephone company and hears them. What is measured is printed; how late something may be
/// is not asserted, since that depends on what else the computer does.
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostInBrowserTest {
    private static final String SIT_DOWN =
            "//section[@class='seat']//button[contains(., 'Sit down') or contains(., 'Take the"
                    + " seat')]";
    private static final String MIC_IS_CLOSED =
            "//section[@class='seat']//*[.='Your microphone is closed.']";
    private static final String MIC_IS_OPEN =
            "//section[@class='seat']//*[.='Your microphone is open.']";

    /// A host who speaks all the time is louder than the caller by this, and a little for the
    /// ramps.
    private static final double DUCKED_DB = 7;

    /// Writes down what the page says, and what it plays.
    private static final String LISTEN =
            """
            return import('/js/seat/seat.js').then(({ seat }) => {
              const wall = () => performance.timeOrigin + performance.now();
              window.said = [];
              window.heard = [];
              seat.levels('microphone', ({ rms }) => window.said.push([wall(), rms]));
              seat.levels('headphones', ({ rms }) => window.heard.push([wall(), rms]));
            });
            """;

    private @Nullable Evening evening;

    @BeforeAll
    void begin(@TempDir Path data) throws IOException {
        evening = new Evening(data);
    }

    @AfterAll
    void end() {
        if (evening != null) {
            evening.close();
        }
    }

    /// The host has just sat down.
    private Evening evening() {
        return requireNonNull(evening).beginAnew();
    }

    @Test
    void hostAndCallerHearEachOther() {
        evening().talk(Duration.ofSeconds(10)).print("10 s").isWhole();
    }

    @Test
    @Tag("long")
    void hostAndCallerHearEachOtherForFiveMinutes() {
        evening().talk(Duration.ofMinutes(5)).print("5 minutes").isWhole();
    }

    @Test
    void aPageThatIsLoadedAgainSitsDownAgainAsItWas() {
        Evening tonight = evening();
        tonight.awaitHost();
        long before = tonight.heard();
        tonight.browser.reload();
        tonight.browser.text(MIC_IS_OPEN);
        tonight.awaitHost();
        System.out.printf("A reload was silent for %s.%n", tonight.longestSilence(before));
        tonight.browser.click("//button[@role='switch'][contains(., 'Push to talk')]");
        tonight.browser.text(MIC_IS_CLOSED);
        tonight.browser.reload();
        tonight.browser.text(MIC_IS_CLOSED);
        tonight.browser.keepDown(" ");
        tonight.browser.text(MIC_IS_OPEN);
        tonight.awaitHost();
        tonight.browser.letGo();
        tonight.browser.text(MIC_IS_CLOSED);
    }

    @Test
    void whileTheCoughKeyIsHeldNobodyHearsTheHost() {
        Evening tonight = evening();
        tonight.awaitHost();
        tonight.browser.keepDown(" ");
        tonight.browser.text("//*[.='Nobody hears you while you hold the key.']");
        tonight.awaitSilence();
        tonight.browser.letGo();
        tonight.browser.text(MIC_IS_OPEN);
        tonight.awaitHost();
    }

    @Test
    void aSecondPageTakesTheSeatByAskingAndTheFirstIsTold() throws IOException {
        Evening tonight = evening();
        try (var second = Chromium.hearing(tonight.hostsVoice())) {
            second.open(tonight.dashboard());
            second.click("//section[@class='seat']//button[contains(., 'Take the seat over')]");
            second.text(MIC_IS_OPEN);
            tonight.browser.text("//*[contains(., 'Another page has taken the seat over.')]");
            tonight.awaitHost();
            assertThat(second.complaints()).isEmpty();
        }
    }

    @Test
    void withoutAMicrophoneTheDeskSaysSoAndTheShowIsHeard() throws IOException {
        Evening tonight = evening();
        try (var deaf = new Chromium(List.of())) {
            deaf.open(tonight.dashboard());
            deaf.click("//section[@class='seat']//button[contains(., 'Take the seat over')]");
            deaf.text("//section[@class='seat']//*[starts-with(., 'There is no microphone.')]");
            Patience.until(
                    () -> tonight.house.health("sound card").startsWith("The browser has no micro"),
                    () -> tonight.house.health("sound card"));
            deaf.text("//section[@class='seat']//*[@aria-label='Level of what you hear, in dB']");
            assertThat(deaf.complaints()).isEmpty();
        }
    }

    /// Both ways: what the caller heard of the host, and the host of the caller.
    private record Heard(Listening caller, Listening host) {
        Heard print(String length) {
            System.out.printf(
                    "Host in the browser, %s.%n  Browser to telephone: %s%n  Telephone to browser:"
                            + " %s%n",
                    length, caller, host);
            return this;
        }

        Heard isWhole() {
            caller.assertWhole(0);
            host.assertWhole(DUCKED_DB);
            return this;
        }
    }

    /// A show on the air, its host in a browser, a caller on the line.
    private static final class Evening implements AutoCloseable {
        private final Path voice;
        private final HouseUnderTest house;
        private final Chromium browser;
        private final MediaLeg caller;

        Evening(Path data) throws IOException {
            voice = Pulses.HOST.wav(data.resolve("host.wav"));
            house = HouseUnderTest.withSeat(data, new BrowserSeat());
            browser = Chromium.hearing(voice);
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            caller = dave.awaitLeg(SOON);
            browser.open(dashboard());
        }

        /// A host who sits down for the first time. A browser that takes an echo out would take
        /// these tones for one.
        Evening beginAnew() {
            browser.run(
                    "sessionStorage.clear(); localStorage.setItem('partyline.seat',"
                            + " JSON.stringify({processing: {echoCancellation: false}}))");
            browser.open(dashboard());
            browser.click(SIT_DOWN);
            browser.text(MIC_IS_OPEN);
            return this;
        }

        Path hostsVoice() {
            return voice;
        }

        URI dashboard() {
            return URI.create("http://127.0.0.1:%d/".formatted(house.studioPort()));
        }

        /// Both speak for so long.
        Heard talk(Duration length) {
            awaitHost();
            browser.run(LISTEN);
            long from = heard();
            byte[] words = Mulaw.encode(Pulses.CALLER.samples(length.plusSeconds(2)));
            long began = System.currentTimeMillis();
            caller.say(words);
            caller.awaitHeard(caller.heard().length().plus(length), length.plus(SOON));
            var heard = caller.heard();
            long now = System.currentTimeMillis();
            Listening.Levels said = levels("said");
            System.out.printf("The page sent: %s%n", Listening.ofPage(said));
            Listening callers = Listening.ofCaller(heard, now, from, said);
            Listening hosts = Listening.ofHost(levels("heard"), began);
            assertThat(browser.complaints()).isEmpty();
            return new Heard(callers, hosts);
        }

        private Listening.Levels levels(String which) {
            return Listening.Levels.of(browser.run("return window." + which));
        }

        /// Waits until the caller hears the host.
        void awaitHost() {
            Patience.until(
                    () -> Listening.lastLevel(caller.heard()) > Pulses.QUIET / 2, () -> "no host");
        }

        /// How much the caller has heard, in bytes.
        long heard() {
            return caller.heard().mulaw().length;
        }

        Duration longestSilence(long from) {
            return Listening.silence(caller.heard(), from);
        }

        void awaitSilence() {
            Patience.until(() -> Listening.lastLevel(caller.heard()) < 0.001, () -> "no silence");
        }

        @Override
        public void close() {
            browser.close();
            house.close();
        }
    }
}
