package io.partyline.show;

import java.time.Instant;

/// A call of another show, as it is remembered.
///
/// @param at when it ended
/// @param topic a few words
/// @param summary one or two sentences
public record EarlierCall(ShowId show, CallId call, Instant at, String topic, String summary) {}
