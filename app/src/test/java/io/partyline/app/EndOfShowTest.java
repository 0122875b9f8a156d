package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.show.CallCommand;
import io.partyline.show.EndedBy;
import io.partyline.show.ShowId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A show ends, is looked at, exported and deleted, on real sockets and a real disk.
class EndOfShowTest {
    @TempDir Path data;

    private static void marked(HouseUnderTest house, String note) {
        house.desk().post("/api/marks", "{\"note\":\"" + note + "\"}");
    }

    private Path folder(ShowId show) {
        return data.resolve("shows").resolve(show.value());
    }

    @Test
    void everyCallEndsTheLinesAreClosedAndTheFilesLieThereUntilTheNextIsStarted()
            throws IOException {
        try (var house = HouseUnderTest.open(data, Hold.STUDIO)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            PhoneCall jas = house.held(MadeUpCarrier.JAS);
            marked(house, "the boat");
            ShowId show = house.show().id();

            var ended = house.desk().post("/api/session/end", "");
            assertThat(ended.status()).isEqualTo(200);
            assertThat(house.over(dave).by()).isEqualTo(EndedBy.SHOW_CLOSED);
            assertThat(house.over(jas).by()).isEqualTo(EndedBy.SHOW_CLOSED);
            assertThat(ended.body().path("show_id").asText()).isEqualTo(show.value());
            for (JsonNode file : ended.body().path("files")) {
                assertThat(folder(show).resolve(file.asText())).isRegularFile();
            }
            assertThat(ended.body().path("files").toString())
                    .contains("transcript.vtt", "chapters.json", "notes.md", "stems/00_Mix.wav");
            assertThat(Files.readString(folder(show).resolve("labels.txt"))).contains("the boat");

            JsonNode picture = house.desk().read("/api/show");
            assertThat(picture.path("ended_at").asText()).isNotEmpty();
            assertThat(picture.path("lines_open").asBoolean()).isFalse();
            assertThat(picture.path("recording").asBoolean()).isFalse();
            PhoneCall late = house.carrier().dial(MadeUpCarrier.DAVE);
            late.awaitEnd(HouseUnderTest.SOON);
            assertThat(house.show().id()).isEqualTo(show);

            var started = house.desk().post("/api/session/start", "{\"lines_open\":true}");
            assertThat(started.status()).isEqualTo(200);
            assertThat(house.show().id()).isNotEqualTo(show);
            house.held(MadeUpCarrier.JAS);
        }
    }

    @Test
    void aPastShowIsListedExportedAndDeletedToTheLastByte() throws IOException {
        ShowId show;
        try (var house = HouseUnderTest.open(data, Hold.STUDIO)) {
            PhoneCall dave = house.onAir(MadeUpCarrier.DAVE);
            marked(house, "the Esmeralda");
            show = house.show().id();
            house.studio().ask(new CallCommand.HangUpReal());
            house.over(dave);
            assertThat(house.desk().delete("/api/shows/" + show).status()).isEqualTo(409);
            house.desk().post("/api/session/reset", "");
            Patience.until(
                    () -> Files.exists(folder(show).resolve("transcript.txt")),
                    () -> "no files of the show");
            JsonNode past = house.desk().read("/api/shows").path("shows").path(0);
            assertThat(past.path("show_id").asText()).isEqualTo(show.value());
            assertThat(past.path("calls").asInt()).isEqualTo(1);
            assertThat(past.path("size_bytes").asLong()).isPositive();
            assertThat(house.desk().read("/api/shows/" + show + "/export?format=json"))
                    .isNotEmpty();

            assertThat(house.desk().delete("/api/shows/" + show).status()).isEqualTo(200);
            assertThat(house.desk().read("/api/shows").path("shows")).isEmpty();
            assertThat(folder(show)).doesNotExist();
            assertThat(holders("Esmeralda")).isEmpty();
        }
        assertThat(holders("Esmeralda")).isEmpty();
    }

    private List<Path> holders(String text) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
