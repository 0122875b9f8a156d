package io.partyline.tts;

import io.partyline.port.SpeechStream;
import io.partyline.port.SpeechSynthesizer;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A program on this computer that speaks, started once for each text.
///
/// Its sound is read while it is made. Safe for use by many threads at once; each text has a
/// program of its own.
public final class LocalVoice implements SpeechSynthesizer {
    private final CommandTemplate template;
    private final Parts parts;
    private final Patience patience;
    private final IntConsumer characters;
    private final Gains gains = new Gains();

    private LocalVoice(
            CommandTemplate template, Parts parts, Patience patience, IntConsumer characters) {
        this.template = template;
        this.parts = parts;
        this.patience = patience;
        this.characters = characters;
    }

    /// The voice of a command that the host wrote. Nothing is started yet.
    ///
    /// @param command the program and what it is told, see `PARTYLINE_TTS_COMMAND`
    /// @param characters told how many a text had, once it is being spoken
    /// @throws IllegalArgumentException if it cannot be used, in a sentence for the host
    public static LocalVoice of(
            String command, Casting casting, Patience patience, IntConsumer characters) {
        CommandTemplate template = CommandTemplate.of(command);
        List<Speaker> speakers =
                KnownProgram.named(template.program())
                        .map(KnownProgram::speakers)
                        .orElseGet(casting::chosen);
        if (speakers.isEmpty() && template.choosesVoice()) {
            throw new IllegalArgumentException(
                    "PARTYLINE_TTS_COMMAND asks for {voice}, but PARTYLINE_TTS_VOICES names none.");
        }
        return new LocalVoice(
                template,
                casting.among(speakers.isEmpty() ? Rosters.ONE : speakers),
                patience,
                characters);
    }

    /// The first program that is known here and on the path; empty if there is none.
    ///
    /// @param path folders, as in the variable `PATH`
    public static Optional<LocalVoice> found(
            String path, Casting casting, Patience patience, IntConsumer characters) {
        return KnownProgram.firstOn(path)
                .map(program -> of(program.template(), casting, patience, characters));
    }

    @Override
    public String name() {
        return template.program() + " on this computer";
    }

    @Override
    public List<String> voices() {
        return parts.names();
    }

    @Override
    public SpeechStream speak(String text, String voice) {
        if (Silence.of(text)) {
            return new Silence();
        }
        Speaker speaker = parts.of(voice);
        var sound =
                new ProgramSound(
                        template,
                        speaker,
                        text,
                        patience,
                        () -> characters.accept(Clients.count(text)));
        return new StreamedSpeech(sound, speaker, gains);
    }
}
