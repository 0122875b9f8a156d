package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every setting of the contract, with values that it takes and values that it does not. What is
/// refused is refused before anything is opened, in one sentence that says what would be right.
class SettingsContractTest {
    private static final String ANY = "any";

    /// Name, what it takes, what it refuses, what the refusal says; by commas.
    private static final String TABLE =
            """
            TWILIO_ACCOUNT_SID          | AC0            | A C, ../x                           | TWILIO_ACCOUNT_SID
            TWILIO_AUTH_TOKEN           | 12345          |                                     | any
            TWILIO_PHONE_NUMBER         | +15550100      | 15550100, Dave                      | TWILIO_PHONE_NUMBER
            TWILIO_WEBHOOK_BASE_URL     | https://a.example | a.example, http://a.example, ftp://a.example | https
            TWILIO_API_BASE_URL         | https://a.example | a.example, http://a.example      | https
            PARTYLINE_PHONE_PORT        | 0, 8000        | -1, 65536, http                     | a whole number from 0 to 65535
            PARTYLINE_STUDIO_PORT       | 0, 8080        | -1, 65536, http                     | a whole number from 0 to 65535
            PARTYLINE_STUDIO_HOST       | 127.0.0.1, localhost | 0.0.0.0                       | password
            PARTYLINE_STUDIO_PASSWORD   | a long password |                                    | any
            PARTYLINE_PRODUCER_PASSWORD |                | another long password               | none for the host
            PARTYLINE_STAGE_OPEN        | true, no, 1    | perhaps                             | true or false
            PARTYLINE_TAKE_NEXT         | adds, Replaces | beside                             | one of adds, replaces
            PARTYLINE_PHONE_HOLD        | studio, Carrier | both                               | one of studio, carrier
            PARTYLINE_PHONE_OPEN        | true, no, 1    | perhaps                             | true or false
            PARTYLINE_PHONE_LINES       | 1, 40, 1000    | 0, 1001, ten                        | a whole number from 1 to 1000
            PARTYLINE_PHONE_CALLER_HEARS | bed, program  | news                                | one of bed, program
            PARTYLINE_PHONE_FALLBACK_URL | https://bin.example/b?x=1 | bin.example, http://bin.example, https://a:b@bin.example | PARTYLINE_PHONE_FALLBACK_URL
            PARTYLINE_PHONE_NET_MUSIC   | https://music.example/m.mp3 | music.example, http://music.example | PARTYLINE_PHONE_NET_MUSIC
            PARTYLINE_SHOW_NAME         | any            |                                     | any
            PARTYLINE_HOST_NAME         | any            |                                     | any
            PARTYLINE_DATA              | any            |                                     | any
            PARTYLINE_CAST              |                | nowhere.yaml                        | nowhere.yaml cannot be read
            PARTYLINE_MUSIC             | any            |                                     | any
            PARTYLINE_SFX               | any            |                                     | any
            PARTYLINE_MUSIC_CROSSFADE   | 500ms, 3, 8s   | 499ms, 9s, soon                     | a time
            PARTYLINE_PHONE_HOLD_MUSIC  | any            |                                     | any
            PARTYLINE_SOUND             | auto, JavaSound, Browser, clock | speaker            | auto, javasound, browser, clock
            PARTYLINE_SOUND_CHANNELS    | 5, 8, 32       | 4, 33, all                          | a whole number from 5 to 32
            PARTYLINE_SOUND_OUTPUT      | any            |                                     | any
            PARTYLINE_SOUND_INPUT       | any            |                                     | any
            PARTYLINE_STREAM_URL        | icecast://source:pw@radio.example/live, icecasts://:pw@[::1]:8443/a | radio.example/live, http://source:pw@radio.example/live, icecast://radio.example/live | icecast://source:password@host:port/mount
            PARTYLINE_STREAM_FORMAT     | mp3, Opus      | flac                                | one of mp3, opus
            PARTYLINE_STREAM_BITRATE    | 32, 320        | 31, 321, high                       | a whole number from 32 to 320
            PARTYLINE_STREAM_ENCODER    | built-in, ffmpeg | lame                              | one of built-in, ffmpeg
            PARTYLINE_STREAM_DELAY      | 0, 7, 7500ms, 40s | 41s, 40001ms, soon               | PARTYLINE_STREAM_DELAY
            PARTYLINE_STREAM_DUMP       | 1s, 3, 40s     | 0, 999ms, 41s                       | from 1 to 40 seconds
            PARTYLINE_STREAM_JINGLE     |                | nowhere.wav                         | PARTYLINE_STREAM_JINGLE
            PARTYLINE_STREAM_CERTIFICATE |               | nowhere.pem                         | PARTYLINE_STREAM_CERTIFICATE
            PARTYLINE_STT               | auto, whisper, off | http, parrot                    | PARTYLINE_STT
            PARTYLINE_STT_MODEL         | base.en        |                                     | any
            PARTYLINE_STT_BASE_URL      | https://ears.example/v1 | owl, ftp://owl.example     | PARTYLINE_STT_BASE_URL
            PARTYLINE_STT_API_KEY       | any            |                                     | any
            PARTYLINE_STT_MODEL_SOURCE  | https://models.example/whisper | owl, ftp://owl.example | PARTYLINE_STT_MODEL_SOURCE
            PARTYLINE_LLM               | auto, scripted, off | parrot                         | auto, openai, anthropic, ollama, scripted, off
            PARTYLINE_LLM_BASE_URL      |                | owl, ftp://owl.example              | PARTYLINE_LLM_BASE_URL
            PARTYLINE_LLM_API_KEY       |                | alone                               | PARTYLINE_LLM_BASE_URL
            PARTYLINE_LLM_MODEL         | any            |                                     | any
            PARTYLINE_LLM_FAST_MODEL    | any            |                                     | any
            PARTYLINE_LLM_FALLBACK      | ollama http://localhost:11434 owl | owl, parrot http://owl.example owl, openai owl.example owl | PARTYLINE_LLM_FALLBACK
            PARTYLINE_LLM_FALLBACK_API_KEY | any         |                                     | any
            PARTYLINE_TTS               | auto, embedded, http, elevenlabs, local | openai, parrot | auto, http, elevenlabs, local, embedded
            PARTYLINE_TTS_MODEL         | any            |                                     | any
            PARTYLINE_TTS_BASE_URL      | https://voice.example/v1 | owl, ftp://owl.example    | PARTYLINE_TTS_BASE_URL
            PARTYLINE_TTS_API_KEY       | alone          | two words                           | PARTYLINE_TTS_API_KEY
            PARTYLINE_TTS_COMMAND       | espeak-ng --stdout |                                 | any
            PARTYLINE_TTS_VOICES        | low=onyx       | low                                 | PARTYLINE_TTS_VOICES
            PARTYLINE_CHAIN             | on, off, high-pass,limiter | echo                    | on, off, or some of high-pass
            PARTYLINE_CHAIN_DUCK        | 0, 6, 18       | -1, 19, deep                        | a whole number from 0 to 18
            PARTYLINE_CALLERS_INTERRUPT | true, false    | perhaps                             | true or false
            PARTYLINE_SCREENING         | off, ask, talk | maybe                               | one of off, ask, talk
            PARTYLINE_VOICEMAIL         | on, off, We are closed. Speak after the beep. | a\u0007b    | PARTYLINE_VOICEMAIL
            PARTYLINE_VOICEMAIL_LENGTH  | 10s, 2m, 600   | 9s, 601, long                       | PARTYLINE_VOICEMAIL_LENGTH
            PARTYLINE_AI_DISCLOSURE     | on, off, Some are made up. |                         | any
            PARTYLINE_AI_EAGERNESS      | shy, balanced, eager | loud                          | shy
            PARTYLINE_AI_COOLDOWN       | 10s, 500ms, 2m, 7 | soon, -1s                        | a time such as 10s
            PARTYLINE_FOLLOWUP_DELAY    | 7s             | soon                                | a time such as 10s
            PARTYLINE_SPEND_CAP         | 10.00, 0.5, off | much, -1, ten                      | dollars such as 10.00, or off
            PARTYLINE_PRICES            | owl-1=0.15/0.60 | owl                                | PARTYLINE_PRICES
            """;

    /// @param says what the refusal contains
    record Row(String name, List<String> takes, List<String> refuses, String says) {
        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Row(cells.get(0), values(cells.get(1)), values(cells.get(2)), cells.get(3));
        }

        private static List<String> values(String cell) {
            return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(", "));
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(Row::of);
    }

    @Test
    void theTableHoldsEverySetting() {
        assertThat(rows().map(Row::name)).containsExactlyInAnyOrderElementsOf(SettingNames.ALL);
        assertThat(rows()).allMatch(row -> row.refuses().isEmpty() == row.says().equals(ANY));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsRightIsTaken(Row row) {
        for (String value : row.takes()) {
            assertThatCode(() -> settings(row.name(), value).checked())
                    .as("%s=%s", row.name(), value)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsWrongIsRefusedInOneSentence(Row row) {
        for (String value : row.refuses()) {
            assertThatThrownBy(() -> settings(row.name(), value).checked())
                    .as("%s=%s", row.name(), value)
                    .isInstanceOf(SettingException.class)
                    .hasMessageContaining(row.says())
                    .message()
                    .endsWith(".")
                    .doesNotContain("\n", "Exception", "java.");
        }
    }

    /// A start that went on would never end.
    @Timeout(60)
    @ParameterizedTest
    @MethodSource("rows")
    void aWrongSettingEndsTheStartWithTwo(Row row) {
        if (!row.name().startsWith("TWILIO_")) {
            for (String value : row.refuses()) {
                String option = row.name().toLowerCase(Locale.ROOT).replace('_', '-');
                assertThat(Main.run(List.of("serve", "--" + option + "=" + value))).isEqualTo(2);
            }
        }
    }

    /// One setting among others that are right.
    private static Settings settings(String name, String value) {
        var given = new HashMap<String, String>();
        if (name.startsWith("TWILIO_")) {
            given.putAll(
                    Map.of(
                            "TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001",
                            "TWILIO_AUTH_TOKEN", "12345",
                            "TWILIO_PHONE_NUMBER", "+15550100",
                            "TWILIO_WEBHOOK_BASE_URL", "https://show.example"));
        }
        given.put(name, value);
        return new Settings(new Lookup(given), Path.of("."));
    }
}
