package io.partyline.studio.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.CallerNumber;
import io.partyline.show.EndedBy;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Stage;
import io.partyline.studio.NoteBook;
import io.partyline.studio.run.JournalWriter;
import io.partyline.studio.run.ShowThread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who is brought back, in which order, how fast, and how often; round by round, on a clock of the
/// test's own.
class WayBackTest {
    private static final Instant START = Instant.parse("2026-05-01T20:00:00Z");
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId JAS = new CallId("call-jas");
    private static final CallId ROSA = new CallId("call-rosa");
    private static final CallerNumber NUMBER = new CallerNumber("0101", "print-of-somebody");
    private static final Duration LONG = Duration.ofSeconds(30);

    private volatile Duration passed = Duration.ZERO;
    private final Carrier carrier = new Carrier();
    private final ShowThread show =
            new ShowThread(
                    Show.before(0),
                    this::now,
                    () -> 0,
                    () -> 0,
                    new JournalWriter(new NoteBook()),
                    (_, _) -> {});
    private final WayBack wayBack = wayBack(false);

    /// A network that agrees to everything and does nothing.
    private static final class Carrier implements Telephony {
        private final Map<CallId, Instant> queue = new LinkedHashMap<>();
        private final List<CallId> elsewhere = new ArrayList<>();
        private final List<CallId> askedFor = new ArrayList<>();
        private final List<CallId> hungUp = new ArrayList<>();
        private Optional<TelephonyException> trouble = Optional.empty();
        private CallerNumber number = NUMBER;
        private boolean deaf;
        private int looks;

        @Override
        public void connect(CallId call) {
            askedFor.add(call);
            trouble.ifPresent(failed -> {
                throw failed;
            });
        }

        @Override
        public void hangUp(CallId call) {
            hungUp.add(call);
            if (deaf) {
                throw new TelephonyException("It does not listen.");
            }
            queue.remove(call);
        }

        @Override
        public Set<CallId> liveCalls() {
            var alive = new ArrayList<>(queue.keySet());
            alive.addAll(elsewhere);
            return Set.copyOf(alive);
        }

        @Override
        public List<Waiting> waiting() {
            looks++;
            trouble.ifPresent(failed -> {
                throw failed;
            });
            return queue.entrySet().stream()
                    .map(each -> new Waiting(each.getKey(), each.getValue()))
                    .toList();
        }

        @Override
        public CallerNumber number(CallId call) {
            return number;
        }

        @Override
        public boolean hasEnded(CallId call) {
            return !liveCalls().contains(call);
        }
    }

    private WayBack wayBack(boolean carrierHolds) {
        return new WayBack(
                show::show,
                new Operator(carrier, show, this::now),
                carrierHolds,
                () -> passed.toNanos());
    }

    @BeforeEach
    void open() {
        show.start();
        show.ask(
                new ShowCommand.OpenShow(
                        new ShowId("friday"), ShowRules.DEFAULT, Set.of("banned"), true));
    }

    @AfterEach
    void close() {
        show.close();
    }

    private Instant now() {
        return START.plus(passed);
    }

    /// So many rounds in this time.
    private void rounds(Duration time) {
        Duration until = passed.plus(time);
        while (passed.compareTo(until) <= 0) {
            Duration rest = wayBack.round();
            passed = passed.plus(rest.isPositive() ? rest : Duration.ofMillis(1));
        }
    }

    private void held(CallId call) {
        show.ask(new CallCommand.Ring(call, NUMBER));
        show.ask(new CallCommand.OpenLeg(call));
        passed = passed.plusSeconds(1);
    }

    private void breaks(CallId call) {
        show.ask(new CallCommand.LoseLeg(call));
        carrier.queue.put(call, now());
    }

    private void onAir(CallId call) {
        show.ask(new CallCommand.Take(call));
        show.ask(new CallCommand.Air(call, 0));
    }

    private Call stands(CallId call) {
        return show.show().call(call).orElseThrow();
    }

    @Test
    void whoeverWasOnTheAirComesFirstAndTheOthersInTheOrderOfTheirWaits() {
        held(DAVE);
        held(JAS);
        held(ROSA);
        onAir(ROSA);
        breaks(JAS);
        breaks(ROSA);
        breaks(DAVE);
        wayBack.look();
        rounds(Duration.ofSeconds(1));
        assertThat(carrier.askedFor).containsExactly(ROSA, DAVE, JAS);
        assertThat(stands(ROSA).held()).isTrue();
    }

    @Test
    void twentyThreeAreAskedForWithinFiveSeconds() {
        var many = new ArrayList<CallId>();
        for (int i = 0; i < 23; i++) {
            many.add(new CallId("call-" + i));
            carrier.queue.put(many.getLast(), START.minusSeconds(100 - i));
        }
        show.ask(new ShowCommand.CloseShow());
        ShowRules usual = ShowRules.DEFAULT;
        var rules =
                new ShowRules(
                        usual.hostName(),
                        40,
                        usual.channels(),
                        usual.undo(),
                        usual.reconnect(),
                        usual.lostWait(),
                        usual.takeLimit(),
                        usual.turnLimit(),
                        usual.cooldown(),
                        usual.followUpDelay());
        show.ask(new ShowCommand.OpenShow(new ShowId("next"), rules, Set.of(), true));
        wayBack.look();
        rounds(Duration.ofMillis(4_900));
        assertThat(carrier.askedFor.subList(0, 23)).isEqualTo(many);
        assertThat(show.show().calls().waiting()).extracting(Call::id).isEqualTo(many);
    }

    @Test
    void whoeverIsOnTheWayIsNotAskedForAgainAtOnceAndEverMoreRarelyThen() {
        held(DAVE);
        breaks(DAVE);
        wayBack.look();
        rounds(Duration.ofMillis(3_900));
        assertThat(carrier.askedFor).containsExactly(DAVE);
        rounds(Duration.ofSeconds(1));
        assertThat(carrier.askedFor).hasSize(2);
        rounds(LONG);
        assertThat(carrier.askedFor).hasSizeBetween(4, 5);
    }

    @Test
    void aTakeOfSomebodyOnTheWayWaitsForTheirLeg() {
        held(DAVE);
        breaks(DAVE);
        wayBack.look();
        rounds(Duration.ofMillis(100));
        show.ask(new CallCommand.Take(DAVE));
        rounds(Duration.ofSeconds(3));
        assertThat(carrier.askedFor).containsExactly(DAVE);
        show.ask(new CallCommand.OpenLeg(DAVE));
        assertThat(show.ask(new CallCommand.Air(DAVE, 0))).isNotNull();
        assertThat(stands(DAVE).onAir()).isTrue();
    }

    @Test
    void aNetworkThatIsTooBusyIsLeftAloneForAsLongAsItWantsAndTheTakeWaits() {
        held(DAVE);
        breaks(DAVE);
        wayBack.look();
        wayBack.round();
        carrier.askedFor.clear();
        passed = passed.plusSeconds(5);
        show.ask(new CallCommand.Take(DAVE));
        carrier.trouble =
                Optional.of(
                        new TelephonyException(
                                "Too busy.", Duration.ofSeconds(3), new IllegalStateException()));
        wayBack.round();
        carrier.trouble = Optional.empty();
        rounds(Duration.ofMillis(2_900));
        assertThat(carrier.askedFor).containsExactly(DAVE);
        assertThat(stands(DAVE).stage()).isInstanceOf(Stage.Taking.class);
        rounds(Duration.ofMillis(200));
        assertThat(carrier.askedFor).containsExactly(DAVE, DAVE);
    }

    @Test
    void aTakeThatTheNetworkRefusesFailsAtOnceAndMayBeTriedAtOnce() {
        held(DAVE);
        var inCarrierHold = wayBack(true);
        breaks(DAVE);
        inCarrierHold.look();
        inCarrierHold.round();
        assertThat(carrier.askedFor).isEmpty();
        carrier.trouble = Optional.of(new TelephonyException("It had a fault."));
        show.ask(new CallCommand.Take(DAVE));
        inCarrierHold.round();
        assertThat(stands(DAVE).held()).isTrue();
        carrier.trouble = Optional.empty();
        show.ask(new CallCommand.Take(DAVE));
        passed = passed.plus(WayBack.PACE);
        inCarrierHold.round();
        assertThat(carrier.askedFor).containsExactly(DAVE, DAVE);
    }

    @Test
    void whoeverIsAliveAndNotInTheQueueIsBroughtBackToo() {
        held(DAVE);
        onAir(DAVE);
        show.ask(new CallCommand.LoseLeg(DAVE));
        carrier.elsewhere.add(DAVE);
        wayBack.look();
        wayBack.round();
        assertThat(carrier.askedFor).containsExactly(DAVE);
    }

    @Test
    void whoeverHasHungUpUnnoticedHasGoneAndAfterARestartBecauseOfThat() {
        held(DAVE);
        show.ask(new CallCommand.LoseLeg(DAVE));
        wayBack.look();
        wayBack.round();
        assertThat(endings()).containsExactly(EndedBy.CALLER);
        held(JAS);
        show.ask(new ShowCommand.ResumeShow());
        wayBack.lookAfterRestart();
        wayBack.round();
        assertThat(endings()).containsExactly(EndedBy.CALLER, EndedBy.RESTART);
    }

    private List<EndedBy> endings() {
        return show.show().history().records().stream().map(CallRecord::by).toList();
    }

    @Test
    void whoeverIsBannedOrHasBeenHungUpIsHungUpAndNobodyElse() {
        carrier.number = new CallerNumber("0199", "banned");
        carrier.queue.put(JAS, START);
        held(DAVE);
        show.ask(new CallCommand.HangUp(DAVE));
        carrier.queue.put(DAVE, START);
        wayBack.look();
        wayBack.round();
        assertThat(carrier.hungUp).containsExactlyInAnyOrder(JAS, DAVE);
        assertThat(show.show().calls().live()).isEmpty();
    }

    /// Their hang-up failed as the show closed, or they were never known to it.
    @Test
    void whoeverIsStillInTheQueueWhenTheShowIsOverIsHungUpUntilThatWorks() {
        held(DAVE);
        show.ask(new ShowCommand.CloseShow());
        carrier.queue.put(DAVE, START);
        carrier.deaf = true;
        rounds(WayBack.ANYWAY.multipliedBy(3));
        assertThat(carrier.hungUp).hasSizeGreaterThan(1).containsOnly(DAVE);
        carrier.deaf = false;
        carrier.queue.put(JAS, START);
        rounds(WayBack.ANYWAY);
        assertThat(carrier.queue).isEmpty();
        assertThat(carrier.askedFor).isEmpty();
    }

    @Test
    void whoeverWasGreetedAndCouldNotBeConnectedIsLookedForAtOnce() {
        show.ask(new CallCommand.Ring(DAVE, NUMBER));
        carrier.queue.put(DAVE, now());
        wayBack.notConnected(DAVE);
        wayBack.round();
        assertThat(stands(DAVE).held()).isTrue();
        assertThat(carrier.askedFor).containsExactly(DAVE);
    }

    @Test
    void aStrangerInTheQueueIsFoundWithoutAnybodysWordAndKeepsTheirWait() {
        carrier.queue.put(DAVE, START.minusSeconds(80));
        rounds(WayBack.ANYWAY);
        assertThat(stands(DAVE).waitingSince()).isEqualTo(START.minusSeconds(80));
        assertThat(carrier.askedFor).containsExactly(DAVE);
    }

    @Test
    void whoeverHangsUpInTheNetworksQueueWithoutAWordHasGoneAQuarterOfAMinuteLater() {
        WayBack inCarrierHold = wayBack(true);
        show.ask(new CallCommand.Wait(DAVE, NUMBER, Duration.ZERO));
        passed = WayBack.ANYWAY.minusMillis(1);
        inCarrierHold.round();
        assertThat(stands(DAVE).held()).isTrue();
        passed = WayBack.ANYWAY;
        inCarrierHold.round();
        assertThat(endings()).containsExactly(EndedBy.CALLER);
    }

    @Test
    void theNetworkIsAskedRarelyWhileNobodyIsMissing() {
        held(DAVE);
        rounds(Duration.ofSeconds(60));
        assertThat(carrier.looks).isBetween(3, 5);
        assertThat(carrier.askedFor).isEmpty();
    }

    @Test
    void whileTheNetworkCannotBeReachedItIsAskedAgainAndNobodyIsGivenUp() {
        held(DAVE);
        breaks(DAVE);
        carrier.trouble = Optional.of(new TelephonyException("It cannot be reached."));
        wayBack.look();
        rounds(Duration.ofSeconds(20));
        assertThat(stands(DAVE).held()).isTrue();
        carrier.trouble = Optional.empty();
        carrier.askedFor.clear();
        rounds(Duration.ofSeconds(11));
        assertThat(carrier.askedFor).contains(DAVE);
    }
}
