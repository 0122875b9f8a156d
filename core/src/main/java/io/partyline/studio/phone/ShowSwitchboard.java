package io.partyline.studio.phone;

import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.Switchboard.Admission;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Decision;
import io.partyline.show.Event;
import io.partyline.show.Reason;
import io.partyline.show.Stage;
import io.partyline.studio.run.RunningShow;
import io.partyline.studio.sound.Leg;
import io.partyline.studio.sound.Legs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The switchboard of a running show: turns what the telephone network reports into commands, and
/// the show's decisions into what the network is to do. What is said to a caller in the network's
/// queue is not its affair.
///
/// Each method is what it is in [io.partyline.port.Switchboard].
public final class ShowSwitchboard {
    private final RunningShow show;
    private final Legs legs;
    private final WayBack wayBack;

    public ShowSwitchboard(RunningShow show, Legs legs, WayBack wayBack) {
        this.show = show;
        this.legs = legs;
        this.wayBack = wayBack;
    }

    public Admission ring(CallId call, CallerNumber number) {
        return switch (show.ask(new CallCommand.Ring(call, number))) {
            case Decision.Accepted(var events) -> admission(call, events);
            case Decision.Refused(var reason) -> admission(reason);
        };
    }

    private Admission admission(CallId id, List<Event> events) {
        for (Event event : events) {
            if (event instanceof CallEvent.CallTurnedAway away) {
                return admission(away.reason());
            }
        }
        return show.show().call(id).map(ShowSwitchboard::admission).orElse(Admission.OVER);
    }

    private static Admission admission(Call call) {
        return switch (call.stage()) {
            case Stage.Ringing _ -> Admission.GREET;
            case Stage.Held _,
                    Stage.Taking _,
                    Stage.OnAir _,
                    Stage.Reconnecting _,
                    Stage.Leaving _ ->
                    Admission.WELCOME_BACK;
        };
    }

    private static Admission admission(Reason reason) {
        return switch (reason) {
            case BANNED -> Admission.BANNED;
            case LINES_FULL -> Admission.FULL;
            case LINES_CLOSED, SHOW_CLOSED -> Admission.CLOSED;
            default -> Admission.OVER;
        };
    }

    /// Whoever is not wanted any more is hung up when the network is asked who is there.
    public void waiting(CallId call, CallerNumber number, Duration waited) {
        Decision decision = show.ask(new CallCommand.Wait(call, number, waited));
        if (decision instanceof Decision.Refused) {
            wayBack.look();
        }
    }

    public void gone(CallId call) {
        show.ask(new CallCommand.CallerGone(call));
    }

    public void notConnected(CallId call) {
        wayBack.notConnected(call);
    }

    /// The leg is there before the show is told, since being told puts it into the mix.
    public Optional<CallLeg> connect(CallId call, Handset handset) {
        if (show.show().call(call).isEmpty()) {
            return Optional.empty();
        }
        Leg leg = legs.open(call, handset);
        if (show.ask(new CallCommand.OpenLeg(call)) instanceof Decision.Refused) {
            legs.end(call);
            return Optional.empty();
        }
        return Optional.of(leg);
    }
}
