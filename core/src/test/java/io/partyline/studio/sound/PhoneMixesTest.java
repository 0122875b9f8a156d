package io.partyline.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.audio.Tone;
import io.partyline.audio.rate.Mulaw;
import io.partyline.audio.rate.PhoneFrame;
import io.partyline.port.Handset;
import io.partyline.show.CallId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What reaches each telephone, tick by tick: the frames of the mix that the show says, and of no
/// other.
class PhoneMixesTest {
    private static final double BED = 310;
    private static final double PROGRAM = 730;
    private static final double LOUD = 0.3;

    /// Rounding of µ-law at this level, and the tone's own slope.
    private static final double STEEPEST = LOUD * 2 * Math.PI * PROGRAM / Frames.PHONE_RATE + 0.03;

    private final Map<Long, Long> versions = new HashMap<>();
    private final PhoneMixes mixes = new PhoneMixes(tick -> versions.getOrDefault(tick, 0L));
    private final Humming bed = new Humming(BED);
    private final Humming program = new Humming(PROGRAM);
    private long tick;
    private long version;

    /// A mix in which one tone is all there is.
    private final class Humming {
        private final MixBuffer buffer = new MixBuffer(() -> tick);
        private final Tone tone;

        private Humming(double frequency) {
            tone = new Tone(frequency, LOUD);
        }
    }

    /// Somebody with a telephone at their ear.
    private static final class Listener implements Handset {
        private final Leg leg = new Leg(new CallId("call"), this, _ -> {});
        private final List<PhoneFrame> frames = new ArrayList<>();
        private boolean broken;

        @Override
        public void play(PhoneFrame frame) {
            if (broken) {
                throw new IllegalStateException("the socket is gone");
            }
            frames.add(frame);
        }

        @Override
        public void over() {}

        private float[] heard() {
            var all = new float[frames.size() * Frames.PHONE_SAMPLES];
            for (int i = 0; i < frames.size(); i++) {
                Mulaw.decode(frames.get(i).codes(), 0, all, i * 160, Frames.PHONE_SAMPLES);
            }
            return all;
        }

        private double level(double frequency, int fromFrame, int toFrame) {
            double amplitude =
                    Tone.amplitude(
                            heard(), fromFrame * 160, toFrame * 160, frequency, Frames.PHONE_RATE);
            return Frames.decibels(amplitude / LOUD);
        }
    }

    private void hears(Map<Humming, List<Listener>> listeners) {
        var legs = new HashMap<MixBuffer, List<Leg>>();
        listeners.forEach(
                (mix, who) -> legs.put(mix.buffer, who.stream().map(each -> each.leg).toList()));
        mixes.hear(new CallersHear(++version, legs));
    }

    private void run(int ticks, Humming... mixed) {
        for (int i = 0; i < ticks; i++) {
            for (Humming mix : mixed) {
                mix.buffer.write(mix.tone.next(Frames.SAMPLES));
            }
            versions.put(tick, version);
            PhoneRound round = mixes.turn(tick);
            for (Optional<PhoneRound.Play> play = round.take();
                    play.isPresent();
                    play = round.take()) {
                play.get().leg().play(play.get().frame());
            }
            tick++;
        }
    }

    @Test
    void everybodyWhoHearsOneMixGetsTheSameFrame() {
        var dave = new Listener();
        var jas = new Listener();
        hears(Map.of(bed, List.of(dave, jas)));
        run(10, bed);

        assertThat(dave.frames).hasSize(10);
        for (int i = 1; i < 10; i++) {
            assertThat(jas.frames.get(i)).isSameAs(dave.frames.get(i));
        }
        assertThat(dave.frames.stream().map(PhoneFrame::number).distinct()).hasSize(10);
        assertThat(dave.level(BED, 2, 10)).isCloseTo(0, within(0.5));
    }

    @Test
    void whoChangesMixesHearsNoStepAndNothingOfTheOldOneAfterwards() {
        var dave = new Listener();
        var jas = new Listener();
        hears(Map.of(bed, List.of(dave, jas), program, List.of(new Listener())));
        run(25, bed, program);
        hears(Map.of(bed, List.of(jas), program, List.of(dave)));
        run(27, bed, program);
        hears(Map.of(bed, List.of(dave, jas), program, List.of()));
        run(27, bed, program);

        assertThat(dave.frames).hasSize(79);
        assertThat(Tone.steepest(Arrays.copyOfRange(dave.heard(), 160, dave.heard().length)))
                .isLessThan((float) STEEPEST);
        assertThat(dave.level(PROGRAM, 27, 52)).isCloseTo(0, within(0.5));
        assertThat(dave.level(BED, 27, 52)).isLessThan(-50);
        assertThat(dave.level(PROGRAM, 54, 79)).isLessThan(-50);
        assertThat(jas.level(PROGRAM, 2, 79)).isLessThan(-50);
    }

    @Test
    void aMixThatIsNewToAllBeginsAsSoftlyAsTheMixerMakesIt() {
        var dave = new Listener();
        hears(Map.of(bed, List.of(dave)));
        run(10, bed);
        hears(Map.of(program, List.of(dave)));
        run(10, bed, program);

        assertThat(Tone.steepest(Arrays.copyOfRange(dave.heard(), 160, dave.heard().length)))
                .isLessThan((float) STEEPEST);
    }

    @Test
    void theChangeComesWithTheTickInWhichThePatchWasMixed() {
        var dave = new Listener();
        hears(Map.of(bed, List.of(dave)));
        run(50, bed, program);
        long before = version;
        hears(Map.of(program, List.of(dave)));
        version = before;
        run(25, bed, program);
        version = before + 1;
        run(25, bed, program);

        assertThat(dave.level(PROGRAM, 50, 75)).isLessThan(-50);
        assertThat(dave.level(PROGRAM, 77, 100)).isCloseTo(0, within(0.5));
    }

    @Test
    void aCallerWhoseFrameIsStillOnItsWayGetsNoOther() {
        var dave = new Listener();
        hears(Map.of(bed, List.of(dave)));
        run(3, bed);
        dave.leg.expectPlay();
        run(5, bed);

        assertThat(dave.frames).hasSize(3);
        assertThat(mixes.missed()).isEqualTo(5);
        dave.leg.play(dave.frames.getFirst());
        run(2, bed);
        assertThat(dave.frames).hasSize(6);
    }

    @Test
    void whoeverIsGoneIsPlayedToNoMore() {
        var dave = new Listener();
        hears(Map.of(bed, List.of(dave)));
        run(3, bed);
        dave.leg.end();
        run(3, bed);

        assertThat(dave.frames).hasSize(3);
    }

    @Test
    void aTickThatWasNotMixedForSomebodyIsSilence() {
        var dave = new Listener();
        hears(Map.of(bed, List.of(dave)));
        run(3);

        assertThat(dave.heard()).containsOnly(0);
    }

    /// Every mix hums a tone of its own; whoever is moved about at random hears, in each tick in
    /// which nothing changed, the tone of their mix alone.
    @Test
    void howeverManyChangeAtRandomNobodyHearsAFrameOfAnotherMix() {
        var chance = new Random(7);
        var all = new Humming[5];
        for (int i = 0; i < all.length; i++) {
            all[i] = new Humming(400 + 300 * i);
        }
        List<Listener> people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            people.add(new Listener());
        }
        for (int turn = 0; turn < 60; turn++) {
            List<List<Listener>> hearing =
                    Stream.generate(PhoneMixesTest::nobody).limit(all.length).toList();
            people.forEach(each -> hearing.get(chance.nextInt(all.length)).add(each));
            var next = new HashMap<Humming, List<Listener>>();
            for (int i = 0; i < all.length; i++) {
                next.put(all[i], hearing.get(i));
            }
            hears(next);
            run(7, all);
            for (int mix = 0; mix < all.length; mix++) {
                for (Listener each : people) {
                    int to = each.frames.size();
                    double level = each.level(400 + 300 * mix, to - 5, to);
                    if (hearing.get(mix).contains(each)) {
                        assertThat(level).isCloseTo(0, within(1.0));
                    } else {
                        assertThat(level).isLessThan(-40);
                    }
                }
            }
        }
    }

    private static List<Listener> nobody() {
        return new ArrayList<>();
    }
}
