package io.partyline.http;

import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.ProducerTalkEnd;
import io.partyline.show.Seat;
import java.util.Optional;

/// The producer talks with a caller who waits, and host or producer end that.
///
/// @param producer where the producer's microphone is
record TalkRoutes(Control control, Optional<BrowserSeat> producer) {
    private static final String NOT_THE_HOST =
            "The producer talks with callers from their own page; the host has talkback.";

    private static final String NO_MICROPHONE =
            "Your microphone is not there, so the caller would not hear you: sit down at it first.";

    /// What can be done, as it stands in an address.
    static final String VERBS = "talk-start, talk-stop";

    void into(Routes routes) {
        routes.post("/api/calls/{call_sid}/talk-start", this::start)
                .post("/api/calls/{call_sid}/talk-stop", this::stop);
    }

    private CallRoutes.Done start(Asked asked) {
        asked.nothing();
        if (asked.seat() != Seat.PRODUCER) {
            throw new Problem(409, NOT_THE_HOST);
        }
        checkMicrophone();
        control.ask(new CallCommand.BeginProducerTalk(asked.call()));
        stillThere(asked.call());
        return new CallRoutes.Done("talking", asked.call());
    }

    /// The page may have gone before the show knew of the talk: then nobody else ends it.
    private void stillThere(CallId call) {
        if (!sits()) {
            control.ask(new CallCommand.EndProducerTalk(call, ProducerTalkEnd.PAGE_GONE));
            throw new Problem(409, NO_MICROPHONE);
        }
    }

    private boolean sits() {
        return producer.flatMap(BrowserSeat::mic).isPresent();
    }

    private void checkMicrophone() {
        if (producer.flatMap(BrowserSeat::mic).filter(mic -> mic.trouble().isEmpty()).isEmpty()) {
            throw new Problem(409, NO_MICROPHONE);
        }
    }

    private CallRoutes.Done stop(Asked asked) {
        asked.nothing();
        ProducerTalkEnd why =
                switch (asked.seat()) {
                    case HOST -> ProducerTalkEnd.HOST;
                    case PRODUCER -> ProducerTalkEnd.PRODUCER;
                };
        control.ask(new CallCommand.EndProducerTalk(asked.call(), why));
        return new CallRoutes.Done("held", asked.call());
    }

    /// The producer's page has gone: whoever they talked with waits as before.
    void left() {
        control.show()
                .calls()
                .withProducer()
                .map(Call::id)
                .ifPresent(call ->
                        control.room()
                                .ask(
                                        new CallCommand.EndProducerTalk(
                                                call, ProducerTalkEnd.PAGE_GONE)));
    }
}
