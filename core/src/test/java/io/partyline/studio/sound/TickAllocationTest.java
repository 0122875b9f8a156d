package io.partyline.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.audio.Garbage;
import io.partyline.audio.player.HoldBed;
import io.partyline.audio.player.Reel;
import io.partyline.mix.HeldCallerHears;
import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.port.ShowClock;
import io.partyline.port.Ticking;
import io.partyline.show.Call;
import io.partyline.show.CallerSound;
import io.partyline.show.RandomCommands;
import io.partyline.show.Show;
import io.partyline.studio.Evening;
import io.partyline.studio.Nobody;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The whole tick of a studio, with everything that is plugged into it, makes no garbage: legs,
/// voices, chains, feeds, music, carts, tapes, meters, loudness, limiter, and patches that change
/// while they sound.
class TickAllocationTest {
    private static final int TICKS = 6_000;
    private static final int CHANNELS = 8;
    private static final int TICKS_A_REEL = 60;

    private final Turned clock = new Turned();
    private final Legs legs = new Legs(_ -> {});
    private final Sound sound =
            new Sound(
                    clock,
                    new Seat(),
                    new Seat(),
                    Console.none(),
                    CHANNELS,
                    HeldCallerHears.PROGRAM,
                    CallerSound.RADIO,
                    legs,
                    HoldBed.loop());
    private final Evening evening = new Evening().open();
    private final RandomCommands commands = new RandomCommands(new Random(5));
    private final float[] voice = new float[Frames.SAMPLES];
    private final byte[] codes = new byte[Frames.PHONE_SAMPLES];
    private int patches;
    private int rounds;
    private int onAir;

    /// A clock that is turned by the test.
    private static final class Turned implements ShowClock {
        private Optional<Ticking> ticking = Optional.empty();

        @Override
        public void start(Ticking ticks) {
            ticking = Optional.of(ticks);
        }

        @Override
        public long faults() {
            return 0;
        }

        @Override
        public void close() {}
    }

    /// A host who says the same all the time.
    private static final class Seat implements HostSeat {
        private static final float LOUDNESS = 0.7f;

        private final FrameSource microphone =
                frame -> {
                    Arrays.fill(frame, LOUDNESS);
                    return true;
                };
        private final FrameSink monitor = _ -> {};

        @Override
        public String name() {
            return "turned by hand";
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }

        @Override
        public void open() {}

        @Override
        public FrameSource microphone() {
            return microphone;
        }

        @Override
        public FrameSink monitor() {
            return monitor;
        }

        @Override
        public void close() {}
    }

    /// What belongs to other threads happens between the ticks and is not counted.
    ///
    /// @return the bytes that the ticks allocated
    private long run(int ticks) {
        rounds += ticks / TICKS;
        long bytes = 0;
        for (int tick = 0; tick < ticks; tick++) {
            everybodyElse(tick);
            Ticking ticking = clock.ticking.orElseThrow();
            bytes += Garbage.of(ticking::tick);
        }
        return bytes;
    }

    private void everybodyElse(int tick) {
        if (tick % 3 == 0) {
            change();
        }
        for (Call call : evening.show().calls().live().values()) {
            talk(call, tick);
        }
        if (tick % 5 == 0) {
            sound.tapes().program().drain((_, _) -> {});
        }
        play(tick);
    }

    /// Music goes over into other music, and carts are fired and stopped.
    private void play(int tick) {
        Players players = sound.desk().players();
        if (tick % 70 == 0) {
            players.deck().play(reel(), Duration.ofSeconds(3));
            players.deck().volume(tick % 3 / 2f);
        }
        if (tick % 13 == 0) {
            players.carts().fire(reel());
        }
        if (tick % 190 == 0) {
            players.carts().stopAll();
            players.deck().stop(Duration.ofSeconds(1));
        }
    }

    private Reel reel() {
        var reel = new Reel(Duration.ofSeconds(2));
        for (int i = 0; i < TICKS_A_REEL; i++) {
            reel.write(voice, 0, voice.length);
        }
        reel.finish();
        return reel;
    }

    private void change() {
        evening.pass(commands.gap());
        evening.ask(commands.next(evening.show(), evening.now()));
        Show show = evening.show();
        for (Call call : show.calls().live().values()) {
            plug(call);
        }
        sound.patch(show);
        patches++;
    }

    private void plug(Call call) {
        if (!call.caller().isReal()) {
            sound.voices().of(call.id());
        } else if (call.marks().leg() && legs.find(call.id()).isEmpty()) {
            legs.open(call.id(), new Nobody());
        }
    }

    private void talk(Call call, int tick) {
        onAir += call.onAir() ? 1 : 0;
        if (!call.caller().isReal()) {
            VoiceLine line = sound.voices().of(call.id());
            if (!line.full()) {
                line.write(voice, line.pass());
            }
            if (tick % 200 == 0) {
                line.cut();
            }
        }
        legs.find(call.id()).ifPresent(leg -> leg.fromCaller(codes, 0, codes.length - tick % 2));
    }

    @Test
    void noTickAllocatesAnythingWhateverHappensInTheShow() {
        Arrays.fill(voice, 0.5f);
        sound.start(CHANNELS);
        run(2 * TICKS);
        long bytes = Garbage.least(() -> run(TICKS));
        assertThat(sound.desk().mixer().faults()).isZero();
        assertThat(bytes).isZero();
        assertThat(sound.desk().ticks()).isEqualTo((long) rounds * TICKS);
        assertThat(sound.faults()).isZero();
        assertThat(patches).isEqualTo(rounds * TICKS / 3);
        assertThat(onAir).as("ticks of callers on air").isGreaterThan(TICKS / 4);
        assertThat(sound.levels()).isNotEmpty();
    }
}
