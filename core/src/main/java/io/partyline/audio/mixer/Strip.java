package io.partyline.audio.mixer;

import io.partyline.audio.FrameSource;

/// A live source in the patch.
///
/// @param slot its place in the mixer, from 0 to [Patch#SLOTS]; keeps its ramps from patch to patch
public record Strip(String name, int slot, FrameSource source) {
    public Strip {
        Patch.requireSlot(slot);
    }
}
