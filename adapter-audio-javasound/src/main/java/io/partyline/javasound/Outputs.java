package io.partyline.javasound;

import java.util.Optional;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/// Which of the computer's outputs is for what.
///
/// An output that the host has named is the console if it has enough channels; the host then hears
/// on the system's default. The system's default itself is never the console: it may take any
/// number of channels and mix them all into two.
///
/// What a named output was, it is taken to be while it is away: so that headphones that were pulled
/// out are not replaced by loudspeakers beside an open microphone.
///
/// Safe for use by many threads.
final class Outputs {
    private final SoundDevices devices;
    private final SoundSettings settings;
    private volatile boolean hasConsole;

    Outputs(SoundDevices devices, SoundSettings settings) {
        this.devices = devices;
        this.settings = settings;
    }

    /// The output for the console channels.
    Mixer console() throws NoDeviceException {
        Mixer named = present(settings.output().flatMap(name -> find(Optional.of(name))));
        if (!takesConsole(named)) {
            throw new NoDeviceException(
                    "has fewer than %d channels".formatted(settings.channels()));
        }
        return named;
    }

    /// Whether a named output is there and cannot be the console.
    boolean namedIsMonitor() {
        return find(settings.output()).filter(mixer -> !takesConsole(mixer)).isPresent();
    }

    /// The output for what the host hears.
    Mixer monitor() throws NoDeviceException {
        Optional<Mixer> wanted = find(settings.output());
        if (settings.output().isEmpty()) {
            return present(wanted);
        }
        wanted.ifPresent(named -> hasConsole = takesConsole(named));
        return hasConsole ? beside(wanted) : present(wanted);
    }

    private Mixer beside(Optional<Mixer> console) throws NoDeviceException {
        Mixer usual = present(find(Optional.empty()));
        if (console.map(SoundDevices::name).equals(Optional.of(SoundDevices.name(usual)))) {
            throw new NoDeviceException("is the console itself");
        }
        return usual;
    }

    /// What the host calls the output that they hear on, at the start of a sentence.
    String monitorName() {
        return hasConsole
                ? "The default output, for the host's headphones,"
                : device("output", settings.output());
    }

    /// A device as the host has named it, at the start of a sentence.
    static String device(String what, Optional<String> name) {
        return name.map(n -> "The %s \"%s\"".formatted(what, n)).orElse("The default " + what);
    }

    private Optional<Mixer> find(Optional<String> name) {
        return devices.output(name);
    }

    private boolean takesConsole(Mixer mixer) {
        return Formats.console(settings.channels()).stream()
                .anyMatch(format ->
                        mixer.isLineSupported(new DataLine.Info(SourceDataLine.class, format)));
    }

    /// The device, or the reason why there is none.
    static Mixer present(Optional<Mixer> mixer) throws NoDeviceException {
        return mixer.orElseThrow(() -> new NoDeviceException("is not there"));
    }
}
