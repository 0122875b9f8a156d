package io.partyline.javasound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The threads of a seat or a console: one a device, which moves its sound, and one that looks for
/// what is missing and sets free who is stuck.
final class Attendance implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Attendance.class.getName());

    /// A driver that takes longer to open a device does not keep the show from beginning.
    static final Duration FIRST_LOOK = Duration.ofSeconds(5);

    /// Longer than it takes to set a device's thread free: whoever takes longer hangs in the driver
    /// itself, from where nothing brings them back.
    private static final Duration STUCK = Duration.ofSeconds(5);

    private final List<? extends Device> devices;
    private final Duration firstLook;
    private final Duration lookAgain;
    private final NanoTime time;
    private final CountDownLatch looked = new CountDownLatch(1);
    private final List<Thread> movers = new ArrayList<>();
    private final Thread keeper;
    private volatile boolean closing;

    /// @param name of the thread that looks after the devices
    /// @param firstLook how long to wait for the first look for the devices
    /// @param lookAgain how long between two looks for what is missing
    Attendance(
            String name,
            List<? extends Device> devices,
            Duration firstLook,
            Duration lookAgain,
            NanoTime time) {
        this.devices = List.copyOf(devices);
        this.firstLook = firstLook;
        this.lookAgain = lookAgain;
        this.time = time;
        keeper = Thread.ofPlatform().name(name).daemon().unstarted(this::keep);
    }

    /// Starts, and waits until every device has been looked for once, or for as long as was said.
    @SuppressWarnings(
            "ThreadPriorityCheck") // A hint is all it is: where it counts, sound goes first.
    void start() {
        for (Device device : devices) {
            movers.add(
                    Thread.ofPlatform()
                            .name(device.name())
                            .priority(Thread.MAX_PRIORITY)
                            .daemon()
                            .start(() -> move(device)));
        }
        keeper.start();
        try {
            if (!looked.await(firstLook.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "The sound devices take long to open.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void move(Device device) {
        while (!closing) {
            time.park(device.turn());
        }
    }

    /// Until nobody is at a device any more: the last one, too, may have to be set free.
    private void keep() {
        devices.forEach(Device::tend);
        looked.countDown();
        while (!closing || movers.stream().anyMatch(Thread::isAlive)) {
            time.park(lookAgain.toNanos());
            devices.forEach(Device::free);
            if (!closing) {
                devices.forEach(Device::tend);
            }
        }
    }

    @Override
    public void close() {
        closing = true;
        if (movers.isEmpty()) {
            return;
        }
        boolean over = true;
        for (Thread mover : movers) {
            LockSupport.unpark(mover);
            over &= isOver(mover);
        }
        LockSupport.unpark(keeper);
        if (over && isOver(keeper)) {
            devices.forEach(Device::close);
        }
    }

    private static boolean isOver(Thread thread) {
        try {
            return thread.join(STUCK);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
