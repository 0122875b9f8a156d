package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.partyline.audio.Frames;
import io.partyline.port.Journal;
import io.partyline.port.Jukebox;
import io.partyline.port.Jukebox.Outcome;
import io.partyline.port.Shelves;
import io.partyline.show.Event;
import io.partyline.show.MusicEvent;
import io.partyline.show.PlayedOut;
import io.partyline.show.Reason;
import io.partyline.show.ShowCommand;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Music and carts in a whole studio, on a clock that is turned by hand: where they sound, when,
/// how loud, and what is told and recorded of it.
class MusicTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MUSIC = 7;
    private static final int EFFECTS = 8;
    private static final int BREAKS_AT = 30_000;

    private final HandClock clock = new HandClock();
    private final HandSeat seat = new HandSeat();
    private final HandConsole console = new HandConsole();
    private final HandShelf music = new HandShelf();
    private final HandShelf effects = new HandShelf();
    private final RehearsalRoom room =
            new RehearsalRoom()
                    .clock(clock)
                    .seat(seat)
                    .console(console)
                    .shelves(new Shelves(music, effects, Duration.ofMillis(500)));
    private Studio studio = room.open();
    private Jukebox jukebox = studio.jukebox();

    @BeforeEach
    void lay() {
        music.put("a.wav", constant(0.5f, Duration.ofSeconds(20)));
        music.put("b.wav", constant(0.25f, Duration.ofSeconds(20)));
        music.put("short.wav", constant(0.125f, Duration.ofSeconds(2)));
        music.put("breaking.wav", constant(0.3f, Duration.ofSeconds(20)), BREAKS_AT);
        music.putRubbish("rubbish.wav");
        effects.put("horn.wav", constant(0.0625f, Duration.ofSeconds(1)));
        effects.put("loop.wav", constant(0.03125f, Duration.ofMillis(70)));
    }

    @AfterEach
    void close() {
        clock.letRun();
        studio.close();
    }

    private static float[] constant(float value, Duration length) {
        var samples = new float[Frames.samplesOf(length)];
        Arrays.fill(samples, value);
        return samples;
    }

    /// Turns the clock until something is so. Whoever decodes needs real time for it, so the clock
    /// is turned no faster than 50 times as fast as it should be.
    private void turnUntil(BooleanSupplier truth) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            turn(1);
        }
    }

    private void turn(int ticks) {
        for (int i = 0; i < ticks; i++) {
            clock.crank();
            clock.pause(400_000);
        }
    }

    /// Plays a track, and waits until as much of it lies ready as the test will hear.
    private void play(String id) {
        done(jukebox.play(id, false));
        await(music, id, length(id));
    }

    private void playNext(String id) {
        done(jukebox.playNext(Optional.of(id)));
        await(music, id, length(id));
    }

    private Jukebox.Playing fire(String id, boolean loop) {
        Jukebox.Playing cart = done(jukebox.fire(id, loop));
        await(effects, id, loop ? 2L * Frames.RATE : length(id));
        return cart;
    }

    /// @param samples at least so much of it, repetitions included
    private static void await(HandShelf shelf, String id, long samples) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (shelf.read(id) < samples) {
            assertThat(System.nanoTime()).as("still decoding").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static long length(String id) {
        return switch (id) {
            case "breaking.wav" -> BREAKS_AT;
            case "short.wav" -> 2L * Frames.RATE;
            case "horn.wav" -> Frames.RATE;
            default -> 11L * Frames.RATE;
        };
    }

    private float program() {
        return console.channel(MUSIC)[Frames.SAMPLES - 1];
    }

    private static Jukebox.Playing done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).played().orElseThrow();
    }

    private <T extends Event> List<T> events(Class<T> type) {
        return room.journal().replay(studio.show().id()).stream()
                .map(Journal.Entry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private void until(Class<? extends Event> type, int count) {
        turnUntil(() -> events(type).size() >= count);
    }

    /// From the click to the first sample, by the mix's own count.
    @Test
    void aTrackIsInTheMixWithin50MillisecondsOfTheClick() {
        turn(10);
        long clicked = studio.position();
        play("a.wav");
        turn(1);
        assertThat(seat.heard()).containsOnly(0.5f);
        until(MusicEvent.TrackBegan.class, 1);
        MusicEvent.TrackBegan began = events(MusicEvent.TrackBegan.class).getFirst();
        assertThat(began.atSample() - clicked).isBetween(0L, (long) Frames.RATE / 20);
        assertThat(began.track().id()).isEqualTo("a.wav");
        assertThat(began.track().lengthMs()).hasValue(20_000L);
    }

    @Test
    void musicAndCartsHaveTheLastTwoChannelsAndEverybodyHearsThem() {
        play("a.wav");
        fire("horn.wav", false);
        turn(2);
        assertThat(console.channel(MUSIC)).containsOnly(0.5f);
        assertThat(console.channel(EFFECTS)).containsOnly(0.0625f);
        assertThat(console.channel(1)).containsOnly(0);
        assertThat(seat.heard()).containsOnly(0.5625f);
    }

    @Test
    void aTrackGoesOverIntoTheNextOneAndBothAreTold() {
        play("a.wav");
        turn(50);
        play("b.wav");
        turn(100);
        assertThat(program()).isEqualTo(0.25f);
        until(MusicEvent.TrackEnded.class, 1);
        MusicEvent.TrackEnded ended = events(MusicEvent.TrackEnded.class).getFirst();
        assertThat(ended.track().id()).isEqualTo("a.wav");
        assertThat(ended.how()).isEqualTo(PlayedOut.REPLACED);
        long began = events(MusicEvent.TrackBegan.class).getLast().atSample();
        assertThat(ended.atSample() - began).isEqualTo(Frames.RATE / 2);
    }

    /// Of a track of two seconds, the last half second is heard with the next.
    @Test
    void whatIsSetToComeNextBeginsInTheLastOfTheTrackBefore() {
        play("short.wav");
        playNext("b.wav");
        assertThat(jukebox.standing().next().orElseThrow().id()).isEqualTo("b.wav");
        until(MusicEvent.TrackBegan.class, 2);
        List<MusicEvent.TrackBegan> began = events(MusicEvent.TrackBegan.class);
        long apart = began.getLast().atSample() - began.getFirst().atSample();
        // The player is looked at every 20 ms of life, in which this clock goes further.
        assertThat(apart).isBetween(Frames.RATE * 3L / 2 - 5_000, 3L * Frames.RATE);
        assertThat(jukebox.standing().next()).isEmpty();
        until(MusicEvent.TrackEnded.class, 1);
        assertThat(jukebox.standing().track().orElseThrow().piece().id()).isEqualTo("b.wav");
    }

    @Test
    void aFileThatBreaksOffIsNamedAndTheNextBegins() {
        play("breaking.wav");
        playNext("b.wav");
        until(MusicEvent.TrackBegan.class, 2);
        until(MusicEvent.TrackEnded.class, 1);
        MusicEvent.TrackEnded ended = events(MusicEvent.TrackEnded.class).getFirst();
        assertThat(ended.how()).isEqualTo(PlayedOut.BROKEN);
        assertThat(ended.problem()).contains("\"breaking.wav\"");
        turn(60);
        assertThat(program()).isEqualTo(0.25f);
    }

    @Test
    void whatCannotBePlayedIsRefusedAndNothingStops() {
        play("a.wav");
        turn(2);
        assertThat(jukebox.play("rubbish.wav", false))
                .isEqualTo(new Outcome.Failed("\"rubbish.wav\" cannot be played: it is damaged."));
        assertThat(jukebox.play("nowhere.wav", false))
                .isEqualTo(new Outcome.Refused(Reason.NO_SUCH_TRACK));
        assertThat(jukebox.fire("../a.wav", false))
                .isEqualTo(new Outcome.Refused(Reason.NO_SUCH_SOUND));
        turn(2);
        assertThat(program()).isEqualTo(0.5f);
    }

    /// Its beginning is in memory, and its file has gone since.
    @Test
    void aTrackThatHasVanishedIsNamedAndTheShowGoesOn() {
        turnUntil(() -> music.opened() >= 4);
        music.remove("a.wav");
        assertThat(jukebox.play("a.wav", false))
                .isEqualTo(new Outcome.Refused(Reason.NO_SUCH_TRACK));
        until(MusicEvent.ShelfChanged.class, 1);
        play("b.wav");
        music.remove("b.wav");
        turn(50);
        assertThat(program()).isEqualTo(0.25f);
    }

    @Test
    void musicIsFourteenDecibelsLowerWhileTheHostSpeaksAndItsStemIsNot() {
        play("a.wav");
        turn(50);
        float[] levels = spokenOver(50, 150);
        double lowest = 0.5 * Frames.gain(-14);
        int begins = first(levels, level -> level < 0.5f);
        int down = first(levels, level -> level <= lowest * 1.001);
        // The voice has to last for 40 ms before it counts, and then the music falls for 150 ms.
        assertThat(begins * Frames.MILLIS).isBetween(20, 80);
        assertThat((down - begins + 1) * Frames.MILLIS).isBetween(140, 170);
        assertThat(levels[49]).isCloseTo((float) lowest, within(0.001f));
        int rises = 50 + first(Arrays.copyOfRange(levels, 50, 200), level -> level > lowest * 1.01);
        assertThat((rises - 50) * Frames.MILLIS).isBetween(450, 580);
        int up = first(Arrays.copyOfRange(levels, rises, 200), level -> level >= 0.4999f);
        assertThat((up + 1) * Frames.MILLIS).isBetween(940, 1_100);
        assertThat(jukebox.standing().lowered()).isFalse();
        float[] stem = stem("08_Music");
        assertThat(stem[stem.length - Frames.RATE]).isEqualTo(0.5f);
        for (int i = stem.length - 3 * Frames.RATE; i < stem.length - 4_800; i++) {
            assertThat(stem[i]).isEqualTo(0.5f);
        }
    }

    private interface Level {
        boolean is(float level);
    }

    private static int first(float[] levels, Level wanted) {
        for (int i = 0; i < levels.length; i++) {
            if (wanted.is(levels[i])) {
                return i;
            }
        }
        throw new AssertionError("never: " + Arrays.toString(levels));
    }

    /// The level of the music at the end of each tick, while the host hums and then is silent.
    private float[] spokenOver(int humming, int silent) {
        var levels = new float[humming + silent];
        for (int i = 0; i < levels.length; i++) {
            for (int j = 0; j < Frames.SAMPLES; j++) {
                seat.spoken()[j] =
                        i < humming ? (float) (0.2 * Math.sin(2 * Math.PI * 150 * j / 48_000)) : 0;
            }
            turn(1);
            levels[i] = program();
        }
        return levels;
    }

    /// What is on the tapes goes to the stem every 80 ms.
    private float[] stem(String name) {
        long until = studio.position();
        turnUntil(
                () -> room.stems().length(studio.show().id(), name) >= until - 10 * Frames.SAMPLES);
        return room.stems().samples(studio.show().id(), name).orElseThrow();
    }

    @Test
    void stemsOfMusicAndCartsBeginWhenTheyAreFirstPlayed() {
        turn(20);
        assertThat(room.stems().names(studio.show().id()))
                .containsExactlyInAnyOrder("00_Mix", "01_Host");
        fire("horn.wav", false);
        until(MusicEvent.CartEnded.class, 1);
        turn(20);
        long began = events(MusicEvent.CartFired.class).getFirst().atSample();
        float[] stem = stem("09_SFX");
        assertThat(stem[(int) began - 1]).isZero();
        assertThat(stem[(int) began]).isEqualTo(0.0625f);
        assertThat(stem[(int) began + Frames.RATE - 1]).isEqualTo(0.0625f);
        assertThat(stem[(int) began + Frames.RATE]).isZero();
    }

    @Test
    void severalCartsSoundAtOnceAndEachIsStoppedByItself() {
        Jukebox.Playing loop = fire("loop.wav", true);
        fire("horn.wav", false);
        turn(20);
        assertThat(console.channel(EFFECTS)).containsOnly(0.0625f + 0.03125f);
        assertThat(jukebox.standing().carts()).hasSize(2);
        jukebox.stopCarts(Optional.of(loop.firing()));
        turn(5);
        assertThat(console.channel(EFFECTS)[959]).isEqualTo(0.0625f);
        until(MusicEvent.CartEnded.class, 1);
        assertThat(events(MusicEvent.CartEnded.class).getFirst().how())
                .isEqualTo(PlayedOut.STOPPED);
    }

    /// 70 ms long, and repeated for a second and a half without a gap.
    @Test
    void aLoopHasNoGap() {
        turn(2);
        fire("loop.wav", true);
        turn(1);
        for (int i = 0; i < 75; i++) {
            assertThat(console.channel(EFFECTS)).as("tick %d", i).containsOnly(0.03125f);
            turn(1);
        }
    }

    @Test
    void aNinthCartIsRefused() {
        for (int i = 0; i < 8; i++) {
            fire("loop.wav", true);
        }
        assertThat(jukebox.fire("horn.wav", false))
                .isEqualTo(new Outcome.Refused(Reason.ALL_CARTS_PLAYING));
        jukebox.stopCarts(Optional.empty());
        until(MusicEvent.CartEnded.class, 8);
        fire("horn.wav", false);
    }

    @Test
    void volumeLoopAndNextAreToldOnceEach() {
        play("a.wav");
        jukebox.volume(0.5);
        jukebox.volume(0.5);
        jukebox.loop(true);
        playNext("b.wav");
        until(MusicEvent.MusicSet.class, 3);
        turn(3);
        assertThat(program()).isEqualTo(0.25f);
        MusicEvent.MusicSet last = events(MusicEvent.MusicSet.class).getLast();
        assertThat(last.volume()).isEqualTo(0.5);
        assertThat(last.loop()).isTrue();
        assertThat(last.next().orElseThrow().id()).isEqualTo("b.wav");
        jukebox.stop();
        until(MusicEvent.MusicSet.class, 4);
        assertThat(events(MusicEvent.MusicSet.class)).hasSize(4);
        turn(60);
        assertThat(program()).isZero();
        assertThat(jukebox.loop(true)).isEqualTo(new Outcome.Refused(Reason.NO_MUSIC));
        assertThat(jukebox.skip()).isEqualTo(new Outcome.Refused(Reason.NOTHING_NEXT));
    }

    @Test
    void whatIsInTheFoldersIsToldWithWhatIsWrong() {
        var told = new ArrayList<MusicEvent.ShelfChanged>();
        turnUntil(() -> {
            told.clear();
            told.addAll(events(MusicEvent.ShelfChanged.class));
            return told.stream().anyMatch(shelf -> shelf.pieces() == 5);
        });
        assertThat(told)
                .filteredOn(shelf -> shelf.pieces() == 5)
                .allSatisfy(shelf ->
                        assertThat(shelf.broken())
                                .containsExactly(
                                        "\"rubbish.wav\" cannot be played: it is damaged."));
        assertThat(studio.health())
                .filteredOn(part -> part.part().equals("music"))
                .singleElement()
                .satisfies(part -> assertThat(part.detail()).contains("\"rubbish.wav\""));
    }

    @Test
    void theEndOfTheShowEndsAllOfItAndNothingIsPlayedWithoutOne() {
        jukebox.play("a.wav", true);
        fire("loop.wav", true);
        turn(10);
        studio.ask(new ShowCommand.CloseShow());
        assertThat(jukebox.play("b.wav", false)).isEqualTo(new Outcome.Refused(Reason.SHOW_CLOSED));
        turn(80);
        assertThat(program()).isZero();
        assertThat(console.channel(EFFECTS)[0]).isZero();
        assertThat(jukebox.standing().track()).isEmpty();
        assertThat(jukebox.standing().carts()).isEmpty();
    }
}
