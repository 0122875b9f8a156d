package io.partyline.show;

import static io.partyline.show.Decision.accept;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;

/// The rules for the producer's talks with those who wait: with one at a time, and with nobody whom
/// the host wants.
///
/// Whatever takes the caller away ends the talk, which is said ahead of it ([#endedBy]): so no rule
/// for calls needs to know of the producer.
record ProducerTalks(Show show, Instant now) {
    Decision begin(Call call) {
        if (call.marks().producer()) {
            return accept();
        }
        return deaf(call)
                .map(Decision::refuse)
                .orElse(accept(new CallEvent.ProducerTalkBegan(call.id(), now)));
    }

    private static Optional<Reason> deaf(Call call) {
        if (!call.held()) {
            return Optional.of(Reason.NOT_WAITING);
        }
        if (call.marks().talkback()) {
            return Optional.of(Reason.HOST_IS_TALKING);
        }
        return call.marks().leg() ? Optional.empty() : Optional.of(Reason.NOT_CONNECTED);
    }

    /// One that has ended already has not to be ended again.
    Decision end(Call call, ProducerTalkEnd why) {
        return call.marks().producer() ? accept(ended(call, why)) : accept();
    }

    /// The same decision, with the end of the talk ahead of what ends it.
    Decision endedBy(Decision decided) {
        Optional<Call> talk = show.calls().withProducer();
        if (talk.isEmpty() || !(decided instanceof Decision.Accepted(var events))) {
            return decided;
        }
        var told = new ArrayList<Event>();
        boolean over = false;
        for (Event event : events) {
            Optional<ProducerTalkEnd> why = over ? Optional.empty() : why(event, talk.get().id());
            why.ifPresent(end -> told.add(ended(talk.get(), end)));
            over |= why.isPresent() || isEndOf(talk.get().id(), event);
            told.add(event);
        }
        return new Decision.Accepted(told);
    }

    private static boolean isEndOf(CallId talk, Event event) {
        return event instanceof CallEvent.ProducerTalkEnded(var call, _, _) && call.equals(talk);
    }

    private static Optional<ProducerTalkEnd> why(Event event, CallId talk) {
        if (!(event instanceof CallEvent happened)) {
            return Optional.empty();
        }
        boolean theirs = happened.call().equals(talk);
        return Optional.ofNullable(
                switch (happened) {
                    case CallEvent.ProducerTalkBegan _ ->
                            theirs ? null : ProducerTalkEnd.ANOTHER_CALLER;
                    case CallEvent.TalkbackSet(_, var on, _) ->
                            theirs && on ? ProducerTalkEnd.TALKBACK : null;
                    case CallEvent.CallTaken _ -> theirs ? ProducerTalkEnd.TAKEN : null;
                    case CallEvent.CallDropped _, CallEvent.LegLost _, CallEvent.CallEnded _ ->
                            theirs ? ProducerTalkEnd.CALLER_GONE : null;
                    default -> null;
                });
    }

    private CallEvent ended(Call call, ProducerTalkEnd why) {
        return new CallEvent.ProducerTalkEnded(call.id(), why, now);
    }
}
