package io.partyline.mix;

import io.partyline.mix.WhoHears.Mix;

/// The two forms of a caller's voice: as it came down the line, or worked on for those who listen.
///
/// Which of them is heard depends on the ear alone. What is kept and what is written down is the
/// voice as it was; what people hear is made pleasant. A new kind of mix has to say which it is.
public enum Form {
    /// As it came.
    DRY,
    /// Through the caller's chain.
    WORKED;

    /// The form in which a mix has its voices.
    public static Form of(Mix mix) {
        return switch (mix) {
            case Mix.Program _,
                    Mix.Monitor _,
                    Mix.Console _,
                    Mix.MinusSelf _,
                    Mix.OnHold _,
                    Mix.OnHoldUnderTalkback _,
                    Mix.OnHoldUnderScreener _,
                    Mix.OnHoldUnderProducer _,
                    Mix.ToProducer _ ->
                    WORKED;
            case Mix.Recorded _, Mix.ListenedTo _, Mix.ToScreener _ -> DRY;
        };
    }
}
