package io.partyline.twilio;

import io.partyline.port.Switchboard;
import io.partyline.port.Switchboard.Admission;
import io.partyline.port.Switchboard.Answer;
import io.partyline.show.CallId;
import java.lang.System.Logger.Level;
import java.util.function.Function;

/// Answers the carrier's questions about a call: asks the show what to do, and says it in TwiML.
///
/// Every answer may be asked for twice and late. Safe for use by many threads at once.
final class CallFlow {
    private static final System.Logger LOG = System.getLogger(CallFlow.class.getName());

    private final TwilioSettings.Hold hold;
    private final Twiml twiml;
    private final BedFile bed;
    private final StreamTokens tokens;
    private final Switchboard switchboard;
    private final Traffic traffic;
    private final EndedCalls ended;

    CallFlow(
            TwilioSettings settings,
            BedFile bed,
            StreamTokens tokens,
            Switchboard switchboard,
            EndedCalls ended,
            Traffic traffic) {
        this.ended = ended;
        hold = settings.hold();
        twiml = new Twiml(settings);
        this.bed = bed;
        this.tokens = tokens;
        this.switchboard = switchboard;
        this.traffic = traffic;
    }

    /// The phone rings.
    String voice(Webhook webhook) {
        return ended.contains(webhook.call()) ? twiml.nothing() : whileAlive(webhook, this::admit);
    }

    /// The carrier's word that a call is over may overtake its question about it: whatever the show
    /// has made of the question is taken back.
    private String whileAlive(Webhook webhook, Function<Webhook, String> answer) {
        String document = answer.apply(webhook);
        if (ended.contains(webhook.call())) {
            gone(webhook.call());
            return twiml.nothing();
        }
        return document;
    }

    private String admit(Webhook webhook) {
        CallId call = webhook.call();
        Admission admission = switchboard.ring(call, webhook.number());
        return switch (admission) {
            case GREET ->
                    mayStream(call)
                            ? twiml.greetAndConnect(tokens.issue(call))
                            : twiml.greetAndWait();
            case WELCOME_BACK -> twiml.waitOn();
            case CLOSED -> twiml.closed();
            case LEAVE_MESSAGE -> twiml.leaveMessage();
            case FULL -> twiml.full();
            case BANNED -> twiml.banned();
            case OVER -> twiml.hangUp();
        };
    }

    /// The wait document has run out, or is asked for the first time. Whoever is not wanted any
    /// more is hung up by REST.
    String holdMusic(Webhook webhook) {
        return ended.contains(webhook.call()) ? twiml.nothing() : whileAlive(webhook, this::waits);
    }

    private String waits(Webhook webhook) {
        return twiml.meanwhile(
                switchboard.waiting(webhook.call(), webhook.number(), webhook.waited()), bed);
    }

    /// What a caller said when they were asked. Whatever it was, they wait as before.
    ///
    /// @param question its number
    String said(Webhook webhook, long question) {
        return ended.contains(webhook.call())
                ? twiml.nothing()
                : whileAlive(webhook, answer -> said(answer, answer.answer(question)));
    }

    private String said(Webhook webhook, Answer answer) {
        switchboard.answered(webhook.call(), answer);
        return waits(webhook);
    }

    /// A caller has left a message, and is on the line still. Whoever hung up instead hears nothing
    /// of this.
    String messageLeft(Webhook webhook) {
        switchboard.messageLeft(webhook.call());
        return twiml.thanks();
    }

    /// The recording of a message can be had, or there is none; most often after the call is over.
    void messageReady(Webhook webhook) {
        switchboard.messageLeft(webhook.call());
    }

    /// News of a call; only its end matters.
    void status(Webhook webhook) {
        if (webhook.over()) {
            gone(webhook.call());
        }
    }

    /// News of a stream; the socket itself says more, unless there was none. An older stream's
    /// error is old news.
    void streamStatus(Webhook webhook) {
        if (webhook.form().value("StreamEvent").equals("stream-error")) {
            CallId call = webhook.call();
            LOG.log(Level.WARNING, "The carrier reports a stream error of call {0}.", call);
            traffic.trouble("The telephone company could not keep a caller's audio connected.");
            if (tokens.awaits(call, webhook.form().value("StreamName"))) {
                switchboard.notConnected(call);
            }
        }
    }

    /// In carrier hold a caller streams only once they are asked for, by REST. And nobody gets a
    /// ticket for a call that is streaming: the carrier would not ask, so this is an old request
    /// played again by somebody who wants in; nor for one that the carrier does not know. The same
    /// goes for a call that the show has let in before, though its caller may be on the telephone
    /// and only their stream be broken. Whoever is genuine all the same waits in the carrier's
    /// queue, and is found there.
    private boolean mayStream(CallId call) {
        return hold == TwilioSettings.Hold.STUDIO
                && !traffic.carries(call)
                && switchboard.isGenuine(call);
    }

    private void gone(CallId call) {
        ended.add(call);
        tokens.forget(call);
        switchboard.gone(call);
    }
}
