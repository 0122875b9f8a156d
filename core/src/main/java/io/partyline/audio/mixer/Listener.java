package io.partyline.audio.mixer;

import io.partyline.audio.FrameSink;

/// Somebody or something that hears a mix of strips.
///
/// @param slot its place in the mixer, from 0 to [Patch#SLOTS]; keeps its ramps from patch to patch
/// @param limited whether its mix goes through a [Limiter], which delays it by [Limiter#DELAY]
///   samples
public record Listener(String name, int slot, FrameSink sink, boolean limited) {
    public Listener {
        Patch.requireSlot(slot);
    }

    /// A listener without a limiter.
    public Listener(String name, int slot, FrameSink sink) {
        this(name, slot, sink, false);
    }
}
