package io.partyline.carrier.plan;

import io.partyline.carrier.diary.Bell;
import io.partyline.carrier.diary.NotSeenException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Everything that a rehearsal can make go wrong, apart from what a single [MediaLeg] or [Tunnel]
/// offers.
///
/// Safe for use by many threads at once.
public final class Faults {
    private final Script<WebhookFault> webhooks = new Script<>();
    private final Script<RestFault> rest = new Script<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final Bell bell = new Bell();
    private volatile RateLimit limit = new RateLimit(0, System::nanoTime);
    private volatile FrameFaults frames = FrameFaults.NONE;

    public Faults() {}

    /// Faults of requests to the show. The path is that of the public URL.
    public Script<WebhookFault> webhooks() {
        return webhooks;
    }

    /// Faults of requests to the REST desk.
    public Script<RestFault> rest() {
        return rest;
    }

    /// From now on the REST desk carries out no more than so many requests in any second, and
    /// refuses the others with 429; 0 takes the limit away.
    public void restLimit(int perSecond) {
        restLimit(perSecond, System::nanoTime);
    }

    /// The same, with seconds by this clock.
    ///
    /// @param nanos a clock that only runs forward
    public void restLimit(int perSecond, LongSupplier nanos) {
        limit = new RateLimit(perSecond, nanos);
    }

    /// What becomes of the request that comes now; empty if nothing goes wrong with it.
    public Optional<RestFault> rest(String path) {
        return rest.take(path).or(() -> limit.refusal());
    }

    /// What the frames of every media stream that starts from now on go through.
    public void frames(FrameFaults faults) {
        frames = faults;
    }

    public FrameFaults frames() {
        return frames;
    }

    /// Waits until so many requests are kept by [WebhookFault.Held].
    ///
    /// @throws NotSeenException if it takes longer
    public void awaitHeld(int requests, Duration within) {
        if (!bell.await(() -> held() >= requests, within)) {
            throw new NotSeenException(requests + " held requests", List.of(held()));
        }
    }

    private int held() {
        synchronized (held) {
            return held.size();
        }
    }

    /// Lets go what [WebhookFault.Held] has kept, the latest first, each when the one before it has
    /// been answered.
    public void releaseHeld() {
        drained().forEach(Runnable::run);
    }

    private List<Runnable> drained() {
        synchronized (held) {
            List<Runnable> latestFirst = List.copyOf(held.reversed());
            held.clear();
            return latestFirst;
        }
    }

    public void hold(Runnable release) {
        synchronized (held) {
            held.addLast(release);
        }
        bell.ring();
    }
}
