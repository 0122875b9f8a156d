package io.partyline.show;

import java.util.Optional;

/// Which links of a caller's chain work on their voice, on its way to everybody who hears it.
///
/// @param highPass takes away rumble and hum
/// @param autoGain brings the voice to the host's loudness
/// @param expander lowers the pauses, and fills them with a faint rush
/// @param limiter keeps peaks down
/// @param ducking lowers the voice while the host speaks
public record Links(
        boolean highPass, boolean autoGain, boolean expander, boolean limiter, boolean ducking) {

    /// All of them.
    public static final Links ALL = new Links(true, true, true, true, true);

    /// A voice as it comes.
    public static final Links NONE = new Links(false, false, false, false, false);

    /// What a host wants of the links of one caller. What is left out is as the show has it for
    /// everybody.
    public record Choice(
            Optional<Boolean> highPass,
            Optional<Boolean> autoGain,
            Optional<Boolean> expander,
            Optional<Boolean> limiter,
            Optional<Boolean> ducking) {

        /// Nothing in particular.
        public static final Choice NONE =
                new Choice(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        /// This choice, with another one over it.
        public Choice with(Choice later) {
            return new Choice(
                    later.highPass.or(() -> highPass),
                    later.autoGain.or(() -> autoGain),
                    later.expander.or(() -> expander),
                    later.limiter.or(() -> limiter),
                    later.ducking.or(() -> ducking));
        }

        /// What works then.
        ///
        /// @param usual what the show has for everybody
        public Links over(Links usual) {
            return new Links(
                    highPass.orElse(usual.highPass),
                    autoGain.orElse(usual.autoGain),
                    expander.orElse(usual.expander),
                    limiter.orElse(usual.limiter),
                    ducking.orElse(usual.ducking));
        }
    }
}
