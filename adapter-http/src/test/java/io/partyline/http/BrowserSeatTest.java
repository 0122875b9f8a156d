package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.websocket.WsCloseCodes;
import io.partyline.audio.Frames;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who sits at the host's seat in the browser, and what they say and hear there.
class BrowserSeatTest {
    private final SeatVisit visit = new SeatVisit();

    @AfterEach
    void close() {
        visit.close();
    }

    @Test
    void thePageThatSitsThereIsHeardAndHearsTheShow() {
        try (SeatClient page = visit.seated("a")) {
            visit.play(-0.25f).tick();
            page.awaitFrame(SeatVisit.all(-0.25f));
            visit.tickUntilSaid(page, 0.5f, SeatVisit.all(0.5f));
        }
    }

    @Test
    void aPageIsToldWhereInTheShowItIsHeard() {
        try (SeatClient page = visit.seated("a")) {
            visit.tickUntilSaid(page, 0.5f, SeatVisit.all(0.5f));
            var heard = page.awaitTold("heard");
            assertThat(heard.path("show_id").asText())
                    .isEqualTo(visit.visit.room.show().id().value());
            assertThat(heard.path("at").asLong() % Frames.SAMPLES).isZero();
            assertThat(heard.path("sample").asDouble()).isBetween(0.0, 100.0 * Frames.SAMPLES);
        }
    }

    @Test
    void whileNothingIsRecordedAPageIsNotToldWhereItIsHeard() {
        visit.visit.post("/api/recording", "{\"recording\":false}");
        try (SeatClient page = visit.seated("a")) {
            visit.tickUntilSaid(page, 0.5f, SeatVisit.all(0.5f));
            visit.play(-0.25f).tick();
            page.awaitFrame(SeatVisit.all(-0.25f));
            assertThat(page.hasBeenTold("heard")).isFalse();
        }
    }

    @Test
    void aPageThatHasNotSatDownNeitherHearsNorIsHeard() {
        try (SeatClient page = visit.page();
                SeatClient other = visit.seated("other")) {
            page.awaitSeat("taken");
            page.speak(0.5f).speak(0.5f).speak(0.5f).speak(0.5f);
            visit.tickUntilSaid(other, 0.25f, SeatVisit.all(0.25f));
            visit.play(-0.5f).tick();
            other.awaitFrame(SeatVisit.all(-0.5f));
            assertThat(page.framesHeard()).isZero();
        }
    }

    @Test
    void aSecondPageGetsTheSeatOnlyIfItAsksForItAndTheFirstIsTold() {
        try (SeatClient first = visit.seated("first");
                SeatClient second = visit.page()) {
            second.sit("second");
            second.awaitSeat("taken");
            visit.tickUntilSaid(first, 0.5f, SeatVisit.all(0.5f));
            second.take("second").awaitSeat("yours");
            assertThat(first.awaitSeat("taken").path("detail").asText())
                    .isEqualTo("Another page has taken the seat over.");
            visit.tickUntilSaid(second, 0.25f, SeatVisit.all(0.25f));
        }
    }

    @Test
    void aPageThatIsLoadedAgainHasItsSeatBackBeforeItsOldConnectionIsMissed() {
        try (SeatClient before = visit.seated("tab");
                SeatClient after = visit.page()) {
            after.sit("tab").awaitSeat("yours");
            before.awaitSeat("taken");
        }
    }

    @Test
    void theSeatIsFreeOnceItsPageLeavesOrVanishes() {
        try (SeatClient page = visit.seated("a");
                SeatClient other = visit.page()) {
            other.awaitSeat("taken");
            page.say("{\"type\":\"leave\"}");
            page.awaitSeat("free");
            other.awaitSeat("free");
            other.sit("b").awaitSeat("yours");
            other.vanish();
            page.awaitSeat("free");
            page.sit("a").awaitSeat("yours");
        }
    }

    @Test
    void whenTheSeatChangesHandsNoSampleJumps() {
        try (SeatClient first = visit.seated("first");
                SeatClient second = visit.page()) {
            visit.tickUntilSaid(first, 0.5f, SeatVisit.all(0.5f));
            second.take("second").awaitSeat("yours");
            var steps = new Steps(0.5f);
            visit.tickUntilSaid(
                    second,
                    0.5f,
                    frame -> {
                        steps.watch(frame);
                        return steps.fell() && SeatVisit.all(0.5f).test(frame);
                    });
            assertThat(steps.largest()).isLessThan(0.02f);
        }
    }

    /// The steps from sample to sample.
    private static final class Steps {
        private float last;
        private float largest;
        private boolean fell;

        Steps(float from) {
            last = from;
        }

        void watch(float[] frame) {
            for (float sample : frame) {
                largest = Math.max(largest, Math.abs(sample - last));
                fell |= sample == 0;
                last = sample;
            }
        }

        float largest() {
            return largest;
        }

        boolean fell() {
            return fell;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_919, 1_921})
    void aFrameOfAnotherLengthEndsTheConnection(int length) {
        try (SeatClient page = visit.seated("a")) {
            page.send(new byte[length]);
            assertThat(page.awaitClose()).isEqualTo(WsCloseCodes.NOT_CONSISTENT);
            until(() -> visit.seat.trouble().filter(BrowserSeat.NOBODY::equals).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"type\":\"dance\"}",
                "{\"type\":\"sit\",\"tap\":\"a\"}",
                "{\"type\":\"tell\",\"mic\":\"loud\"}",
                "{\"type\":\"sit\",\"take\":\"yes\"}"
            })
    void whatIsNoMessageOfAPageEndsTheConnection(String text) {
        try (SeatClient page = visit.seated("a")) {
            page.say(text);
            assertThat(page.awaitClose()).isEqualTo(WsCloseCodes.NOT_CONSISTENT);
        }
    }

    @Test
    void aMessageThatIsTooLongEndsTheConnection() {
        try (SeatClient page = visit.seated("a")) {
            page.say("{\"type\":\"sit\",\"tab\":\"%s\"}".formatted("a".repeat(3_000)));
            assertThat(page.awaitClose()).isEqualTo(WsCloseCodes.TOO_BIG);
        }
    }

    @Test
    void moreThanEightPagesAreTooMany() {
        var pages = new ArrayList<SeatClient>();
        try {
            for (int i = 0; i < Reception.MOST; i++) {
                SeatClient page = visit.page();
                pages.add(page);
                page.awaitSeat("free");
            }
            SeatClient ninth = visit.page();
            pages.add(ninth);
            assertThat(ninth.awaitClose()).isEqualTo(WsCloseCodes.TRY_AGAIN_LATER);
        } finally {
            pages.forEach(SeatClient::close);
        }
    }

    @Test
    void everyPageIsToldWhenTheShowIsOver() {
        try (SeatClient page = visit.seated("a");
                SeatClient other = visit.page()) {
            other.awaitSeat("taken");
            visit.seat.close();
            assertThat(page.awaitClose()).isEqualTo(WsCloseCodes.GOING_AWAY);
            assertThat(other.awaitClose()).isEqualTo(WsCloseCodes.GOING_AWAY);
        }
    }

    /// Its frames are lost, the show's ticks are not: and after a while it is cut off.
    @Test
    void aPageThatReadsNothingCostsTheShowNothingAndIsCutOff() throws IOException {
        try (var stuck = new SeatVisit(new BrowserSeat(Duration.ofMillis(300)), Optional.empty());
                RawPage page = RawPage.ours(stuck.visit.port())) {
            page.say("{\"type\":\"sit\",\"tab\":\"a\"}");
            until(() -> !stuck.seat.trouble().equals(Optional.of(BrowserSeat.NOBODY)));
            until(() -> {
                stuck.tick();
                return stuck.seat.trouble().equals(Optional.of(BrowserSeat.NOBODY));
            });
            assertThat(page.ends()).isTrue();
        }
    }

    @Test
    void aPingIsAnswered() {
        try (SeatClient page = visit.seated("a")) {
            page.ping();
            page.awaitPong();
        }
    }

    @Test
    void thePageIsToldHowItsSoundIsDoing() {
        try (SeatClient page = visit.seated("a")) {
            assertThat(page.awaitTold("sound").fieldNames())
                    .toIterable()
                    .containsExactly("type", "depth_ms", "ppm", "ran_dry", "lost_ms", "unsent_ms");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refused | The browser keeps its microphone from the dashboard",
                "missing | The browser has no microphone",
                "busy    | Another program holds the browser's microphone",
                "gone    | The browser's microphone has gone",
                "asleep  | The browser lets the dashboard make no sound before it was touched"
            })
    void whatIsWrongWithTheMicrophoneIsASentenceForTheHost(String mic, String sentence) {
        try (SeatClient page = visit.seated("a")) {
            page.tell(mic);
            until(() -> visit.seat.trouble().filter(it -> it.startsWith(sentence)).isPresent());
            assertThat(visit.seat.trouble().orElseThrow()).endsWith(".");
        }
    }

    @Test
    void theHostIsToldThatNobodySitsThere() {
        assertThat(visit.seat.trouble()).contains(BrowserSeat.NOBODY);
        assertThat(visit.seat.name()).isEqualTo("the browser");
        try (SeatClient page = visit.seated("a")) {
            page.tell("closed").speak(0);
            until(() -> visit.seat.name().contains("Owl 1"));
            assertThat(visit.seat.trouble()).isEmpty();
        }
    }

    @Test
    void theDoorSaysHowTheSeatIs() {
        var nobody = visit.visit.get(SeatRoutes.PATH).body();
        assertThat(nobody.path("offered").asBoolean()).isTrue();
        assertThat(nobody.path("taken").asBoolean()).isFalse();
        assertThat(nobody.path("mic").isNull()).isTrue();
        try (SeatClient page = visit.seated("a")) {
            page.tell("coughing");
            until(() ->
                    visit.visit
                            .get(SeatRoutes.PATH)
                            .body()
                            .path("mic")
                            .asText()
                            .equals("coughing"));
            assertThat(visit.visit.get(SeatRoutes.PATH).body().path("taken").asBoolean()).isTrue();
        }
    }

    @Test
    void aDoorWithoutTheSeatSaysSo() {
        try (var plain = new Visit()) {
            var seat = plain.get(SeatRoutes.PATH).body();
            assertThat(seat.path("offered").asBoolean()).isFalse();
        }
    }

    private static void until(BooleanSupplier so) {
        long deadline = System.nanoTime() + SeatClient.SOON.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("too long in vain").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
