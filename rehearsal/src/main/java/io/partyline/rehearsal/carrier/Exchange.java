package io.partyline.rehearsal.carrier;

import java.time.Duration;

/// What every call needs of the carrier around it.
record Exchange(
        CarrierPlan plan,
        Chance chance,
        Diary diary,
        Crew crew,
        Faults faults,
        Webhooks webhooks,
        Queues queues,
        Recordings recordings) {

    /// A time of life, at the speed of this rehearsal.
    Duration paced(Duration life) {
        return Duration.ofNanos((long) (life.toNanos() / plan.speed()));
    }

    /// Writes what the carrier's debugger would show.
    void complain(String callSid, int code, String message) {
        diary.write(new Happening.Complained(diary.now(), callSid, code, message));
    }

    /// Tells the show something whose answer nobody waits for.
    void tell(Webhook callback) {
        var _ = webhooks.send(callback);
    }
}
