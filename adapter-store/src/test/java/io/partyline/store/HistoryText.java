package io.partyline.store;

import io.partyline.show.CallRecord;
import io.partyline.show.Show;
import io.partyline.show.Summary;
import java.util.stream.Collectors;

/// What the history of a show says about each of its calls, as text.
final class HistoryText {
    private HistoryText() {}

    static String of(Show show) {
        return show.history().records().stream()
                .map(past -> of(show, past))
                .collect(Collectors.joining("\n"));
    }

    private static String of(Show show, CallRecord past) {
        var instants = past.call().instants();
        return """
        %s %s, rang %s, aired %s, ended %s by %s
          summary: %s
        %s\
        """
                .formatted(
                        past.id().value(),
                        past.caller().name(),
                        instants.rang(),
                        instants.aired().map(Object::toString).orElse("never"),
                        past.ended(),
                        past.by(),
                        past.summary().map(HistoryText::of).orElse("pending"),
                        said(show, past));
    }

    private static String of(Summary summary) {
        return "%s [%s, %s]".formatted(summary.text(), summary.topic(), summary.source());
    }

    private static String said(Show show, CallRecord past) {
        return show.transcript(past).stream()
                .map(said ->
                        "  %d %s %s: %s%n"
                                .formatted(
                                        said.seq(), said.at(), said.speaker().role(), said.text()))
                .collect(Collectors.joining());
    }
}
