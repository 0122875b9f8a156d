package io.partyline.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.port.Journal;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.FloorCommand;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.store.SqliteJournal;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody calls, is known when they call again, and is forgotten: not a byte of them is left in
/// the data folder.
class ForgottenCallerTest {
    private static final int A_SECOND = 48_000;

    @TempDir Path data;

    private void says(HouseUnderTest house, Optional<CallId> who, String words) {
        long at = house.studio().position();
        Show show = house.show();
        house.studio()
                .ask(
                        new FloorCommand.Hear(
                                show.id(), who, words, at, at + A_SECOND, show.openedAt()));
    }

    private static JsonNode regulars(HouseUnderTest house) {
        return house.desk().read("/api/regulars").path("regulars");
    }

    private static String fingerprint(HouseUnderTest house, PhoneCall call) {
        return house.show()
                .history()
                .find(HouseUnderTest.id(call))
                .map(past -> ((Caller.Real) past.caller()).number().fingerprint())
                .orElseThrow();
    }

    private void onAirOnce(HouseUnderTest house) {
        PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
        Optional<CallId> him = Optional.of(HouseUnderTest.id(dave));
        says(house, him, "My name is Dave Kowalski and I sank the Esmeralda.");
        says(house, Optional.empty(), "Thank you, Kowalski, for this.");
        says(house, Optional.empty(), "So: I sank the Esmeralda, he says.");
        assertThat(house.desk().post("/api/hangup/real", "").status()).isEqualTo(200);
        house.over(dave);
        Patience.until(() -> regulars(house).size() == 1, () -> regulars(house).toString());
    }

    @Test
    void whoeverCallsAgainIsKnownWhileTheyRing() {
        try (var house = HouseUnderTest.open(data, Hold.STUDIO)) {
            onAirOnce(house);
            String id = regulars(house).get(0).path("id").asText();
            JsonNode written =
                    house.desk()
                            .put(
                                    "/api/regulars/" + id,
                                    "{\"name\":\"Dave\",\"notes\":\"Ring 555-010-0123.\",\"vip\":true}")
                            .body();
            assertThat(written.path("notes").asText()).isEqualTo("Ring [number].");
            PhoneCall again = house.held(MadeUpCarrier.DAVE);
            house.await(
                    CallEvent.CallerRecognised.class,
                    it -> it.call().equals(HouseUnderTest.id(again)));
            JsonNode row = house.desk().read("/api/queue").path("queue").get(0);
            assertThat(row.path("name").asText()).isEqualTo("Dave");
            assertThat(row.path("vip").asBoolean()).isTrue();
            assertThat(row.path("returning").path("calls").asInt()).isEqualTo(1);
            assertThat(row.path("returning").path("summary").asText()).contains("Esmeralda");
            PhoneCall jas = house.held(MadeUpCarrier.JAS);
            assertThat(house.stands(jas).known()).isEmpty();
        }
    }

    @Test
    void nothingIsLeftOfWhoeverIsForgotten() throws IOException {
        String fingerprint;
        ShowId show;
        try (var house = HouseUnderTest.open(data, Hold.STUDIO)) {
            onAirOnce(house);
            PhoneCall again = house.onAir(MadeUpCarrier.DAVE);
            house.await(
                    CallEvent.CallerRecognised.class,
                    it -> it.call().equals(HouseUnderTest.id(again)));
            house.desk().post("/api/hangup/real", "");
            house.over(again);
            show = house.show().id();
            fingerprint = fingerprint(house, again);
            assertThat(traces(fingerprint)).isNotEmpty();
            assertThat(traces("Esmeralda")).isNotEmpty();

            String id = regulars(house).get(0).path("id").asText();
            var tooSoon = house.desk().delete("/api/regulars/" + id);
            assertThat(tooSoon.status()).isEqualTo(409);
            assertThat(tooSoon.detail()).isEqualTo(Reason.STILL_IN_THE_SHOW.sentence());

            assertThat(house.desk().post("/api/session/reset", "").status()).isEqualTo(200);
            var gone = house.desk().delete("/api/regulars/" + id);
            assertThat(gone.status()).as("%s", gone.body()).isEqualTo(200);
            assertThat(gone.body().path("shows").asInt()).isEqualTo(1);
            assertThat(gone.body().path("deleted")).hasSize(2);
            assertThat(gone.body().path("left").get(0).asText()).endsWith("00_Mix");
            assertThat(regulars(house)).isEmpty();
            nothingOf(fingerprint);
        }
        nothingOf(fingerprint);
        replays(show);
    }

    private void nothingOf(String fingerprint) throws IOException {
        assertThat(
                        traces(
                                fingerprint,
                                "Kowalski",
                                "Esmeralda",
                                "I sank",
                                MadeUpCarrier.DAVE,
                                "\"lastFour\":\"0101\""))
                .isEmpty();
    }

    /// What the files of the data folder hold of these words, in their names or in themselves. Each
    /// is read once: the stems are long. What is renamed meanwhile, since the show is just being
    /// filed, is looked at when the program has ended.
    private List<String> traces(String... words) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).flatMap(file -> held(file, words)).toList();
        }
    }

    private static Stream<String> held(Path file, String... words) {
        try {
            String name = bytes(file.toString().getBytes(UTF_8));
            String whole = bytes(Files.readAllBytes(file));
            return Stream.of(words)
                    .filter(word -> {
                        String sought = bytes(word.getBytes(UTF_8));
                        return name.contains(sought) || whole.contains(sought);
                    })
                    .map(word -> "%s in %s".formatted(word, file));
        } catch (NoSuchFileException renamed) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A letter a byte.
    private static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void replays(ShowId id) {
        try (var journal = new SqliteJournal(data)) {
            Show show = Show.before(0);
            for (Journal.Entry entry : journal.replay(id)) {
                show = show.apply(entry.event());
            }
            assertThat(show.open()).isFalse();
            assertThat(show.history().records()).hasSize(2);
            assertThat(show.history().records().getFirst().summary()).isPresent();
            assertThat(show.conversation().utterances().getFirst().text()).isEqualTo("[forgotten]");
        }
    }
}
