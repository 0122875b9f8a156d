package io.partyline.llm;

import java.time.Duration;

/// Where an answer stands in its time. For the thread that reads it.
final class Pace {
    /// How long the end of the stream may be behind the last word: it is waited for so that the
    /// connection can be used again.
    private static final Duration LAST_BYTES = Duration.ofMillis(250);

    /// How long more text is waited for behind a reason to stop. Some servers give a reason with
    /// every piece; others end with one, and neither close nor say that it was the last.
    private static final Duration AFTER_REASON = Duration.ofMillis(1_500);

    /// How long a model may fall silent once it has begun; the slowest ones on a computer without a
    /// graphics card need a second a word.
    private static final Duration IDLE = Duration.ofSeconds(6);

    /// How long the first words of a model are held back that nobody knows yet.
    private static final Duration HELD = Duration.ofMillis(1_500);

    private final Limits limits;
    private final long asked = System.nanoTime();
    private long lastArrival = asked;
    private long firstText;
    private boolean begun;
    private boolean reason;
    private boolean complete;

    Pace(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /// How long may be waited for what comes next.
    ///
    /// @param held whether words are held back
    Duration patience(boolean held) {
        if (complete) {
            return LAST_BYTES;
        }
        Duration left = left(begun ? limits.whole() : limits.firstWord());
        if (reason) {
            left = Limits.least(left, AFTER_REASON);
        } else if (begun) {
            left = Limits.least(left, IDLE.minusNanos(System.nanoTime() - lastArrival));
        }
        return held ? Limits.least(left, heldFor()) : left;
    }

    private Duration left(Duration limit) {
        return limit.minusNanos(System.nanoTime() - asked);
    }

    private Duration heldFor() {
        return HELD.minusNanos(System.nanoTime() - firstText);
    }

    boolean isHeldLongEnough() {
        return !heldFor().isPositive();
    }

    boolean isOverBudget() {
        return !left(limits.whole()).isPositive();
    }

    void alive(Arrival arrival) {
        if (!(arrival instanceof Arrival.Nothing)) {
            lastArrival = System.nanoTime();
        }
    }

    /// There was text.
    ///
    /// @param aWord whether something of it is to be said
    void spoke(boolean aWord) {
        if (firstText == 0) {
            firstText = System.nanoTime();
        }
        begun |= aWord;
    }

    void reasonGiven() {
        reason = true;
    }

    boolean hasReason() {
        return reason;
    }

    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    /// Whether a server that is too busy can be asked again when it wants to be, and still begin in
    /// time.
    boolean hasRoomFor(Arrival.Refused refused) {
        boolean busy =
                refused.status() == 429 || refused.status() == 503 || refused.status() == 529;
        Duration left = Limits.least(left(limits.firstWord()), left(limits.whole()));
        return busy
                && Fault.refusal(refused.body()).reason() != Fault.Reason.CREDIT
                && refused.again().filter(wait -> wait.compareTo(left) < 0).isPresent();
    }
}
