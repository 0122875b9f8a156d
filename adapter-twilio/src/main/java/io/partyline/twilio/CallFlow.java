package io.partyline.twilio;

import io.partyline.port.Switchboard;
import io.partyline.port.Switchboard.Admission;
import io.partyline.show.CallId;
import java.lang.System.Logger.Level;

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
    private final EndedCalls ended = new EndedCalls();

    CallFlow(
            TwilioSettings settings,
            BedFile bed,
            StreamTokens tokens,
            Switchboard switchboard,
            Traffic traffic) {
        hold = settings.hold();
        twiml = new Twiml(settings);
        this.bed = bed;
        this.tokens = tokens;
        this.switchboard = switchboard;
        this.traffic = traffic;
    }

    /// The phone rings, or a call has nowhere else to go.
    String voice(Webhook webhook) {
        return ended.contains(webhook.call()) ? twiml.hangUp() : admit(webhook);
    }

    private String admit(Webhook webhook) {
        CallId call = webhook.call();
        Admission admission = switchboard.ring(call, webhook.number());
        return switch (admission) {
            case GREET ->
                    mayStream(call)
                            ? twiml.greetAndConnect(tokens.issue(call))
                            : twiml.greetAndWait();
            case WELCOME_BACK -> back(call);
            case CLOSED -> twiml.closed();
            case FULL -> twiml.full();
            case BANNED -> twiml.banned();
            case OVER -> twiml.hangUp();
        };
    }

    /// The wait document has run out, or is asked for the first time.
    String holdMusic(Webhook webhook) {
        return ended.contains(webhook.call()) ? twiml.hangUp() : waitOn(webhook);
    }

    private String waitOn(Webhook webhook) {
        return switch (switchboard.waiting(webhook.call(), webhook.number(), webhook.waited())) {
            case STAY -> twiml.holdMusic(bed);
            case COME_BACK -> {
                tokens.issue(webhook.call());
                yield twiml.leave();
            }
            case HANG_UP -> twiml.hangUp();
        };
    }

    /// The caller has left the carrier's queue. Where we let them out, the answer is what follows:
    /// a queue with an action never gets to the next verb of its document.
    String queueLeft(Webhook webhook) {
        String result = webhook.form().value("QueueResult");
        return switch (result) {
            case "hangup" -> {
                gone(webhook.call());
                yield twiml.nothing();
            }
            case "leave" -> back(webhook.call());
            case "error", "queue-full", "system-error" -> {
                LOG.log(Level.WARNING, "Call {0} left the queue: {1}.", webhook.call(), result);
                traffic.trouble("The telephone company could not keep a caller waiting.");
                yield twiml.startOver();
            }
            default -> twiml.nothing();
        };
    }

    /// News of a call; only its end matters.
    void status(Webhook webhook) {
        if (webhook.over()) {
            gone(webhook.call());
        }
    }

    /// News of a stream; the socket itself says more, unless there was none.
    void streamStatus(Webhook webhook) {
        if (webhook.form().value("StreamEvent").equals("stream-error")) {
            LOG.log(
                    Level.WARNING,
                    "The carrier reports a stream error of call {0}.",
                    webhook.call());
            traffic.trouble("The telephone company could not keep a caller's audio connected.");
        }
    }

    private String back(CallId call) {
        return mayStream(call) ? twiml.connect(tokens.issue(call)) : twiml.waitOn();
    }

    /// In carrier hold a caller streams only if somebody has just called for them. And nobody gets
    /// a ticket for a call that is streaming: the carrier would not ask, so this is an old request
    /// played again by somebody who wants in.
    private boolean mayStream(CallId call) {
        boolean wanted = hold == TwilioSettings.Hold.STUDIO || tokens.waits(call);
        return wanted && !traffic.carries(call);
    }

    private void gone(CallId call) {
        ended.add(call);
        tokens.forget(call);
        switchboard.gone(call);
    }
}
