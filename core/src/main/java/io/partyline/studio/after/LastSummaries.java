package io.partyline.studio.after;

import io.partyline.cast.Summaries;
import io.partyline.show.CallCommand;
import io.partyline.show.CallRecord;
import io.partyline.show.Show;
import io.partyline.studio.run.ShowThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Sees to it that no call of a closed show stays without a summary. A summary belongs to the show
/// of its call, and has no place in the journal any more once the next show has begun.
public final class LastSummaries {
    /// As long as a model may take for one summary.
    public static final Duration LIMIT = Afterwards.SUMMARY_LIMIT;

    private final ShowThread show;
    private volatile CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    public LastSummaries(ShowThread show) {
        this.show = show;
    }

    /// The calls of a show that have ended and still lack a summary. Of a call that was lost and
    /// found again it is the last record that gets one.
    public static List<CallRecord> missing(Show show) {
        return show.history().records().stream()
                .map(CallRecord::id)
                .distinct()
                .flatMap(id -> show.history().find(id).stream())
                .filter(last -> last.summary().isEmpty())
                .toList();
    }

    /// On the show thread, when a show has been closed.
    public void closed(Show now) {
        written = new CompletableFuture<>();
        look(now);
    }

    /// On the show thread, for every summary; most come while the show is running.
    public void look(Show now) {
        if (!now.open() && missing(now).isEmpty()) {
            written.complete(null);
        }
    }

    /// Waits until every call of the closed show has its summary, and files the plain one for those
    /// whose model has not answered by then.
    public void await(Duration limit) {
        written.copy().completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS).join();
        file();
    }

    /// Files the plain summary wherever there is none. A model's that comes later is refused.
    public void file() {
        Show now = show.show();
        missing(now)
                .forEach(past ->
                        show.ask(
                                new CallCommand.FileSummary(
                                        past.id(), Summaries.fallback(now, past))));
    }
}
