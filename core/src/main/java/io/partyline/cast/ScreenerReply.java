package io.partyline.cast;

/// What a caller answered to the screener.
///
/// @param asked what they had been asked
/// @param said their words, as they were recognised
public record ScreenerReply(Ask asked, String said) {
    /// What a screener asks for.
    public enum Ask {
        /// Name and place.
        WHO,
        /// What they want to say.
        POINT,
        /// All of it in one.
        ALL
    }
}
