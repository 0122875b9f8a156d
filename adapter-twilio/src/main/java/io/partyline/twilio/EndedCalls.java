package io.partyline.twilio;

import io.partyline.show.CallId;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// The calls whose end the carrier has reported: whatever it asks about one of them afterwards was
/// sent before, and is late. The show knows only those that it has heard of in time.
///
/// Safe for use by many threads at once.
final class EndedCalls {
    /// Many times the calls that can end within the seconds by which a request is late; beyond that
    /// the oldest is forgotten.
    private static final int MOST = 1_000;

    private final SequencedSet<CallId> calls = new LinkedHashSet<>();

    synchronized void add(CallId call) {
        calls.addLast(call);
        if (calls.size() > MOST) {
            calls.removeFirst();
        }
    }

    synchronized boolean contains(CallId call) {
        return calls.contains(call);
    }
}
