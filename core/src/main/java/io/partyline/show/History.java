package io.partyline.show;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The calls that have ended, in the order in which they came.
public record History(List<CallRecord> records) {
    static final History EMPTY = new History(List.of());

    public History {
        records = List.copyOf(records);
    }

    /// The last record of this call.
    public Optional<CallRecord> find(CallId call) {
        return records.stream().filter(past -> past.id().equals(call)).reduce((_, last) -> last);
    }

    /// The calls that were heard in the program.
    public List<CallRecord> aired() {
        return records.stream().filter(CallRecord::aired).toList();
    }

    /// The calls that still lack a summary. Of a call that was lost and found again it is the last
    /// record that gets one.
    public List<CallRecord> unsummarised() {
        return records.stream()
                .map(CallRecord::id)
                .distinct()
                .flatMap(id -> find(id).stream())
                .filter(last -> last.summary().isEmpty())
                .toList();
    }

    History apply(CallEvent event, Calls before) {
        return switch (event) {
            case CallEvent.CallEnded ended ->
                    before.find(ended.call()).map(call -> file(call, ended)).orElse(this);
            case CallEvent.SummaryWritten written -> summarise(written);
            default -> this;
        };
    }

    private History file(Call call, CallEvent.CallEnded ended) {
        var end = new Moment(ended.at(), ended.atSample().orElse(0L));
        var more = new ArrayList<>(records);
        more.add(
                new CallRecord(
                        call.leavesAir(end), ended.by(), end.at(), end.sample(), Optional.empty()));
        more.sort(Comparator.comparing(past -> past.call().instants().rang()));
        return new History(more);
    }

    /// A call that was lost and found again has two records; a summary belongs to the last one.
    private History summarise(CallEvent.SummaryWritten written) {
        Optional<CallRecord> last = find(written.call());
        return new History(
                records.stream()
                        .map(past ->
                                last.filter(past::equals).isPresent()
                                        ? past.summarised(written.summary())
                                        : past)
                        .toList());
    }
}
