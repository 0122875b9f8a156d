package io.partyline.studio;

import io.partyline.port.CallLeg;
import io.partyline.port.Handset;
import io.partyline.port.Switchboard;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.studio.phone.Operator;
import io.partyline.studio.phone.ShowSwitchboard;
import io.partyline.studio.screen.Screener;
import java.time.Duration;
import java.util.Optional;

/// Who of a studio is told what the telephone network reports: the show, the screener, and the
/// voicemail. Safe for use by many threads.
final class FrontDesk implements Switchboard {
    private final ShowSwitchboard show;
    private final Operator operator;
    private final Screener screener;
    private final Optional<Mailroom> mailroom;

    FrontDesk(
            ShowSwitchboard show,
            Operator operator,
            Screener screener,
            Optional<Mailroom> mailroom) {
        this.show = show;
        this.operator = operator;
        this.screener = screener;
        this.mailroom = mailroom;
    }

    @Override
    public Admission ring(CallId call, CallerNumber number) {
        return mailroom.map(room -> room.ring(call, number, show))
                .orElseGet(() -> show.ring(call, number));
    }

    @Override
    public boolean isGenuine(CallId call) {
        return operator.vouchesFor(call);
    }

    @Override
    public Meanwhile waiting(CallId call, CallerNumber number, Duration waited) {
        if (mailroom.map(room -> room.expects(call)).orElse(false)) {
            return new Meanwhile.Music();
        }
        show.waiting(call, number, waited);
        return screener.meanwhile(call);
    }

    @Override
    public void answered(CallId call, Answer answer) {
        screener.answered(call, answer);
    }

    @Override
    public void gone(CallId call) {
        show.gone(call);
        messageLeft(call);
    }

    @Override
    public void messageLeft(CallId call) {
        mailroom.ifPresent(room -> room.news(call));
    }

    @Override
    public void notConnected(CallId call) {
        show.notConnected(call);
    }

    @Override
    public Optional<CallLeg> connect(CallId call, Handset handset) {
        return show.connect(call, handset);
    }
}
