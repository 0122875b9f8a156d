package io.partyline.show;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What keeps AI callers silent whatever was said, looked at first because it costs nothing.
record Gate(Show show, Instant now, Surroundings around) {
    /// Whether AI callers may speak unasked at all.
    boolean open() {
        return show.floor().mode() == AiMode.AUTO && !show.floor().muted();
    }

    /// Who could speak: somebody who is muted would speak to nobody.
    List<Call> candidates() {
        return show.calls().ai().filter(call -> call.onAir() && !call.muted()).toList();
    }

    /// What keeps them silent even when they are spoken to.
    Optional<Weighed> shut() {
        if (around.capped()) {
            return Optional.of(Weighed.CAPPED);
        }
        if (around.talking()) {
            return Optional.of(Weighed.TALKED_OVER);
        }
        return show.floor().turn().isPresent()
                ? Optional.of(Weighed.FLOOR_TAKEN)
                : Optional.empty();
    }

    /// What keeps them silent unless they are spoken to.
    Optional<Weighed> reserved(Call call) {
        if (shut().isPresent()) {
            return shut();
        }
        if (call.marks().wrappingUp()) {
            return Optional.of(Weighed.WRAPPING_UP);
        }
        if (!rested(call)) {
            return Optional.of(Weighed.COOLDOWN);
        }
        return new AirShare(show, now).spent() ? Optional.of(Weighed.AIR_SHARE) : Optional.empty();
    }

    private boolean rested(Call call) {
        Restraint restraint = show.floor().panel().restraint();
        Duration cooldown = show.rules().cooldown();
        Instant spoke = show.floor().spoke().get(call.id());
        return over(spoke == null ? Instant.EPOCH : spoke, restraint.own(call.id(), cooldown))
                && over(lastTurn(), restraint.room(cooldown));
    }

    private Instant lastTurn() {
        return show.floor().spoke().values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private boolean over(Instant since, Duration wait) {
        return !now.isBefore(since.plus(wait));
    }
}
