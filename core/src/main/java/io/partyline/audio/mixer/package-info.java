/// The mixer: sums for every listener what the patch lets it hear, once a tick.
///
/// Reading order: [Strip] and [Listener] (what sounds, what hears), [Patch] (who hears whom at one
/// moment), [Mixer]. Only the audio thread may touch what a mixer holds.
@NullMarked
package io.partyline.audio.mixer;

import org.jspecify.annotations.NullMarked;
