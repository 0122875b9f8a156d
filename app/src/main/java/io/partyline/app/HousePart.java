package io.partyline.app;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A part of the house as the host sets it up, with the settings that are about it. Every setting
/// is in one of them.
enum HousePart {
    SOUND(
            Trying.HEARD,
            """
            PARTYLINE_SOUND
            PARTYLINE_SOUND_OUTPUT
            PARTYLINE_SOUND_INPUT
            """),
    CHANNELS(
            Trying.HEARD,
            """
            PARTYLINE_SOUND_CHANNELS
            PARTYLINE_CHAIN
            PARTYLINE_CHAIN_DUCK
            """),
    MIND(
            Trying.UNHEARD,
            """
            PARTYLINE_LLM
            PARTYLINE_LLM_BASE_URL
            PARTYLINE_LLM_API_KEY
            PARTYLINE_LLM_MODEL
            PARTYLINE_LLM_FAST_MODEL
            PARTYLINE_LLM_FALLBACK
            PARTYLINE_LLM_FALLBACK_API_KEY
            PARTYLINE_AI_EAGERNESS
            PARTYLINE_AI_COOLDOWN
            PARTYLINE_FOLLOWUP_DELAY
            PARTYLINE_SPEND_CAP
            PARTYLINE_PRICES
            """),
    VOICES(
            Trying.HEARD,
            """
            PARTYLINE_TTS
            PARTYLINE_TTS_BASE_URL
            PARTYLINE_TTS_API_KEY
            PARTYLINE_TTS_MODEL
            PARTYLINE_TTS_COMMAND
            PARTYLINE_TTS_VOICES
            PARTYLINE_CAST
            """),
    EARS(
            Trying.UNHEARD,
            """
            PARTYLINE_STT
            PARTYLINE_STT_MODEL
            PARTYLINE_STT_BASE_URL
            PARTYLINE_STT_API_KEY
            PARTYLINE_STT_MODEL_SOURCE
            """),
    HOLD(
            Trying.HEARD,
            """
            PARTYLINE_PHONE_HOLD_MUSIC
            PARTYLINE_PHONE_HOLD
            PARTYLINE_PHONE_CALLER_HEARS
            PARTYLINE_PHONE_NET_MUSIC
            """),
    PHONE(
            Trying.UNHEARD,
            """
            TWILIO_ACCOUNT_SID
            TWILIO_AUTH_TOKEN
            TWILIO_PHONE_NUMBER
            TWILIO_WEBHOOK_BASE_URL
            TWILIO_API_BASE_URL
            PARTYLINE_PHONE_PORT
            PARTYLINE_PHONE_OPEN
            PARTYLINE_PHONE_LINES
            PARTYLINE_PHONE_FALLBACK_URL
            PARTYLINE_VOICEMAIL
            PARTYLINE_VOICEMAIL_LENGTH
            PARTYLINE_SCREENING
            PARTYLINE_AI_DISCLOSURE
            PARTYLINE_CALLERS_INTERRUPT
            """),
    STREAM(
            Trying.UNHEARD,
            """
            PARTYLINE_STREAM_URL
            PARTYLINE_STREAM_FORMAT
            PARTYLINE_STREAM_BITRATE
            PARTYLINE_STREAM_ENCODER
            PARTYLINE_STREAM_DELAY
            PARTYLINE_STREAM_CERTIFICATE
            PARTYLINE_STREAM_DUMP
            PARTYLINE_STREAM_JINGLE
            """),
    RECORDING(
            Trying.UNHEARD,
            """
            PARTYLINE_DATA
            """),
    MUSIC(
            Trying.UNHEARD,
            """
            PARTYLINE_MUSIC
            PARTYLINE_SFX
            PARTYLINE_MUSIC_CROSSFADE
            """),
    DESK(
            Trying.NOT,
            """
            PARTYLINE_SHOW_NAME
            PARTYLINE_HOST_NAME
            PARTYLINE_STUDIO_PORT
            PARTYLINE_STUDIO_HOST
            PARTYLINE_STUDIO_PASSWORD
            PARTYLINE_PRODUCER_PASSWORD
            PARTYLINE_STAGE_OPEN
            PARTYLINE_TAKE_NEXT
            """);

    /// What comes of trying it.
    enum Trying {
        /// A sound, at the host's ears or on a channel.
        HEARD,
        /// No sound.
        UNHEARD,
        /// There is nothing to try.
        NOT
    }

    private final Trying trying;
    private final String settings;

    /// @param settings their names, a line each
    HousePart(Trying trying, String settings) {
        this.trying = trying;
        this.settings = settings;
    }

    /// Its key at the studio door.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<HousePart> of(String key) {
        return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
    }

    boolean canBeTried() {
        return trying != Trying.NOT;
    }

    /// Whether trying it makes a sound.
    boolean isHeard() {
        return trying == Trying.HEARD;
    }

    /// The settings about it, the most important first.
    List<String> settings() {
        return settings.lines().toList();
    }
}
