package io.partyline.studio.phone;

import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.ShowCommand;
import io.partyline.studio.run.ShowThread;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// Speaks with the telephone network for the show. What it learns comes back as a command; what the
/// network refuses is kept as a sentence for the host.
///
/// Everything but [#trouble] may block for as long as the network takes, so it is for `react`
/// threads.
public final class Operator {
    private static final System.Logger LOG = System.getLogger(Operator.class.getName());

    private final Telephony telephony;
    private final ShowThread show;
    private volatile Optional<String> trouble = Optional.empty();

    public Operator(Telephony telephony, ShowThread show) {
        this.telephony = telephony;
        this.show = show;
    }

    /// What the network last refused, in a sentence.
    public Optional<String> trouble() {
        return trouble;
    }

    /// Asks for a caller who waits in the network's queue. The leg, if it comes, does the rest.
    public void fetch(CallId call) {
        try {
            telephony.connect(call);
            trouble = Optional.empty();
        } catch (TelephonyException failed) {
            refused(failed);
            show.ask(new CallCommand.FailTake(call, String.valueOf(failed.getMessage())));
            lookFor(call);
        }
    }

    /// A caller whose hang-up nobody reported would stand in the queue for ever.
    private void lookFor(CallId call) {
        try {
            if (!telephony.liveCalls().contains(call)) {
                show.ask(new CallCommand.CallerGone(call));
            }
        } catch (TelephonyException unreachable) {
            LOG.log(Level.DEBUG, "whether a caller has gone is not known", unreachable);
        }
    }

    public void hangUp(CallId call) {
        try {
            telephony.hangUp(call);
            trouble = Optional.empty();
        } catch (TelephonyException failed) {
            refused(failed);
        }
    }

    /// After a restart: who has hung up while nobody listened?
    public void reconcile() {
        try {
            show.ask(new ShowCommand.Reconcile(telephony.liveCalls()));
        } catch (TelephonyException unreachable) {
            refused(unreachable);
        }
    }

    /// A caller who is missed may have hung up, and the network's word of it may never come.
    public void askAfter(CallId call) {
        try {
            if (telephony.hasEnded(call)) {
                show.ask(new CallCommand.CallerGone(call));
            }
        } catch (TelephonyException unreachable) {
            refused(unreachable);
        }
    }

    private void refused(TelephonyException failed) {
        LOG.log(Level.WARNING, "the telephone network: {0}", failed.getMessage());
        trouble = Optional.ofNullable(failed.getMessage());
    }
}
