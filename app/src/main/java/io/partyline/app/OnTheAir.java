package io.partyline.app;

import io.partyline.port.ControlRoom;
import io.partyline.port.Jukebox;
import io.partyline.port.Transmitter;
import io.partyline.show.Call;
import io.partyline.show.Stage;
import java.util.Optional;
import java.util.function.Supplier;

/// Whether a sound of ours would be heard on the air now: at the host's headphones by way of their
/// microphone, on a channel at once.
record OnTheAir(ControlRoom room) implements Supplier<Optional<String>> {
    /// Why nothing may sound; empty if it may.
    @Override
    public Optional<String> get() {
        if (room.show().calls().live().values().stream().anyMatch(OnTheAir::isHeard)) {
            return Optional.of("Somebody is on the air, and this would be heard there.");
        }
        Transmitter.Status program = room.transmitter().status();
        if (program.setUp() && program.on()) {
            return Optional.of(
                    "The stream is on, and this would be heard there: switch it off first.");
        }
        Jukebox.Standing sounds = room.jukebox().standing();
        return sounds.track().isPresent() || !sounds.carts().isEmpty()
                ? Optional.of("Music or a cart is on the air: stop it first.")
                : Optional.empty();
    }

    private static boolean isHeard(Call call) {
        return switch (call.stage()) {
            case Stage.Taking _, Stage.OnAir _, Stage.Reconnecting _ -> true;
            case Stage.Ringing _, Stage.Held _, Stage.Leaving _ -> false;
        };
    }
}
