package io.partyline.javasound;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/// The sound devices that there are at this moment, by name. A device is known by its name and not
/// by its place in a list, because that changes with every plug.
///
/// Looks anew at every question, which may take some milliseconds. Safe for use by many threads.
public final class SoundDevices {
    private final Supplier<List<Mixer>> mixers;

    SoundDevices(Supplier<List<Mixer>> mixers) {
        this.mixers = mixers;
    }

    /// The devices of this computer.
    public static SoundDevices ofThisComputer() {
        return new SoundDevices(SoundDevices::all);
    }

    /// What sound can be played on; the system's default is the first.
    public List<String> outputs() {
        return names(SoundDevices::plays);
    }

    /// What sound can come from; the system's default is the first.
    public List<String> inputs() {
        return names(SoundDevices::hears);
    }

    /// The full name of an output; empty if there is none such.
    ///
    /// @param name all or a part of it, in any case; empty for the system's default
    public Optional<String> outputName(Optional<String> name) {
        return output(name).map(SoundDevices::name);
    }

    /// The full name of a microphone; empty if there is none such.
    ///
    /// @param name all or a part of it, in any case; empty for the system's default
    public Optional<String> inputName(Optional<String> name) {
        return input(name).map(SoundDevices::name);
    }

    /// @param name all or a part of a device's name, in any case; empty for the system's default
    Optional<Mixer> output(Optional<String> name) {
        return find(SoundDevices::plays, name);
    }

    /// @param name all or a part of a device's name, in any case; empty for the system's default
    Optional<Mixer> input(Optional<String> name) {
        return find(SoundDevices::hears, name);
    }

    static String name(Mixer mixer) {
        String name = mixer.getMixerInfo().getName().strip();
        return name.isEmpty() ? "nameless device" : name;
    }

    private List<String> names(Predicate<Mixer> which) {
        return mixers.get().stream().filter(which).map(SoundDevices::name).toList();
    }

    /// A whole name before a part of one, so that "USB" can be told from "USB 2".
    private Optional<Mixer> find(Predicate<Mixer> which, Optional<String> name) {
        List<Mixer> fit = mixers.get().stream().filter(which).toList();
        if (name.isEmpty()) {
            return fit.stream().findFirst();
        }
        String wanted = lower(name.get());
        return fit.stream()
                .filter(mixer -> lower(name(mixer)).equals(wanted))
                .findFirst()
                .or(() -> fit.stream().filter(m -> lower(name(m)).contains(wanted)).findFirst());
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean plays(Mixer mixer) {
        return has(mixer.getSourceLineInfo(), SourceDataLine.class);
    }

    private static boolean hears(Mixer mixer) {
        return has(mixer.getTargetLineInfo(), TargetDataLine.class);
    }

    private static boolean has(Line.Info[] lines, Class<?> kind) {
        return Arrays.stream(lines).anyMatch(line -> line.getLineClass().equals(kind));
    }

    private static List<Mixer> all() {
        return Arrays.stream(AudioSystem.getMixerInfo()).flatMap(SoundDevices::mixer).toList();
    }

    private static Stream<Mixer> mixer(Mixer.Info info) {
        try {
            return Stream.of(AudioSystem.getMixer(info));
        } catch (IllegalArgumentException _) {
            return Stream.empty(); // Unplugged since it was listed.
        }
    }
}
