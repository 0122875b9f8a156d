package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.FrameSink;
import io.partyline.audio.Frames;
import io.partyline.port.Console;
import io.partyline.port.HostSeat;
import io.partyline.rehearsal.ConsoleContract;
import io.partyline.rehearsal.HandConsole;
import io.partyline.rehearsal.HandSeat;
import io.partyline.rehearsal.HostSeatContract;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TriedSoundTest {
    private static final int CHANNELS = 5;

    private final HandSeat behindSeat = new HandSeat();
    private final HandConsole behindConsole = new HandConsole();
    private final TriedSound sound = TriedSound.over(behindSeat, behindConsole);
    private final FrameSink monitor = sound.seat().monitor();
    private final float[] ofTheShow = new float[Frames.SAMPLES];
    private final float[][] channels = new float[CHANNELS][Frames.SAMPLES];

    @BeforeEach
    void open() {
        sound.seat().open();
        sound.console().open(CHANNELS);
        Arrays.fill(ofTheShow, 0.25f);
        Arrays.fill(channels[2], 0.25f);
    }

    private static float[] level(float level, int frames) {
        float[] samples = new float[frames * Frames.SAMPLES];
        Arrays.fill(samples, level);
        return samples;
    }

    @Test
    void theHostHearsTheShowAndWhatIsTriedAndTheShowHasNothingOfIt() {
        sound.atTheEars().begin(level(0.5f, 1));
        monitor.write(ofTheShow);
        assertThat(behindSeat.heard()).containsOnly(0.75f);
        assertThat(ofTheShow).containsOnly(0.25f);
        assertThat(sound.atTheEars().sounds()).isFalse();
        monitor.write(ofTheShow);
        assertThat(behindSeat.heard()).containsOnly(0.25f);
    }

    @Test
    void oneChannelPlaysItAndTheOthersPlayTheShow() {
        sound.console().aim(3);
        sound.onChannels().begin(level(0.5f, 1));
        sound.console().play(channels);
        assertThat(behindConsole.channel(3)).containsOnly(0.75f);
        assertThat(behindConsole.channel(2)).containsOnly(0);
        assertThat(channels[2]).containsOnly(0.25f);
        sound.console().aim(CHANNELS + 1);
        sound.onChannels().begin(level(0.5f, 1));
        sound.console().play(channels);
        assertThat(behindConsole.channel(3)).containsOnly(0.25f);
    }

    @Test
    void bothTogetherAreNeverLouderThanFullScale() {
        Arrays.fill(ofTheShow, 0.75f);
        sound.atTheEars().begin(level(0.5f, 1));
        monitor.write(ofTheShow);
        assertThat(behindSeat.heard()).containsOnly(1);
    }

    @Test
    void aSoundThatIsEndedFadesWithinAFrame() {
        Arrays.fill(ofTheShow, 0);
        sound.atTheEars().begin(level(0.5f, 10));
        sound.atTheEars().end();
        monitor.write(ofTheShow);
        assertThat(behindSeat.heard()[0]).isEqualTo(0.5f);
        assertThat(behindSeat.heard()[Frames.SAMPLES - 1]).isCloseTo(0, within(0.001f));
        assertThat(sound.atTheEars().sounds()).isFalse();
    }

    @Test
    void theToneLastsASecondAndPeaksAtMinusEighteen() {
        float[] tone = Tones.tone();
        float peak = 0;
        for (float sample : tone) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertThat(tone).hasSize(Frames.RATE);
        assertThat(Frames.decibels(peak)).isCloseTo(-18, within(0.01));
        assertThat(tone[0]).isZero();
        assertThat(tone[tone.length - 1]).isZero();
    }

    @Test
    void itIsPlayedToItsEnd() {
        var playback =
                new Playback(sound.atTheEars(), Optional::empty, _ -> monitor.write(ofTheShow));
        assertThat(playback.play(level(0.5f, 4))).isEmpty();
        assertThat(sound.atTheEars().sounds()).isFalse();
    }

    @Test
    void nothingSoundsWhileItWouldBeHeardOnTheAir() {
        var frames = new AtomicInteger();
        var playback =
                new Playback(
                        sound.atTheEars(), () -> Optional.of("On."), _ -> frames.incrementAndGet());
        assertThat(playback.play(level(0.5f, 4))).contains("On.");
        assertThat(sound.atTheEars().sounds()).isFalse();
        assertThat(frames).hasValue(0);
    }

    @Test
    void itEndsAsSoonAsSomebodyGoesOnTheAir() {
        var onAir = new AtomicReference<Optional<String>>(Optional.empty());
        var frames = new AtomicInteger();
        var playback =
                new Playback(
                        sound.atTheEars(),
                        onAir::get,
                        _ -> {
                            monitor.write(ofTheShow);
                            if (frames.incrementAndGet() == 2) {
                                onAir.set(Optional.of("Somebody is on the air."));
                            }
                        });
        assertThat(playback.play(level(0.5f, 100))).contains("Somebody is on the air.");
        assertThat(frames).hasValue(2);
        monitor.write(ofTheShow);
        assertThat(sound.atTheEars().sounds()).isFalse();
    }

    @Test
    void itEndsWhenItIsStopped() {
        var playback =
                new Playback(
                        sound.atTheEars(),
                        Optional::empty,
                        _ -> {
                            throw new InterruptedException();
                        });
        assertThat(playback.play(level(0.5f, 100))).contains(Playback.STOPPED);
        assertThat(Thread.interrupted()).isTrue();
        monitor.write(ofTheShow);
        assertThat(sound.atTheEars().sounds()).isFalse();
    }

    @Nested
    class OfASeatAtWhichSomethingIsTried extends HostSeatContract {
        @Override
        protected HostSeat seat() {
            return TriedSound.over(new HandSeat(), Console.none()).seat();
        }
    }

    @Nested
    class OfAConsoleOnWhichSomethingIsTried extends ConsoleContract {
        @Override
        protected Console console() {
            return TriedSound.over(HostSeat.none(), new HandConsole()).console();
        }
    }
}
