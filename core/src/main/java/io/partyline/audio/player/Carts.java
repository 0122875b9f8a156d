package io.partyline.audio.player;

import io.partyline.audio.Frames;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Plays carts: several at once, each from its first sample and each by itself.
///
/// [#fire], [#stop] and [#stopAll] are for one thread at a time, [#read] for the audio thread:
/// real-time, it neither allocates nor waits.
public final class Carts {
    /// Carts that sound at once: more fingers than a host has free.
    public static final int MOST = 8;

    /// A cart that is stopped is gone within this, without a click.
    private static final long STOP = Frames.samplesOf(Duration.ofMillis(60));

    /// What is wanted.
    ///
    /// @param reel which; null for all
    /// @param fire whether it is to sound
    private record Order(@Nullable Reel reel, boolean fire) {}

    private final Orders<Order> orders = new Orders<>();
    private final Voice[] voices = new Voice[MOST];

    /// Carts that are silent.
    public Carts() {
        for (int i = 0; i < MOST; i++) {
            voices[i] = new Voice();
        }
    }

    /// Lets a reel sound, on which the first samples lie ready. If as many as possible sound
    /// already it waits for the first of them to end.
    ///
    /// @return false if the audio thread takes no orders: nothing happens then
    public boolean fire(Reel reel) {
        return orders.give(new Order(reel, true));
    }

    /// Stops one.
    ///
    /// @return false if the audio thread takes no orders: nothing happens then
    public boolean stop(Reel reel) {
        return orders.give(new Order(reel, false));
    }

    /// Stops all.
    ///
    /// @return false if the audio thread takes no orders: nothing happens then
    public boolean stopAll() {
        return orders.give(new Order(null, false));
    }

    /// The next frame.
    ///
    /// @param frame to be overwritten
    /// @param mixed the mixer's count of its first sample
    public void read(float[] frame, long mixed) {
        Frames.silence(frame);
        obey();
        for (Voice voice : voices) {
            if (!voice.free()) {
                voice.add(frame, mixed);
            }
        }
    }

    private void obey() {
        for (Order order = orders.next(); order != null; order = orders.next()) {
            Reel reel = order.reel();
            if (order.fire() && reel != null) {
                if (!come(reel)) {
                    return;
                }
            } else {
                leave(reel);
            }
            orders.done();
        }
    }

    private boolean come(Reel reel) {
        for (Voice voice : voices) {
            if (voice.free()) {
                voice.come(reel, 0);
                return true;
            }
        }
        return false;
    }

    private void leave(@Nullable Reel reel) {
        for (Voice voice : voices) {
            boolean meant = reel == null || voice.plays(reel);
            if (!voice.free() && meant && !voice.isLeaving()) {
                voice.leave(STOP);
            }
        }
    }
}
