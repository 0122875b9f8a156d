package io.partyline.studio;

import io.partyline.audio.Frames;
import io.partyline.port.Console;
import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import io.partyline.port.Shelves;
import io.partyline.port.Transcriber;
import io.partyline.port.Transmitter;
import io.partyline.port.Voicemail;
import io.partyline.show.AnswerTimes;
import io.partyline.show.Show;
import io.partyline.studio.after.Filing;
import io.partyline.studio.phone.Operator;
import io.partyline.studio.program.Broadcast;
import io.partyline.studio.run.ShowThread;
import io.partyline.studio.sound.Lapses;
import io.partyline.studio.sound.Pulse;
import io.partyline.studio.sound.Sound;
import io.partyline.studio.tape.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How the parts of a studio are doing, in words.
final class Checkup {
    private final Equipment equipment;
    private final ShowThread show;
    private final Recording recording;
    private final Filing filing;
    private final Operator operator;
    private final Sound sound;
    private final Broadcast broadcast;
    private final Voicemail voicemail;
    private final Pulse pulse;
    private final Lapses missed;

    Checkup(
            Equipment equipment,
            ShowThread show,
            Recording recording,
            Filing filing,
            Operator operator,
            Sound sound,
            Broadcast broadcast,
            Voicemail voicemail) {
        this.equipment = equipment;
        this.show = show;
        this.recording = recording;
        this.filing = filing;
        this.operator = operator;
        this.sound = sound;
        this.broadcast = broadcast;
        this.voicemail = voicemail;
        this.pulse = new Pulse(sound.desk()::ticks);
        this.missed = new Lapses(sound::missedByCallers, System::nanoTime);
    }

    List<Health> health() {
        var health = new ArrayList<Health>();
        health.add(
                equipment.telephony().isOff()
                        ? off("phone")
                        : part("phone", operator.trouble().or(this::missedLately), calls()));
        health.add(part("sound card", seat(), "In use: " + equipment.seat().name() + "."));
        console().ifPresent(health::add);
        health.add(transcription());
        health.add(
                equipment.languageModel().isOff()
                        ? off("language model")
                        : part(
                                "language model",
                                equipment.languageModel().trouble(),
                                "Using " + equipment.languageModel().name() + "."));
        health.add(
                part(
                        "voice",
                        equipment.synthesizer().trouble(),
                        "Using " + equipment.synthesizer().name() + "."));
        health.add(new Health("answers", State.FINE, answers(show.show().floor().answerTimes())));
        health.add(part("spending", equipment.purse().trouble(), equipment.purse().summary()));
        music().ifPresent(health::add);
        messages().ifPresent(health::add);
        health.add(part("journal", show.journalTrouble(), "Every event is written down."));
        health.add(program());
        health.add(recorder());
        return List.copyOf(health);
    }

    private Optional<Health> music() {
        Shelves shelves = equipment.shelves();
        return shelves.isOff()
                ? Optional.empty()
                : Optional.of(part("music", shelves.trouble(), shelves.condition()));
    }

    private Optional<Health> messages() {
        Voicemail.Standing now = voicemail.standing();
        return voicemail.isOff()
                ? Optional.empty()
                : Optional.of(
                        part(
                                "voicemail",
                                voicemail.trouble(),
                                "Messages: %d, new: %d.".formatted(now.all(), now.unheard())));
    }

    private Health program() {
        Transmitter.Status now = broadcast.status();
        if (!now.setUp()) {
            return new Health("program", State.OFF, "No stream is set up.");
        }
        return now.on()
                ? part("program", now.trouble(), sent(now))
                : new Health("program", State.OFF, "The stream is switched off.");
    }

    private static String sent(Transmitter.Status now) {
        String listeners =
                now.listeners().isPresent()
                        ? " Listeners: %d.".formatted(now.listeners().getAsLong())
                        : "";
        String lost =
                now.lostMs() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " %.1f s of it were sent to nobody.",
                                now.lostMs() / 1_000.0);
        return String.format(
                Locale.ROOT,
                "On its way to %s, %.1f s late.%s%s",
                now.name(),
                now.delay().toMillis() / 1_000.0,
                listeners,
                lost);
    }

    private Health recorder() {
        Optional<String> trouble = recording.trouble().or(filing::trouble);
        Show now = show.show();
        if (trouble.isEmpty() && !(now.open() && now.recording().wanted())) {
            return new Health(
                    "recorder",
                    State.OFF,
                    now.open() ? "Paused by the host." : "The show has ended.");
        }
        return part("recorder", trouble, "Recording.");
    }

    private Optional<String> missedLately() {
        long frames = missed.lately();
        return frames == 0
                ? Optional.empty()
                : Optional.of(
                        "%d ms of sound did not reach a caller in time: a connection is stuck, or this computer is too busy."
                                .formatted(frames * Frames.MILLIS));
    }

    private String calls() {
        long frames = missed.all();
        return "Calls can come in."
                + (frames == 0
                        ? ""
                        : " Some time ago %d ms of sound did not reach a caller in time."
                                .formatted(frames * Frames.MILLIS));
    }

    /// The host's seat, and the clock that everything goes by.
    private Optional<String> seat() {
        if (!pulse.beats()) {
            return Optional.of("The show's clock stands still.");
        }
        return equipment.seat().trouble().or(this::faults);
    }

    private Optional<String> faults() {
        long faults = sound.faults();
        return faults == 0
                ? Optional.empty()
                : Optional.of(
                        "%d frames of the host's sound or the console's were lost to a fault."
                                .formatted(faults));
    }

    private static String answers(AnswerTimes times) {
        return times.last()
                .map(last ->
                        "The last one was heard %s after the last word; of %d, half within %s, 95 in a hundred within %s."
                                .formatted(
                                        seconds(last.gap()),
                                        times.turns().size(),
                                        seconds(times.within(50).orElseThrow()),
                                        seconds(times.within(95).orElseThrow())))
                .orElse("No AI caller has answered yet.");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1_000.0);
    }

    private Health transcription() {
        Transcriber transcriber = equipment.transcriber();
        return transcriber.isOff()
                ? new Health("transcription", State.OFF, transcriber.condition())
                : part("transcription", transcriber.trouble(), transcriber.condition());
    }

    private Optional<Health> console() {
        Console console = equipment.console();
        return console.isOff()
                ? Optional.empty()
                : Optional.of(
                        part("console", console.trouble(), "Playing on " + console.name() + "."));
    }

    private static Health part(String part, Optional<String> trouble, String fine) {
        return trouble.map(what -> new Health(part, State.TROUBLE, what))
                .orElse(new Health(part, State.FINE, fine));
    }

    private static Health off(String part) {
        return new Health(part, State.OFF, "Switched off.");
    }
}
