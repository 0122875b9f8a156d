package io.partyline.carrier.stream;

import io.partyline.carrier.plan.FrameFaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The way that media frames take to the show: it loses, repeats, swaps and stalls them by chance.
///
/// Owned by one thread; the faults may be changed from any.
final class FrameRoad {
    private final Random random;
    private final List<String> waiting = new ArrayList<>();
    private volatile FrameFaults faults = FrameFaults.NONE;
    private boolean swapping;
    private int stalled;

    FrameRoad(Random random) {
        this.random = random;
    }

    void suffer(FrameFaults next) {
        faults = next;
    }

    /// Takes the frame of this tick and gives those that leave now.
    List<String> pass(String frame) {
        FrameFaults now = faults;
        if (!chance(now.lose())) {
            enter(frame, now);
        }
        if (stalled == 0 && chance(now.stall())) {
            stalled = now.stallFrames();
        }
        return stalled > 0 || swapping ? hold() : release();
    }

    private void enter(String frame, FrameFaults now) {
        waiting.add(swapping ? waiting.size() - 1 : waiting.size(), frame);
        swapping = !swapping && chance(now.swap());
        if (!swapping && chance(now.repeat())) {
            waiting.add(frame);
        }
    }

    private List<String> hold() {
        stalled = Math.max(0, stalled - 1);
        return List.of();
    }

    private List<String> release() {
        List<String> leaving = List.copyOf(waiting);
        waiting.clear();
        return leaving;
    }

    private boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }
}
