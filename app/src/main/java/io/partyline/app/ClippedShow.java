package io.partyline.app;

import io.partyline.audio.Frames;
import io.partyline.cast.Discretion;
import io.partyline.exports.RecordedStem;
import io.partyline.exports.SoundClip;
import io.partyline.files.DiskTrouble;
import io.partyline.files.FileNames;
import io.partyline.files.Private;
import io.partyline.http.Clip;
import io.partyline.http.RecordedShow;
import io.partyline.http.RecordingInfo;
import io.partyline.port.Journal;
import io.partyline.show.AiVoice;
import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.Cuts;
import io.partyline.show.Moment;
import io.partyline.show.OffTheRecord;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.show.Visit;
import io.partyline.stems.LateStem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// The recording of the show that is running, the host's own recording of any, and clips of the
/// first in the folder of carts, which notices them by itself.
///
/// What was dumped is in no clip, and neither is what a caller asked to keep off the air, as far as
/// it is written down by then. A clip is written under a hidden name and is there whole or not at
/// all.
///
/// @param running the show that is running
/// @param data the data folder
/// @param late takes the host's own recording
/// @param carts the folder of carts; made if it is not there
/// @param journal all events of a show
record ClippedShow(
        Supplier<Show> running,
        Path data,
        LateStem late,
        Path carts,
        Function<ShowId, List<Journal.Entry>> journal)
        implements RecordedShow {
    private static final String MIX = "00_Mix";
    private static final long A_SECOND = Frames.RATE;

    /// What is left of a room after the last word of a visit.
    private static final Duration TAIL = Duration.ofMillis(300);

    @Override
    public RecordingInfo info() {
        return Recordings.of(running.get(), data);
    }

    @Override
    public Clip clip(Duration last) {
        return clip(
                mix -> Math.max(0, mix.samples() - Frames.samplesOf(last)),
                RecordedStem::samples,
                ClippedShow::name);
    }

    @Override
    public Clip clip(CallRecord call, int visit) {
        Visit stretch = call.visits().all().get(visit - 1);
        long end = stretch.to().map(Moment::sample).orElse(Long.MAX_VALUE - Frames.samplesOf(TAIL));
        return clip(
                _ -> stretch.from().sample(),
                mix -> Math.min(mix.samples(), end + Frames.samplesOf(TAIL)),
                (show, _) -> name(show, call, visit));
    }

    @Override
    public OptionalInt keep(ShowId show, long at, float[] samples) {
        return late.keep(show, at, samples);
    }

    private Clip clip(
            ToLongFunction<RecordedStem> from,
            ToLongFunction<RecordedStem> to,
            BiFunction<Show, Long, String> name) {
        try {
            Show show = running.get();
            Optional<RecordedStem> mix = mix(show);
            return mix.isPresent()
                    ? clip(
                            show,
                            mix.get(),
                            from.applyAsLong(mix.get()),
                            to.applyAsLong(mix.get()),
                            name)
                    : Clip.nothing();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The clip could not be written: " + DiskTrouble.why(e), e);
        }
    }

    private Optional<RecordedStem> mix(Show show) throws IOException {
        return Recordings.stemsIn(data).of(show.id()).stream()
                .filter(stem -> stem.name().equals(MIX) && stem.samples() > 0)
                .findFirst();
    }

    private synchronized Clip clip(
            Show show, RecordedStem mix, long from, long to, BiFunction<Show, Long, String> name)
            throws IOException {
        List<Cuts.Cut> parts = leftOut(show).kept(from, to);
        if (parts.isEmpty()) {
            return new Clip.Refused("Nothing of that is left that may be heard again.");
        }
        Path hidden = Private.file(Private.newFolder(carts).resolve(".clip.part"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(hidden))) {
            new SoundClip(mix, parts).writeTo(out);
        }
        String free = free(name.apply(show, from));
        Files.move(hidden, carts.resolve(free), StandardCopyOption.ATOMIC_MOVE);
        return new Clip.Made(free);
    }

    private Cuts leftOut(Show show) {
        return Cuts.of(journal.apply(show.id()).stream().map(Journal.Entry::event))
                .and(OffTheRecord.leftOut(show));
    }

    /// By the place in the show at which it begins, and the show.
    private static String name(Show show, long from) {
        Duration at = Duration.ofSeconds(from / A_SECOND);
        return "clip-%s-%dh%02dm%02ds"
                .formatted(show.id(), at.toHours(), at.toMinutesPart(), at.toSecondsPart());
    }

    /// By who was heard, unless they asked not to be named, and the show.
    private static String name(Show show, CallRecord call, int visit) {
        String name = call.caller().name();
        String who = name.startsWith(Caller.Real.UNNAMED) ? name : Discretion.of(show).name(call);
        String heard = call.caller().isReal() ? who : AiVoice.marked(name);
        return FileNames.safe("clip-%s-%s-%d".formatted(show.id(), heard, visit));
    }

    private String free(String name) {
        String free = name + ".wav";
        for (int i = 2; Files.exists(carts.resolve(free)); i++) {
            free = name + "-" + i + ".wav";
        }
        return free;
    }
}
