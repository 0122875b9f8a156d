package io.partyline.app;

import io.partyline.http.Setup;
import io.partyline.port.ControlRoom;
import io.partyline.port.Transmitter;
import io.partyline.show.Eagerness;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// What the running show is set up with, and the trying of it. Safe for use by many threads.
///
/// @param onAir why nothing may sound now
record Workbench(
        Settings settings,
        ControlRoom room,
        Trials trials,
        Supplier<Optional<String>> onAir,
        Bench bench)
        implements Setup, AutoCloseable {
    private static final String LINES = "PARTYLINE_PHONE_OPEN";
    private static final String EAGERNESS = "PARTYLINE_AI_EAGERNESS";
    private static final String DELAY = "PARTYLINE_STREAM_DELAY";

    @Override
    public List<Part> parts() {
        return Arrays.stream(HousePart.values()).map(this::told).toList();
    }

    private Part told(HousePart part) {
        return new Part(
                part.key(),
                part.canBeTried(),
                part.settings().stream().map(this::told).toList(),
                trials.choices(part)
                        .map(one -> new Choice(one.key(), one.name(), one.detail()))
                        .toList());
    }

    private Setting told(String name) {
        Lookup lookup = settings.lookup();
        Optional<String> given = lookup.find(name);
        boolean secret = ShownValue.isSecret(name);
        Optional<String> atTheDesk = changed(name);
        SettingsReference.Entry reference = SettingsReference.of(name);
        return new Setting(
                name,
                atTheDesk.or(() -> given.filter(_ -> !secret).map(it -> ShownValue.of(name, it))),
                secret,
                given.isPresent(),
                atTheDesk.isPresent() ? From.DESK : lookup.from(name),
                reference.usual(),
                reference.means(),
                runs(name));
    }

    /// Whether the desk can change it while the show runs.
    private static boolean runs(String name) {
        return List.of(LINES, EAGERNESS, DELAY).contains(name);
    }

    /// What the desk has made of a setting since the start, if it is another thing now.
    private Optional<String> changed(String name) {
        return switch (name) {
            case LINES ->
                    now(room.show().lines().open(), settings.linesOpen())
                            .map(open -> Boolean.toString(open));
            case EAGERNESS ->
                    now(room.show().floor().panel().eagerness(), settings.eagerness())
                            .map(Workbench::word);
            case DELAY -> delay(room.transmitter().status());
            default -> Optional.empty();
        };
    }

    /// Without a stream there is nothing that a delay would hold.
    private Optional<String> delay(Transmitter.Status program) {
        return now(program.target(), settings.stream().delay())
                .filter(_ -> program.setUp())
                .map(Workbench::seconds);
    }

    private static <T> Optional<T> now(T now, T atTheStart) {
        return now.equals(atTheStart) ? Optional.empty() : Optional.of(now);
    }

    private static String word(Eagerness eagerness) {
        return eagerness.name().toLowerCase(Locale.ROOT);
    }

    private static String seconds(Duration delay) {
        long ms = delay.toMillis();
        return ms % 1_000 == 0 ? ms / 1_000 + "s" : ms + "ms";
    }

    @Override
    public Optional<String> trying() {
        return bench.trying().map(HousePart::key);
    }

    @Override
    public Outcome attempt(String part, Optional<String> choice) {
        return HousePart.of(part)
                .filter(HousePart::canBeTried)
                .map(known -> attempt(known, choice))
                .orElseGet(() -> new Outcome.Unknown("There is no such part to try."));
    }

    private Outcome attempt(HousePart part, Optional<String> key) {
        Optional<Trials.Choice> choice = key.flatMap(wanted -> trials.choice(part, wanted));
        if (key.isPresent() && choice.isEmpty()) {
            return new Outcome.Unknown("There is nothing of that name to try here.");
        }
        Optional<String> why = part.isHeard() ? onAir.get() : Optional.empty();
        return why.<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> bench.attempt(part, trials.of(part, choice)));
    }

    @Override
    public void stop() {
        bench.stop();
    }

    @Override
    public void close() {
        bench.close();
    }
}
