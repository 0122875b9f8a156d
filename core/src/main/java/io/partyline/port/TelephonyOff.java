package io.partyline.port;

import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import java.util.List;
import java.util.Set;

/// No telephone: nobody can be brought on, and no call is known.
record TelephonyOff() implements Telephony {
    @Override
    public boolean isOff() {
        return true;
    }

    @Override
    public void connect(CallId call) {
        throw new TelephonyException("The telephone is switched off.");
    }

    @Override
    public void hangUp(CallId call) {}

    @Override
    public Set<CallId> liveCalls() {
        return Set.of();
    }

    @Override
    public List<Waiting> waiting() {
        return List.of();
    }

    @Override
    public CallerNumber number(CallId call) {
        return CallerNumber.WITHHELD;
    }

    @Override
    public boolean hasEnded(CallId call) {
        return false;
    }
}
