package io.partyline.app;

import io.partyline.javasound.JavaSoundCard;
import io.partyline.javasound.SoundDevices;
import io.partyline.port.SoundCard;
import io.partyline.studio.ClockCard;

/// Chooses the sound card.
final class SoundCards {
    private SoundCards() {}

    /// Without any device, `auto` is the computer's clock.
    static SoundCard chosen(MediaSettings settings, SoundDevices devices) {
        return usesDevices(settings, devices)
                ? new JavaSoundCard(settings.devices())
                : ClockCard.silent();
    }

    static boolean usesDevices(MediaSettings settings, SoundDevices devices) {
        return switch (settings.sound()) {
            case "javasound" -> true;
            case "auto" -> !devices.outputs().isEmpty() || !devices.inputs().isEmpty();
            default -> false;
        };
    }
}
