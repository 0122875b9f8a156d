package io.partyline.app;

import io.partyline.llm.ApiKey;
import io.partyline.llm.ModelSettings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which sound card, models and voices a show is run with. What is planned and not built yet is
/// refused with what can be used instead.
record MediaSettings(Lookup lookup) {
    private static final String ADDRESS = "PARTYLINE_LLM_BASE_URL";

    /// Looks at everything once.
    void checked() {
        sound();
        choice("PARTYLINE_STT", List.of("auto", "off"), "whisper", "http");
        choice("PARTYLINE_TTS", List.of("auto", "embedded"), "http", "elevenlabs", "local");
        model();
    }

    /// `auto`, `javasound` or `clock`.
    String sound() {
        return choice("PARTYLINE_SOUND", List.of("auto", "javasound", "clock"), "browser");
    }

    /// `openai`, `ollama`, `scripted` or `off`.
    String languageModel() {
        String kind =
                choice(
                        "PARTYLINE_LLM",
                        List.of("auto", "openai", "ollama", "scripted", "off"),
                        "anthropic");
        if (!kind.equals("auto")) {
            return kind;
        }
        boolean meant = given(ADDRESS) || given("PARTYLINE_LLM_API_KEY");
        return meant ? "openai" : "off";
    }

    /// How to reach the model; empty if none is to be reached.
    Optional<ModelSettings> model() {
        String kind = languageModel();
        if (kind.equals("off") || kind.equals("scripted")) {
            return Optional.empty();
        }
        try {
            String name = lookup.text("PARTYLINE_LLM_MODEL", "");
            return Optional.of(
                    new ModelSettings(
                            address(kind),
                            lookup.find("PARTYLINE_LLM_API_KEY").map(ApiKey::new),
                            name,
                            lookup.text("PARTYLINE_LLM_FAST_MODEL", name),
                            kind.equals("ollama")
                                    ? ModelSettings.FIRST_WORD_FROM_DISK
                                    : ModelSettings.FIRST_WORD));
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    /// Only Ollama has a usual place; what callers say goes nowhere that the host has not named.
    private URI address(String kind) {
        if (kind.equals("openai") && !given(ADDRESS)) {
            throw new SettingException(
                    ADDRESS
                            + ", the model's address, is missing: it often ends in /v1. For a model"
                            + " on this computer, PARTYLINE_LLM=ollama needs none.");
        }
        return ModelSettings.address(lookup.text(ADDRESS, ModelSettings.OLLAMA));
    }

    private boolean given(String name) {
        return lookup.find(name).isPresent();
    }

    private String choice(String name, List<String> built, String... planned) {
        String value = lookup.text(name, "auto").toLowerCase(Locale.ROOT);
        if (List.of(planned).contains(value)) {
            throw new SettingException(
                    "%s is \"%s\", which is not built yet: use one of %s."
                            .formatted(name, value, String.join(", ", built)));
        }
        return lookup.choice(name, "auto", built);
    }
}
