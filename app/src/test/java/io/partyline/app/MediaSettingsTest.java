package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.cast.Prompt;
import io.partyline.llm.ModelSettings;
import io.partyline.port.TextStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaSettingsTest {
    @ParameterizedTest
    @CsvSource({"Browser, browser", "clock, clock", "JAVASOUND, javasound", "auto, auto"})
    void theHostSitsWhereTheySay(String given, String seat) {
        assertThat(media(Map.of("PARTYLINE_SOUND", given)).sound()).isEqualTo(seat);
    }

    @Test
    void whatNobodyPlannedIsRefused() {
        assertThatThrownBy(() -> media(Map.of("PARTYLINE_LLM", "parrot")).checked())
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(
                        "should be one of auto, openai, anthropic, ollama, scripted, off");
    }

    @Test
    void withoutAnyWordThereIsNoModel() {
        assertThat(media(Map.of()).mind().kind()).isEqualTo("off");
        assertThat(LanguageModels.chosen(media(Map.of()), media(Map.of()).purse()).name())
                .isEqualTo("off");
    }

    @Test
    void anAddressIsEnoughToMeanAModel() {
        ModelSettings model =
                media(
                                Map.of(
                                        "PARTYLINE_LLM_BASE_URL", "https://owl.example/v1/",
                                        "PARTYLINE_LLM_MODEL", "owl-1"))
                        .mind()
                        .model()
                        .orElseThrow();
        assertThat(model.base()).isEqualTo(URI.create("https://owl.example/v1"));
        assertThat(model.fastModel()).isEqualTo("owl-1");
        assertThat(model.key()).isEmpty();
    }

    @Test
    void ollamaHasItsUsualPlace() {
        Map<String, String> given =
                Map.of("PARTYLINE_LLM", "ollama", "PARTYLINE_LLM_MODEL", "llama3.2");
        assertThat(LanguageModels.chosen(media(given), media(given).purse()).name())
                .isEqualTo("llama3.2 at localhost:11434");
    }

    @Test
    void aModelThatIsHalfSetUpIsRefused() {
        assertThatThrownBy(() -> media(Map.of("PARTYLINE_LLM_API_KEY", "k")).checked())
                .hasMessageStartingWith("PARTYLINE_LLM_BASE_URL, the model's address, is missing");
        assertThatThrownBy(() -> media(Map.of("PARTYLINE_LLM", "ollama")).checked())
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("PARTYLINE_LLM_MODEL");
    }

    @Test
    void aScriptedModelAnswersEverythingAndSaysThatItIsMadeUp() {
        MediaSettings scripted = media(Map.of("PARTYLINE_LLM", "scripted"));
        assertThat(LanguageModels.isMadeUp(scripted)).isTrue();
        for (Prompt.Purpose purpose : Prompt.Purpose.values()) {
            var message = new Prompt.Message(Prompt.Role.SYSTEM, "You are Tony.");
            var prompt = new Prompt(purpose, List.of(message), Duration.ofSeconds(1), 10);
            try (TextStream answer =
                    LanguageModels.chosen(scripted, scripted.purse()).reply(prompt)) {
                assertThat(answer.readAll()).isNotBlank();
            }
        }
    }

    @Test
    void aNameIsKnownHoweverItIsWritten() {
        assertThat(SettingNames.known("spend.cap")).isTrue();
        assertThat(SettingNames.known("PARTYLINE_SPEND_CAP")).isTrue();
        assertThat(SettingNames.known("spend.hat")).isFalse();
    }

    private static MediaSettings media(Map<String, String> given) {
        return new MediaSettings(new Lookup(given));
    }
}
