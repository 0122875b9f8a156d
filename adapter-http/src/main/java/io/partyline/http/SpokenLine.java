package io.partyline.http;

import io.partyline.show.CallId;
import io.partyline.show.Utterance;
import java.util.Optional;

/// One thing that was said.
///
/// @param role `host`, `real_caller:{name}` or `ai_caller:{name}`
/// @param atMs where it began, from show zero
record SpokenLine(
        long seq, String role, String name, String content, long atMs, Optional<CallId> callSid) {
    /// Samples in a millisecond at 48 kHz.
    private static final long SAMPLES_A_MILLISECOND = 48;

    static SpokenLine of(Utterance said) {
        return new SpokenLine(
                said.seq(),
                said.speaker().role(),
                said.speaker().name(),
                said.text(),
                millis(said.atSample()),
                said.speaker().call());
    }

    static long millis(long samples) {
        return samples / SAMPLES_A_MILLISECOND;
    }
}
