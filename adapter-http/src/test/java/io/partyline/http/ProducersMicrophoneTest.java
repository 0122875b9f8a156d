package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.rehearsal.MarkedSecret;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The producer's microphone at the studio door: whose page sits where, and with whom they talk.
class ProducersMicrophoneTest {
    private static final String HOSTS = MarkedSecret.of("studio");
    private static final String PRODUCERS = MarkedSecret.of("producer");
    private static final SeatSettings SEATS = new SeatSettings(Optional.of(PRODUCERS), false);

    private final BrowserSeat hosts = new BrowserSeat();
    private final BrowserSeat producers = new BrowserSeat();
    private final Visit visit =
            new Visit(new ScriptedRoom(), HOSTS, SEATS, Optional.of(hosts), producers);
    private final ScriptedRoom room = visit.room;
    private final Guest host = visit.guest(HOSTS);
    private final Guest producer = visit.guest(PRODUCERS);

    @AfterEach
    void leave() {
        visit.close();
    }

    private SeatClient seated() {
        SeatClient page = new SeatClient(producer).sit("producer's tab");
        page.awaitSeat("yours");
        page.tell("open");
        until(() -> producers.mic().filter(MicState.OPEN::equals).isPresent());
        return page;
    }

    private Visit.Answer start(Guest guest, CallId call) {
        return guest.post("/api/calls/%s/talk-start".formatted(call.value()), "{}");
    }

    private Visit.Answer stop(Guest guest, CallId call) {
        return guest.post("/api/calls/%s/talk-stop".formatted(call.value()), "{}");
    }

    private boolean talked(CallId call) {
        return room.show().call(call).orElseThrow().marks().producer();
    }

    private static void until(BooleanSupplier so) {
        long deadline = System.nanoTime() + SeatClient.SOON.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("too long in vain").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void thePasswordSaysAtWhichMicrophoneAPageSits() {
        try (SeatClient hostsPage = new SeatClient(host).sit("a");
                SeatClient producersPage = new SeatClient(producer).sit("a")) {
            hostsPage.awaitSeat("yours");
            producersPage.awaitSeat("yours");
            assertThat(hosts.mic()).isPresent();
            assertThat(producers.mic()).isPresent();
            hostsPage.say("{\"type\":\"leave\"}");
            until(() -> hosts.mic().isEmpty());
            assertThat(producers.mic()).isPresent();
        }
    }

    @Test
    void whatTheProducerSaysComesToTheirSeatAloneAndTheyHearWhatComesFromThere() {
        try (SeatClient hostsPage = new SeatClient(host).sit("h");
                SeatClient page = seated()) {
            hostsPage.awaitSeat("yours");
            var said = new float[Frames.SAMPLES];
            until(() -> {
                page.speak(0.5f);
                producers.microphone().read(said);
                hosts.microphone().read(new float[Frames.SAMPLES]);
                return SeatVisit.all(0.5f).test(said);
            });
            hosts.microphone().read(said);
            assertThat(said).containsOnly(0f);
            var played = new float[Frames.SAMPLES];
            Arrays.fill(played, -0.25f);
            producers.monitor().write(played);
            page.awaitFrame(SeatVisit.all(-0.25f));
            assertThat(hostsPage.framesHeard()).isZero();
        }
    }

    @Test
    void theDoorTellsEachSeatOfItsOwnMicrophone() {
        try (SeatClient page = seated()) {
            assertThat(page).isNotNull();
            assertThat(producer.get(SeatRoutes.PATH).body().path("taken").asBoolean()).isTrue();
            assertThat(host.get(SeatRoutes.PATH).body().path("taken").asBoolean()).isFalse();
        }
    }

    @Test
    void theHostHasNoMicrophoneHereWhereTheyDoNotSitInTheBrowser() throws IOException {
        try (var other =
                new Visit(new ScriptedRoom(), HOSTS, SEATS, Optional.empty(), new BrowserSeat())) {
            for (Guest guest : new Guest[] {other.guest(HOSTS), other.guest(PRODUCERS)}) {
                int wanted = guest.secret().equals(HOSTS) ? 403 : 101;
                try (var raw =
                        new RawPage(
                                other.port(),
                                "Host: 127.0.0.1:%d\r\nAuthorization: %s\r\n"
                                        .formatted(other.port(), guest.header()),
                                "websocket")) {
                    assertThat(raw.status()).isEqualTo(wanted);
                }
            }
            assertThat(other.guest(HOSTS).get(SeatRoutes.PATH).body().path("offered").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void aSecondPageOfTheProducerTakesOverOnlyIfItAsksAndTheTalkGoesOn() {
        CallId call = room.held(1);
        try (SeatClient first = seated();
                SeatClient second = new SeatClient(producer)) {
            start(producer, call);
            second.sit("another").awaitSeat("taken");
            second.take("another").awaitSeat("yours");
            assertThat(first.awaitSeat("taken").path("detail").asText())
                    .isEqualTo("Another page has taken the seat over.");
            assertThat(talked(call)).isTrue();
        }
    }

    @Test
    void theProducerTalksWithACallerAndLeavesThemAndTheHostSeesIt() {
        CallId call = room.held(1);
        try (SeatClient page = seated()) {
            assertThat(page).isNotNull();
            Visit.Answer answer = start(producer, call);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("status").asText()).isEqualTo("talking");
            var row = host.get("/api/queue").body().path("queue").path(0);
            assertThat(row.path("with_producer").asBoolean()).isTrue();
            assertThat(stop(producer, call).body().path("status").asText()).isEqualTo("held");
            assertThat(talked(call)).isFalse();
        }
    }

    @Test
    void theHostMayEndItAndBeginsNone() {
        CallId call = room.held(1);
        try (SeatClient page = seated()) {
            assertThat(page).isNotNull();
            assertThat(start(host, call).status()).isEqualTo(409);
            assertThat(talked(call)).isFalse();
            start(producer, call);
            assertThat(stop(host, call).status()).isEqualTo(200);
            assertThat(talked(call)).isFalse();
        }
    }

    @Test
    void whoeverIsNotHeldIsNotTalkedWith() {
        CallId call = room.onAir(1);
        try (SeatClient page = seated()) {
            assertThat(page).isNotNull();
            assertThat(start(producer, call).status()).isEqualTo(404);
        }
    }

    @Test
    void whomTheHostTalksToIsTheHosts() {
        CallId call = room.held(1);
        room.ask(new CallCommand.SetTalkback(call, true));
        try (SeatClient page = seated()) {
            assertThat(page).isNotNull();
            Visit.Answer answer = start(producer, call);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.detail()).isEqualTo("The host talks to that caller alone.");
        }
    }

    @Test
    void withoutAMicrophoneNobodyIsTalkedWith() {
        CallId call = room.held(1);
        Visit.Answer answer = start(producer, call);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.detail()).startsWith("Your microphone is not there");
        try (SeatClient page = seated()) {
            page.tell("missing");
            until(() -> producers.mic().filter(MicState.MISSING::equals).isPresent());
            assertThat(start(producer, call).status()).isEqualTo(409);
        }
        assertThat(talked(call)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageThatLeavesOrVanishesLeavesTheCallerWaiting(boolean says) {
        CallId call = room.held(1);
        try (SeatClient page = seated()) {
            start(producer, call);
            assertThat(talked(call)).isTrue();
            if (says) {
                page.say("{\"type\":\"leave\"}");
            } else {
                page.vanish();
            }
            until(() -> !talked(call));
            assertThat(room.show().call(call).orElseThrow().held()).isTrue();
        }
    }

    @Test
    void whatTheHostDoesWithTheirOwnMicrophoneIsNothingToTheProducer() {
        CallId call = room.held(1);
        try (SeatClient page = seated();
                SeatClient hostsPage = new SeatClient(host).sit("h")) {
            assertThat(page).isNotNull();
            hostsPage.awaitSeat("yours");
            start(producer, call);
            hostsPage.say("{\"type\":\"leave\"}");
            until(() -> hosts.mic().isEmpty());
            assertThat(talked(call)).isTrue();
        }
    }
}
