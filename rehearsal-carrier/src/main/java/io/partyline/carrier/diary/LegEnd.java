package io.partyline.carrier.diary;

/// Why a media stream ended.
public enum LegEnd {
    /// We sent `stop` and closed: the call ended, or its document was replaced.
    STOPPED,
    /// The show closed the WebSocket with a close frame.
    CLOSED_BY_SHOW,
    /// The connection ended without a close frame, or we cut it.
    BROKEN
}
