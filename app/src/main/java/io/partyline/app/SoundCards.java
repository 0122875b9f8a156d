package io.partyline.app;

import io.partyline.http.BrowserSeat;
import io.partyline.javasound.JavaSoundConsole;
import io.partyline.javasound.JavaSoundSeat;
import io.partyline.javasound.SoundDevices;
import io.partyline.port.Console;
import io.partyline.port.HostSeat;

/// Chooses what the host sits at and what the console plays on. The clock is always the computer's.
///
/// @param devices the sound devices of the computer
record SoundCards(Settings settings, SoundDevices devices) {
    /// With `auto` the devices of this computer, if it has any; else the browser.
    HostSeat seat() {
        if (usesDevices()) {
            return new JavaSoundSeat(settings.soundDevices());
        }
        return usesBrowser() ? new BrowserSeat() : HostSeat.none();
    }

    /// Also beside a host who sits in the browser, if an output is named.
    Console console() {
        return usesDevices() || usesBrowser()
                ? JavaSoundConsole.of(settings.soundDevices(), devices)
                : Console.none();
    }

    boolean usesDevices() {
        return switch (settings.media().sound()) {
            case "javasound" -> true;
            case "auto" -> hasDevices();
            default -> false;
        };
    }

    boolean usesBrowser() {
        return switch (settings.media().sound()) {
            case "browser" -> true;
            case "auto" -> !hasDevices();
            default -> false;
        };
    }

    private boolean hasDevices() {
        return !devices.outputs().isEmpty() || !devices.inputs().isEmpty();
    }
}
