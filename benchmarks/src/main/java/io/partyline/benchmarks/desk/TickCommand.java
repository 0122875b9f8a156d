package io.partyline.benchmarks.desk;

import io.partyline.audio.delay.Jingle;
import io.partyline.cast.Cast;
import io.partyline.mix.HeldCallerHears;
import io.partyline.port.Console;
import io.partyline.port.LanguageModel;
import io.partyline.port.Telephony;
import io.partyline.port.Transcriber;
import io.partyline.rehearsal.HandSeat;
import io.partyline.rehearsal.MemoryCallerBook;
import io.partyline.rehearsal.MemoryJournal;
import io.partyline.rehearsal.RehearsalRoom;
import io.partyline.rehearsal.ToneVoice;
import io.partyline.show.CallerSound;
import io.partyline.show.ShowRules;
import io.partyline.studio.Equipment;
import io.partyline.studio.ShowPlan;
import io.partyline.studio.Studio;
import io.partyline.studio.Transmission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// What a tick of a whole studio takes, callers on the air and everybody loud: once with callers as
/// they come, once with everything that is done to their voices, and once with music and two carts
/// besides, and the program sent on under a delay. It ends with 0 if 99 in a hundred ticks took
/// half a millisecond at most and nothing was allocated, else with 1. Less than a byte a tick is
/// nothing: now and then the compiler thinks again, and puts what it had left out where it belongs.
public final class TickCommand {
    private static final Duration LIMIT = Duration.ofNanos(500_000);
    private static final int ON_AIR = 8;
    private static final Duration DELAY = Duration.ofSeconds(8);

    /// The compiler is given so many ticks first.
    private static final int WARM_UP = 5_000;

    private static final int TICKS = 10_000;
    private static final Duration LOOK = Duration.ofMillis(50);

    private TickCommand() {}

    /// Measures and prints.
    public static void main(String... words) {
        int ticks = words.length > 0 ? Integer.parseInt(words[0]) : TICKS;
        System.out.printf(
                "%-10s %6s %6s %8s %8s %8s %8s%n",
                "callers", "on air", "ticks", "p50 us", "p99 us", "most us", "bytes");
        boolean dry = measure("dry", CallerSound.DRY, Optional.empty(), ticks);
        boolean worked = measure("chain", CallerSound.RADIO, Optional.empty(), ticks);
        boolean all = measure("all", CallerSound.RADIO, Optional.of(new Played()), ticks);
        System.exit(dry && worked && all ? 0 : 1);
    }

    /// @param played what sounds besides; then the program is also sent on
    private static boolean measure(
            String name, CallerSound sound, Optional<Played> played, int count) {
        var chorus = new Chorus();
        var clock = new MeasuredClock(chorus::sing);
        try (Studio studio = Studio.open(equipment(clock, chorus, played), plan(sound))) {
            for (int i = 0; i < ON_AIR; i++) {
                chorus.join(studio, i);
            }
            played.ifPresent(all -> all.begin(studio.jukebox()));
            await(clock, clock.ticks() + WARM_UP);
            int first = clock.ticks();
            await(clock, first + count);
            MeasuredClock.Taken taken = clock.since(first);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %6d %6d %8.1f %8.1f %8.1f %8d%n",
                    name,
                    studio.show().calls().onAir().count(),
                    taken.ticks(),
                    micros(taken.p50()),
                    micros(taken.p99()),
                    micros(taken.most()),
                    taken.bytes());
            return taken.p99().compareTo(LIMIT) <= 0 && taken.bytes() < taken.ticks();
        }
    }

    private static void await(MeasuredClock clock, int ticks) {
        while (clock.ticks() < ticks) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static Equipment equipment(
            MeasuredClock clock, Chorus chorus, Optional<Played> played) {
        Equipment plain = equipment(clock, chorus);
        return played.map(all -> plain.withShelves(all.shelves()).withTransmission(delayed()))
                .orElse(plain);
    }

    private static Transmission delayed() {
        return new Transmission(new NoListeners(), DELAY, Transmission.DUMP, Jingle::samples, true);
    }

    private static Equipment equipment(MeasuredClock clock, Chorus chorus) {
        return new Equipment(
                Telephony.off(),
                clock,
                new HandSeat(chorus.microphone()),
                Console.none(),
                Transcriber.off(),
                LanguageModel.off(),
                new ToneVoice(),
                new MemoryJournal(),
                new NoStems(),
                new MemoryCallerBook());
    }

    private static ShowPlan plan(CallerSound sound) {
        ShowRules usual = ShowRules.DEFAULT;
        var rules =
                new ShowRules(
                        usual.hostName(),
                        ON_AIR,
                        ON_AIR + 4,
                        usual.undo(),
                        usual.reconnect(),
                        usual.lostWait(),
                        usual.takeLimit(),
                        usual.turnLimit(),
                        usual.cooldown(),
                        usual.followUpDelay());
        return new ShowPlan(
                        rules,
                        new Cast(List.of(RehearsalRoom.persona("1", "Tony"))),
                        true,
                        HeldCallerHears.BED,
                        false,
                        true,
                        InstantSource.system(),
                        System::nanoTime,
                        new Random(1))
                .callersSound(sound);
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1e3;
    }
}
