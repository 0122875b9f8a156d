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

    /// Longer than any tick, and than it takes to set the audio thread free: whoever takes longer
    /// hangs in the driver itself, from where nothing brings them back.
    private static final Duration AUDIO_LIMIT = Duration.ofSeconds(30);

    private final SoundDevices devices;
    private final SoundSettings settings;
    private final Duration lookAgain;
    private final Consumer<String> say;
    private final ComputerClock clock;
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
                                .log(Level.WARNING, sentence),
                ComputerClock.ofThisComputer());
    }

    /// @param lookAgain how long between two looks for what is missing
    /// @param say takes sentences for the host
    JavaSoundCard(
            SoundDevices devices,
            SoundSettings settings,
            Duration lookAgain,
            Consumer<String> say,
            ComputerClock clock) {
        this.devices = devices;
        this.settings = settings;
        this.lookAgain = lookAgain;
        this.say = say;
        this.clock = clock;
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
        var rack = new Rack(devices, settings, channels, say, clock);
        rack.tend();
        Thread audio =
                Thread.ofPlatform()
                        .name("audio")
                        .priority(Thread.MAX_PRIORITY)
                        .unstarted(() -> run(rack, ticking));
        Thread keeper =
                Thread.ofPlatform()
                        .name("sound devices")
                        .daemon()
                        .unstarted(() -> keep(rack, audio));
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

    /// Until the last tick is over: that one, too, may have to be set free.
    private void keep(Rack rack, Thread audio) {
        while (audio.isAlive()) {
            clock.park(lookAgain.toNanos());
            rack.free();
            if (!rack.stopped()) {
                rack.tend();
            }
        }
    }

    @Override
    public void close() {
        running.ifPresent(now -> {
            now.rack().stop();
            boolean audioOver = over(now.audio(), AUDIO_LIMIT);
            LockSupport.unpark(now.keeper());
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
