package io.partyline.rehearsal;

import java.time.Duration;

/// One step of a script.
public sealed interface Step {
    /// Somebody dials the show's number.
    record Dial(String caller) implements Step {}

    /// A caller puts the phone down.
    record HangUp(String caller) implements Step {}

    /// Somebody begins to say something; the script goes on at once. The host if the name is
    /// `host`.
    record Say(String who, String text) implements Step {}

    /// The host uses the studio door.
    ///
    /// @param path with `{name}` for the call of a caller
    /// @param body JSON; empty for none
    record Post(String path, String body) implements Step {}

    /// The script goes on when this is so.
    record Until(Wish wish) implements Step {}

    record Pause(Duration length) implements Step {}

    /// The rehearsal has failed if this is not so by now.
    record Check(Claim claim) implements Step {}

    /// Something that a rehearsal is to have shown.
    sealed interface Claim {
        /// Somebody has said this on the air, be it among other words.
        ///
        /// @param who a caller of the script, `host`, or the name of a persona
        record Said(String who, String words) implements Claim {}

        /// An AI caller who was on the air has called an earlier show.
        record CalledBefore(String who) implements Claim {}

        /// What the host is like has changed while the show ran.
        record MoodTurned() implements Claim {}

        /// When they were taken, a caller heard the screener, and soon no more of it.
        record LetGo(String caller, Duration within) implements Claim {}
    }

    /// Something that a script waits for.
    sealed interface Wish {
        /// A real caller stands there.
        record Stands(String caller, Place place) implements Wish {}

        /// Somebody has said all that they were given to say.
        record Silent(String who) implements Wish {}

        /// The screener is speaking to them at this moment, or has said its last word: on a slow
        /// machine that may come before we look.
        record HearsScreener(String caller) implements Wish {}

        /// More of this speaker has come into the conversation since it was last waited for.
        ///
        /// @param who a caller of the script, `host`, or the name of a persona
        record Heard(String who) implements Wish {}

        /// An AI caller is on the air.
        record AiOnAir() implements Wish {}

        /// The AI caller who follows up is on the air and has spoken.
        record FollowUpSpoke() implements Wish {}
    }

    /// Where a real caller can stand.
    enum Place {
        HELD,
        /// The screener is with them.
        ASKED,
        /// What they are called is on their card.
        NAMED,
        /// They have told the screener what they want to say.
        SCREENED,
        ON_AIR,
        ENDED,
        SUMMED_UP
    }
}
