package io.partyline.studio;

import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.port.SoundCard;
import io.partyline.port.Ticking;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A sound card for machines without one: it ticks every 20 ms by the computer's clock, brings the
/// sound of a given microphone, and plays nothing.
///
/// Paced by absolute time: a late tick is made up for at once, so that the show does not fall
/// behind; after a pause of more than a second (a machine that slept) it goes on from now.
public final class ClockCard implements SoundCard {
    private static final long TICK_NANOS = Duration.ofMillis(Frames.MILLIS).toNanos();
    private static final long GIVE_UP_NANOS = Duration.ofSeconds(1).toNanos();

    private final FrameSource microphone;
    private volatile Thread thread;
    private volatile boolean stopping;

    /// A card whose microphone is silent.
    public static ClockCard silent() {
        return new ClockCard(_ -> false);
    }

    /// @param microphone what the host says; read on the card's thread, in real time
    public ClockCard(FrameSource microphone) {
        this.microphone = microphone;
        this.thread = Thread.ofPlatform().name("audio").unstarted(() -> {});
    }

    @Override
    public String name() {
        return "clock (no sound card)";
    }

    @Override
    @SuppressWarnings(
            "ThreadPriorityCheck") // A hint is all it is: where it counts, audio goes first.
    public void start(int channels, Ticking ticking) {
        thread =
                Thread.ofPlatform()
                        .name("audio")
                        .priority(Thread.MAX_PRIORITY)
                        .start(() -> run(channels, ticking));
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(int channels, Ticking ticking) {
        var frame = new float[Frames.SAMPLES];
        var console = new float[channels][Frames.SAMPLES];
        var monitor = new float[Frames.SAMPLES];
        long due = System.nanoTime();
        while (!stopping) {
            microphone.read(frame);
            ticking.tick(frame, console, monitor);
            due = waitUntil(due + TICK_NANOS);
        }
    }

    /// @return the instant that the next wait counts from
    private static long waitUntil(long due) {
        long now = System.nanoTime();
        while (now < due) {
            LockSupport.parkNanos(due - now);
            now = System.nanoTime();
        }
        return now - due > GIVE_UP_NANOS ? now : due;
    }
}
