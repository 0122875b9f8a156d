package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the host is told about the parts of the house.
class HealthTest {
    private static final Health UNSEEN = new Health("owl", State.OFF, "Not looked at yet.");
    private static final Health SEEN = new Health("owl", State.FINE, "It hoots.");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void everyPartOfTheContractHasItsLine(@TempDir Path data) {
        try (var house = HouseUnderTest.open(data, Hold.STUDIO)) {
            List<String> parts = new ArrayList<>();
            house.desk()
                    .read("/api/health")
                    .path("health")
                    .forEach(line -> parts.add(line.path("part").asText()));
            assertThat(parts)
                    .containsExactly(
                            "phone",
                            "tunnel",
                            "sound card",
                            "transcription",
                            "language model",
                            "voice",
                            "answers",
                            "spending",
                            "music",
                            "journal",
                            "program",
                            "recorder",
                            "disk");
            assertThat(house.health("tunnel")).contains("made up, on this computer");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, TROUBLE, only 0 more minutes",
        "0.1, TROUBLE, only 6 more minutes",
        "0.1666, TROUBLE, only 9 more minutes",
        "0.1667, FINE, Room for 0.2 more hours",
        "12.5, FINE, Room for 12.5 more hours"
    })
    void theHostIsWarnedTenMinutesBeforeTheDiskIsFull(double hours, State state, String words) {
        Health seen = new DiskSpace(Path.of("data"), () -> OptionalDouble.of(hours)).look();
        assertThat(seen.part()).isEqualTo("disk");
        assertThat(seen.state()).isEqualTo(state);
        assertThat(seen.detail()).contains(words);
    }

    @Test
    void aDiskThatCannotBeLookedAtIsTrouble() {
        Health seen = new DiskSpace(Path.of("data"), OptionalDouble::empty).look();
        assertThat(seen.state()).isEqualTo(State.TROUBLE);
    }

    @Test
    void nobodyWaitsForALookThatTakesLong() throws Exception {
        var looking = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var lookout =
                new Lookout(
                        UNSEEN,
                        HOUR,
                        () -> {
                            looking.countDown();
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return SEEN;
                        });
        assertThat(lookout.last()).isEqualTo(UNSEEN);
        try (lookout) {
            lookout.start();
            assertThat(looking.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(lookout.last()).isEqualTo(UNSEEN);
        }
        assertThat(lookout.last()).isEqualTo(SEEN);
    }

    @Test
    void aLookoutLooksAgain() throws Exception {
        var looks = new LinkedBlockingQueue<Health>();
        try (var lookout =
                new Lookout(
                        UNSEEN,
                        Duration.ofMillis(1),
                        () -> {
                            looks.add(SEEN);
                            return SEEN;
                        })) {
            lookout.start();
            for (int i = 0; i < 3; i++) {
                assertThat(looks.poll(1, TimeUnit.MINUTES)).isEqualTo(SEEN);
            }
        }
    }

    @Test
    void aLookThatFailsIsToldAndIsNotTheLast() throws Exception {
        var looks = new LinkedBlockingQueue<Integer>();
        var failing = new CountDownLatch(1);
        try (var lookout =
                new Lookout(
                        UNSEEN,
                        Duration.ofMillis(1),
                        () -> {
                            looks.add(1);
                            if (failing.getCount() > 0) {
                                throw new IllegalStateException("the owl has bitten");
                            }
                            return SEEN;
                        })) {
            lookout.start();
            for (int i = 0; i < 3; i++) {
                assertThat(looks.poll(1, TimeUnit.MINUTES)).isNotNull();
            }
            assertThat(lookout.last())
                    .isEqualTo(
                            new Health(
                                    "owl",
                                    State.TROUBLE,
                                    "How the owl is doing cannot be told: looking at it failed."));
            failing.countDown();
            Patience.until(() -> lookout.last().equals(SEEN), () -> "still " + lookout.last());
        }
    }

    @Test
    void aTunnelThatLeadsToTheHoldBedAndPassesUpgradesOnIsFine() throws Exception {
        try (var site = Website.answering(404, "")) {
            site.server().createContext("/bed.wav", HealthTest::bed);
            site.server().createContext("/stream", exchange -> refuse(exchange, 403));
            assertThat(look(site.base(), "/bed.wav"))
                    .isEqualTo(
                            new Health(
                                    "tunnel",
                                    State.FINE,
                                    site.base() + " leads to the phone door."));
            Health elsewhere = look(site.base(), "/another.wav");
            assertThat(elsewhere.state()).isEqualTo(State.TROUBLE);
            assertThat(elsewhere.detail())
                    .contains("leads somewhere else: point it to port 8000 of this computer.");
        }
    }

    @Test
    void aTunnelThatPassesNoUpgradesOnIsTrouble() throws Exception {
        try (var site = Website.answering(404, "")) {
            site.server().createContext("/bed.wav", HealthTest::bed);
            Health seen = look(site.base(), "/bed.wav");
            assertThat(seen.state()).isEqualTo(State.TROUBLE);
            assertThat(seen.detail())
                    .isEqualTo(
                            site.base()
                                    + " leads to the phone door, but not for WebSockets, which"
                                    + " callers are heard on: let the tunnel pass upgrades on.");
        }
    }

    private static void bed(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "audio/wav");
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write(new byte[4]);
        }
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Test
    void aTunnelThatIsDownIsTroubleInWords() throws Exception {
        String base;
        try (var site = Website.answering(200, "")) {
            base = site.base();
        }
        Health seen = look(base, "/bed.wav");
        assertThat(seen.state()).isEqualTo(State.TROUBLE);
        assertThat(seen.detail())
                .isEqualTo(
                        base
                                + " cannot be reached: start the tunnel, and point it to port 8000"
                                + " of this computer.");
    }

    private static Health look(String base, String bed) {
        try (var client = HttpClient.newHttpClient()) {
            return new TunnelEnd(base, base + bed, base + "/stream", 8_000, client).look();
        }
    }
}
