package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.InChromium;
import io.partyline.show.CallId;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// The real dashboard in a real browser, where one is installed.
class BrowserTest {
    private static final String HOSTILE =
            "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    @InChromium
    @Test
    void theDeskShowsWhatIsSaidAsTextAndTakesACallerToTheAir() throws IOException {
        try (var visit = new Visit();
                var browser = new Browser()) {
            CallId first = visit.room.onAir(1);
            visit.room.hears(Optional.of(first), HOSTILE, 48_000);
            CallId waiting = visit.room.held(2);
            browser.open(visit.at("/"));
            assertThat(browser.text("//p[@class='words' and contains(., '<img src=x')]"))
                    .isEqualTo(HOSTILE);
            browser.click("//button[@aria-label='Take Caller']");
            assertThat(browser.text("//article[starts-with(@aria-label, 'Caller #2, on air')]//h3"))
                    .isEqualTo("Caller #2");
            assertThat(visit.room.show().call(waiting).orElseThrow().onAir()).isTrue();
            assertThat(browser.count("img")).isZero();
            assertThat(browser.title()).doesNotContain("owned");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /// One in every run, so that a page which does not open is noticed at once.
    @EnabledIf("io.partyline.rehearsal.Chromium#isTried")
    @Test
    void theDeskFollowsTheShowWithoutBeingReloaded() throws IOException {
        try (var visit = new Visit();
                var browser = new Browser()) {
            browser.open(visit.at("/"));
            browser.text("//*[contains(., 'Nobody is waiting')]");
            visit.room.held(3);
            browser.text("//button[@aria-label='Take Caller']");
            visit.room.hears(Optional.empty(), "Good evening, night owls.", 48_000);
            browser.text("//p[@class='words' and contains(., 'Good evening, night owls.')]");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @InChromium
    @Test
    void aScriptInsideAPageIsNotRun() throws IOException {
        try (var visit = new Visit();
                var browser = new Browser()) {
            browser.open(visit.at("/tested/inline.html"));
            assertThat(browser.title()).isEqualTo("quiet");
            assertThat(browser.complaints())
                    .anyMatch(said -> said.contains("Content Security Policy"));
        }
    }

    @InChromium
    @Test
    void aNameThatWasBentToThisComputerIsNotAnswered() throws IOException {
        try (var visit = new Visit();
                var browser = new Browser()) {
            browser.open(URI.create("http://evil.test:%d/api/show".formatted(visit.port())));
            assertThat(browser.text("//body")).contains("does not answer to that address");
        }
    }

    @InChromium
    @Test
    void aForeignPageChangesNothing() throws IOException {
        try (var visit = new Visit();
                var foreign = new ForeignPage(visit.at("/api/lines"));
                var browser = new Browser()) {
            browser.open(foreign.address());
            browser.text("//p[.='all tried']");
            assertThat(foreign.tried()).isTrue();
            assertThat(visit.room.show().lines().open()).isTrue();
        }
    }
}
