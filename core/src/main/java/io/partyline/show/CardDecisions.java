package io.partyline.show;

import static io.partyline.show.Decision.accept;
import static io.partyline.show.Decision.refuse;

import java.time.Instant;
import java.util.Optional;

/// The rules for one caller's card, and for asking them.
record CardDecisions(Call call, Instant now) {
    /// Whoever writes over what they have not seen is told so, and the card stays as it is.
    ///
    /// @param seen what stood there when the writer began, as far as they say
    Decision write(Card.Written written, Card.Written seen, Seat by) {
        if (call.card().says(written)) {
            return accept();
        }
        return call.card().hasChanged(written, seen)
                ? refuse(Reason.WRITTEN_MEANWHILE)
                : accept(new CallEvent.CardWritten(call.id(), written, Optional.of(by), now));
    }

    /// Only somebody who waits has time, and whoever talks to them, host or producer, needs no
    /// screener.
    Decision screen() {
        if (call.card().asking()) {
            return accept();
        }
        if (!call.held() || call.marks().talkback() || call.marks().producer()) {
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
