package io.partyline.carrier.plan;

/// Everything that a [Carrier] has to know before it opens.
///
/// @param account who the customer is
/// @param number what can be dialled
/// @param tunnel how public addresses reach the show on this computer
/// @param apiPort loopback port of the REST desk; 0 lets the system choose
/// @param seed where ids and chance start; the same seed gives the same ids in the same order
/// @param speed how much faster than life prompts, pauses and time-outs pass; 1 is life. A media
///   stream is never hurried: its frames are 20 ms apart whatever this says
/// @param onWaitError what happens to a waiting caller whose wait document cannot be fetched
public record CarrierPlan(
        Account account,
        PhoneNumber number,
        Tunnel tunnel,
        int apiPort,
        long seed,
        double speed,
        OnWaitError onWaitError) {

    /// What to do when a wait document cannot be had. The real carrier's answer is not documented,
    /// so a show should be rehearsed with both.
    public enum OnWaitError {
        /// The caller stays in the queue in silence, and the document is asked for again.
        KEEP_WAITING,
        /// The caller leaves the queue with the result `error`.
        LEAVE_QUEUE
    }

    public CarrierPlan {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("Speed must be above 0: " + speed);
        }
    }

    /// A plan in real time, on any port, with callers kept waiting.
    public static CarrierPlan of(Account account, PhoneNumber number, Tunnel tunnel) {
        return new CarrierPlan(account, number, tunnel, 0, 1, 1, OnWaitError.KEEP_WAITING);
    }

    /// The same plan with ids and chance from another seed.
    public CarrierPlan seed(long other) {
        return new CarrierPlan(account, number, tunnel, apiPort, other, speed, onWaitError);
    }

    /// The same plan with prompts, pauses and time-outs at another speed.
    public CarrierPlan speed(double other) {
        return new CarrierPlan(account, number, tunnel, apiPort, seed, other, onWaitError);
    }

    /// The same plan with the REST desk on a port that is known beforehand.
    public CarrierPlan apiPort(int other) {
        return new CarrierPlan(account, number, tunnel, other, seed, speed, onWaitError);
    }

    /// The same plan with another fate for a caller whose wait document fails.
    public CarrierPlan onWaitError(OnWaitError other) {
        return new CarrierPlan(account, number, tunnel, apiPort, seed, speed, other);
    }
}
