package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.port.Journal;
import io.partyline.show.AiVoice;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Cuts;
import io.partyline.show.PhoneNumbers;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.Speaker;
import io.partyline.show.Summary;
import io.partyline.show.Utterance;
import io.partyline.show.Visit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A show as its journal tells it, ready to be written out: times count from the beginning of the
/// recording, texts are on one line, and telephone numbers are hidden.
///
/// What goes to listeners is made of [#published]: without what was dumped, and with the times of a
/// mix that leaves that out.
///
/// @param recorded where its stems come from, if a form needs them
/// @param left what is left out here; times count without it
record ShowFile(Show show, List<Journal.Entry> entries, RecordedStems recorded, Cuts left) {
    /// The stem of the host, and their own recording of themselves.
    private static final String HOST = "01_Host";

    private static final String HOST_LOCAL = HOST + "-Local";

    /// @param name as it is
    /// @param label the name, with a mark if it is an AI voice's
    /// @param role see [io.partyline.show.Speaker#role]
    record Said(
            String name, String label, String role, String text, Duration start, Duration end) {}

    /// A place that matters.
    record Mark(Duration at, String what) {}

    /// A stretch of a call on the air. A call may have several.
    ///
    /// @param visit which of its call it is, from 1
    /// @param end of a visit that has not ended, the end of what is known
    /// @param topic empty if there is none
    /// @param summary empty if there is none
    /// @param marks the places in it that matter
    record Aired(
            CallId id,
            String name,
            boolean real,
            int visit,
            Duration start,
            Duration end,
            String topic,
            String summary,
            List<Mark> marks) {
        Duration length() {
            return end.minus(start);
        }

        /// Who calls and about what, with a mark if it is an AI voice.
        String title() {
            return titled(real ? name : AiVoice.marked(name));
        }

        /// The same for a place that says anyway what kind of caller it is.
        String unmarkedTitle() {
            return titled(name);
        }

        private String titled(String who) {
            String title = topic.isEmpty() ? who : who + ": " + topic;
            return again() ? title + " (visit " + visit + ")" : title;
        }

        boolean again() {
            return visit > 1;
        }

        private Aired numbered(int number) {
            return new Aired(id, name, real, number, start, end, topic, summary, marks);
        }
    }

    static ShowFile of(List<Journal.Entry> entries, RecordedStems recorded) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("there is no such show");
        }
        Show show = Show.before(entries.getFirst().seq() - 1);
        for (Journal.Entry entry : entries) {
            show = show.apply(entry.event());
        }
        return new ShowFile(show, entries, recorded, Cuts.NONE);
    }

    /// What was dumped of the show.
    Cuts dumped() {
        return Cuts.of(entries.stream().map(Journal.Entry::event));
    }

    /// The show as it is published.
    ShowFile published() {
        return new ShowFile(show, entries, recorded, dumped());
    }

    /// What was said, in the order in which it was said.
    List<Said> said() {
        List<Utterance> all =
                show.conversation().utterances().stream()
                        .filter(said -> !clean(said.text()).isEmpty())
                        .filter(this::isHeard)
                        .sorted(Comparator.comparingLong(Utterance::atSample))
                        .toList();
        var said = new ArrayList<Said>();
        for (int i = 0; i < all.size(); i++) {
            said.add(said(all.get(i), all.subList(i + 1, all.size())));
        }
        return said;
    }

    private boolean isHeard(Utterance said) {
        return !reaches(left, said.atSample(), said.text());
    }

    /// Whether something that was said may reach into what is left out. Only its beginning is known
    /// to the sample, so it is left out as a whole.
    static boolean reaches(Cuts cuts, long from, String text) {
        Duration longest = end(Duration.ZERO, clean(text).length(), Optional.empty());
        return cuts.touch(from, from + longest.toMillis() * Frames.RATE / 1_000);
    }

    private Said said(Utterance words, List<Utterance> after) {
        String text = clean(words.text());
        Duration start = time(words);
        Duration end = end(start, text.length(), after.stream().map(this::time).findFirst());
        Speaker speaker = words.speaker();
        return new Said(
                clean(speaker.name()),
                clean(AiVoice.name(speaker)),
                clean(speaker.role()),
                text,
                start,
                end);
    }

    private Duration time(Utterance said) {
        return time(said.atSample());
    }

    private Duration time(long sample) {
        return at(left.published(sample));
    }

    /// The time of a sample at 48 kHz.
    static Duration at(long sample) {
        return Duration.ofMillis(sample * 1_000 / Frames.RATE);
    }

    /// When something ends that has only a beginning: as long as its words take to say, at 15
    /// letters a second, but not beyond the next beginning.
    private static Duration end(Duration start, int letters, Optional<Duration> next) {
        Duration end = start.plusMillis(600 + letters * 1_000L / 15);
        return next.filter(then -> then.compareTo(start) > 0 && then.compareTo(end) < 0)
                .orElse(end);
    }

    /// Every visit of every caller who was heard, also of those who still are, in the order in
    /// which they came on.
    List<Aired> aired() {
        Stream<Aired> past =
                show.history().aired().stream().flatMap(call -> aired(call.call(), call.summary()));
        Stream<Aired> live =
                show.calls().live().values().stream()
                        .flatMap(call -> aired(call, Optional.empty()));
        List<Aired> inOrder =
                Stream.concat(past, live).sorted(Comparator.comparing(Aired::start)).toList();
        var visits = new HashMap<CallId, Integer>();
        return inOrder.stream()
                .map(aired -> aired.numbered(visits.merge(aired.id(), 1, Integer::sum)))
                .toList();
    }

    /// The moments that the host marked, in their order.
    List<Mark> marked() {
        return entries.stream()
                .map(Journal.Entry::event)
                .filter(ShowEvent.MomentMarked.class::isInstance)
                .map(ShowEvent.MomentMarked.class::cast)
                .map(mark -> new Mark(time(mark.atSample()), clean(mark.note())))
                .map(mark -> mark.what().isEmpty() ? new Mark(mark.at(), "Mark") : mark)
                .toList();
    }

    /// Whether an AI voice was on the air.
    boolean aiVoices() {
        return aired().stream().anyMatch(call -> !call.real());
    }

    private Stream<Aired> aired(Call call, Optional<Summary> summary) {
        return call.visits().all().stream()
                .map(visit ->
                        new Aired(
                                call.id(),
                                clean(call.caller().name()),
                                call.caller().isReal(),
                                1,
                                time(visit.from().sample()),
                                end(visit),
                                summary.map(s -> clean(s.topic())).orElse(""),
                                summary.map(s -> clean(s.text())).orElse(""),
                                marks(visit, summary)));
    }

    private List<Mark> marks(Visit visit, Optional<Summary> summary) {
        return summary.map(Summary::highlights).orElse(List.of()).stream()
                .filter(highlight -> visit.holds(highlight.atSample()))
                .filter(highlight -> !left.touch(highlight.atSample(), highlight.atSample() + 1))
                .map(highlight -> new Mark(time(highlight.atSample()), clean(highlight.what())))
                .toList();
    }

    private Duration end(Visit visit) {
        Duration from = time(visit.from().sample());
        Duration to = visit.to().map(end -> time(end.sample())).orElseGet(this::length);
        return to.compareTo(from) < 0 ? from : to;
    }

    /// Text from outside, as every form can hold it.
    static String clean(String text) {
        return PhoneNumbers.hidden(text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip());
    }

    /// The stems, by their names.
    List<RecordedStem> stems() throws IOException {
        return recorded.of(show.id());
    }

    /// The program as it was recorded, if it was; with the host's own recording of themselves, if
    /// there is one.
    Optional<Samples> mix() throws IOException {
        Optional<Samples> mix = stem(ShowExports.MIX);
        Optional<Samples> line = stem(HOST);
        Optional<Samples> own = stem(HOST_LOCAL);
        return mix.isPresent() && line.isPresent() && own.isPresent()
                ? Optional.of(with(own.get(), line.get(), mix.get()))
                : mix;
    }

    private Samples with(Samples own, Samples line, Samples mix) {
        return new OwnHost(mix, line, own, HostHeard.in(entries, mix.count()));
    }

    private Optional<Samples> stem(String name) throws IOException {
        return stems().stream()
                .filter(stem -> stem.name().equals(name))
                .<Samples>map(StemSamples::new)
                .findFirst();
    }

    Duration length() {
        return time(since(entries.getLast().event().at()).toMillis() * Frames.RATE / 1_000);
    }

    private Duration since(Instant at) {
        Duration since = Duration.between(show.openedAt(), at);
        return since.isNegative() ? Duration.ZERO : since;
    }
}
