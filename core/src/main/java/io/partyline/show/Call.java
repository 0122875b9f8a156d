package io.partyline.show;

import java.time.Instant;
import java.util.Optional;

/// A call that has not ended.
///
/// @param marks what is true of the call whatever its stage
/// @param card what is known of a real caller; blank for an AI caller
/// @param known what is remembered of them from earlier shows
/// @param chain how their voice is worked on
public record Call(
        CallId id,
        Caller caller,
        Instants instants,
        Stage stage,
        Marks marks,
        Card card,
        Optional<Acquaintance> known,
        Chain chain) {

    /// The instants that a call leaves behind, and its stretches on the air.
    ///
    /// @param rang when we first heard of it
    /// @param answered when we could first hear the caller
    /// @param held when they first waited
    /// @param visits when and where they were in the program
    public record Instants(
            Instant rang, Optional<Instant> answered, Optional<Instant> held, Visits visits) {

        static Instants rang(Instant at) {
            return new Instants(at, Optional.empty(), Optional.empty(), Visits.NONE);
        }

        /// When they were first in the program.
        public Optional<Instant> aired() {
            return visits.first().map(visit -> visit.from().at());
        }

        Instants answeredAt(Instant at) {
            return new Instants(rang, Optional.of(answered.orElse(at)), held, visits);
        }

        Instants heldAt(Instant at) {
            return new Instants(rang, answered, Optional.of(held.orElse(at)), visits);
        }

        private Instants with(Visits next) {
            return new Instants(rang, answered, held, next);
        }
    }

    /// What is true of a call whatever its stage.
    ///
    /// @param leg whether its audio path to us is open; a held call may wait without one
    /// @param lostSince when the path broke, until the caller is found again
    /// @param cutOff whether the path broke while they were on the air; they wait at the front of
    ///   the queue until the host takes them
    /// @param talkback whether the host is talking to this caller alone
    /// @param producer whether the producer talks with this caller alone
    /// @param farewell what is left to an AI caller who was asked to finish
    /// @param takeOrder their place in the order in which callers were taken; 0 before the first
    ///   take
    /// @param channel the last channel that was theirs
    /// @param basedOn the earlier call that an AI caller follows up
    public record Marks(
            boolean leg,
            Optional<Instant> lostSince,
            boolean cutOff,
            boolean talkback,
            boolean producer,
            Optional<Farewell> farewell,
            int takeOrder,
            Optional<Channel> channel,
            Optional<CallId> basedOn) {

        static final Marks NONE =
                new Marks(
                        false,
                        Optional.empty(),
                        false,
                        false,
                        false,
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        Optional.empty());

        Marks legOpen() {
            return with(true, Optional.empty(), cutOff, talkback, producer);
        }

        Marks legLost(Instant at, boolean onAir) {
            return with(false, Optional.of(at), cutOff || onAir, false, false);
        }

        /// The carrier has told us where the caller is, though there is no path to them.
        Marks found() {
            return with(leg, Optional.empty(), cutOff, talkback, producer);
        }

        /// The host comes before the producer.
        Marks talkback(boolean on) {
            return with(leg, lostSince, cutOff, on, producer && !on);
        }

        Marks producer(boolean on) {
            return with(leg, lostSince, cutOff, talkback, on);
        }

        private Marks with(
                boolean nowLeg,
                Optional<Instant> nowLost,
                boolean nowCutOff,
                boolean nowTalkback,
                boolean nowProducer) {
            return new Marks(
                    nowLeg,
                    nowLost,
                    nowCutOff,
                    nowTalkback,
                    nowProducer,
                    farewell,
                    takeOrder,
                    channel,
                    basedOn);
        }

        /// Whether the caller was asked to finish.
        public boolean wrappingUp() {
            return farewell.isPresent();
        }

        Marks wrapUp(Farewell left) {
            return new Marks(
                    leg,
                    lostSince,
                    cutOff,
                    talkback,
                    producer,
                    Optional.of(left),
                    takeOrder,
                    channel,
                    basedOn);
        }

        /// Whoever is taken was not cut off any more, and is not talked to alone.
        Marks taken(Channel on, int order) {
            return new Marks(
                    leg, lostSince, false, false, false, farewell, order, Optional.of(on), basedOn);
        }

        Marks following(Optional<CallId> earlier) {
            return new Marks(
                    leg, lostSince, cutOff, talkback, producer, farewell, takeOrder, channel,
                    earlier);
        }
    }

    static Call ringing(CallId id, Caller caller, Instant at) {
        return new Call(
                id,
                caller,
                Instants.rang(at),
                new Stage.Ringing(at),
                Marks.NONE,
                Card.BLANK,
                Optional.empty(),
                Chain.UNTOUCHED);
    }

    /// The channel that the call occupies now, if it occupies one.
    public Optional<Channel> channel() {
        return switch (stage) {
            case Stage.Taking taking -> Optional.of(taking.channel());
            case Stage.OnAir air -> Optional.of(air.channel());
            case Stage.Reconnecting lost -> Optional.of(lost.channel());
            case Stage.Ringing _, Stage.Held _, Stage.Leaving _ -> Optional.empty();
        };
    }

    /// When and where the caller was in the program.
    public Visits visits() {
        return instants.visits();
    }

    public boolean onAir() {
        return stage instanceof Stage.OnAir;
    }

    public boolean held() {
        return stage instanceof Stage.Held;
    }

    /// Whether it is known what the caller wants to say, and nobody has to look at them first.
    /// Whoever was cut off on the air need not be asked.
    public boolean ready() {
        return marks.cutOff() || (!card.point().isBlank() && !card.asking() && !card.flagged());
    }

    /// Whether an on-air call is protected from everything but its own unlock and a hang-up that
    /// names it.
    public boolean locked() {
        return stage instanceof Stage.OnAir air && air.locked();
    }

    /// Whether the call is on its way out from the air: it left the program at the moment when it
    /// was dropped.
    public boolean letGo() {
        return stage instanceof Stage.Leaving leaving
                && visits().last()
                        .flatMap(Visit::to)
                        .map(Moment::at)
                        .filter(leaving.since()::equals)
                        .isPresent();
    }

    public boolean muted() {
        return stage instanceof Stage.OnAir air && air.muted();
    }

    /// Since when the caller waits, for ordering the queue: a wait begins with the connection, with
    /// being put back, or with being cut off on the air. Of somebody who is not waiting it is when
    /// they first did; the ring if they have not yet.
    public Instant waitingSince() {
        return switch (stage) {
            case Stage.Held held -> held.since();
            case Stage.Taking taking -> taking.heldSince();
            case Stage.Leaving leaving -> leaving.heldSince();
            case Stage.Reconnecting lost -> lost.since();
            case Stage.Ringing _, Stage.OnAir _ -> firstWaited();
        };
    }

    /// When the caller's first wait began; the ring if none has yet.
    Instant firstWaited() {
        return instants.held().orElse(instants.rang());
    }

    Call entersAir(Moment from) {
        return with(instants.with(visits().begin(from)));
    }

    /// Whoever is not on the air has nothing to leave.
    Call leavesAir(Moment to) {
        return with(instants.with(visits().end(to)));
    }

    Call at(Stage next) {
        return new Call(id, caller, instants, next, marks, card, known, chain);
    }

    Call with(Instants next) {
        return new Call(id, caller, next, stage, marks, card, known, chain);
    }

    Call with(Marks next) {
        return new Call(id, caller, instants, stage, next, card, known, chain);
    }

    Call with(Chain next) {
        return new Call(id, caller, instants, stage, marks, card, known, next);
    }

    /// The call under the name that its place in the take order gives it.
    Call named(int takeOrder) {
        return caller instanceof Caller.Real real
                ? new Call(id, real.numbered(takeOrder), instants, stage, marks, card, known, chain)
                : this;
    }

    /// The call with what is known of the caller now, and under the name that this gives them.
    Call with(Card next) {
        return caller instanceof Caller.Real real
                ? new Call(
                        id,
                        real.called(next.name(), marks.takeOrder()),
                        instants,
                        stage,
                        marks,
                        next,
                        known,
                        chain)
                : this;
    }

    /// The call of somebody who is known from earlier shows: what was never asked is on their card
    /// already.
    Call recognised(Acquaintance who) {
        return new Call(id, caller, instants, stage, marks, card, Optional.of(who), chain)
                .with(card.known(who));
    }
}
