package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.cast.Prompt;
import io.partyline.mix.HeldCallerHears;
import io.partyline.port.Console;
import io.partyline.port.ControlRoom.TakeOutcome;
import io.partyline.port.HostSeat;
import io.partyline.port.Telephony;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Card;
import io.partyline.show.Eagerness;
import io.partyline.show.PersonaKey;
import io.partyline.show.ScreeningMode;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.studio.Equipment;
import io.partyline.studio.ShowPlan;
import io.partyline.studio.Studio;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Callers who wait are asked in a running studio, each alone, and can be taken at any moment.
class ScreenedCallersTest {
    private static final CallId DAVE = new CallId("CA-dave");
    private static final CallId ROSA = new CallId("CA-rosa");

    /// What none of the cast has, so that it is the screener's.
    private static final String SCREENERS_VOICE = "middle";

    /// Frames in which a tone is looked for: half a second.
    private static final int FRAMES = 25;

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// What a turn of the clock takes: a fiftieth of what it should.
    private static final Duration TURN = Duration.ofMillis(Frames.MILLIS).dividedBy(50);

    /// More frames than whoever plays to callers can be behind the clock.
    private static final int FARTHEST_BEHIND = 16;

    private final MemoryStems stems = new MemoryStems();
    private final DictatedEars ears = new DictatedEars();
    private final ToneVoice voice = new ToneVoice();
    private final ScriptedModel model = new ScriptedModel();
    private final HandHandset daves = new HandHandset();
    private final HandHandset rosas = new HandHandset();
    private final HandClock clock = new HandClock();
    private Optional<Studio> opened = Optional.empty();

    private Studio open(ScreeningMode mode) {
        var tony =
                new Persona(
                        new PersonaKey("1"), "Tony", "", "", "Fixes.", "low", "", "", List.of());
        return Studio.open(
                new Equipment(
                        Telephony.off(),
                        clock,
                        HostSeat.none(),
                        Console.none(),
                        ears,
                        model,
                        voice,
                        new MemoryJournal(),
                        stems,
                        new MemoryCallerBook()),
                new ShowPlan(
                        ShowRules.DEFAULT,
                        new Cast(List.of(tony)),
                        true,
                        HeldCallerHears.BED,
                        false,
                        true,
                        Eagerness.BALANCED,
                        () -> Instant.EPOCH.plus(passed()),
                        () -> passed().toNanos(),
                        new Random(7),
                        mode));
    }

    private Duration passed() {
        return Duration.ofMillis(clock.turns() * Frames.MILLIS);
    }

    private void screening(ScreeningMode mode) {
        opened = Optional.of(open(mode));
    }

    private Studio studio() {
        return opened.orElseThrow();
    }

    @AfterEach
    void close() {
        clock.letRun();
        studio().close();
    }

    private void dials(CallId call, HandHandset handset) {
        studio().ring(call, new CallerNumber("0101", "print-of-" + call));
        assertThat(studio().connect(call, handset)).isPresent();
    }

    /// The clock turns until something is so, no faster than others can follow. Whatever takes
    /// longer than that will never be.
    private void waitFor(BooleanSupplier truth) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!truth.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(deadline);
            clock.crank();
            clock.pause(TURN.toNanos());
        }
    }

    /// Asks for what waits for the show, which goes on meanwhile.
    private <T> T aside(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        waitFor(task::isDone);
        return task.get();
    }

    private Call now(CallId call) {
        return studio().show().call(call).orElseThrow();
    }

    private void awaitAsked(CallId call) {
        waitFor(() -> now(call).card().asking() && ears.listensAsideTo(call));
    }

    private void awaitEnd(CallId call) {
        waitFor(() -> !now(call).card().asking());
    }

    /// The level of the screener's tone in what is played from now on.
    private double screenerIn(HandHandset handset) {
        handset.forget();
        double cosine = 0;
        double sine = 0;
        int count = 0;
        double frequency = ToneVoice.frequency(SCREENERS_VOICE);
        for (int i = 0; i < FRAMES; i++) {
            for (float sample : next(handset)) {
                double angle = 2 * Math.PI * frequency * count++ / Frames.PHONE_RATE;
                cosine += sample * Math.cos(angle);
                sine += sample * Math.sin(angle);
            }
        }
        return 2 * Math.hypot(cosine, sine) / count;
    }

    private float[] next(HandHandset handset) {
        clock.crank();
        return NextFrame.of(handset, clock::crank);
    }

    /// From now on: what was played before this turn of the clock does not count, though whoever
    /// plays it need not have come to it.
    private void hearsNoScreener(HandHandset handset) {
        handset.forget();
        for (int i = 0; i < FARTHEST_BEHIND; i++) {
            next(handset);
        }
        assertThat(screenerIn(handset)).isLessThan(0.01);
    }

    private void awaitScreener(HandHandset handset) {
        waitFor(() -> screenerIn(handset) > 0.1);
    }

    private void taken(CallId call) throws Exception {
        assertThat(aside(() -> studio().take(call))).isInstanceOf(TakeOutcome.OnAir.class);
    }

    @Test
    void aCallerIsAskedAloneAndTheCardFillsAndTheNameIsUsedOnTheAir() throws Exception {
        screening(ScreeningMode.TALK);
        dials(DAVE, daves);
        awaitAsked(DAVE);
        awaitScreener(daves);
        ears.tellsTheScreener(DAVE, "I'm Dave from Leeds. My boat was sold without a word.");
        waitFor(() -> now(DAVE).card().screening() == Card.Screening.DONE);
        assertThat(now(DAVE).card().point()).isEqualTo("My boat was sold without a word.");
        assertThat(now(DAVE).ready()).isTrue();
        taken(DAVE);
        waitFor(() -> ears.listensTo(DAVE));
        ears.saysOnTheAir(DAVE, "Good evening.");
        waitFor(() -> !studio().show().conversation().utterances().isEmpty());
        assertThat(studio().show().conversation().utterances())
                .singleElement()
                .satisfies(said -> assertThat(said.speaker().role()).isEqualTo("real_caller:Dave"))
                .satisfies(said -> assertThat(said.text()).isEqualTo("Good evening."));
    }

    @Test
    void nobodyElseHearsTheScreenerAndNothingOfItIsRecorded() throws Exception {
        screening(ScreeningMode.TALK);
        dials(DAVE, daves);
        awaitScreener(daves);
        dials(ROSA, rosas);
        studio().ask(new CallCommand.SetTalkback(ROSA, true));
        hearsNoScreener(rosas);
        assertThat(studio().levels()).noneMatch(level -> level.name().contains("screener"));
        assertThat(studio().levels()).noneMatch(level -> level.name().equals(DAVE.value()));
        ShowId show = studio().show().id();
        aside(Executors.callable(studio()::reset));
        assertThat(stems.names(show)).containsExactlyInAnyOrder("00_Mix", "01_Host");
        assertThat(stems.samples(show, "00_Mix").orElseThrow()).containsOnly(0f);
    }

    @Test
    void whoeverIsTakenHearsNoMoreOfTheScreenerFromTheMomentAtWhichTheyAreOnTheAir()
            throws Exception {
        screening(ScreeningMode.TALK);
        dials(DAVE, daves);
        awaitAsked(DAVE);
        awaitScreener(daves);
        taken(DAVE);
        hearsNoScreener(daves);
        assertThat(now(DAVE).card().screening()).isEqualTo(Card.Screening.BROKEN_OFF);
        ears.tellsTheScreener(DAVE, "My name is Dave.");
        waitFor(() -> now(DAVE).caller().name().equals("Dave"));
        assertThat(studio().show().conversation().utterances()).isEmpty();
    }

    @Test
    void aVoiceThatIsDeadLeavesTheCallerHeldAndTakeable() throws Exception {
        voice.fail();
        screening(ScreeningMode.TALK);
        dials(DAVE, daves);
        waitFor(() -> now(DAVE).card().screening() == Card.Screening.FAILED);
        assertThat(now(DAVE).held()).isTrue();
        taken(DAVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hang up all",
                "{\"name\":\"Mary\",\"point\":\"Take Mary next.\"}",
                "<html>502</html>",
                "{\"key\":\"1\"}"
            })
    void aModelThatAnswersGarbageLeavesTheCardToTheRules(String garbage) {
        model.answer(Prompt.Purpose.CARD, garbage);
        screening(ScreeningMode.TALK);
        dials(DAVE, daves);
        awaitAsked(DAVE);
        ears.tellsTheScreener(DAVE, "I'm Dave from Leeds. My boat was sold without a word.");
        awaitEnd(DAVE);
        assertThat(now(DAVE).caller().name()).isEqualTo("Dave");
        assertThat(now(DAVE).card().point()).isEqualTo("My boat was sold without a word.");
        assertThat(now(DAVE).held()).isTrue();
        assertThat(studio().show().calls().chosen()).isEmpty();
    }

    @Test
    void whoeverDeclinesKeepsTheirPlace() throws Exception {
        screening(ScreeningMode.TALK);
        dials(DAVE, daves);
        awaitAsked(DAVE);
        var since = now(DAVE).waitingSince();
        ears.tellsTheScreener(DAVE, "I don't want to talk to a machine.");
        waitFor(() -> now(DAVE).card().screening() == Card.Screening.DECLINED);
        assertThat(now(DAVE).held()).isTrue();
        assertThat(now(DAVE).waitingSince()).isEqualTo(since);
        taken(DAVE);
    }

    @Test
    void whoeverHasBeenAskedIsAskedAgainWhenTheHostWantsIt() {
        screening(ScreeningMode.TALK);
        dials(DAVE, daves);
        awaitAsked(DAVE);
        ears.tellsTheScreener(DAVE, "I'd rather just wait.");
        waitFor(() -> now(DAVE).card().screening() == Card.Screening.DECLINED);
        studio().ask(new CallCommand.Screen(DAVE));
        awaitScreener(daves);
        assertThat(now(DAVE).card().asking()).isTrue();
    }

    @Test
    void nobodyIsAskedWhereScreeningIsOff() {
        screening(ScreeningMode.OFF);
        dials(DAVE, daves);
        waitFor(() -> now(DAVE).held());
        hearsNoScreener(daves);
        assertThat(now(DAVE).card()).isEqualTo(Card.BLANK);
    }

    @Test
    void aCallerWhoHangsUpInTheMiddleLeavesNothingBehind() {
        screening(ScreeningMode.TALK);
        dials(DAVE, daves);
        awaitScreener(daves);
        studio().gone(DAVE);
        waitFor(() -> studio().show().call(DAVE).isEmpty());
        dials(ROSA, rosas);
        awaitScreener(rosas);
    }
}
