package io.partyline.cast;

import io.partyline.show.CallRecord;
import io.partyline.show.Highlight;
import io.partyline.show.OffTheRecord;
import io.partyline.show.Show;
import io.partyline.show.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The places in a call that matter: those that a model names, each held to a place where somebody
/// did speak, or, for want of a model, where the caller began and where they had most to say.
///
/// @param said what may be told of the call
/// @param start where the call came on, in samples at 48 kHz from show zero
record Highlights(List<Utterance> said, long start, CallRecord call, Discretion discretion) {
    /// More are no help.
    private static final int MOST = 4;

    private static final int LONGEST = 80;
    private static final int QUOTE = 60;
    private static final int RATE = 48_000;

    /// How far a model may be off.
    private static final long NEAR = 15L * RATE;

    /// How a place is written for a model, and by it: minutes and seconds since the call came on.
    private static final Pattern LINE =
            Pattern.compile("^\\W*(\\d{1,3}):([0-5]\\d)\\b[\\s\\])*:,–—-]*(.+)$");

    static Highlights of(Show show, CallRecord call) {
        return new Highlights(
                OffTheRecord.told(show, call),
                call.call().visits().first().map(visit -> visit.from().sample()).orElse(0L),
                call,
                Discretion.of(show));
    }

    /// Where in the call something was said, as a model reads it.
    String place(Utterance words) {
        long seconds = Math.max(0, (words.atSample() - start) / RATE);
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /// Whether a line of an answer names a place.
    static boolean names(String line) {
        return LINE.matcher(line).matches();
    }

    /// What a model's lines name.
    List<Highlight> read(Stream<String> lines) {
        return sorted(
                lines.map(LINE::matcher).filter(Matcher::matches).flatMap(this::read).limit(MOST));
    }

    private Stream<Highlight> read(MatchResult line) {
        long at =
                start + (Long.parseLong(line.group(1)) * 60 + Long.parseLong(line.group(2))) * RATE;
        String what = WrittenText.plain(discretion.of(line.group(3)));
        return what.isEmpty() || what.length() > LONGEST
                ? Stream.empty()
                : nearest(at).map(words -> new Highlight(words.atSample(), what)).stream();
    }

    private Optional<Utterance> nearest(long at) {
        return said.stream()
                .filter(words -> Math.abs(words.atSample() - at) <= NEAR)
                .min(Comparator.comparingLong(words -> Math.abs(words.atSample() - at)));
    }

    /// The caller's first words, and their longest.
    List<Highlight> byRule() {
        List<Utterance> own =
                said.stream()
                        .filter(words ->
                                words.speaker().call().filter(call.id()::equals).isPresent())
                        .toList();
        Stream<Utterance> longest =
                own.stream()
                        .max(Comparator.comparingInt((Utterance w) -> w.text().length()))
                        .stream();
        return sorted(
                Stream.concat(own.stream().limit(1), longest)
                        .distinct()
                        .map(words ->
                                new Highlight(
                                        words.atSample(),
                                        Excerpt.of(discretion.of(words.text()), QUOTE))));
    }

    private static List<Highlight> sorted(Stream<Highlight> highlights) {
        var all = new ArrayList<>(highlights.toList());
        all.sort(Comparator.comparingLong(Highlight::atSample));
        return List.copyOf(all);
    }
}
