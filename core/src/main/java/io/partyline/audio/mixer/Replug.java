package io.partyline.audio.mixer;

import java.util.Arrays;

/// What becomes of the places of one patch in the next: which strips and listeners stay, which come
/// and which leave. The same source or sink is the same strip or listener, also when it has changed
/// places.
///
/// Real-time: made once, and filled in at every new patch.
final class Replug {
    private static final int NONE = -1;

    private final int[] oldStrip = new int[Patch.SLOTS];
    private final int[] newStrip = new int[Patch.SLOTS];
    private final int[] oldListener = new int[Patch.SLOTS];
    private final int[] newListener = new int[Patch.SLOTS];
    private Patch before = Patch.silent();

    void between(Patch old, Patch next) {
        before = old;
        Arrays.fill(oldStrip, NONE);
        Arrays.fill(newStrip, NONE);
        Arrays.fill(oldListener, NONE);
        Arrays.fill(newListener, NONE);
        for (Strip strip : next.strips()) {
            match(oldStrip, newStrip, placeBefore(strip), strip.slot());
        }
        for (Listener listener : next.listeners()) {
            match(oldListener, newListener, placeBefore(listener), listener.slot());
        }
    }

    private static void match(int[] olds, int[] news, int from, int to) {
        olds[to] = from;
        if (from != NONE) {
            news[from] = to;
        }
    }

    private int placeBefore(Strip strip) {
        int place = NONE;
        for (Strip old : before.strips()) {
            if (old.source().equals(strip.source()) && place != strip.slot()) {
                place = old.slot();
            }
        }
        return place;
    }

    private int placeBefore(Listener listener) {
        int place = NONE;
        for (Listener old : before.listeners()) {
            if (old.sink().equals(listener.sink()) && place != listener.slot()) {
                place = old.slot();
            }
        }
        return place;
    }

    boolean leaves(Strip old) {
        return newStrip[old.slot()] == NONE;
    }

    boolean leaves(Listener old) {
        return newListener[old.slot()] == NONE;
    }

    boolean keepsPlace(Strip old) {
        return newStrip[old.slot()] == old.slot();
    }

    boolean keptPlace(Listener now) {
        return oldListener[now.slot()] == now.slot();
    }

    /// The place in the new patch of a strip that does not leave.
    int placeAfter(Strip old) {
        return newStrip[old.slot()];
    }

    /// At which gain a listener of the new patch heard a strip of the new patch in the old one.
    float gainBefore(Listener listener, Strip strip) {
        int place = oldStrip[strip.slot()];
        return place == NONE ? 0 : gainBefore(listener, place);
    }

    /// At which gain a listener of the new patch heard what sat there in the old one.
    float gainBefore(Listener listener, int oldStripSlot) {
        int row = oldListener[listener.slot()];
        return row == NONE ? 0 : before.gains(row)[oldStripSlot];
    }
}
