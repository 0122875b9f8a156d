package io.partyline.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.rehearsal.MarkedSecret;
import io.partyline.spend.Dollars;
import io.partyline.spend.Expenses;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import io.partyline.spend.Unit;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRecogniserTest {
    private static final String SECRET = MarkedSecret.of("ears");
    private static final Clip CLIP = new Clip(new short[2 * Clip.RATE]);

    private static HttpRecogniser asking(TranscriptionServer server, Duration limit) {
        return new HttpRecogniser(
                new HttpEarsSettings(server.base(), Optional.of(new ApiKey(SECRET)), "ears-1"),
                "Partyline, Tony, Gladys",
                Expenses.free(),
                limit);
    }

    private static HttpRecogniser asking(TranscriptionServer server) {
        return asking(server, HttpRecogniser.LIMIT);
    }

    @Test
    void theServerGetsAWavFileTheModelAndTheNames() {
        try (var server = new TranscriptionServer((_, x) -> TranscriptionServer.say(x, "Hello."));
                var recogniser = asking(server)) {
            assertThat(recogniser.recognise(CLIP, false)).isEqualTo("Hello.");

            TranscriptionServer.Asked asked = server.asked().getFirst();
            assertThat(asked.authorization()).isEqualTo("Bearer " + SECRET);
            assertThat(asked.fields())
                    .contains("name=\"model\"\r\n\r\nears-1")
                    .contains("name=\"prompt\"\r\n\r\nPartyline, Tony, Gladys")
                    .contains("name=\"response_format\"\r\n\r\njson");
            ByteBuffer wav = ByteBuffer.wrap(asked.file()).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(wav.getInt(24)).isEqualTo(16_000);
            assertThat(wav.getShort(34)).isEqualTo((short) 16);
            assertThat(wav.getInt(40)).isEqualTo(CLIP.samples().length * 2);
            assertThat(wav.capacity()).isEqualTo(44 + CLIP.samples().length * 2);
        }
    }

    @Test
    void aFaultOfTheServerIsAskedOnceMore() {
        try (var server =
                        new TranscriptionServer((_, x) ->
                                TranscriptionServer.reply(x, 503, "text/plain", "try " + SECRET));
                var recogniser = asking(server)) {
            assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                    .isInstanceOf(RecogniserException.class)
                    .hasMessage(
                            "The transcriber at %s is out of order (error 503)."
                                    .formatted(server.base().getAuthority()));
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void aConnectionThatBreaksIsOpenedOnceMore() {
        var broken = new CountDownLatch(1);
        try (var server =
                        new TranscriptionServer((_, x) -> {
                            if (broken.getCount() > 0) {
                                broken.countDown();
                                x.close();
                            } else {
                                TranscriptionServer.say(x, "Hello.");
                            }
                        });
                var recogniser = asking(server)) {
            assertThat(recogniser.recognise(CLIP, false)).isEqualTo("Hello.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, does not accept our key: check PARTYLINE_STT_API_KEY.",
        "402, has no credit left for us: see to the account there.",
        "404, 'does not know the model \"ears-1\" or the way to it: check PARTYLINE_STT_MODEL, and"
                + " whether PARTYLINE_STT_BASE_URL is complete.'",
        "413, takes no sound of that length.",
        "429, has had too many questions for the moment.",
        "302, has moved: ask its provider what PARTYLINE_STT_BASE_URL should be.",
        "418, did not accept the sound (error 418).",
    })
    void aRefusalIsToldInWordsAndWithoutTheKey(int status, String words) {
        try (var server =
                        new TranscriptionServer((_, x) ->
                                TranscriptionServer.reply(
                                        x, status, "text/plain", "no: " + SECRET));
                var recogniser = asking(server)) {
            assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                    .hasMessageEndingWith(words)
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUpInTime() {
        var over = new CountDownLatch(1);
        try (var server =
                        new TranscriptionServer((_, _) -> {
                            try {
                                over.await(20, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
                var recogniser = asking(server, Duration.ofMillis(200))) {
            assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                    .hasMessageEndingWith("did not answer within 200 milliseconds.");
            over.countDown();
        }
    }

    @ParameterizedTest
    @CsvSource({"text/html, <html>Welcome</html>", "application/json, '{\"result\":1}'"})
    void somethingElseThanATranscriptIsNotTakenForOne(String type, String body) {
        try (var server =
                        new TranscriptionServer(
                                (_, x) -> TranscriptionServer.reply(x, 200, type, body));
                var recogniser = asking(server)) {
            assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                    .hasMessageEndingWith(
                            "answers, but not as a transcriber does: is PARTYLINE_STT_BASE_URL"
                                    + " complete? It often ends in /v1.");
        }
    }

    @Test
    void nobodyAtTheDoorIsToldInWords() {
        var settings =
                new HttpEarsSettings(
                        URI.create("http://127.0.0.1:1/v1"), Optional.empty(), "ears-1");
        try (var recogniser = new HttpRecogniser(settings, "", Expenses.free())) {
            assertThatThrownBy(() -> recogniser.recognise(CLIP, false))
                    .hasMessage(
                            "The transcriber at 127.0.0.1:1 cannot be reached: is it running, and"
                                    + " is this computer online?");
        }
    }

    @Test
    void theKeyShowsInNothingThatIsPrinted() {
        var settings =
                new HttpEarsSettings(
                        URI.create("https://api.example.org/v1"),
                        Optional.of(new ApiKey(SECRET)),
                        "ears-1");

        assertThat(settings.toString()).doesNotContain(SECRET);
        assertThatThrownBy(() -> new ApiKey("two words " + SECRET)).hasMessageNotContaining(SECRET);
    }

    @Test
    void aKeyIsNotSentInTheOpen() {
        assertThatThrownBy(() ->
                        new HttpEarsSettings(
                                HttpEarsSettings.address("http://api.example.org/v1/"),
                                Optional.of(new ApiKey(SECRET)),
                                "ears-1"))
                .hasMessageStartingWith("PARTYLINE_STT_BASE_URL is not https");
    }

    @Test
    void theSecondsAreCountedForTheBillOfWhoeverListens() {
        var purse = Purse.withoutCap(Prices.LISTED);
        try (var server = new TranscriptionServer((_, x) -> TranscriptionServer.say(x, "Hello."));
                var recogniser =
                        new HttpRecogniser(
                                new HttpEarsSettings(server.base(), Optional.empty(), "whisper-1"),
                                "",
                                purse)) {
            assertThat(recogniser.recognise(CLIP, false)).isEqualTo("Hello.");
        }
        assertThat(purse.spending().rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.unit()).isEqualTo(Unit.SECONDS);
                    assertThat(row.amount()).isEqualTo(2);
                    assertThat(row.cost()).isEqualTo(Dollars.of("0.0002"));
                });
    }
}
