package io.partyline.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partyline.port.ControlRoom.Level;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.ShowId;
import io.partyline.show.Summary;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ScriptedRoom room = new ScriptedRoom();
    private final Semaphore ended = new Semaphore(0);
    private final Visit visit =
            new Visit(
                    room,
                    Optional.empty(),
                    new EventStreams(room, Duration.ofMillis(500), ended::release));

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void aReaderGetsEveryEventBehindTheirNumberAndThenTheNewOnes() throws IOException {
        room.held(1);
        try (var reader = new SseReader(visit.port(), "/api/events?since=0")) {
            long before = room.show().seq();
            assertThat(seqs(reader.events(before))).isEqualTo(upTo(before));
            room.held(2);
            assertThat(reader.event().name()).isEqualTo("call-rang");
            assertThat(reader.event().name()).isEqualTo("leg-opened");
        }
    }

    @Test
    void aReaderWhoComesBackGetsEachEventOnce() throws IOException {
        var got = new ArrayList<Long>();
        String last = "0";
        for (int visitNumber = 1; visitNumber <= 5; visitNumber++) {
            room.held(visitNumber);
            try (var reader = new SseReader(visit.port(), "/api/events", last)) {
                List<SseReader.Message> some = reader.events(2);
                got.addAll(seqs(some));
                last = some.getLast().id().orElseThrow();
            }
        }
        assertThat(got).isEqualTo(upTo(10));
    }

    @Test
    void withoutANumberTheFeedBeginsNow() throws IOException {
        room.held(1);
        try (var reader = new SseReader(visit.port(), "/api/events")) {
            reader.meters();
            CallId call = room.ringing(2);
            SseReader.Message first = reader.event();
            assertThat(first.name()).isEqualTo("call-rang");
            assertThat(JSON.readTree(first.data()).path("call_sid").asText())
                    .isEqualTo(call.value());
        }
    }

    @Test
    void theLevelsComeWithoutANumber() throws IOException {
        try (var reader = new SseReader(visit.port(), "/api/events")) {
            SseReader.Message meters = reader.meters();
            assertThat(meters.id()).isEmpty();
            assertThat(meters.data())
                    .isEqualTo(
                            """
                            {"levels":[{"name":"program","peak_db":-12.5,"rms_db":-20.0}],\
                            "loudness":{"momentary_lufs":-120.0,"short_term_lufs":-120.0,\
                            "integrated_lufs":-120.0,"range_lu":0.0,"true_peak_db":-120.0,\
                            "max_momentary_lufs":-120.0,"max_short_term_lufs":-120.0}}\
                            """);
            assertThat(reader.comments()).contains(" on");
        }
    }

    @Test
    void aReaderWhoMissedTooMuchIsToldToStartAgain() throws IOException {
        room.held(1);
        room.forget(2);
        try (var reader = new SseReader(visit.port(), "/api/events", "1")) {
            SseReader.Message first = reader.event();
            assertThat(first.name()).isEqualTo("restart");
            assertThat(first.id()).contains(room.show().seq() + "@show-1");
            assertThat(reader.ends()).isTrue();
        }
    }

    @Test
    void aReaderFromAnotherLifeIsToldToStartAgain() throws IOException {
        try (var reader = new SseReader(visit.port(), "/api/events", "99999@show-1")) {
            assertThat(reader.event().name()).isEqualTo("restart");
            room.ringing(1);
            assertThat(reader.event().name()).isEqualTo("call-rang");
        }
        assertThat(visit.get("/api/events?since=soon").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5@show-1", "1@show-1", "4@show-of-another-life"})
    void aReaderWhoComesBackFromAShowThatIsOverStartsAgainInTheOneThatRuns(String last)
            throws IOException {
        room.held(1);
        room.reset();
        room.held(2);
        try (var reader = new SseReader(visit.port(), "/api/events", last)) {
            SseReader.Message first = reader.event();
            assertThat(first.name()).isEqualTo("restart");
            assertThat(first.id()).contains("5@show-2");
            assertThat(first.data()).isEqualTo("{\"seq\":5,\"show_id\":\"show-2\"}");
            room.ringing(3);
            assertThat(reader.event().id()).contains("6@show-2");
        }
        try (var reader = new SseReader(visit.port(), "/api/events?since=" + last)) {
            assertThat(reader.event().name()).isEqualTo("restart");
        }
    }

    @Test
    void aReaderIsTakenAlongIntoTheNextShowWhoseNumbersBeginAgain() throws IOException {
        try (var reader = new SseReader(visit.port(), "/api/events?since=0")) {
            room.reset();
            assertThat(reader.events(6).stream().map(message -> message.id().orElseThrow()))
                    .containsExactly(
                            "1@show-1", "2@show-1", "3@show-1", "4@show-1", "1@show-2", "2@show-2");
        }
    }

    @Test
    void whatComesLateForAClosedShowNamesItAndMovesNobodysPlace() throws IOException {
        CallId call = room.held(1);
        room.reset();
        long closedAt = 6;
        try (var reader = new SseReader(visit.port(), "/api/events?since=2@show-2")) {
            var summary = new Summary("They called about boats.", "boats", Summary.Source.MODEL);
            room.late(
                    new ShowId("show-1"),
                    closedAt + 1,
                    new CallEvent.SummaryWritten(call, summary, room.instant()));
            SseReader.Message late = reader.event();
            assertThat(late.name()).isEqualTo("summary-written");
            assertThat(late.id()).isEmpty();
            assertThat(JSON.readTree(late.data()).path("show_id").asText()).isEqualTo("show-1");
            assertThat(JSON.readTree(late.data()).path("seq").asLong()).isEqualTo(closedAt + 1);
            room.ringing(2);
            assertThat(reader.event().id()).contains("3@show-2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "@show-1", "3@", "x@show-1", "3@%20"})
    void whatIsNoPlaceIsRefusedInWords(String since) {
        var answer = visit.get("/api/events?since=" + since);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("detail").asText())
                .isEqualTo("since must be the number of an event.");
    }

    @Test
    void aReaderWhoStopsReadingIsCutOffAndGivesTheirPlaceBack() throws Exception {
        room.hum(
                IntStream.range(0, 40_000).mapToObj(i -> new Level("level " + i, -1, -1)).toList());
        try (var stuck = new Socket()) {
            stuck.setReceiveBufferSize(4_096);
            stuck.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), visit.port()));
            String request =
                    "GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
                            .formatted(visit.port());
            stuck.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(ended.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
            assertThat(visit.get("/api/queue").status()).isEqualTo(200);
        }
    }

    @Test
    void anOpenStreamDoesNotHoldUpTheEnd() throws IOException {
        var own = new Visit();
        try (var reader = new SseReader(own.port(), "/api/events")) {
            reader.meters();
            long before = System.nanoTime();
            own.close();
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(10));
            assertThat(reader.ends()).isTrue();
        }
    }

    private static List<Long> seqs(List<SseReader.Message> messages) {
        return messages.stream().map(SseReader.Message::seq).toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
