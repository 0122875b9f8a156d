package io.partyline.app;

import io.partyline.javasound.JavaSoundConsole;
import io.partyline.javasound.JavaSoundSeat;
import io.partyline.javasound.SoundDevices;
import io.partyline.port.Console;
import io.partyline.port.HostSeat;

/// Chooses what the host sits at and what the console plays on. The clock is always the computer's.
///
/// @param devices the sound devices of the computer
record SoundCards(Settings settings, SoundDevices devices) {
    /// Without any device, `auto` is nothing but the clock.
    HostSeat seat() {
        return usesDevices() ? new JavaSoundSeat(settings.soundDevices()) : HostSeat.none();
    }

    Console console() {
        return usesDevices()
                ? JavaSoundConsole.of(settings.soundDevices(), devices)
                : Console.none();
    }

    boolean usesDevices() {
        return switch (settings.media().sound()) {
            case "javasound" -> true;
            case "auto" -> !devices.outputs().isEmpty() || !devices.inputs().isEmpty();
            default -> false;
        };
    }
}
