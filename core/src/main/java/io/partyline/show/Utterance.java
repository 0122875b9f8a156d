package io.partyline.show;

import java.time.Instant;

/// One stretch of speech as text.
///
/// @param seq the number of the event that brought it; grows through the show
/// @param atSample where it began, in samples at 48 kHz from show zero
/// @param at the wall time at which it began
public record Utterance(long seq, Speaker speaker, String text, long atSample, Instant at) {}
