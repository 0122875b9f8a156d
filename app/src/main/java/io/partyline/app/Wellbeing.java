package io.partyline.app;

import io.partyline.http.RecordingInfo;
import io.partyline.port.ControlRoom.Health;
import io.partyline.port.ControlRoom.Health.State;
import io.partyline.twilio.PhoneDoor;
import io.partyline.twilio.PhoneHealth;
import io.partyline.twilio.TwilioSettings;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// How all the parts of a running show are doing: those that the studio knows, and those of the
/// house around it.
///
/// @param studio the studio's parts, the phone first
/// @param tunnel empty if none is used
/// @param missing what was found to be missing of earlier shows at the start, a sentence each
record Wellbeing(
        Supplier<List<Health>> studio,
        Optional<PhoneDoor> phone,
        Optional<Lookout> tunnel,
        Lookout disk,
        List<String> missing)
        implements AutoCloseable {

    static Lookout disk(Path data, Supplier<RecordingInfo> recording) {
        return new Lookout(
                DiskSpace.unseen(),
                DiskSpace.PAUSE,
                new DiskSpace(data, () -> hoursLeft(recording))::look);
    }

    private static OptionalDouble hoursLeft(Supplier<RecordingInfo> recording) {
        try {
            return recording.get().diskHoursLeft();
        } catch (UncheckedIOException notReadable) {
            return OptionalDouble.empty();
        }
    }

    /// Empty if nobody calls from outside.
    static Optional<Lookout> tunnel(TwilioSettings settings, PhoneDoor door, int port) {
        if (!TunnelEnd.isUsed(settings)) {
            return Optional.empty();
        }
        var end =
                new TunnelEnd(
                        settings.webhookBaseUrl(),
                        door.bedAddress(),
                        door.streamAddress(),
                        port,
                        HttpClient.newHttpClient());
        return Optional.of(new Lookout(TunnelEnd.unseen(), TunnelEnd.PAUSE, end::look));
    }

    /// Begins to look after the parts of the house.
    void start() {
        tunnel.ifPresent(Lookout::start);
        disk.start();
    }

    /// Every part, the way of a call first and the disk last; never waits.
    List<Health> all() {
        var parts = new ArrayList<Health>(studio.get());
        parts.replaceAll(this::withMissing);
        parts.set(0, phone(parts.getFirst()));
        parts.add(1, tunnelNow());
        parts.add(disk.last());
        return List.copyOf(parts);
    }

    /// The journal is not well as long as the host has not been told what it lacks.
    private Health withMissing(Health part) {
        return missing.isEmpty() || !part.part().equals("journal")
                ? part
                : new Health(
                        part.part(),
                        State.TROUBLE,
                        part.detail() + " " + String.join(" ", missing));
    }

    private Health phone(Health known) {
        if (phone.isEmpty()) {
            return new Health(known.part(), State.OFF, "The phone is not set up.");
        }
        PhoneHealth now = phone.get().health();
        State state = now.stuck() > 0 ? State.TROUBLE : known.state();
        return known.state() == State.FINE
                ? new Health(known.part(), state, known.detail() + now.remarks())
                : known;
    }

    private Health tunnelNow() {
        Health without = phone.isPresent() ? TunnelEnd.withoutTunnel() : TunnelEnd.withoutPhone();
        return tunnel.map(Lookout::last).orElse(without);
    }

    @Override
    public void close() {
        tunnel.ifPresent(Lookout::close);
        disk.close();
    }
}
