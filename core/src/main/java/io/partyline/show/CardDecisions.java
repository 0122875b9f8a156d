package io.partyline.show;

import static io.partyline.show.Decision.accept;
import static io.partyline.show.Decision.refuse;

import java.time.Instant;

/// The rules for one caller's card, and for asking them.
record CardDecisions(Call call, Instant now) {
    Decision write(Card.Written written) {
        return call.card().equals(call.card().written(written))
                ? accept()
                : accept(new CallEvent.CardWritten(call.id(), written, now));
    }

    /// Only somebody who waits has time, and the host who talks to them needs no screener.
    Decision screen() {
        if (call.card().asking()) {
            return accept();
        }
        if (!call.held() || call.marks().talkback()) {
            return refuse(Reason.NOT_WAITING);
        }
        return call.marks().lostSince().isPresent()
                ? refuse(Reason.NOT_CONNECTED)
                : accept(new CallEvent.ScreeningBegan(call.id(), now));
    }

    /// What was told before the caller was taken is worth as much afterwards.
    Decision file(Card.Told told) {
        return call.card().equals(call.card().told(told))
                ? accept()
                : accept(new CallEvent.CallerScreened(call.id(), told, now));
    }

    Decision end(Card.Screening how) {
        return call.card().asking()
                ? accept(new CallEvent.ScreeningEnded(call.id(), how, now))
                : accept();
    }
}
