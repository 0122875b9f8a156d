package io.partyline.store;

import io.partyline.audio.Frames;
import io.partyline.port.Journal;
import io.partyline.show.CallRecord;
import io.partyline.show.Show;
import io.partyline.show.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// A show as its journal tells it, with times that count from the beginning of the recording.
record ShowFile(Show show, List<Journal.Entry> entries) {
    static ShowFile of(List<Journal.Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("there is no such show");
        }
        Show show = Show.before(entries.getFirst().seq() - 1);
        for (Journal.Entry entry : entries) {
            show = show.apply(entry.event());
        }
        return new ShowFile(show, entries);
    }

    /// What was said, in the order in which it was said.
    List<Utterance> said() {
        return show.conversation().utterances().stream()
                .sorted(Comparator.comparingLong(Utterance::atSample))
                .toList();
    }

    List<CallRecord> aired() {
        return show.history().aired().stream()
                .sorted(Comparator.comparing(call -> call.call().instants().aired().orElseThrow()))
                .toList();
    }

    static Duration time(Utterance said) {
        return Duration.ofMillis(said.atSample() * 1_000 / Frames.RATE);
    }

    /// When something ends that has only a beginning: as long as its words take to say, at 15
    /// letters a second, but not beyond the next beginning.
    static Duration end(List<Utterance> said, int index) {
        Duration start = time(said.get(index));
        Duration spoken = Duration.ofMillis(600 + said.get(index).text().length() * 1_000L / 15);
        Duration end = start.plus(spoken);
        if (index + 1 < said.size()) {
            Duration next = time(said.get(index + 1));
            return next.compareTo(start) > 0 && next.compareTo(end) < 0 ? next : end;
        }
        return end;
    }

    Duration since(Instant at) {
        Duration since = Duration.between(show.openedAt(), at);
        return since.isNegative() ? Duration.ZERO : since;
    }

    Duration length() {
        return since(entries.getLast().event().at());
    }
}
