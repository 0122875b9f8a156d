package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.port.Journal;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Moment;
import io.partyline.show.PhoneNumbers;
import io.partyline.show.Show;
import io.partyline.show.Summary;
import io.partyline.show.Utterance;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A show as its journal tells it, ready to be written out: times count from the beginning of the
/// recording, texts are on one line, and telephone numbers are hidden.
///
/// @param recorded where its stems come from, if a form needs them
record ShowFile(Show show, List<Journal.Entry> entries, RecordedStems recorded) {
    /// @param role see [io.partyline.show.Speaker#role]
    record Said(String name, String role, String text, Duration start, Duration end) {}

    /// A place in a call that matters.
    record Mark(Duration at, String what) {}

    /// A call that was on the air.
    ///
    /// @param end of a call that has not ended, the end of what is known
    /// @param topic empty if there is none
    /// @param summary empty if there is none
    record Aired(
            CallId id,
            String name,
            boolean real,
            Duration start,
            Duration end,
            String topic,
            String summary,
            List<Mark> marks) {
        Duration length() {
            return end.minus(start);
        }

        String title() {
            return topic.isEmpty() ? name : name + ": " + topic;
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
        return new ShowFile(show, entries, recorded);
    }

    /// What was said, in the order in which it was said.
    List<Said> said() {
        List<Utterance> all =
                show.conversation().utterances().stream()
                        .filter(said -> !clean(said.text()).isEmpty())
                        .sorted(Comparator.comparingLong(Utterance::atSample))
                        .toList();
        var said = new ArrayList<Said>();
        for (int i = 0; i < all.size(); i++) {
            said.add(said(all.get(i), all.subList(i + 1, all.size())));
        }
        return said;
    }

    private static Said said(Utterance words, List<Utterance> after) {
        String text = clean(words.text());
        Duration start = time(words);
        Duration end = end(start, text.length(), after.stream().map(ShowFile::time).findFirst());
        String name = clean(words.speaker().name());
        return new Said(name, clean(words.speaker().role()), text, start, end);
    }

    private static Duration time(Utterance said) {
        return Duration.ofMillis(said.atSample() * 1_000 / Frames.RATE);
    }

    /// When something ends that has only a beginning: as long as its words take to say, at 15
    /// letters a second, but not beyond the next beginning.
    private static Duration end(Duration start, int letters, Optional<Duration> next) {
        Duration end = start.plusMillis(600 + letters * 1_000L / 15);
        return next.filter(then -> then.compareTo(start) > 0 && then.compareTo(end) < 0)
                .orElse(end);
    }

    /// The calls that were heard, also those that still are, in the order in which they came on.
    List<Aired> aired() {
        return Stream.concat(
                        show.history().aired().stream().map(this::aired),
                        show.calls().live().values().stream()
                                .filter(call -> call.instants().aired().isPresent())
                                .map(call -> aired(call, length(), Optional.empty())))
                .sorted(Comparator.comparing(Aired::start))
                .toList();
    }

    private Aired aired(CallRecord call) {
        return aired(call.call(), since(call.ended()), call.summary());
    }

    private Aired aired(Call call, Duration end, Optional<Summary> summary) {
        return new Aired(
                call.id(),
                clean(call.caller().name()),
                call.caller().isReal(),
                since(call.instants().aired().orElseThrow()),
                end,
                summary.map(s -> clean(s.topic())).orElse(""),
                summary.map(s -> clean(s.text())).orElse(""),
                summary.map(Summary::moments).orElse(List.of()).stream()
                        .map(ShowFile::mark)
                        .toList());
    }

    private static Mark mark(Moment moment) {
        return new Mark(
                Duration.ofMillis(moment.atSample() * 1_000 / Frames.RATE), clean(moment.what()));
    }

    /// Text from outside, as every form can hold it.
    static String clean(String text) {
        return PhoneNumbers.hidden(text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip());
    }

    /// The stems, by their names.
    List<RecordedStem> stems() throws IOException {
        return recorded.of(show.id());
    }

    Duration length() {
        return since(entries.getLast().event().at());
    }

    private Duration since(Instant at) {
        Duration since = Duration.between(show.openedAt(), at);
        return since.isNegative() ? Duration.ZERO : since;
    }
}
