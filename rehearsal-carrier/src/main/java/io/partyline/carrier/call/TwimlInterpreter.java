package io.partyline.carrier.call;

import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.office.Exchange;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.twiml.ApplicationErrorException;
import io.partyline.carrier.twiml.Rules;
import io.partyline.carrier.twiml.TwimlDocument;
import io.partyline.carrier.twiml.Verb;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Runs TwiML documents one after another until the call is over.
///
/// Owned by the call's own thread.
final class TwimlInterpreter {
    /// So many `<Redirect>`s in a row, with nothing in between that the caller could notice.
    private static final int REDIRECTS = 10;

    private final Exchange exchange;
    private final PhoneCall call;
    private final Documents documents;
    private final Prompts prompts;
    private final Gathering gathering;
    private final Waiting waiting;
    private final Streaming streaming;
    private final Messages messages;
    private int redirects;

    /// Whether the fallback has been asked and has not yet given the caller anything to notice: a
    /// fallback that fails itself is the end, one that worked is there for the next time.
    private boolean fellBack;

    TwimlInterpreter(Exchange exchange, PhoneCall call) {
        this.exchange = exchange;
        this.call = call;
        documents = new Documents(exchange, call);
        prompts = new Prompts(exchange, call, documents);
        gathering = new Gathering(exchange, call, prompts);
        waiting = new Waiting(exchange, call, this);
        streaming = new Streaming(exchange, call);
        messages = new Messages(exchange, call);
    }

    /// Runs from the first document to the end of the call.
    Ending run(Source first) {
        Source source = first;
        while (true) {
            switch (safely(source)) {
                case Step.Go(var next) -> source = next;
                case Step.End(var why) -> {
                    return why;
                }
                case Step.Interrupted _ -> {
                    switch (call.attention().take()) {
                        case Order.Replace(var next) -> source = next;
                        case Order.End(var why) -> {
                            return why;
                        }
                    }
                }
                case Step.Next _, Step.LeaveQueue _, Step.QueueError _, Step.Failed _ -> {
                    return Ending.DOCUMENT_RAN_OUT;
                }
            }
        }
    }

    /// Runs one document, and turns an application error into the fallback document or the end.
    private Step safely(Source source) {
        try {
            Step step = play(source, Rules.CALL);
            return step instanceof Step.Failed(var why) ? fallback(why) : step;
        } catch (ApplicationErrorException e) {
            exchange.complain(call.sid(), e.code(), e.reason());
            return fallback(e);
        }
    }

    private Step fallback(ApplicationErrorException error) {
        PhoneNumber.Hook hook = call.number().fallback();
        if (!hook.set() || fellBack) {
            return new Step.End(Ending.APPLICATION_ERROR);
        }
        fellBack = true;
        Map<String, String> extra = new LinkedHashMap<>();
        extra.put("ErrorCode", Integer.toString(error.code()));
        if (!documents.latest().isEmpty()) {
            extra.put("ErrorUrl", documents.latest());
        }
        return new Step.Go(new Source.Fetch(hook.url(), hook.method(), extra));
    }

    /// Runs one document.
    ///
    /// @throws ApplicationErrorException if it cannot be had, read or run
    Step play(Source source, Rules rules) {
        Optional<TwimlDocument> document = documents.open(source);
        return document.isEmpty() ? Step.INTERRUPTED : play(document.get(), rules);
    }

    private Step play(TwimlDocument document, Rules rules) {
        for (Verb verb : document.verbs()) {
            Step step =
                    call.attention().interrupted() ? Step.INTERRUPTED : run(verb, document, rules);
            if (!(step instanceof Step.Next)) {
                return step;
            }
        }
        return call.attention().interrupted() ? Step.INTERRUPTED : Step.NEXT;
    }

    private Step run(Verb verb, TwimlDocument in, Rules rules) {
        if (!rules.allow(verb)) {
            throw new ApplicationErrorException(12200, "Not allowed here: " + verb);
        }
        if (verb instanceof Verb.Redirect redirect) {
            return redirect(redirect, in);
        }
        redirects = 0;
        fellBack = false;
        return verb instanceof Verb.Reject(var busy) ? reject(busy) : answered(verb, in);
    }

    private Step answered(Verb verb, TwimlDocument in) {
        call.answer();
        return switch (verb) {
            case Verb.Gather gather -> gathering.run(gather, in);
            case Verb.Connect connect -> streaming.run(connect, in);
            case Verb.Enqueue enqueue -> waiting.run(enqueue, in);
            case Verb.Message message -> messages.run(message, in);
            case Verb.Hangup _ -> new Step.End(Ending.HANGUP_VERB);
            case Verb.Leave _ -> new Step.LeaveQueue();
            default -> prompt(verb, in);
        };
    }

    private Step prompt(Verb verb, TwimlDocument in) {
        prompts.run(verb, in, () -> false);
        return Step.NEXT;
    }

    private Step reject(boolean busy) {
        if (call.phase() != CallPhase.RINGING) {
            throw new ApplicationErrorException(
                    12200, "<Reject> must come before everything else.");
        }
        return new Step.End(busy ? Ending.BUSY : Ending.REJECTED);
    }

    private Step redirect(Verb.Redirect redirect, TwimlDocument in) {
        redirects++;
        if (redirects > REDIRECTS) {
            throw new ApplicationErrorException(
                    11215, "More than 10 redirects with nothing between.");
        }
        String url = in.absolute(redirect.url());
        return new Step.Go(new Source.Fetch(url, redirect.method()));
    }
}
