package io.partyline.studio;

import io.partyline.cast.SpokenText;
import io.partyline.mix.WhoHears;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.show.Reason;
import io.partyline.studio.run.Crew;
import io.partyline.studio.run.ShowThread;
import io.partyline.studio.sound.Sound;
import io.partyline.studio.tape.Recording;
import io.partyline.studio.voice.Announcer;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/// Texts that a synthetic voice speaks into the program because the host wants it. Safe for use by
/// many threads.
final class Announcements {
    private static final System.Logger LOG = System.getLogger(Announcements.class.getName());
    private static final WhoHears.Mix STEM = new WhoHears.Mix.Recorded(WhoHears.ANNOUNCER);

    private final ShowThread show;
    private final SpeechSynthesizer synthesizer;
    private final Announcer announcer;
    private final Sound sound;
    private final Recording recording;
    private final Crew crew;

    Announcements(
            ShowThread show,
            SpeechSynthesizer synthesizer,
            Announcer announcer,
            Sound sound,
            Recording recording,
            Crew crew) {
        this.show = show;
        this.synthesizer = synthesizer;
        this.announcer = announcer;
        this.sound = sound;
        this.recording = recording;
        this.crew = crew;
    }

    /// Has it spoken; does not wait for that.
    ///
    /// @return why not, in a sentence for the host; empty if it is being spoken
    Optional<String> speak(String text, String voice) {
        String said = SpokenText.clean(text);
        if (said.isBlank()) {
            return Optional.of(Reason.NOTHING_SAID.sentence());
        }
        if (!show.show().open()) {
            return Optional.of(Reason.SHOW_CLOSED.sentence());
        }
        List<String> voices = synthesizer.voices();
        if (!voices.contains(voice)) {
            return Optional.of(
                    "There is no voice \"%s\"; there is %s."
                            .formatted(voice, String.join(", ", voices)));
        }
        record();
        crew.react(() -> announce(said, voice));
        return Optional.empty();
    }

    private void record() {
        recording.record(
                sound.desk().time(), STEM, "02_AI", sound.tapes().recorded(WhoHears.ANNOUNCER));
        recording.holdsAiVoices(STEM);
        recording.holdsAiVoices(WhoHears.PROGRAM);
    }

    private void announce(String text, String voice) {
        try {
            announcer.speak(text, voice);
        } catch (SpeechException failed) {
            LOG.log(Level.WARNING, "could not speak: {0}", failed.getMessage());
        }
    }

    void stop() {
        announcer.stop();
    }
}
