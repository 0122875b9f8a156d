package io.partyline.app;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.javasound.SoundDevices;
import io.partyline.port.ControlRoom;
import io.partyline.port.HostSeat;
import io.partyline.port.LanguageModel;
import io.partyline.port.SpeechException;
import io.partyline.port.SpeechSynthesizer;
import io.partyline.port.Transcriber;
import io.partyline.port.Transmitter;
import io.partyline.show.ShowRules;
import io.partyline.tts.EmbeddedVoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is tried of each part of a show that runs, with the very ears, mind and voices that it is
/// run with, so that what they cost is counted. What does not differ from a check before the show
/// is the check's ([Readiness]).
///
/// @param headphones plays at the host's ears, and nowhere else
/// @param channels plays on the channel that the console is aimed at
record Trials(
        Settings settings,
        ControlRoom room,
        HostSeat seat,
        TriedConsole console,
        Playback headphones,
        Playback channels,
        Transcriber transcriber,
        LanguageModel model,
        SpeechSynthesizer voice) {
    private static final Duration OF_THE_BED = Duration.ofSeconds(3);
    private static final String NOBODY_HEARS =
            " Nobody hears it: the show runs without headphones.";

    /// What of a part can be tried by itself, in its order.
    Stream<Choice> choices(HousePart part) {
        return switch (part) {
            case CHANNELS -> IntStream.rangeClosed(1, rules().channels()).mapToObj(this::channel);
            case VOICES ->
                    room.cast().stream().map(one -> new Choice(one.key(), one.name(), one.voice()));
            default -> Stream.empty();
        };
    }

    /// @param name what it is called
    /// @param detail what stands behind it: a voice, or what is on a channel
    record Choice(String key, String name, String detail) {}

    private Choice channel(int number) {
        return new Choice(
                Integer.toString(number), Integer.toString(number), source(rules(), number));
    }

    private static String source(ShowRules rules, int number) {
        if (number == rules.musicChannel().number()) {
            return "music";
        }
        if (number == rules.effectsChannel().number()) {
            return "carts";
        }
        return switch (number) {
            case 1 -> "host";
            case 2 -> "ai";
            default -> "callers";
        };
    }

    private ShowRules rules() {
        return room.show().rules();
    }

    /// How to try it.
    ///
    /// @param choice one of the part's
    Supplier<Finding> of(HousePart part, Optional<Choice> choice) {
        return switch (part) {
            case SOUND -> this::tone;
            case CHANNELS -> () -> tones(numbers(choice));
            case MIND -> () -> new Asking(model).finding();
            case VOICES -> () -> sentence(choice);
            case EARS -> () -> new Rehearing(transcriber, new EmbeddedVoice()).finding();
            case HOLD -> this::bed;
            case PHONE -> () -> readiness().carrier();
            case STREAM -> this::stream;
            case RECORDING -> () -> readiness().disk();
            case MUSIC -> this::folders;
            case DESK -> throw new IllegalArgumentException("there is nothing to try at the desk");
        };
    }

    private Readiness readiness() {
        return new Readiness(settings, SoundDevices.ofThisComputer(), "");
    }

    private Finding tone() {
        if (seat.isOff()) {
            return Finding.off("sound card", "The show runs without microphone and headphones.");
        }
        return atTheEars(
                "sound card",
                Tones.tone(),
                "A tone of %d s at %.0f dBFS was played to: %s."
                        .formatted(Tones.LENGTH.toSeconds(), Tones.LEVEL_DB, seat.name()));
    }

    /// What is wrong with the seat is told as well: it may be the microphone alone.
    private Finding atTheEars(String part, float[] samples, String sentence) {
        if (seat.isOff()) {
            return Finding.ok(part, sentence + NOBODY_HEARS);
        }
        return headphones
                .play(samples)
                .map(why -> Finding.off(part, why))
                .or(() -> seat.trouble().map(why -> Finding.no(part, sentence + " " + why)))
                .orElseGet(() -> Finding.ok(part, sentence));
    }

    private List<Integer> numbers(Optional<Choice> choice) {
        return choice.map(one -> List.of(Integer.valueOf(one.key())))
                .orElseGet(() -> IntStream.rangeClosed(1, rules().channels()).boxed().toList());
    }

    private Finding tones(List<Integer> numbers) {
        if (console.isOff()) {
            return Finding.off(
                    "channels",
                    "No device plays the channels: name one with enough of them in"
                            + " PARTYLINE_SOUND_OUTPUT.");
        }
        Optional<String> trouble = console.trouble();
        if (trouble.isPresent()) {
            return Finding.no("channels", trouble.get());
        }
        var played = new ArrayList<String>();
        for (int number : numbers) {
            console.aim(number);
            Optional<String> why = channels.play(Tones.tone());
            if (why.isPresent()) {
                return Finding.off("channels", why.get());
            }
            played.add(Integer.toString(number));
        }
        return Finding.ok(
                "channels",
                "A tone of %d s at %.0f dBFS was played on channel %s of %s."
                        .formatted(
                                Tones.LENGTH.toSeconds(),
                                Tones.LEVEL_DB,
                                String.join(", ", played),
                                console.name()));
    }

    /// One persona says who they are.
    private Finding sentence(Optional<Choice> choice) {
        Choice who = choice.or(() -> choices(HousePart.VOICES).findFirst()).orElseThrow();
        if (room.spent().exhausted()) {
            return Finding.off("voices", "The show has spent what it may.");
        }
        try {
            var words = "Hello, this is %s.".formatted(who.name());
            Spoken spoken = Spoken.by(voice, words, who.detail());
            Optional<String> trouble = voice.trouble();
            return trouble.map(why -> Finding.no("voices", why))
                    .orElseGet(() ->
                            spoken.samples().length == 0
                                    ? Finding.no("voices", voice.name() + " says nothing.")
                                    : said(who, spoken));
        } catch (SpeechException e) {
            return Finding.no("voices", String.valueOf(e.getMessage()));
        }
    }

    private Finding said(Choice who, Spoken spoken) {
        return atTheEars(
                "voices",
                spoken.samples(),
                "%s spoke for %d ms, by %s; the first sound came after %d ms."
                        .formatted(
                                who.name(),
                                spoken.length().toMillis(),
                                voice.name(),
                                spoken.firstSound().toMillis()));
    }

    private Finding bed() {
        HoldBedChoice bed = settings.music().holdBed();
        Finding known = SoundFolders.holdMusic(settings.music(), bed);
        Finding heard = atTheEars(known.part(), beginning(bed.loop()), known.sentence());
        return known.state() == Finding.State.OK ? heard : known;
    }

    private static float[] beginning(FrameSource bed) {
        var samples = new float[Frames.samplesOf(OF_THE_BED)];
        var frame = new float[Frames.SAMPLES];
        for (int at = 0; at < samples.length; at += Frames.SAMPLES) {
            bed.read(frame);
            System.arraycopy(frame, 0, samples, at, Frames.SAMPLES);
        }
        return samples;
    }

    /// A server takes one program at a time, so one that has it already is not asked again.
    private Finding stream() {
        Transmitter.Status now = room.transmitter().status();
        if (!now.setUp() || !now.on()) {
            return readiness().stream();
        }
        return now.connected()
                ? Finding.ok("stream", "%s takes the program now.".formatted(now.name()))
                : Finding.no(
                        "stream",
                        now.trouble()
                                .orElseGet(() ->
                                        "%s does not take the program.".formatted(now.name())));
    }

    private Finding folders() {
        List<Finding> found = new SoundFolders(settings.music()).folders();
        Finding.State state =
                found.stream().map(Finding::state).max(Finding.State::compareTo).orElseThrow();
        return new Finding(
                state, "music", String.join(" ", found.stream().map(Finding::sentence).toList()));
    }

    /// Whoever is in the cast now.
    Optional<Choice> choice(HousePart part, String key) {
        return choices(part).filter(one -> one.key().equals(key)).findFirst();
    }
}
