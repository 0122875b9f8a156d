package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.Chromium;
import io.partyline.rehearsal.InChromium;
import io.partyline.rehearsal.MarkedSecret;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What only a real browser shows of the seat: that it brings the password, and that a page of
/// somebody else does not get in.
@InChromium
class SeatInChromiumTest {
    private static final String SIT_DOWN =
            "//section[@class='seat']//button[contains(., 'Sit down')]";

    @Test
    void aPageThatWasGivenThePasswordBringsItToTheSeat() throws IOException {
        String secret = MarkedSecret.of("studio");
        try (var visit = new SeatVisit(new BrowserSeat(), Optional.of(secret));
                var browser = new Chromium(List.of())) {
            int port = visit.visit.port();
            browser.open(URI.create("http://host:%s@127.0.0.1:%d/".formatted(secret, port)));
            browser.open(visit.visit.at("/"));
            browser.click(SIT_DOWN);
            browser.text("//section[@class='seat']//*[starts-with(., 'There is no microphone.')]");
            assertThat(visit.seat.trouble()).isNotEqualTo(Optional.of(BrowserSeat.NOBODY));
        }
    }

    @Test
    void aForeignPageDoesNotGetTheSeat() throws IOException {
        try (var visit = new SeatVisit();
                var foreign = new ForeignPage(visit.visit.at("/api/lines"));
                var browser = new Chromium(List.of("--host-resolver-rules=MAP *.test 127.0.0.1"))) {
            browser.open(foreign.address());
            String came =
                    browser.run(
                                    """
                                    return new Promise((resolve) => {
                                      const socket = new WebSocket(arguments[0]);
                                      socket.onopen = () => resolve('in');
                                      socket.onerror = () => resolve('out');
                                    });
                                    """,
                                    SeatClient.address(visit.visit.at("/")).toString())
                            .asText();
            assertThat(came).isEqualTo("out");
        }
    }
}
