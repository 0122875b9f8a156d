package io.partyline.carrier.plan;

import java.time.Duration;

/// Everything that a [carrier][io.partyline.carrier.Carrier] has to know before it opens.
///
/// @param account who the customer is
/// @param number what can be dialled, as it is set up at first
/// @param tunnel how public addresses reach the show on this computer
/// @param apiPort loopback port of the REST desk; 0 lets the system choose
/// @param seed where ids and chance start; the same seed gives the same ids in the same order
/// @param speed how much faster than life prompts, pauses and time-outs pass; 1 is life. A media
///   stream is never hurried: its frames are 20 ms apart whatever this says
/// @param waitFate what happens to a waiting caller whose wait document cannot be fetched
/// @param patience how long a call waits for the show's answer, retry and all
/// @param habits how it speaks on media streams
/// @param wording how it writes ids and forms
public record CarrierPlan(
        Account account,
        PhoneNumber number,
        Tunnel tunnel,
        int apiPort,
        long seed,
        double speed,
        WaitFate waitFate,
        Duration patience,
        StreamHabits habits,
        Wording wording) {
    /// Longest that the carrier waits for an answer (documented as a hard limit).
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    public CarrierPlan {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("Speed must be above 0: " + speed);
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("Patience must be above 0: " + patience);
        }
    }

    /// A plan in real time, on any port, with callers kept waiting and the usual habits.
    public static CarrierPlan of(Account account, PhoneNumber number, Tunnel tunnel) {
        return new CarrierPlan(
                account,
                number,
                tunnel,
                0,
                1,
                1,
                WaitFate.KEEP_WAITING,
                PATIENCE,
                StreamHabits.USUAL,
                Wording.USUAL);
    }

    /// The same plan with ids and chance from another seed.
    public CarrierPlan seed(long other) {
        return new CarrierPlan(
                account, number, tunnel, apiPort, other, speed, waitFate, patience, habits,
                wording);
    }

    /// The same plan with prompts, pauses and time-outs at another speed.
    public CarrierPlan speed(double other) {
        return new CarrierPlan(
                account, number, tunnel, apiPort, seed, other, waitFate, patience, habits, wording);
    }

    /// The same plan with the REST desk on a port that is known beforehand.
    public CarrierPlan apiPort(int other) {
        return new CarrierPlan(
                account, number, tunnel, other, seed, speed, waitFate, patience, habits, wording);
    }

    /// The same plan with another fate for a caller whose wait document fails.
    public CarrierPlan waitFate(WaitFate other) {
        return new CarrierPlan(
                account, number, tunnel, apiPort, seed, speed, other, patience, habits, wording);
    }

    /// The same plan with another limit for the answers of the show.
    public CarrierPlan patience(Duration other) {
        return new CarrierPlan(
                account, number, tunnel, apiPort, seed, speed, waitFate, other, habits, wording);
    }

    /// The same plan with other habits on media streams.
    public CarrierPlan habits(StreamHabits other) {
        return new CarrierPlan(
                account, number, tunnel, apiPort, seed, speed, waitFate, patience, other, wording);
    }

    /// The same plan with other ids and forms.
    public CarrierPlan wording(Wording other) {
        return new CarrierPlan(
                account, number, tunnel, apiPort, seed, speed, waitFate, patience, habits, other);
    }
}
