package io.partyline.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.FrameSink;
import io.partyline.audio.FrameSource;
import io.partyline.audio.Frames;
import io.partyline.mix.HeldCallerHears;
import io.partyline.mix.WhoHears;
import io.partyline.mix.WhoHears.Mix;
import io.partyline.mix.WhoHears.Source;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.RandomCommands;
import io.partyline.show.Show;
import io.partyline.show.Stage;
import io.partyline.studio.Evening;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever happens in a show, the sound is what the show says: everybody sounds one bit of a
/// number of their own, so that each sum tells exactly who is in it.
///
/// What the edges are is checked elsewhere; this is about what becomes of them in the mixer, which
/// gives its places to one after the other.
class MixPropertiesTest {
    private static final int SEEDS = 40;
    private static final int STEPS = 400;
    private static final int CHANNELS = 8;

    /// All bits together stay under the limiter's ceiling, and in the 24 bits of a float.
    private static final float HOST = bit(3);

    private static final float BED = bit(4);

    /// Less than anybody else, and taken away where it is heard: no sum of others is the same.
    private static final float PRODUCER = -bit(20);

    private static final int FIRST_PERSONA = 4;
    private static final int FIRST_CALLER = 8;

    @ParameterizedTest
    @EnumSource(HeldCallerHears.class)
    void everyoneHearsExactlyWhomTheyAreToHear(HeldCallerHears whileHeld) {
        int feeds = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            try {
                feeds += new Evenings(seed, whileHeld).play();
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
        assertThat(feeds).as("feeds that were listened to").isGreaterThan(SEEDS * 30);
    }

    private static float bit(int place) {
        return 1f / (1 << place);
    }

    /// The bit of a caller: a persona's by key, a person's by the number in their call's id.
    private static float bit(Call call) {
        return switch (call.caller()) {
            case Caller.Ai ai -> bit(FIRST_PERSONA + Integer.parseInt(ai.key().value()));
            case Caller.Real _ ->
                    bit(FIRST_CALLER + Integer.parseInt(call.id().value().replace("call-", "")));
        };
    }

    private static final class Evenings implements Desk.Cabling {
        private final Evening evening = new Evening();
        private final RandomCommands commands;
        private final HeldCallerHears whileHeld;
        private final Desk desk = new Desk(CHANNELS, this);
        private final Map<Source, FrameSource> sources = new HashMap<>();
        private final Map<Mix, FrameSink> sinks = new HashMap<>();
        private final Map<Mix, Float> heard = new HashMap<>();
        private final float[] microphone = filled(HOST);
        private final float[][] channels = new float[CHANNELS][Frames.SAMPLES];
        private final float[] headphones = new float[Frames.SAMPLES];
        private int feeds;

        private Evenings(int seed, HeldCallerHears whileHeld) {
            commands = new RandomCommands(new Random(seed));
            this.whileHeld = whileHeld;
        }

        /// @return how many callers' feeds were listened to
        private int play() {
            for (int step = 0; step < STEPS; step++) {
                Show before = evening.show();
                evening.pass(commands.gap());
                evening.ask(commands.next(evening.show(), evening.now()));
                if (!evening.show().calls().equals(before.calls())) {
                    sound();
                    check();
                }
            }
            assertThat(desk.mixer().faults()).isZero();
            return feeds;
        }

        /// One tick for the change, and one in which it is over.
        private void sound() {
            desk.patch(new WhoHears(evening.show(), whileHeld).edges());
            desk.tick(microphone, channels, headphones);
            heard.clear();
            desk.tick(microphone, channels, headphones);
        }

        private static float[] filled(float value) {
            var frame = new float[Frames.SAMPLES];
            Arrays.fill(frame, value);
            return frame;
        }

        @Override
        public Optional<FrameSource> source(Source source) {
            return Optional.of(sources.computeIfAbsent(source, this::sounding));
        }

        private FrameSource sounding(Source source) {
            float value =
                    switch (source) {
                        case Source.Voice(var call) -> bit(evening.show().call(call).orElseThrow());
                        case Source.Screener(var call) ->
                                -bit(evening.show().call(call).orElseThrow());
                        case Source.Producer _ -> PRODUCER;
                        case Source.Bed _ -> BED;
                        case Source.Announcer _,
                                Source.Host _,
                                Source.Music _,
                                Source.DryMusic _,
                                Source.Effects _ ->
                                0;
                    };
            return frame -> {
                Arrays.fill(frame, value);
                return true;
            };
        }

        @Override
        public Optional<FrameSink> sink(Mix mix) {
            return Optional.of(
                    sinks.computeIfAbsent(
                            mix, _ -> frame -> heard.put(mix, frame[Frames.SAMPLES - 1])));
        }

        private void check() {
            Show show = evening.show();
            float program = program(_ -> true);
            if (show.open()) {
                hears("the program", heard(WhoHears.PROGRAM), program);
            }
            show.calls()
                    .real()
                    .filter(call -> call.marks().leg())
                    .forEach(call -> checkFeed(show, call));
            float inMonitor = program(_ -> true) - (hostInProgram() ? HOST : 0) + spokenTo();
            hears("the host", headphones[Frames.SAMPLES - 1], inMonitor);
            show.calls()
                    .withProducer()
                    .ifPresent(
                            call -> hears("the producer", heard(WhoHears.TO_PRODUCER), bit(call)));
        }

        private void checkFeed(Show show, Call call) {
            feeds++;
            float others = program(other -> !other.equals(call.id()));
            float host = call.marks().talkback() ? HOST : 0;
            float hold =
                    switch (whileHeld) {
                        case BED -> call.marks().talkback() ? BED / 8 : BED;
                        case PROGRAM -> others / 4;
                    };
            float alone = isAsked(call) ? BED / 8 - bit(call) : host + hold;
            float waiting = call.marks().producer() ? BED / 8 + PRODUCER : alone;
            hears(
                    call.toString(),
                    heardBy(show, call),
                    call.channel().isPresent() ? others : waiting);
        }

        /// The screener is heard by whoever is asked, and by nobody else.
        private static boolean isAsked(Call call) {
            return call.held() && call.card().asking() && !call.marks().talkback();
        }

        private float heardBy(Show show, Call call) {
            return Optional.ofNullable(new WhoHears(show, whileHeld).callers().get(call.id()))
                    .map(this::heard)
                    .orElse(Float.NaN);
        }

        /// What somebody heard last; no number if nothing came to them.
        private float heard(Mix mix) {
            return heard.getOrDefault(mix, Float.NaN);
        }

        private void hears(String who, float sound, float expected) {
            assertThat(sound).as("%s in %s", who, evening.show().calls()).isEqualTo(expected);
        }

        /// The sum of what the audience hears, as far as `whom` goes.
        private float program(Predicate<CallId> whom) {
            float sum = hostInProgram() ? HOST : 0;
            for (Call call : evening.show().calls().live().values()) {
                sum += whom.test(call.id()) && inProgram(call) ? bit(call) : 0;
            }
            return sum;
        }

        private boolean hostInProgram() {
            return evening.show().calls().live().values().stream()
                    .noneMatch(call -> call.marks().talkback());
        }

        private float spokenTo() {
            float sum = 0;
            for (Call call : evening.show().calls().live().values()) {
                sum += call.marks().talkback() ? bit(call) : 0;
            }
            return sum;
        }

        private static boolean inProgram(Call call) {
            boolean connected = call.marks().leg() || !call.caller().isReal();
            boolean on = call.stage() instanceof Stage.Taking || call.onAir();
            return connected && on && !call.muted();
        }
    }
}
