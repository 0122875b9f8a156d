package io.partyline.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.http.BrowserSeat;
import io.partyline.rehearsal.Chromium;
import io.partyline.rehearsal.InChromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A host far away, in a real browser, whose line loses some of what they say: the page keeps it
/// and sends it after the show. What is measured is printed.
@InChromium
class LocalRecordingTest {
    private static final String SIT_DOWN =
            "//section[@class='seat']//button[contains(., 'Sit down')]";
    private static final String MIC_IS_OPEN =
            "//section[@class='seat']//*[.='Your microphone is open.']";
    private static final String RECORDED_HERE =
            "//section[@class='seat']//*[.='Your microphone is recorded here too.']";
    private static final String SENT =
            "//section[@class='seat']//*[.='The studio has your own recording.']";

    private static final String SEAT = "//section[@class='seat']";

    /// How often that is waited for.
    private static final int PATIENT = 4;

    private static final int STALLS = 3;
    private static final Duration STALL = Duration.ofMillis(1_500);
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final int MILLI = StemFile.RATE / 1_000;

    @Test
    void whatTheLineLosesIsInTheHostsOwnRecordingAtItsPlace(@TempDir Path data) throws IOException {
        try (var house = HouseUnderTest.withSeat(data.resolve("house"), new BrowserSeat());
                var line = new LossyLine(house.studioPort());
                var browser = browser(data, house, line)) {
            browser.open(dashboard(house));
            browser.run(
                    "localStorage.setItem('partyline.seat', JSON.stringify({keep: true, processing:"
                            + " {echoCancellation: false}}))");
            browser.open(dashboard(house));
            browser.click(SIT_DOWN);
            browser.text(MIC_IS_OPEN);
            browser.text(RECORDED_HERE);
            talk(house, BETWEEN.multipliedBy(2));
            for (int i = 0; i < STALLS; i++) {
                line.stall();
                talk(house, STALL);
                line.goOn();
                talk(house, BETWEEN);
            }
            browser.reload();
            browser.text(MIC_IS_OPEN);
            browser.text(RECORDED_HERE);
            talk(house, BETWEEN);
            assertThat(browser.complaints()).isEmpty();
            line.cut();
            talk(house, BETWEEN);
            assertThat(house.desk().post("/api/session/end", "").status()).isEqualTo(200);
            awaitSent(browser);
        }
        var stems = StemFile.all(data.resolve("house"));
        compare(
                requireNonNull(stems.get("01_Host")).samples(),
                requireNonNull(stems.get("01_Host-Local")).samples());
    }

    private static void compare(float[] live, float[] local) {
        assertThat(local).hasSameSizeAs(live);
        var twins = new Twins(live, local);
        System.out.printf(
                "The host's own recording: live lacks %d ms in %d gaps, the recording %d ms in %d;"
                        + " %d windows compared, at most %.3f ms apart.%n",
                twins.lost(live) / MILLI,
                twins.gaps(live).size(),
                twins.lost(local) / MILLI,
                twins.gaps(local).size(),
                twins.compared(),
                twins.farthest() / (double) MILLI);
        // The page that was loaded again said nothing meanwhile: one gap that both have.
        assertThat(twins.gaps(live)).hasSizeGreaterThanOrEqualTo(STALLS + 1);
        assertThat(twins.gaps(local)).hasSizeLessThanOrEqualTo(1);
        assertThat(twins.compared()).isGreaterThan(20);
        assertThat(twins.farthest()).isLessThanOrEqualTo(MILLI);
    }

    private static Chromium browser(Path data, HouseUnderTest house, LossyLine line)
            throws IOException {
        Path voice = Rustle.wav(data.resolve("host.wav"));
        return new Chromium(
                List.of(
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--use-file-for-fake-audio-capture=" + voice,
                        "--host-resolver-rules=MAP localhost:%d 127.0.0.1:%d"
                                .formatted(house.studioPort(), line.port())));
    }

    private static URI dashboard(HouseUnderTest house) {
        return URI.create("http://localhost:%d/".formatted(house.studioPort()));
    }

    /// A busy computer may need longer for it than for anything else.
    private static void awaitSent(Chromium browser) {
        for (int i = 1; i < PATIENT; i++) {
            try {
                browser.text(SENT);
                return;
            } catch (AssertionError notYet) {
                System.out.println("Not sent yet: " + browser.text(SEAT));
            }
        }
        browser.text(SENT);
    }

    /// Lets the show go on for so long, by its own count.
    private static void talk(HouseUnderTest house, Duration length) {
        long until = house.studio().position() + length.toMillis() * MILLI;
        Patience.until(() -> house.studio().position() >= until, () -> "the show stands still");
    }
}
