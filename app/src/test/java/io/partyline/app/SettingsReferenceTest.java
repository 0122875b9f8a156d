package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.rehearsal.MarkedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference", "settings.md");
    private static final Pattern ROW =
            Pattern.compile("\\| (`(?:PARTYLINE|TWILIO)_[A-Z_`, ]*`) \\| ([^|]*) \\| (.*) \\|");
    private static final Pattern NAME = Pattern.compile("[A-Z_]{6,}");

    private static Stream<SettingsReference.Entry> rows(String line) {
        var row = ROW.matcher(line);
        return row.matches()
                ? NAME.matcher(row.group(1))
                        .results()
                        .map(name ->
                                new SettingsReference.Entry(
                                        name.group(),
                                        SettingsReference.plain(row.group(2)),
                                        SettingsReference.plain(row.group(3))))
                : Stream.empty();
    }

    @Test
    void theDeskSaysOfEverySettingWhatTheReferenceSays() throws IOException {
        List<SettingsReference.Entry> written =
                Files.readAllLines(REFERENCE).stream()
                        .flatMap(SettingsReferenceTest::rows)
                        .toList();
        assertThat(written.stream().map(SettingsReference.Entry::name))
                .containsExactlyInAnyOrderElementsOf(SettingNames.ALL);
        for (SettingsReference.Entry entry : written) {
            assertThat(SettingsReference.of(entry.name())).isEqualTo(entry);
        }
    }

    @Test
    void everySettingIsInOnePartOfTheHouse() {
        assertThat(Arrays.stream(HousePart.values()).flatMap(part -> part.settings().stream()))
                .containsExactlyInAnyOrderElementsOf(SettingNames.ALL);
    }

    @Test
    void noSecretOfAnySettingIsShown() {
        String secret = MarkedSecret.of("setting");
        for (String name : SettingNames.ALL) {
            if (!ShownValue.isSecret(name)) {
                assertThat(
                                ShownValue.of(
                                        name,
                                        "ollama https://me:%s@owl.example:8443/v1?key=%s owl-1"
                                                .formatted(secret, secret)))
                        .as(name)
                        .doesNotContain(MarkedSecret.MARK);
            }
        }
        assertThat(SettingNames.ALL.stream().filter(ShownValue::isSecret))
                .containsExactly(
                        "TWILIO_ACCOUNT_SID",
                        "TWILIO_AUTH_TOKEN",
                        "TWILIO_PHONE_NUMBER",
                        "PARTYLINE_STUDIO_PASSWORD",
                        "PARTYLINE_PRODUCER_PASSWORD",
                        "PARTYLINE_STT_API_KEY",
                        "PARTYLINE_LLM_API_KEY",
                        "PARTYLINE_LLM_FALLBACK_API_KEY",
                        "PARTYLINE_TTS_API_KEY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PARTYLINE_STREAM_URL | icecast://source:p@w/x@radio.example:8000/live | icecast://…@radio.example:8000/live",
                "PARTYLINE_LLM_FALLBACK | ollama http://localhost:11434 llama3.2 | ollama http://localhost:11434 llama3.2",
                "PARTYLINE_STT_MODEL_SOURCE | https://models.example/whisper?token=t | https://models.example/whisper?…",
                "PARTYLINE_TTS_COMMAND | rate=22050 piper --key k | piper …",
                "PARTYLINE_TTS_COMMAND | text2wave | text2wave",
                "PARTYLINE_DATA | /srv/shows | /srv/shows",
            })
    void whatIsNoSecretIsShownAsItIs(String name, String value, String shown) {
        assertThat(ShownValue.of(name, value)).isEqualTo(shown);
    }
}
