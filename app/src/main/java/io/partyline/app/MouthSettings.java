package io.partyline.app;

import io.partyline.tts.Casting;
import io.partyline.tts.Patience;
import io.partyline.tts.VoiceKey;
import io.partyline.tts.VoiceServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which mouth the AI callers have: who speaks their words.
record MouthSettings(Lookup lookup) {
    private static final String ADDRESS = "PARTYLINE_TTS_BASE_URL";

    /// Looks at everything once.
    void checked() {
        kind();
        voices();
        server();
    }

    /// `http`, `elevenlabs`, `local`, `embedded`, or `auto`: a program if there is one. An address
    /// or a key means a server.
    String kind() {
        String kind =
                lookup.choice(
                        "PARTYLINE_TTS",
                        "auto",
                        List.of("auto", "http", "elevenlabs", "local", "embedded"));
        boolean meant = given(ADDRESS) || given("PARTYLINE_TTS_API_KEY");
        return kind.equals("auto") && meant ? "http" : kind;
    }

    /// How to reach the server that speaks, if one is to.
    VoiceServer server() {
        boolean eleven = kind().equals("elevenlabs");
        try {
            return new VoiceServer(
                    VoiceServer.address(
                            lookup.text(
                                    ADDRESS,
                                    eleven ? VoiceServer.ELEVEN_LABS : VoiceServer.OPEN_AI)),
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
    Optional<String> command() {
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

    private boolean given(String name) {
        return lookup.find(name).isPresent();
    }
}
