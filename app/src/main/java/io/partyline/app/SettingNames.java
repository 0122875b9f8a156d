package io.partyline.app;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Every setting there is, by its name in the environment.
final class SettingNames {
    static final List<String> ALL =
            List.of(
                    "TWILIO_ACCOUNT_SID",
                    "TWILIO_AUTH_TOKEN",
                    "TWILIO_PHONE_NUMBER",
                    "TWILIO_WEBHOOK_BASE_URL",
                    "TWILIO_API_BASE_URL",
                    "PARTYLINE_PHONE_PORT",
                    "PARTYLINE_STUDIO_PORT",
                    "PARTYLINE_STUDIO_HOST",
                    "PARTYLINE_STUDIO_PASSWORD",
                    "PARTYLINE_PRODUCER_PASSWORD",
                    "PARTYLINE_STAGE_OPEN",
                    "PARTYLINE_TAKE_NEXT",
                    "PARTYLINE_PHONE_HOLD",
                    "PARTYLINE_PHONE_OPEN",
                    "PARTYLINE_PHONE_LINES",
                    "PARTYLINE_VOICEMAIL",
                    "PARTYLINE_VOICEMAIL_LENGTH",
                    "PARTYLINE_PHONE_CALLER_HEARS",
                    "PARTYLINE_PHONE_FALLBACK_URL",
                    "PARTYLINE_PHONE_NET_MUSIC",
                    "PARTYLINE_SHOW_NAME",
                    "PARTYLINE_HOST_NAME",
                    "PARTYLINE_DATA",
                    "PARTYLINE_CAST",
                    "PARTYLINE_MUSIC",
                    "PARTYLINE_SFX",
                    "PARTYLINE_MUSIC_CROSSFADE",
                    "PARTYLINE_PHONE_HOLD_MUSIC",
                    "PARTYLINE_SOUND",
                    "PARTYLINE_SOUND_CHANNELS",
                    "PARTYLINE_SOUND_OUTPUT",
                    "PARTYLINE_SOUND_INPUT",
                    "PARTYLINE_STREAM_URL",
                    "PARTYLINE_STREAM_FORMAT",
                    "PARTYLINE_STREAM_BITRATE",
                    "PARTYLINE_STREAM_ENCODER",
                    "PARTYLINE_STREAM_DELAY",
                    "PARTYLINE_STREAM_DUMP",
                    "PARTYLINE_STREAM_JINGLE",
                    "PARTYLINE_STREAM_CERTIFICATE",
                    "PARTYLINE_STT",
                    "PARTYLINE_STT_MODEL",
                    "PARTYLINE_STT_BASE_URL",
                    "PARTYLINE_STT_API_KEY",
                    "PARTYLINE_STT_MODEL_SOURCE",
                    "PARTYLINE_LLM",
                    "PARTYLINE_LLM_BASE_URL",
                    "PARTYLINE_LLM_API_KEY",
                    "PARTYLINE_LLM_MODEL",
                    "PARTYLINE_LLM_FAST_MODEL",
                    "PARTYLINE_LLM_FALLBACK",
                    "PARTYLINE_LLM_FALLBACK_API_KEY",
                    "PARTYLINE_TTS",
                    "PARTYLINE_TTS_MODEL",
                    "PARTYLINE_TTS_BASE_URL",
                    "PARTYLINE_TTS_API_KEY",
                    "PARTYLINE_TTS_COMMAND",
                    "PARTYLINE_TTS_VOICES",
                    "PARTYLINE_CHAIN",
                    "PARTYLINE_CHAIN_DUCK",
                    "PARTYLINE_CALLERS_INTERRUPT",
                    "PARTYLINE_SCREENING",
                    "PARTYLINE_AI_DISCLOSURE",
                    "PARTYLINE_AI_EAGERNESS",
                    "PARTYLINE_AI_COOLDOWN",
                    "PARTYLINE_FOLLOWUP_DELAY",
                    "PARTYLINE_SPEND_CAP",
                    "PARTYLINE_PRICES");

    private static final Set<String> KEYS =
            ALL.stream().map(Lookup::key).collect(Collectors.toUnmodifiableSet());

    private SettingNames() {}

    /// Whether this is a setting, however it is written.
    static boolean known(String name) {
        return KEYS.contains(Lookup.key(name));
    }
}
