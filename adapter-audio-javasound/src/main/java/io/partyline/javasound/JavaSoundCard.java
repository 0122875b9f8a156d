package io.partyline.javasound;

import io.partyline.port.SoundCard;
import io.partyline.port.Ticking;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// The devices of this computer, as the show's [SoundCard].
///
/// Its thread `audio` is paced by the output device. A device that is missing, or goes away in the
/// middle of a show, is said once and looked for every second; until it is back, the show goes on
/// without it, by the computer's clock if need be.
public final class JavaSoundCard implements SoundCard {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /// A driver that hangs does not keep the program from ending.
    private static final Duration KEEPER_LIMIT = Duration.ofSeconds(5);

    /// The last tick is always waited for.
    private static final Duration FOREVER = Duration.ofDays(1);

    private final SoundDevices devices;
    private final SoundSettings settings;
    private final Duration lookAgain;
    private final Consumer<String> say;
    private volatile Optional<Running> running = Optional.empty();

    private record Running(Rack rack, Thread audio, Thread keeper) {}

    /// Opens nothing yet.
    public JavaSoundCard(SoundSettings settings) {
        this(
                SoundDevices.ofThisComputer(),
                settings,
                LOOK_AGAIN,
                sentence ->
                        System.getLogger(JavaSoundCard.class.getName())
                                .log(Level.WARNING, sentence));
    }

    /// @param lookAgain how long between two looks for what is missing
    /// @param say takes sentences for the host
    JavaSoundCard(
            SoundDevices devices,
            SoundSettings settings,
            Duration lookAgain,
            Consumer<String> say) {
        this.devices = devices;
        this.settings = settings;
        this.lookAgain = lookAgain;
        this.say = say;
    }

    @Override
    public String name() {
        return running.map(now -> now.rack().words()).orElse("sound card");
    }

    /// Opens the devices before the first tick, which takes up to some seconds.
    @Override
    @SuppressWarnings(
            "ThreadPriorityCheck") // A hint is all it is: where it counts, audio goes first.
    public void start(int channels, Ticking ticking) {
        var rack = new Rack(devices, settings, channels, say);
        rack.tend();
        Thread keeper =
                Thread.ofPlatform().name("sound devices").daemon().unstarted(() -> keep(rack));
        Thread audio =
                Thread.ofPlatform()
                        .name("audio")
                        .priority(Thread.MAX_PRIORITY)
                        .unstarted(() -> run(rack, ticking));
        running = Optional.of(new Running(rack, audio, keeper));
        audio.start();
        keeper.start();
    }

    private static void run(Rack rack, Ticking ticking) {
        rack.begin();
        while (!rack.stopped()) {
            rack.turn(ticking);
        }
    }

    private void keep(Rack rack) {
        while (!rack.stopped()) {
            LockSupport.parkNanos(lookAgain.toNanos());
            if (!rack.stopped()) {
                rack.free();
                rack.tend();
            }
        }
    }

    @Override
    public void close() {
        running.ifPresent(now -> {
            now.rack().stop();
            LockSupport.unpark(now.keeper());
            boolean audioOver = over(now.audio(), FOREVER);
            if (over(now.keeper(), KEEPER_LIMIT) && audioOver) {
                now.rack().close();
            }
        });
    }

    private static boolean over(Thread thread, Duration limit) {
        try {
            return thread.join(limit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
