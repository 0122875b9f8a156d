package io.partyline.app;

import io.partyline.llm.ApiKey;
import io.partyline.llm.Dialect;
import io.partyline.llm.ModelSettings;
import io.partyline.spend.Dollars;
import io.partyline.spend.Prices;
import io.partyline.spend.Purse;
import io.partyline.tts.Casting;
import io.partyline.tts.Patience;
import io.partyline.tts.VoiceKey;
import io.partyline.tts.VoiceServer;
import io.partyline.whisper.HttpEarsSettings;
import io.partyline.whisper.ModelStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which sound card, models and voices a show is run with. What is planned and not built yet is
/// refused with what can be used instead.
record MediaSettings(Lookup lookup) {
    private static final String ADDRESS = "PARTYLINE_LLM_BASE_URL";
    private static final String FALLBACK = "PARTYLINE_LLM_FALLBACK";
    private static final List<String> DIALECTS = List.of("openai", "anthropic", "ollama");
    private static final String MOUTH = "PARTYLINE_TTS_BASE_URL";
    private static final String EARS = "PARTYLINE_STT_BASE_URL";
    private static final List<String> WEB = List.of("http", "https");

    /// Looks at everything once.
    void checked() {
        sound();
        transcriber();
        transcriberServer();
        modelSource();
        voice();
        voices();
        voiceServer();
        model();
        fallback();
        purse();
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
                    new URI(
                            lookup.text(name, ModelStore.PUBLISHED.toString())
                                    .replaceAll("/+$", ""));
            if (source.getHost() != null && WEB.contains(String.valueOf(source.getScheme()))) {
                return source;
            }
        } catch (URISyntaxException _) {
            // Falls through to the sentence below, which is the same for both mistakes.
        }
        throw new SettingException(
                name + " must be a web address, such as https://models.example/whisper.");
    }

    /// `openai`, `anthropic`, `ollama`, `scripted` or `off`.
    String languageModel() {
        String kind =
                choice(
                        "PARTYLINE_LLM",
                        List.of("auto", "openai", "anthropic", "ollama", "scripted", "off"));
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

    /// `http`, `elevenlabs`, `local`, `embedded`, or `auto`: a program if there is one. An address
    /// or a key means a server.
    String voice() {
        String kind =
                choice("PARTYLINE_TTS", List.of("auto", "http", "elevenlabs", "local", "embedded"));
        boolean meant = given(MOUTH) || given("PARTYLINE_TTS_API_KEY");
        return kind.equals("auto") && meant ? "http" : kind;
    }

    /// How to reach the server that speaks, if one is to.
    VoiceServer voiceServer() {
        boolean eleven = voice().equals("elevenlabs");
        try {
            return new VoiceServer(
                    VoiceServer.address(
                            lookup.text(
                                    MOUTH, eleven ? VoiceServer.ELEVEN_LABS : VoiceServer.OPEN_AI)),
                    lookup.find("PARTYLINE_TTS_API_KEY").map(VoiceKey::new),
                    lookup.text(
                            "PARTYLINE_TTS_MODEL",
                            eleven ? VoiceServer.ELEVEN_LABS_MODEL : VoiceServer.OPEN_AI_MODEL),
                    Patience.NETWORK);
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    /// The program that speaks, if the host named one.
    Optional<String> voiceCommand() {
        return lookup.find("PARTYLINE_TTS_COMMAND");
    }

    /// Which of the provider's voices stands for a voice of the cast file.
    Map<String, String> voices() {
        try {
            return Casting.choices(lookup.text("PARTYLINE_TTS_VOICES", ""));
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    /// What a show may spend, and what things cost.
    Purse purse() {
        return new Purse(cap(), prices());
    }

    private Dollars cap() {
        String name = "PARTYLINE_SPEND_CAP";
        String typed = lookup.text(name, "10.00");
        if (typed.equalsIgnoreCase("off")) {
            return Dollars.NO_LIMIT;
        }
        try {
            return Dollars.of(typed);
        } catch (IllegalArgumentException _) {
            throw Lookup.wrong(name, typed, "dollars such as 10.00, or off");
        }
    }

    private Prices prices() {
        String name = "PARTYLINE_PRICES";
        try {
            return Prices.LISTED.overridden(lookup.text(name, ""));
        } catch (IllegalArgumentException e) {
            throw new SettingException(name + " " + e.getMessage());
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
