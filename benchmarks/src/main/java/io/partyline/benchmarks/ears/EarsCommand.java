package io.partyline.benchmarks.ears;

import io.partyline.benchmarks.ears.TickWatch.Lateness;
import io.partyline.port.Journal;
import io.partyline.rehearsal.OneSentenceModel;
import io.partyline.rehearsal.RehearsalRoom;
import io.partyline.show.FloorEvent;
import io.partyline.show.ShowRules;
import io.partyline.studio.Studio;
import io.partyline.whisper.Listening;
import io.partyline.whisper.WhisperSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A show with its callers on the air, while the process that hears them works, is killed again and
/// again, and hangs. It ends with 0 if no tick of the mixer was late by a frame, with 1 if one was,
/// and with 2 if it was called wrongly.
public final class EarsCommand {
    private static final String USAGE =
            """
            Usage: EarsCommand [--model FILE] [--callers N] [--seconds S]

              --model FILE   a whisper model, such as `partyline model get` fetches; without it one
                             that says the same sentence whatever it hears
              --callers N    how many talk on the air (20)
              --seconds S    how long each part lasts (30)
            """;

    private static final List<String> OPTIONS = List.of("--model", "--callers", "--seconds");

    private static final String SENTENCE = " I do not agree with that at all.";

    /// The compiler is given so long first.
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /// How often the process is killed, or stopped.
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Optional<Path> model;
    private final int callers;
    private final Duration part;

    private EarsCommand(List<String> words) {
        for (int i = 0; i < words.size(); i += 2) {
            if (!OPTIONS.contains(words.get(i)) || i + 1 == words.size()) {
                throw new IllegalArgumentException("What is meant by " + words.get(i) + "?");
            }
        }
        model = option(words, "--model").map(Path::of);
        callers = number(words, "--callers", 20);
        part = Duration.ofSeconds(number(words, "--seconds", 30));
    }

    private static Optional<String> option(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 == words.size() ? Optional.empty() : Optional.of(words.get(at + 1));
    }

    private static int number(List<String> words, String name, int usual) {
        return option(words, name).map(Integer::parseInt).orElse(usual);
    }

    /// Measures, prints, and ends all that it started.
    public static void main(String... words) throws IOException {
        System.exit(run(Arrays.asList(words)));
    }

    static int run(List<String> words) throws IOException {
        try {
            return new EarsCommand(words).run() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            return 2;
        }
    }

    private boolean run() throws IOException {
        Path scratch = Files.createTempDirectory("ears");
        try {
            return run(ears(scratch));
        } finally {
            Child.endAll();
            remove(scratch);
        }
    }

    private boolean run(WhisperSettings ears) {
        var ticks = new TickWatch();
        var room =
                new RehearsalRoom()
                        .seat(ticks)
                        .rules(rules())
                        .transcriber(Listening.withWhisper(ears));
        try (Studio studio = room.open();
                var talkers = new Talkers(studio, callers)) {
            part(WARM_UP, () -> false);
            System.out.printf(
                    "%-10s %6s %6s %8s %8s %8s %6s %6s%n",
                    "child", "ticks", "late", "p99 ms", "most ms", "missed", "hits", "words");
            boolean works = part("works", room, studio, ticks, talkers, () -> false);
            boolean dies = part("is killed", room, studio, ticks, talkers, Child::kill);
            boolean hangs = part("hangs", room, studio, ticks, talkers, Child::stop);
            studio.health().stream()
                    .filter(health -> health.part().equals("transcription"))
                    .forEach(health -> System.out.println(health.detail()));
            return works && dies && hangs;
        }
    }

    private WhisperSettings ears(Path scratch) {
        Path file =
                model.orElseGet(() ->
                        OneSentenceModel.saying(SENTENCE, scratch.resolve("ggml-sentence.bin")));
        return new WhisperSettings(
                file,
                Optional.empty(),
                "en",
                "",
                scratch.resolve("child"),
                WhisperSettings.THREADS);
    }

    private ShowRules rules() {
        ShowRules usual = ShowRules.DEFAULT;
        return new ShowRules(
                usual.hostName(),
                callers,
                callers + 4,
                usual.undo(),
                usual.reconnect(),
                usual.lostWait(),
                usual.takeLimit(),
                usual.turnLimit(),
                usual.cooldown(),
                usual.followUpDelay());
    }

    /// @return whether no tick was late by a frame
    private boolean part(
            String name,
            RehearsalRoom room,
            Studio studio,
            TickWatch ticks,
            Talkers talkers,
            BooleanSupplier deed) {
        int first = ticks.ticks();
        long played = talkers.played();
        long words = utterances(room, studio);
        int hits = part(part, deed);
        Lateness late = ticks.since(first);
        long missed = (long) late.count() * callers - (talkers.played() - played);
        System.out.printf(
                Locale.ROOT,
                "%-10s %6d %6d %8.2f %8.2f %8d %6d %6d%n",
                name,
                late.count(),
                late.late(),
                millis(late.p99()),
                millis(late.most()),
                Math.max(0, missed - callers),
                hits,
                utterances(room, studio) - words);
        return late.late() == 0;
    }

    private static int part(Duration length, BooleanSupplier deed) {
        int hits = 0;
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(Math.min(EVERY.toNanos(), end - System.nanoTime()));
            hits += deed.getAsBoolean() ? 1 : 0;
        }
        return hits;
    }

    private static long utterances(RehearsalRoom room, Studio studio) {
        return room.journal().replay(studio.show().id()).stream()
                .map(Journal.Entry::event)
                .filter(FloorEvent.UtteranceSpoken.class::isInstance)
                .count();
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
