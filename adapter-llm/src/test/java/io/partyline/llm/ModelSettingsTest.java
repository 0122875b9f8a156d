package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelSettingsTest {
    @Test
    void aSlashAtTheEndDoesNotMatter() {
        assertThat(ModelSettings.address(" https://owl.example/v1/ "))
                .isEqualTo(URI.create("https://owl.example/v1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "owl.example",
                "ftp://owl.example",
                "https://",
                "https://me:secret@owl.example",
                "https://owl.example?key=secret",
                "https://owl.example/#secret",
                "https://owl example/secret"
            })
    void whatIsNoPlainWebAddressIsRefusedWithoutRepeatingIt(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelSettings.address(typed))
                .withMessageStartingWith("PARTYLINE_LLM_BASE_URL must be a web address")
                .withMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "with\r\nX-Header: 1", "schlüssel"})
    void whatCannotBeAKeyIsRefusedWithoutRepeatingIt(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKey(typed))
                .withMessage(
                        "PARTYLINE_LLM_API_KEY must be one word, as the model's provider shows it.");
    }

    @Test
    void aKeyDoesNotTravelInPlainText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("http://owl.example/v1", Optional.of(new ApiKey("k"))))
                .withMessageContaining("use https, or leave the key out");
        assertThat(settings("http://owl.example/v1", Optional.empty()).place())
                .isEqualTo("owl.example");
        assertThat(settings("http://localhost:11434/v1", Optional.of(new ApiKey("k"))).place())
                .isEqualTo("localhost:11434");
    }

    @Test
    void openAiIsAskedInItsNewerWords() {
        URI theirs = URI.create("https://api.openai.com/v1");
        Wire wire = Dialect.OPENAI.wire();
        var question = new Question(Models.prompt(), "owl", wire.habits(theirs));
        assertThat(wire.body(question).toString())
                .contains("\"max_completion_tokens\":120")
                .doesNotContain("max_tokens");
    }

    private static ModelSettings settings(String base, Optional<ApiKey> key) {
        return new ModelSettings(URI.create(base), key, "owl", "owl", ModelSettings.FIRST_WORD);
    }
}
