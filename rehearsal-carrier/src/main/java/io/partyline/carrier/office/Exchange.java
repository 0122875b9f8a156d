package io.partyline.carrier.office;

import io.partyline.carrier.diary.Diary;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.Faults;
import java.time.Duration;

/// What every call needs of the carrier around it.
public record Exchange(
        CarrierPlan plan,
        Chance chance,
        Diary diary,
        Crew crew,
        Faults faults,
        Webhooks webhooks,
        Subscription subscription,
        Bins bins) {

    /// A time of life, at the speed of this rehearsal.
    public Duration paced(Duration life) {
        return Duration.ofNanos((long) (life.toNanos() / plan.speed()));
    }

    /// Writes what the carrier's debugger would show.
    public void complain(String callSid, int code, String message) {
        diary.write(new Happening.Complained(diary.now(), callSid, code, message));
    }

    /// Tells the show something whose answer nobody waits for.
    public void tell(Webhook callback) {
        var _ = webhooks.send(callback);
    }
}
