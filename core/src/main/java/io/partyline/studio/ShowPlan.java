package io.partyline.studio;

import io.partyline.cast.Cast;
import io.partyline.mix.HeldCallerHears;
import io.partyline.show.CallerSound;
import io.partyline.show.Eagerness;
import io.partyline.show.ScreeningMode;
import io.partyline.show.ShowRules;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// How a show is to be run.
///
/// @param linesOpen whether callers are let in from the start
/// @param whileHeld what a caller hears while they wait
/// @param carrierHolds whether callers wait in the carrier's queue instead of on a leg
/// @param eagerness how readily AI callers speak unasked in auto mode, until the host says
///   otherwise
/// @param callersInterrupt whether a real caller who speaks over an AI caller gets the floor; the
///   host always does
/// @param clock the time that events carry, and that waits and deadlines are counted by: it must
///   not jump when somebody sets the computer's clock
/// @param nanoTime a clock that only runs forward, also while the computer sleeps: by it the show
///   notices that it has stood still
/// @param chance the source of everything that is drawn by lot; used under a guard
/// @param screening whether and how callers are asked while they wait
/// @param callerSound what is done to callers' voices
public record ShowPlan(
        ShowRules rules,
        Cast cast,
        boolean linesOpen,
        HeldCallerHears whileHeld,
        boolean carrierHolds,
        boolean callersInterrupt,
        Eagerness eagerness,
        InstantSource clock,
        LongSupplier nanoTime,
        RandomGenerator chance,
        ScreeningMode screening,
        CallerSound callerSound) {

    /// A show whose callers are heard as they come.
    public ShowPlan(
            ShowRules rules,
            Cast cast,
            boolean linesOpen,
            HeldCallerHears whileHeld,
            boolean carrierHolds,
            boolean callersInterrupt,
            Eagerness eagerness,
            InstantSource clock,
            LongSupplier nanoTime,
            RandomGenerator chance,
            ScreeningMode screening) {
        this(
                rules,
                cast,
                linesOpen,
                whileHeld,
                carrierHolds,
                callersInterrupt,
                eagerness,
                clock,
                nanoTime,
                chance,
                screening,
                CallerSound.DRY);
    }

    /// The same show with another sound of its callers.
    public ShowPlan callersSound(CallerSound wanted) {
        return new ShowPlan(
                rules,
                cast,
                linesOpen,
                whileHeld,
                carrierHolds,
                callersInterrupt,
                eagerness,
                clock,
                nanoTime,
                chance,
                screening,
                wanted);
    }

    /// A show in which nobody is screened, and the AI callers are neither shy nor eager.
    public ShowPlan(
            ShowRules rules,
            Cast cast,
            boolean linesOpen,
            HeldCallerHears whileHeld,
            boolean carrierHolds,
            boolean callersInterrupt,
            InstantSource clock,
            LongSupplier nanoTime,
            RandomGenerator chance) {
        this(
                rules,
                cast,
                linesOpen,
                whileHeld,
                carrierHolds,
                callersInterrupt,
                Eagerness.BALANCED,
                clock,
                nanoTime,
                chance,
                ScreeningMode.OFF);
    }
}
