package io.partyline.app;

import io.partyline.llm.ApiKey;
import io.partyline.llm.ModelSettings;
import io.partyline.whisper.HttpEarsSettings;
import io.partyline.whisper.ModelStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which sound card, models and voices a show is run with. What is planned and not built yet is
/// refused with what can be used instead.
record MediaSettings(Lookup lookup) {
    private static final String ADDRESS = "PARTYLINE_LLM_BASE_URL";
    private static final String EARS = "PARTYLINE_STT_BASE_URL";
    private static final List<String> WEB = List.of("http", "https");

    /// Looks at everything once.
    void checked() {
        sound();
        transcriber();
        transcriberServer();
        modelSource();
        choice("PARTYLINE_TTS", List.of("auto", "embedded"), "http", "elevenlabs", "local");
        model();
    }

    /// `auto`, `javasound` or `clock`.
    String sound() {
        return choice("PARTYLINE_SOUND", List.of("auto", "javasound", "clock"), "browser");
    }

    /// `whisper`, `http` or `off`; an address means a server.
    String transcriber() {
        String kind = choice("PARTYLINE_STT", List.of("auto", "whisper", "http", "off"));
        return kind.equals("auto") ? (given(EARS) ? "http" : "whisper") : kind;
    }

    /// How to reach the transcriber's server; empty if there is to be none.
    Optional<HttpEarsSettings> transcriberServer() {
        if (!transcriber().equals("http")) {
            return Optional.empty();
        }
        if (!given(EARS)) {
            throw new SettingException(
                    EARS
                            + ", the address of the transcriber's server, is missing: it often ends in"
                            + " /v1. For a model on this computer, PARTYLINE_STT=whisper needs none.");
        }
        try {
            return Optional.of(
                    new HttpEarsSettings(
                            HttpEarsSettings.address(lookup.text(EARS, "")),
                            lookup.find("PARTYLINE_STT_API_KEY")
                                    .map(io.partyline.whisper.ApiKey::new),
                            transcriberModel().orElse("whisper-1")));
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    /// A model by its name, or the path of a file.
    Optional<String> transcriberModel() {
        return lookup.find("PARTYLINE_STT_MODEL");
    }

    /// Where speech models are fetched from.
    URI modelSource() {
        String name = "PARTYLINE_STT_MODEL_SOURCE";
        try {
            var source =
                    new URI(lookup.text(name, ModelStore.PUBLISHED.toString()).replaceAll("/+$", ""));
            if (source.getHost() != null && WEB.contains(String.valueOf(source.getScheme()))) {
                return source;
            }
        } catch (URISyntaxException _) {
            // Falls through to the sentence below, which is the same for both mistakes.
        }
        throw new SettingException(
                name + " must be a web address, such as https://models.example/whisper.");
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
