package io.partyline.http;

import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Card;
import io.partyline.show.Reason;
import java.util.Optional;

/// What the host does to one call.
record CallRoutes(Control control) {
    record Done(String status, CallId callSid) {}

    /// @param chosen whether the caller is to be next; yes if nothing is said
    record Choice(Optional<Boolean> chosen) {}

    void into(Routes routes) {
        routes.put("/api/calls/{call_sid}/card", this::card)
                .post("/api/calls/{call_sid}/next", this::next)
                .post("/api/calls/{call_sid}/{verb}", this::act);
    }

    private CardPicture card(Asked asked) {
        CallId call = asked.call();
        Card.Written written = asked.body(CardWords.class).written();
        control.ask(new CallCommand.WriteCard(call, written));
        return control.show()
                .call(call)
                .map(CardPicture::of)
                .orElseThrow(() -> new Problem(Reason.NO_SUCH_CALL));
    }

    private Done act(Asked asked) {
        String word = asked.path("verb");
        CallVerb verb = CallVerb.named(word).orElseThrow(() -> unknown(word));
        asked.nothing();
        control.ask(verb.of(asked.call()));
        return new Done(verb == CallVerb.UNDO ? undone(asked.call()) : verb.done(), asked.call());
    }

    /// Somebody who was let go is on their way back to the air, everybody else waits.
    private String undone(CallId call) {
        return control.show().call(call).map(QueueEntry::state).orElse(CallVerb.UNDO.done());
    }

    private Done next(Asked asked) {
        boolean wanted = asked.body(Choice.class).chosen().orElse(true);
        CallId call = asked.call();
        control.ask(new CallCommand.ChooseNext(call, wanted));
        return new Done(wanted ? "next" : "held", call);
    }

    private static Problem unknown(String word) {
        return new Problem(
                404,
                "Nothing called \"%s\" can be done to a call; there is %s, next."
                        .formatted(Texts.shortened(word), CallVerb.words()));
    }
}
