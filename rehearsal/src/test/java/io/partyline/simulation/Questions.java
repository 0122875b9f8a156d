package io.partyline.simulation;

import static io.partyline.simulation.Rule.check;

import io.partyline.show.CallId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What one life of the program has asked the telephone network, and what it must not ask: too much
/// at a time, or for somebody who is on the way. And whom it has taken for a caller though they
/// were none.
final class Questions {
    /// Between two questions for a caller, in milliseconds: five a second.
    private static final long PACE = 200;

    /// How long a leg that was asked for may take to come.
    private static final long ON_THE_WAY = 4_000;

    private final Agenda agenda;
    private final Map<CallId, Long> agreed = new HashMap<>();
    private final Set<CallId> strangers = new HashSet<>();
    private long asked = Long.MIN_VALUE / 2;
    private long unanswered;

    Questions(Agenda agenda) {
        this.agenda = agenda;
    }

    /// The program is gone, and knows nothing of what it has asked.
    void forget() {
        agreed.clear();
        strangers.clear();
        asked = Long.MIN_VALUE / 2;
    }

    /// A caller is asked for.
    void begins(CallId call) {
        long now = agenda.now();
        check(now - asked >= PACE, "five callers are asked for in a second at most", call);
        check(
                now - agreed.getOrDefault(call, Long.MIN_VALUE / 2) >= ON_THE_WAY,
                "nobody is asked for who is on the way",
                call);
        asked = now;
    }

    void agreed(CallId call) {
        agreed.put(call, agenda.now());
    }

    /// They are not on the way any more: they have come, or cannot.
    void mayAskAgain(CallId call) {
        agreed.remove(call);
    }

    /// A question was not answered.
    void refused() {
        unanswered++;
    }

    long unanswered() {
        return unanswered;
    }

    /// @param gone whether the call was over before the network was asked about it
    /// @param before what was unanswered by then
    void vouchedFor(CallId call, boolean gone, boolean vouched, long before) {
        check(
                !vouched || !gone || unanswered > before,
                "whom the network does not know gets no way in",
                call);
        if (gone && vouched) {
            strangers.add(call);
        }
    }

    boolean isStranger(CallId call) {
        return strangers.contains(call);
    }
}
