package io.partyline.http;

import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Channel;
import io.partyline.show.EndedBy;
import io.partyline.show.Highlight;
import io.partyline.show.Moment;
import io.partyline.show.Show;
import io.partyline.show.Summary;
import io.partyline.show.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A call that has ended, as the dashboard reads it.
///
/// @param callerType `real` or `ai`
/// @param channel the last that was theirs
/// @param airedAt when they first came on the air
/// @param airTime how long they were on the air in all, in whole seconds
/// @param visits their stretches on the air, in order
/// @param summaryStatus `pending`, `model` or `fallback`
/// @param mood how the caller was, in a word or two
/// @param highlights the places in the call that matter
/// @param transcript what was said while the call was on the air, by everybody
record PastCall(
        CallId callSid,
        String callerType,
        String callerName,
        Optional<Channel> channel,
        Instant rangAt,
        Optional<Instant> airedAt,
        Duration airTime,
        List<VisitPicture> visits,
        Instant endedAt,
        EndedBy endedBy,
        Optional<String> summary,
        String summaryStatus,
        Optional<String> topic,
        Optional<String> mood,
        List<HighlightPicture> highlights,
        Optional<CallId> basedOn,
        List<SpokenLine> transcript) {
    /// A place in the call that matters.
    ///
    /// @param atMs from the beginning of the show
    record HighlightPicture(long atMs, String what) {
        static HighlightPicture of(Highlight highlight) {
            return new HighlightPicture(SpokenLine.millis(highlight.atSample()), highlight.what());
        }
    }

    /// What a summary is until it is written.
    static final String PENDING = "pending";

    /// One stretch of a call on the air.
    ///
    /// @param leftAt when they left it; nothing while they are on it
    /// @param fromMs where in the show it began
    record VisitPicture(
            Instant airedAt, Optional<Instant> leftAt, long fromMs, Optional<Long> toMs) {
        static VisitPicture of(Visit visit) {
            return new VisitPicture(
                    visit.from().at(),
                    visit.to().map(Moment::at),
                    SpokenLine.millis(visit.from().sample()),
                    visit.to().map(end -> SpokenLine.millis(end.sample())));
        }
    }

    /// In the order of the calls.
    static List<PastCall> all(Show show) {
        return show.history().records().stream().map(past -> of(show, past)).toList();
    }

    private static PastCall of(Show show, CallRecord past) {
        Call call = past.call();
        return new PastCall(
                past.id(),
                past.caller().isReal() ? "real" : "ai",
                past.caller().name(),
                call.marks().channel(),
                call.instants().rang(),
                call.instants().aired(),
                past.airTime(),
                past.visits().all().stream().map(VisitPicture::of).toList(),
                past.ended(),
                past.by(),
                past.summary().map(Summary::text),
                past.summary().map(summary -> ShowWords.of(summary.source())).orElse(PENDING),
                past.summary().map(Summary::topic).filter(topic -> !topic.isBlank()),
                past.summary().map(Summary::mood).filter(mood -> !mood.isBlank()),
                past.summary().map(Summary::highlights).orElse(List.of()).stream()
                        .map(HighlightPicture::of)
                        .toList(),
                call.marks().basedOn(),
                show.transcript(past).stream().map(SpokenLine::of).toList());
    }
}
