package io.partyline.app;

import io.partyline.llm.ApiKey;
import io.partyline.llm.Dialect;
import io.partyline.llm.ModelSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Which mind the AI callers have: a language model, and one for when it fails.
record MindSettings(Lookup lookup) {
    private static final String ADDRESS = "PARTYLINE_LLM_BASE_URL";
    private static final String FALLBACK = "PARTYLINE_LLM_FALLBACK";
    private static final List<String> DIALECTS = List.of("openai", "anthropic", "ollama");

    /// Looks at everything once.
    void checked() {
        model();
        fallback();
    }

    /// `openai`, `anthropic`, `ollama`, `scripted` or `off`.
    String kind() {
        String kind =
                lookup.choice(
                        "PARTYLINE_LLM",
                        "auto",
                        List.of("auto", "openai", "anthropic", "ollama", "scripted", "off"));
        if (!kind.equals("auto")) {
            return kind;
        }
        boolean meant = given(ADDRESS) || given("PARTYLINE_LLM_API_KEY");
        return meant ? "openai" : "off";
    }

    /// How to reach the model; empty if none is to be reached.
    Optional<ModelSettings> model() {
        String kind = kind();
        if (kind.equals("off") || kind.equals("scripted")) {
            return Optional.empty();
        }
        try {
            String name = lookup.text("PARTYLINE_LLM_MODEL", "");
            return Optional.of(
                    new ModelSettings(
                            dialect(kind),
                            address(kind),
                            lookup.find("PARTYLINE_LLM_API_KEY").map(ApiKey::new),
                            name,
                            lookup.text("PARTYLINE_LLM_FAST_MODEL", name),
                            firstWord(kind)));
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    /// The model that is asked when the first fails: dialect, address and name.
    Optional<ModelSettings> fallback() {
        return lookup.find(FALLBACK)
                .map(value -> {
                    String[] words = value.split("\\s+", -1);
                    if (words.length != 3 || !DIALECTS.contains(words[0])) {
                        throw Lookup.wrong(
                                FALLBACK,
                                value,
                                "a dialect (%s), an address and a model, such as ollama http://localhost:11434 llama3.2"
                                        .formatted(String.join(", ", DIALECTS)));
                    }
                    return fallback(words[0], words[1], words[2]);
                });
    }

    private ModelSettings fallback(String kind, String address, String name) {
        try {
            return new ModelSettings(
                    dialect(kind),
                    ModelSettings.address(address),
                    lookup.find(FALLBACK + "_API_KEY").map(ApiKey::new),
                    name,
                    name,
                    firstWord(kind));
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    String.valueOf(e.getMessage())
                            .replace("PARTYLINE_LLM_BASE_URL", FALLBACK)
                            .replace("PARTYLINE_LLM_API_KEY", FALLBACK + "_API_KEY"));
        }
    }

    private static Dialect dialect(String kind) {
        return switch (kind) {
            case "anthropic" -> Dialect.ANTHROPIC;
            case "ollama" -> Dialect.OLLAMA;
            default -> Dialect.OPENAI;
        };
    }

    private static Duration firstWord(String kind) {
        return kind.equals("ollama")
                ? ModelSettings.FIRST_WORD_FROM_DISK
                : ModelSettings.FIRST_WORD;
    }

    /// OpenAI's dialect has no usual place; what callers say goes nowhere that the host has not
    /// named.
    private URI address(String kind) {
        if (kind.equals("openai") && !given(ADDRESS)) {
            throw new SettingException(
                    ADDRESS
                            + ", the model's address, is missing: it often ends in /v1. For a model"
                            + " on this computer, PARTYLINE_LLM=ollama needs none.");
        }
        return ModelSettings.address(
                lookup.text(
                        ADDRESS,
                        kind.equals("anthropic") ? ModelSettings.ANTHROPIC : ModelSettings.OLLAMA));
    }

    private boolean given(String name) {
        return lookup.find(name).isPresent();
    }
}
