package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.partyline.audio.Frames;
import io.partyline.rehearsal.MarkedSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the running show is set up with, and the trying of it, at the studio door.
class WorkbenchTest {
    private static final String WORDS = Rehearing.WORDS;

    @TempDir Path data;

    private final OverheardSeat seat = new OverheardSeat();
    private final OverheardConsole console = new OverheardConsole();

    private HouseUnderTest house(Map<String, String> more) {
        return HouseUnderTest.withSenses(data, more, seat, console);
    }

    private static JsonNode tried(HouseUnderTest house, String part, String body) {
        AtTheDesk.Answer answer = house.desk().post("/api/settings/%s/try".formatted(part), body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body();
    }

    private static String told(HouseUnderTest house, String part, String state) {
        JsonNode tried = tried(house, part, "");
        assertThat(tried.path("state").asText()).as("%s", tried).isEqualTo(state);
        return tried.path("sentence").asText();
    }

    private static JsonNode setting(HouseUnderTest house, String name) {
        for (JsonNode part : house.desk().read("/api/settings").path("parts")) {
            for (JsonNode setting : part.path("settings")) {
                if (setting.path("name").asText().equals(name)) {
                    return setting;
                }
            }
        }
        throw new AssertionError("no setting " + name);
    }

    @Test
    void aToneIsPlayedToTheHostAndToNobodyElse() {
        try (var house = house(Map.of())) {
            assertThat(told(house, "sound", "fine"))
                    .isEqualTo("A tone of 1 s at -18 dBFS was played to: the overheard seat.");
            assertThat(seat.loudestDb()).isCloseTo(-18, within(0.1));
            assertThat(console.loudestDb(1)).isEqualTo(Frames.SILENCE_DB);
            house.desk().post("/api/session/end", "");
            assertThat(StemFile.all(data)).isNotEmpty();
            StemFile.all(data)
                    .forEach((name, stem) ->
                            assertThat(stem.samples()).as(name).satisfies(WorkbenchTest::isSilent));
        }
    }

    @Tag("ci")
    @Test
    void aToneIsPlayedOnOneChannelOrOnAllInTurn() {
        try (var house = house(Map.of("PARTYLINE_SOUND_CHANNELS", "5"))) {
            tried(house, "channels", "{\"choice\":\"3\"}");
            assertThat(console.loudestDb(3)).isCloseTo(-18, within(0.1));
            assertThat(console.loudestDb(2)).isEqualTo(Frames.SILENCE_DB);
            assertThat(told(house, "channels", "fine"))
                    .isEqualTo(
                            "A tone of 1 s at -18 dBFS was played on channel 1, 2, 3, 4, 5 of the"
                                    + " overheard console.");
            for (int channel = 1; channel <= 5; channel++) {
                assertThat(console.loudestDb(channel)).isCloseTo(-18, within(0.1));
            }
            assertThat(seat.loudestDb()).isEqualTo(Frames.SILENCE_DB);
        }
    }

    @Test
    void mindVoiceAndEarsAreTriedAndWhatTheyCostIsCounted() throws IOException {
        try (var providers = new Providers(WORDS)) {
            var given = new HashMap<>(providers.settings());
            given.put("PARTYLINE_PRICES", "owl-1=1000/1000; gpt-4o-mini-tts=10000/characters");
            try (var house = house(given)) {
                assertThat(told(house, "mind", "fine"))
                        .matches("owl-1 at .* answered in \\d+ ms: \"I think so\\.\"");
                String who = setting(house, "voices", 1).path("name").asText();
                assertThat(
                                tried(
                                                house,
                                                "voices",
                                                "{\"choice\":\"%s\"}".formatted(key(house, 1)))
                                        .path("sentence")
                                        .asText())
                        .matches(who + " spoke for 50\\d ms, by gpt-4o-mini-tts .*");
                assertThat(seat.loudestDb()).isGreaterThan(-20);
                assertThat(told(house, "ears", "fine")).contains("heard \"" + WORDS + "\"");
                Patience.until(
                        () -> spent(house, "characters") == "Hello, this is Maya.".length(),
                        () -> "what was spoken was not counted");
                assertThat(spent(house, "seconds")).isPositive();
            }
        }
    }

    private static int spent(HouseUnderTest house, String unit) {
        return house.desk()
                .read("/api/spend")
                .path("providers")
                .path(0)
                .path("units")
                .path(unit)
                .asInt();
    }

    @Test
    void aShowThatHasSpentWhatItMayTriesNothingThatCosts() throws IOException {
        try (var providers = new Providers(WORDS)) {
            var given = new HashMap<>(providers.settings());
            given.put("PARTYLINE_PRICES", "owl-1=1000/1000");
            given.put("PARTYLINE_SPEND_CAP", "0.000001");
            try (var house = house(given)) {
                Patience.until(
                        () -> house.desk().read("/api/spend").path("exhausted").asBoolean(),
                        () -> "nothing was spent");
                assertThat(told(house, "mind", "trouble"))
                        .contains("The spending cap of this show");
                assertThat(told(house, "voices", "off"))
                        .isEqualTo("The show has spent what it may.");
            }
        }
    }

    private static JsonNode setting(HouseUnderTest house, String part, int choice) {
        for (JsonNode one : house.desk().read("/api/settings").path("parts")) {
            if (one.path("part").asText().equals(part)) {
                return one.path("choices").get(choice);
            }
        }
        throw new AssertionError("no part " + part);
    }

    private static String key(HouseUnderTest house, int persona) {
        return setting(house, "voices", persona).path("choice").asText();
    }

    @Test
    void holdMusicPhoneRecordingAndFoldersAreTried() {
        try (var house = house(Map.of())) {
            assertThat(told(house, "hold", "fine")).contains("the built-in music");
            assertThat(seat.loudestDb()).isGreaterThan(-60);
            assertThat(told(house, "phone", "fine")).contains("the number leads here");
            assertThat(told(house, "recording", "fine")).contains("hours of recording");
            assertThat(data.toFile().list()).noneMatch(name -> name.startsWith("try-"));
            assertThat(told(house, "music", "off")).contains("put MP3, OGG, FLAC or WAV files");
            assertThat(told(house, "stream", "off")).contains("PARTYLINE_STREAM_URL");
            assertThat(told(house, "mind", "off")).contains("None is set up");
        }
    }

    @Test
    void aStreamThatIsOnIsNotDisturbedAndOneThatIsOffIsConnectedTo() {
        try (var server = new StreamServer();
                var house =
                        house(
                                Map.of(
                                        "PARTYLINE_STREAM_URL",
                                        server.address(MarkedSecret.of("stream"))))) {
            Patience.until(() -> server.taken() > 0, () -> "nothing was sent");
            Patience.until(
                    () -> house.desk().read("/api/program").path("connected").asBoolean(),
                    () -> "not connected");
            assertThat(told(house, "stream", "fine")).endsWith("takes the program now.");
            AtTheDesk.Answer refused = house.desk().post("/api/settings/sound/try", "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.detail()).contains("The stream is on");
            house.desk().put("/api/program", "{\"stream\":\"off\"}");
            assertThat(told(house, "stream", "fine")).contains("takes the program as mp3");
            assertThat(setting(house, "PARTYLINE_STREAM_URL").path("value").asText())
                    .startsWith("icecast://…@127.0.0.1:");
        }
    }

    @Test
    void nothingIsHeardWhileSomebodyIsOnTheAir() {
        try (var house = house(Map.of())) {
            house.onAir(MadeUpCarrier.DAVE);
            for (String part : List.of("sound", "channels", "voices", "hold")) {
                AtTheDesk.Answer answer =
                        house.desk().post("/api/settings/%s/try".formatted(part), "");
                assertThat(answer.status()).as(part).isEqualTo(409);
                assertThat(answer.detail())
                        .isEqualTo("Somebody is on the air, and this would be heard there.");
            }
            assertThat(told(house, "phone", "fine")).contains("the number leads here");
        }
    }

    @Test
    void nothingSecretIsToldWhateverIsSetAndTried() throws IOException {
        try (var providers = new Providers(WORDS);
                var server = new StreamServer()) {
            var given = new HashMap<>(providers.settings());
            for (String name : List.of("LLM_API_KEY", "TTS_API_KEY", "STT_API_KEY")) {
                given.put("PARTYLINE_" + name, MarkedSecret.of(name));
            }
            given.put("PARTYLINE_LLM_FALLBACK", "ollama http://127.0.0.1:9 owl-2");
            given.put("PARTYLINE_LLM_FALLBACK_API_KEY", MarkedSecret.of("fallback"));
            given.put("PARTYLINE_STREAM_URL", server.address(MarkedSecret.of("stream")));
            try (var house = house(given)) {
                String all = house.desk().read("/api/settings").toString();
                assertThat(all)
                        .doesNotContain(MarkedSecret.MARK, "AC00000000000000000000000000000001");
                assertThat(setting(house, "TWILIO_PHONE_NUMBER").path("value").isNull()).isTrue();
                assertThat(setting(house, "PARTYLINE_LLM_API_KEY").path("given").asBoolean())
                        .isTrue();
                for (HousePart part : HousePart.values()) {
                    if (part.canBeTried() && !part.isHeard()) {
                        assertThat(tried(house, part.key(), "").toString())
                                .doesNotContain(MarkedSecret.MARK);
                    }
                }
            }
        }
    }

    @Test
    void aSettingTellsItsValueItsMeaningAndWhereItCameFrom() {
        try (var house = house(Map.of("PARTYLINE_SHOW_NAME", "Night Owls"))) {
            JsonNode name = setting(house, "PARTYLINE_SHOW_NAME");
            assertThat(name.path("value").asText()).isEqualTo("Night Owls");
            assertThat(name.path("from").asText()).isEqualTo("environment");
            assertThat(name.path("means").asText())
                    .isEqualTo("in the greeting and on the dashboard");
            assertThat(name.path("changes").asBoolean()).isFalse();
            JsonNode host = setting(house, "PARTYLINE_HOST_NAME");
            assertThat(host.path("value").isNull()).isTrue();
            assertThat(host.path("usual").asText()).isEqualTo("Host");
            assertThat(host.path("from").asText()).isEqualTo("default");
        }
    }

    @Test
    void whatTheDeskHasChangedIsInForce() {
        try (var server = new StreamServer();
                var house =
                        house(
                                Map.of(
                                        "PARTYLINE_STREAM_URL",
                                        server.address(MarkedSecret.of("stream"))))) {
            assertThat(setting(house, "PARTYLINE_PHONE_OPEN").path("from").asText())
                    .isEqualTo("default");
            house.desk().post("/api/lines", "{\"open\":false}");
            house.desk().post("/api/ai/eagerness", "{\"eagerness\":\"shy\"}");
            house.desk().put("/api/program", "{\"delay_target_s\":7}");
            Map.of(
                            "PARTYLINE_PHONE_OPEN", "false",
                            "PARTYLINE_AI_EAGERNESS", "shy",
                            "PARTYLINE_STREAM_DELAY", "7s")
                    .forEach((name, value) -> {
                        JsonNode setting = setting(house, name);
                        assertThat(setting.path("value").asText()).as(name).isEqualTo(value);
                        assertThat(setting.path("from").asText()).as(name).isEqualTo("desk");
                        assertThat(setting.path("changes").asBoolean()).as(name).isTrue();
                    });
        }
    }

    @Test
    void whatIsNotThereCannotBeTried() {
        try (var house = house(Map.of())) {
            for (String path : List.of("desk", "garage")) {
                assertThat(house.desk().post("/api/settings/%s/try".formatted(path), "").status())
                        .isEqualTo(404);
            }
            assertThat(
                            house.desk()
                                    .post("/api/settings/voices/try", "{\"choice\":\"nobody\"}")
                                    .detail())
                    .isEqualTo("There is nothing of that name to try here.");
        }
    }

    @Test
    void aHouseWithoutDevicesSaysSo() {
        try (var house = HouseUnderTest.withSenses(data, Map.of())) {
            assertThat(told(house, "sound", "off"))
                    .isEqualTo("The show runs without microphone and headphones.");
            assertThat(told(house, "channels", "off")).contains("PARTYLINE_SOUND_OUTPUT");
            assertThat(told(house, "voices", "fine"))
                    .endsWith("Nobody hears it: the show runs without headphones.");
        }
    }

    private static void isSilent(float[] samples) {
        for (float sample : samples) {
            assertThat(sample).isZero();
        }
    }
}
