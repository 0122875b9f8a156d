package io.partyline.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElevenLabsVoiceTest {
    private static final String TEXT = "It was a long day on the river.";
    private final List<Integer> counted = new ArrayList<>();

    private ElevenLabsVoice voice(Studio studio, Map<String, String> chosen) {
        return new ElevenLabsVoice(studio.server(), Casting.open().with(chosen), counted::add);
    }

    /// Speaks at no other rate than this one.
    private static Studio onlyAt(int rate) throws IOException {
        return new Studio((asked, mouth) -> {
            boolean fine = asked.head().contains("output_format=pcm_" + rate + " ");
            mouth.begin(fine ? 200 : 403, fine ? "audio/pcm" : "application/json");
            mouth.say(
                    fine
                            ? Tones.pcm(rate, 1)
                            : Tones.ascii(
                                    "{\"detail\":{\"status\":\"output_format_not_allowed\",\"message\":\"no\"}}"),
                    777);
            mouth.end();
        });
    }

    @Test
    void itIsAskedForAStreamInTheVoice() throws Exception {
        try (var studio = Studio.speaking(24_000, 4_096)) {
            Tones.all(voice(studio, Map.of()).speak(TEXT, "sarah"));
            var asked = studio.asked();
            assertThat(asked.head())
                    .startsWith(
                            "POST /v1/v1/text-to-speech/EXAVITQu4vr4xnSDxMaL/stream?output_format=pcm_24000 HTTP/1.1")
                    .contains("xi-api-key: " + Studio.KEY);
            assertThat(asked.body())
                    .isEqualTo("{\"text\":\"%s\",\"model_id\":\"owl-tts\"}".formatted(TEXT));
            assertThat(counted).containsExactly(TEXT.length());
        }
    }

    @Test
    void aPlanThatForbidsARateIsAskedForTheNextAndRemembered() throws Exception {
        try (var studio = onlyAt(16_000)) {
            ElevenLabsVoice voice = voice(studio, Map.of());
            float[] sound = Tones.all(voice.speak(TEXT, "sarah"));
            assertThat(sound.length / 48_000.0).isCloseTo(1, offset(0.05));
            assertThat(Tones.pitch(sound, 48_000)).isCloseTo(Tones.HZ, offset(3.0));
            assertThat(studio.asked().head()).contains("pcm_24000");
            assertThat(studio.asked().head()).contains("pcm_22050");
            assertThat(studio.asked().head()).contains("pcm_16000");
            Tones.all(voice.speak(TEXT, "sarah"));
            assertThat(studio.asked().head()).contains("pcm_16000");
            assertThat(counted).containsExactly(TEXT.length(), TEXT.length());
        }
    }

    @Test
    void aPlanThatForbidsAllRatesIsToldAsARefusal() throws Exception {
        try (var studio = onlyAt(8_000)) {
            assertThat(
                            catchThrowable(
                                    () -> Tones.all(voice(studio, Map.of()).speak(TEXT, "sarah"))))
                    .hasMessageContaining("The voice at 127.0.0.1:");
        }
    }

    @Test
    void aVoiceThatTheHostChoseIsAskedForByItsId() throws Exception {
        try (var studio = Studio.speaking(24_000, 4_096)) {
            Tones.all(voice(studio, Map.of("low", "myOwn/Voice")).speak(TEXT, "low"));
            assertThat(studio.asked().head()).contains("/text-to-speech/myOwn%2FVoice/stream");
        }
    }

    @Test
    void spentCreditIsNotTakenForAWrongKey() throws Exception {
        try (var studio =
                Studio.refusing(
                        401, "application/json", "{\"detail\":{\"status\":\"quota_exceeded\"}}")) {
            assertThat(
                            catchThrowable(
                                    () -> Tones.all(voice(studio, Map.of()).speak(TEXT, "sarah"))))
                    .hasMessageContaining("no credit left");
        }
    }
}
