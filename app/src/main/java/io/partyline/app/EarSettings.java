package io.partyline.app;

import io.partyline.whisper.ApiKey;
import io.partyline.whisper.HttpEarsSettings;
import io.partyline.whisper.ModelStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/// Which ears a show has: who writes down what is said.
record EarSettings(Lookup lookup) {
    private static final String ADDRESS = "PARTYLINE_STT_BASE_URL";
    private static final List<String> WEB = List.of("http", "https");

    /// Looks at everything once.
    void checked() {
        kind();
        server();
        modelSource();
    }

    /// `whisper`, `http` or `off`; an address means a server.
    String kind() {
        String kind =
                lookup.choice("PARTYLINE_STT", "auto", List.of("auto", "whisper", "http", "off"));
        return kind.equals("auto") ? (given(ADDRESS) ? "http" : "whisper") : kind;
    }

    /// How to reach the transcriber's server; empty if there is to be none.
    Optional<HttpEarsSettings> server() {
        if (!kind().equals("http")) {
            return Optional.empty();
        }
        if (!given(ADDRESS)) {
            throw new SettingException(
                    ADDRESS
                            + ", the address of the transcriber's server, is missing: it often ends in"
                            + " /v1. For a model on this computer, PARTYLINE_STT=whisper needs none.");
        }
        try {
            return Optional.of(
                    new HttpEarsSettings(
                            HttpEarsSettings.address(lookup.text(ADDRESS, "")),
                            lookup.find("PARTYLINE_STT_API_KEY").map(ApiKey::new),
                            model().orElse("whisper-1")));
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    /// A model by its name, or the path of a file.
    Optional<String> model() {
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

    private boolean given(String name) {
        return lookup.find(name).isPresent();
    }
}
