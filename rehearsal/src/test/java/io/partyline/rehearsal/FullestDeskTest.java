package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.port.CallLeg;
import io.partyline.port.ControlRoom;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.ShowRules;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The most lines there can be and the most callers on the air, played and undone at random on a
/// clock that is turned: nothing that the host may do is refused, and after each few deeds one
/// caller says something, and just those hear it who should.
class FullestDeskTest {
    private static final int MOST_LINES = 1_000;
    private static final int ON_AIR = 28;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration MOST_LATE = Duration.ofMillis(100);
    private static final int MOST_DEEDS = 4;

    /// Ticks until what was done is in the sound, of speech, and until everybody has heard it.
    private static final int SETTLE = 10;

    private static final int SPEECH = 8;
    private static final int HEARD = 15;

    /// The bed is softer than that, and speech is louder.
    private static final float LOUD = 0.3f;

    /// 20 ms of 700 Hz, which follow each other without a step.
    private static final byte[] TONE = tone();

    private static final long TICK_NANOS = Duration.ofMillis(Frames.MILLIS).toNanos();
    private static final Instant EIGHT = Instant.parse("2026-05-01T20:00:00Z");

    private final AtomicLong ticks = new AtomicLong();
    private final HandClock clock = new HandClock();
    private final HandTelephony telephony = new HandTelephony(this::now);
    private final Random chance = new Random(41);
    private final List<Person> people = new ArrayList<>();
    private boolean firstHeardSomebody;
    private int dialled;
    private int deeds;
    private int heard;

    private enum Place {
        WAITS,
        ON_AIR,
        LEAVES,
        GONE
    }

    private enum Deed {
        TAKE,
        TAKE_NEXT,
        HOLD,
        MUTE,
        UNMUTE,
        LOCK,
        UNLOCK,
        TALK,
        STOP_TALKING,
        DROP,
        UNDO,
        HANG_UP,
        RING_OFF
    }

    /// Somebody on the telephone, as the host should see them.
    private static final class Person {
        private final HandCall call;
        private Place place = Place.WAITS;
        private boolean muted;
        private boolean locked;
        private boolean talkedTo;
        private long droppedAt;

        private Person(HandCall call) {
            this.call = call;
        }

        private boolean isHeard() {
            return place == Place.ON_AIR && !muted;
        }

        private boolean fits(Deed deed, long tick) {
            return switch (deed) {
                case TAKE -> place == Place.WAITS && !talkedTo;
                case TAKE_NEXT, DROP -> place == Place.WAITS;
                case TALK -> place == Place.WAITS && !talkedTo;
                case STOP_TALKING -> place == Place.WAITS && talkedTo;
                case HOLD, LOCK -> place == Place.ON_AIR && !locked;
                case UNLOCK -> place == Place.ON_AIR && locked;
                case MUTE -> place == Place.ON_AIR && !muted;
                case UNMUTE -> place == Place.ON_AIR && muted;
                case UNDO -> place == Place.LEAVES && tick < droppedAt + 150;
                case HANG_UP -> place == Place.ON_AIR;
                case RING_OFF -> place == Place.WAITS || place == Place.ON_AIR;
            };
        }

        private void taken() {
            place = Place.ON_AIR;
            talkedTo = false;
            muted = false;
            locked = false;
        }

        private void does(Deed deed, long tick) {
            switch (deed) {
                case TAKE, TAKE_NEXT -> taken();
                case HOLD, UNDO -> place = Place.WAITS;
                case MUTE, UNMUTE -> muted = deed == Deed.MUTE;
                case LOCK, UNLOCK -> locked = deed == Deed.LOCK;
                case TALK, STOP_TALKING -> talkedTo = deed == Deed.TALK;
                case DROP -> {
                    place = Place.LEAVES;
                    droppedAt = tick;
                }
                case HANG_UP, RING_OFF -> place = Place.GONE;
            }
        }

        @Override
        public String toString() {
            return "%s (%s%s)".formatted(call.id(), place, muted ? ", muted" : "");
        }
    }

    private static byte[] tone() {
        var samples = new float[Frames.PHONE_SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.7 * Math.sin(2 * Math.PI * 700 * i / Frames.PHONE_RATE));
        }
        var codes = new byte[samples.length];
        Mulaw.encode(samples, 0, codes, 0, codes.length);
        return codes;
    }

    private Instant now() {
        return EIGHT.plusNanos(ticks.get() * TICK_NANOS);
    }

    @Test
    void everybodyHearsWhomTheyShouldOnAHundredLines() throws Exception {
        play(100, 30);
    }

    @Test
    @Tag("ci")
    void everybodyHearsWhomTheyShouldOnAllLinesThereCanBe() throws Exception {
        play(MOST_LINES, 120);
    }

    private void play(int lines, int rounds) throws Exception {
        ShowRules usual = ShowRules.DEFAULT;
        var room =
                new RehearsalRoom()
                        .clock(clock)
                        .telephony(telephony)
                        .wall(this::now)
                        .nanoTime(() -> ticks.get() * TICK_NANOS)
                        .rules(
                                new ShowRules(
                                        usual.hostName(),
                                        lines,
                                        ON_AIR + 4,
                                        usual.undo(),
                                        usual.reconnect(),
                                        usual.lostWait(),
                                        usual.takeLimit(),
                                        usual.turnLimit(),
                                        usual.cooldown(),
                                        usual.followUpDelay()));
        try (Studio studio = room.open()) {
            telephony.reportTo(studio);
            ring(lines);
            for (int i = 0; i < ON_AIR; i++) {
                Person person = people.get(i);
                take(() -> studio.take(person.call.id()));
            }
            for (int i = 0; i < rounds; i++) {
                round(studio, lines);
            }
            assertThat(clock.faults()).isZero();
            // Frames that this computer was too busy to play are the telephone's trouble.
            assertThat(studio.health())
                    .filteredOn(part -> !part.part().equals("phone"))
                    .noneMatch(part -> part.state() == ControlRoom.Health.State.TROUBLE);
            people.clear();
            tickUntil(CompletableFuture.runAsync(studio::end));
        }
        System.out.printf("%d deeds, %d calls, %d hearings%n", deeds, dialled, heard);
        assertThat(heard).isGreaterThan(rounds);
    }

    /// Until all lines are taken.
    private void ring(int lines) {
        while (people.size() < lines) {
            dialled++;
            HandCall call = telephony.dial(new CallId("call-" + dialled), CallerNumber.WITHHELD);
            assertThat(call.legOpens()).isPresent();
            people.add(new Person(call));
        }
    }

    private void round(Studio studio, int lines) throws Exception {
        people.removeIf(person -> person.call.over());
        ring(lines);
        for (int i = 1 + chance.nextInt(MOST_DEEDS); i > 0; i--) {
            deed(studio);
        }
        tick(SETTLE);
        listen();
    }

    private void deed(Studio studio) throws Exception {
        List<Deed> all = List.of(Deed.values());
        Deed deed = all.get(chance.nextInt(all.size()));
        boolean full = studio.show().calls().freeChannel(studio.show().rules()).isEmpty();
        List<Person> fitting =
                people.stream().skip(1).filter(person -> person.fits(deed, ticks.get())).toList();
        boolean takes = deed == Deed.TAKE || deed == Deed.TAKE_NEXT;
        if (fitting.isEmpty() || (full && takes)) {
            return;
        }
        deeds++;
        Person person = fitting.get(chance.nextInt(fitting.size()));
        switch (deed) {
            case TAKE -> take(() -> studio.take(person.call.id()));
            case TAKE_NEXT -> take(() -> studio.takeNext(false));
            case RING_OFF -> {
                person.call.hangsUp();
                person.does(deed, ticks.get());
            }
            default -> {
                assertThat(studio.ask(command(deed, person.call.id())))
                        .as("%s of %s", deed, person)
                        .isInstanceOf(Decision.Accepted.class);
                person.does(deed, ticks.get());
            }
        }
    }

    private static Command command(Deed deed, CallId call) {
        return switch (deed) {
            case HOLD -> new CallCommand.Hold(call);
            case MUTE, UNMUTE -> new CallCommand.SetMute(call, deed == Deed.MUTE);
            case LOCK, UNLOCK -> new CallCommand.SetLock(call, deed == Deed.LOCK);
            case TALK, STOP_TALKING -> new CallCommand.SetTalkback(call, deed == Deed.TALK);
            case DROP -> new CallCommand.Drop(call);
            case UNDO -> new CallCommand.Undo(call);
            case HANG_UP -> new CallCommand.HangUp(call);
            case TAKE, TAKE_NEXT, RING_OFF -> throw new IllegalStateException(deed.toString());
        };
    }

    private interface Taking {
        TakeOutcome begin();
    }

    private void take(Taking taking) throws Exception {
        var taken = CompletableFuture.supplyAsync(taking::begin);
        tickUntil(taken);
        assertThat(taken.get()).isInstanceOf(TakeOutcome.OnAir.class);
        CallId who = ((TakeOutcome.OnAir) taken.get()).call().id();
        people.stream()
                .filter(person -> person.call.id().equals(who))
                .forEach(person -> person.does(Deed.TAKE, ticks.get()));
    }

    /// One of them speaks: as often somebody on the air as somebody who is not.
    private void listen() {
        boolean onAir = chance.nextBoolean();
        List<Person> talkers =
                people.stream()
                        .filter(person -> person.call.leg().isPresent())
                        .filter(person -> onAir == (person.place == Place.ON_AIR))
                        .toList();
        if (talkers.isEmpty()) {
            return;
        }
        Person talker = talkers.get(chance.nextInt(talkers.size()));
        people.forEach(person -> handset(person).forget());
        firstHeardSomebody = false;
        CallLeg leg = talker.call.leg().orElseThrow();
        for (int i = 0; i < SPEECH; i++) {
            leg.fromCaller(TONE, 0, TONE.length);
            tick(1);
        }
        tick(HEARD);
        Set<Person> should =
                people.stream()
                        .filter(person -> talker.isHeard() && person != talker)
                        .filter(person -> person.place == Place.ON_AIR)
                        .collect(Collectors.toSet());
        assertThat(people.stream().filter(this::heardSomebody))
                .as("who heard %s", talker)
                .containsExactlyInAnyOrderElementsOf(should);
        heard += should.size();
    }

    private boolean heardSomebody(Person person) {
        HandHandset handset = handset(person);
        boolean loud = person == people.getFirst() && firstHeardSomebody;
        for (var frame = handset.hear(Duration.ZERO);
                frame.isPresent();
                frame = handset.hear(Duration.ZERO)) {
            loud |= isLoud(frame.get());
        }
        return loud;
    }

    private static boolean isLoud(float[] frame) {
        return Frames.peak(frame, 0, frame.length) > LOUD;
    }

    private void tickUntil(CompletableFuture<?> done) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!done.isDone()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            tick(1);
        }
    }

    /// The first caller is on the air all the time, and so it is known when all have been played
    /// to. A frame that the computer was too busy to play is missed, by them as well.
    private void tick(int times) {
        for (int i = 0; i < times; i++) {
            clock.crank();
            ticks.incrementAndGet();
            if (!people.isEmpty()) {
                Optional<float[]> heard = handset(people.getFirst()).hear(MOST_LATE);
                firstHeardSomebody |= heard.filter(FullestDeskTest::isLoud).isPresent();
            }
        }
    }

    private static HandHandset handset(Person person) {
        return person.call.handset().orElseThrow();
    }
}
