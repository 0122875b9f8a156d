package io.partyline.studio;

import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import io.partyline.studio.phone.Operator;
import io.partyline.studio.run.ShowThread;
import io.partyline.studio.sound.Pulse;
import io.partyline.studio.sound.Sound;
import io.partyline.studio.tape.Recording;

import java.util.List;
import java.util.Optional;

/// How the parts of a studio are doing, in words.
final class Checkup {
    private final Equipment equipment;
    private final ShowThread show;
    private final Recording recording;
    private final Operator operator;
    private final Sound sound;
    private final Pulse pulse;

    Checkup(
            Equipment equipment,
            ShowThread show,
            Recording recording,
            Operator operator,
            Sound sound) {
        this.equipment = equipment;
        this.show = show;
        this.recording = recording;
        this.operator = operator;
        this.sound = sound;
        this.pulse = new Pulse(sound.desk()::ticks);
    }

    List<Health> health() {
        return List.of(
                equipment.telephony().isOff()
                        ? off("phone")
                        : part("phone", operator.trouble(), "Calls can come in."),
                part("sound card", soundCard(), "Ticking: " + sound.cardName() + "."),
                equipment.transcriber().isOff()
                        ? off("transcription")
                        : named("transcription", equipment.transcriber().name()),
                equipment.languageModel().isOff()
                        ? off("language model")
                        : named("language model", equipment.languageModel().name()),
                named("voice", equipment.synthesizer().name()),
                part("journal", show.journalTrouble(), "Every event is written down."),
                part("recorder", recording.trouble(), "Recording."));
    }

    private Optional<String> soundCard() {
        return pulse.beats() ? Optional.empty() : Optional.of("The sound card stands still.");
    }

    private static Health part(String part, Optional<String> trouble, String fine) {
        return trouble.map(what -> new Health(part, State.TROUBLE, what))
                .orElse(new Health(part, State.FINE, fine));
    }

    private static Health named(String part, String name) {
        return new Health(part, State.FINE, "Using " + name + ".");
    }

    private static Health off(String part) {
        return new Health(part, State.OFF, "Switched off.");
    }
}
