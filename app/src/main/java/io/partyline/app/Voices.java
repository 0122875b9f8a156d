package io.partyline.app;

import io.partyline.port.SpeechException;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.spend.Expenses;
import io.partyline.spend.Unit;
import io.partyline.spend.Usage;
import io.partyline.tts.Casting;
import io.partyline.tts.ElevenLabsVoice;
import io.partyline.tts.EmbeddedVoice;
import io.partyline.tts.LocalVoice;
import io.partyline.tts.OpenAiVoice;
import io.partyline.tts.Patience;
import io.partyline.tts.VoiceChain;
import io.partyline.tts.VoiceServer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// Chooses who speaks for the AI callers. Whoever it is, the embedded voice speaks when they
/// cannot.
///
/// @param path folders in which a program that speaks is looked for
/// @param expenses where a provider's characters are counted
record Voices(Settings settings, String path, Expenses expenses) {
    SpeechSynthesizer chosen() {
        Casting casting = casting();
        var floor = new EmbeddedVoice(casting, _ -> {});
        return first(casting)
                .<SpeechSynthesizer>map(
                        voice -> new VoiceChain(List.of(voice, floor), InstantSource.system()))
                .orElse(floor);
    }

    private Casting casting() {
        return Casting.of(settings.cast()).with(settings.media().mouth().voices());
    }

    private Optional<SpeechSynthesizer> first(Casting casting) {
        MouthSettings mouth = settings.media().mouth();
        return switch (mouth.kind()) {
            case "http" -> {
                VoiceServer server = mouth.server();
                yield Optional.of(new OpenAiVoice(server, casting, counted(server)));
            }
            case "elevenlabs" -> {
                VoiceServer server = mouth.server();
                yield Optional.of(new ElevenLabsVoice(server, casting, counted(server)));
            }
            case "local" -> Optional.of(program(casting).orElseThrow(Voices::none));
            case "auto" -> program(casting);
            default -> Optional.empty();
        };
    }

    private Optional<SpeechSynthesizer> program(Casting casting) {
        return settings.media()
                .mouth()
                .command()
                .map(command -> own(command, casting))
                .or(() -> LocalVoice.found(path, casting, Patience.PROGRAM, _ -> {}))
                .map(voice -> voice);
    }

    private static LocalVoice own(String command, Casting casting) {
        try {
            return LocalVoice.of(command, casting, Patience.PROGRAM, _ -> {});
        } catch (IllegalArgumentException e) {
            throw new SettingException(String.valueOf(e.getMessage()));
        }
    }

    private static SettingException none() {
        return new SettingException(
                "PARTYLINE_TTS is local, but there is no program that speaks: install espeak-ng, or"
                        + " name one in PARTYLINE_TTS_COMMAND.");
    }

    private IntConsumer counted(VoiceServer server) {
        return characters ->
                expenses.count(
                        new Usage(
                                server.base().getAuthority(),
                                server.model(),
                                Unit.CHARACTERS,
                                characters));
    }

    /// What a voice says about itself when it is tried out.
    static Finding finding(SpeechSynthesizer voice) {
        long begun = System.nanoTime();
        try (var speech = voice.speak("Ready.", voice.voices().getFirst())) {
            int count = speech.read(new float[1]);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            return voice.trouble()
                    .map(why -> Finding.no("voices", why))
                    .orElseGet(() ->
                            count < 0
                                    ? Finding.no("voices", voice.name() + " says nothing.")
                                    : Finding.ok(
                                            "voices",
                                            "%s: %d voices, the first sound after %d ms."
                                                    .formatted(
                                                            voice.name(),
                                                            voice.voices().size(),
                                                            millis)));
        } catch (SpeechException e) {
            return Finding.no("voices", String.valueOf(e.getMessage()));
        }
    }
}
