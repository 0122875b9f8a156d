package io.partyline.studio.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.Decision;
import io.partyline.show.EndedBy;
import io.partyline.show.Reason;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.studio.NoteBook;
import io.partyline.studio.run.JournalWriter;
import io.partyline.studio.run.ShowThread;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A report is not believed until the network itself says that there is such a call.
class VouchingTest {
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId JAS = new CallId("call-jas");
    private static final CallerNumber NUMBER = new CallerNumber("0101", "print-of-somebody");

    private static final ShowRules LARGE =
            new ShowRules(
                    "Host",
                    100,
                    8,
                    ShowRules.DEFAULT.undo(),
                    ShowRules.DEFAULT.reconnect(),
                    ShowRules.DEFAULT.lostWait(),
                    ShowRules.DEFAULT.takeLimit(),
                    ShowRules.DEFAULT.turnLimit(),
                    ShowRules.DEFAULT.cooldown(),
                    ShowRules.DEFAULT.followUpDelay());

    private final Network network = new Network();
    private final ShowThread show =
            new ShowThread(
                    Show.before(0),
                    () -> NOW,
                    () -> 0,
                    () -> 0,
                    new JournalWriter(new NoteBook()),
                    (_, _) -> {});
    private final Operator operator = new Operator(network, show, () -> NOW);

    /// What happens between the answer about the next caller and the take, once.
    private Runnable beforeTheTake = () -> {};

    /// A network that knows some calls, and counts what it is asked.
    private static final class Network implements Telephony {
        private final Set<CallId> alive = new HashSet<>();
        private boolean reachable = true;
        private int questions;

        /// Calls that are alive and not in the list, which is a little old.
        private final Set<CallId> unlisted = new HashSet<>();

        /// What happens between a look at a call and the answer, once.
        private Runnable meanwhile = () -> {};

        @Override
        public boolean isAlive(CallId call) {
            questions++;
            if (!reachable) {
                throw new TelephonyException("The telephone company cannot be reached.");
            }
            boolean seen = alive.contains(call);
            Runnable now = meanwhile;
            meanwhile = () -> {};
            now.run();
            return seen;
        }

        @Override
        public void connect(CallId call) {
            throw new AssertionError("nobody is to be connected");
        }

        @Override
        public void hangUp(CallId call) {
            throw new AssertionError("nobody is to be hung up");
        }

        @Override
        public Set<CallId> liveCalls() {
            var listed = new HashSet<>(alive);
            listed.removeAll(unlisted);
            return Set.copyOf(listed);
        }

        @Override
        public List<Waiting> waiting() {
            return List.of();
        }

        @Override
        public CallerNumber number(CallId call) {
            return NUMBER;
        }

        @Override
        public boolean hasEnded(CallId call) {
            return !alive.contains(call);
        }
    }

    @BeforeEach
    void rings() {
        show.start();
        show.ask(new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
        show.ask(new CallCommand.Ring(DAVE, NUMBER));
    }

    @AfterEach
    void close() {
        show.close();
    }

    @Test
    void aCallThatTheNetworkKnowsStaysAndIsNotAskedAboutAgainBeforeItIsTaken() {
        network.alive.add(DAVE);
        assertThat(operator.vouchesFor(DAVE)).isTrue();
        operator.makeSure(DAVE);
        operator.makeSure(DAVE);
        assertThat(network.questions).as("a take does not wait").isEqualTo(1);
        assertThat(show.show().call(DAVE)).isPresent();
    }

    @Test
    void aCallThatTheNetworkDoesNotKnowIsLetGoOf() {
        assertThat(operator.vouchesFor(DAVE)).isFalse();
        assertThat(show.show().call(DAVE)).isEmpty();
    }

    @Test
    void aCallThatTheNetworkDidNotKnowIsAskedAboutAgainIfALateReportBringsItBack() {
        assertThat(operator.vouchesFor(DAVE)).isFalse();
        show.ask(new CallCommand.Wait(DAVE, NUMBER, Duration.ofSeconds(45)));
        assertThat(show.show().call(DAVE)).as("by a report that lay about").isPresent();
        operator.makeSure(DAVE);
        assertThat(show.show().call(DAVE)).isEmpty();
    }

    @Test
    void whoeverCouldNotBeAskedAboutIsAskedAboutBeforeTheyAreTaken() {
        network.reachable = false;
        assertThat(operator.vouchesFor(DAVE)).as("nobody is lost for it").isTrue();
        assertThat(operator.trouble()).hasValue("The telephone company cannot be reached.");
        operator.makeSure(DAVE);
        assertThat(show.show().call(DAVE)).isPresent();
        network.reachable = true;
        operator.makeSure(DAVE);
        assertThat(show.show().call(DAVE)).as("a stranger with an old report").isEmpty();
        assertThat(network.questions).isEqualTo(3);
    }

    @Test
    void whoeverCouldNotBeAskedAboutIsAskedAboutOnceTheNetworkAnswersAgain() {
        network.reachable = false;
        assertThat(operator.vouchesFor(DAVE)).isTrue();
        show.ask(new CallCommand.OpenLeg(DAVE));
        network.reachable = true;
        assertThat(operator.look(EndedBy.CALLER)).isTrue();
        assertThat(show.show().call(DAVE)).as("a stranger on a path of their own").isEmpty();
        int asked = network.questions;
        assertThat(operator.look(EndedBy.CALLER)).isTrue();
        assertThat(network.questions).as("nobody is in doubt any more").isEqualTo(asked);
    }

    @Test
    void aDoubtOutlivesTheShowInWhichItCameUp() {
        network.reachable = false;
        assertThat(operator.vouchesFor(DAVE)).isTrue();
        show.ask(new ShowCommand.CloseShow());
        show.ask(
                new ShowCommand.OpenShow(
                        new ShowId("saturday"), ShowRules.DEFAULT, Set.of(), true));
        network.reachable = true;
        assertThat(operator.look(EndedBy.CALLER)).isTrue();
        show.ask(new CallCommand.Wait(DAVE, NUMBER, Duration.ZERO));
        assertThat(show.show().call(DAVE)).as("by an old report").isPresent();
        operator.makeSure(DAVE);
        assertThat(show.show().call(DAVE)).isEmpty();
    }

    /// The caller hangs up while the network is still answering their ring, and a stranger plays it
    /// again while nobody can ask.
    @Test
    void anAnswerFromBeforeADoubtDoesNotEndIt() {
        network.alive.add(DAVE);
        network.meanwhile =
                () -> {
                    network.alive.remove(DAVE);
                    network.reachable = false;
                    assertThat(operator.vouchesFor(DAVE)).as("nobody can ask").isTrue();
                    network.reachable = true;
                };
        assertThat(operator.vouchesFor(DAVE)).as("they were there").isTrue();
        operator.makeSure(DAVE);
        assertThat(show.show().call(DAVE)).as("a stranger with an old report").isEmpty();
    }

    @Test
    void whoeverIsNextOnceAnotherTurnsOutToBeAStrangerIsAskedAboutToo() {
        network.reachable = false;
        show.ask(new CallCommand.Ring(JAS, NUMBER));
        for (CallId call : List.of(DAVE, JAS)) {
            assertThat(operator.vouchesFor(call)).isTrue();
            show.ask(new CallCommand.Wait(call, NUMBER, Duration.ZERO));
        }
        network.reachable = true;
        assertThat(taken()).as("two strangers").containsInstanceOf(Decision.Refused.class);
        assertThat(show.show().calls().next()).isEmpty();
    }

    /// Somebody is chosen between the answer about the next caller and the show's decision.
    @Test
    void whoeverBecomesTheNextJustBeforeTheTakeIsAskedAboutToo() {
        network.alive.add(DAVE);
        assertThat(operator.vouchesFor(DAVE)).isTrue();
        network.reachable = false;
        show.ask(new CallCommand.Ring(JAS, NUMBER));
        assertThat(operator.vouchesFor(JAS)).isTrue();
        network.reachable = true;
        for (CallId call : List.of(DAVE, JAS)) {
            show.ask(new CallCommand.Wait(call, NUMBER, Duration.ZERO));
            show.ask(new CallCommand.OpenLeg(call));
        }
        beforeTheTake = () -> show.ask(new CallCommand.ChooseNext(JAS, true));
        assertThat(taken()).containsInstanceOf(Decision.Accepted.class);
        assertThat(show.show().call(JAS)).as("a stranger").isEmpty();
        assertThat(show.show().call(DAVE).orElseThrow().held()).as("waits on").isFalse();
    }

    @Test
    void nobodyIsTakenWhileNobodyIsNext() {
        assertThat(taken()).isEmpty();
    }

    /// What the show says to taking whoever is next, as a studio asks it.
    private Optional<Decision> taken() {
        return operator.takeNext(() -> show.show().calls().next().map(Call::id), this::decided);
    }

    private Optional<Decision> decided(CallId call) {
        Runnable before = beforeTheTake;
        beforeTheTake = () -> {};
        before.run();
        return Optional.of(show.ask(new CallCommand.TakeNext(false, Optional.of(call))))
                .filter(it -> !it.equals(new Decision.Refused(Reason.SOMEBODY_ELSE_IS_NEXT)));
    }

    @Test
    void whoeverIsNextIsAskedAboutOnceWhileTheNetworkCannotBeReached() {
        network.reachable = false;
        assertThat(operator.vouchesFor(DAVE)).isTrue();
        show.ask(new CallCommand.Wait(DAVE, NUMBER, Duration.ZERO));
        assertThat(taken()).isPresent();
        assertThat(network.questions).isEqualTo(2);
        assertThat(show.show().call(DAVE)).isPresent();
    }

    /// A stranger plays an old ring again just before its caller hangs up: the network vouches for
    /// it, and a path is opened.
    @Test
    void whoeverIsOnAPathWhileTheNetworksListLacksThemIsAskedAbout() {
        network.alive.add(DAVE);
        assertThat(operator.vouchesFor(DAVE)).isTrue();
        show.ask(new CallCommand.OpenLeg(DAVE));
        network.alive.remove(DAVE);
        assertThat(operator.look(EndedBy.CALLER)).isTrue();
        assertThat(show.show().call(DAVE)).as("a stranger on a dead caller's path").isEmpty();
    }

    @Test
    void whoeverIsMissingInAnOldListAloneStays() {
        network.alive.add(DAVE);
        assertThat(operator.vouchesFor(DAVE)).isTrue();
        show.ask(new CallCommand.OpenLeg(DAVE));
        network.unlisted.add(DAVE);
        assertThat(operator.look(EndedBy.CALLER)).isTrue();
        assertThat(show.show().call(DAVE)).isPresent();
        int asked = network.questions;
        operator.makeSure(DAVE);
        assertThat(network.questions).as("nobody is in doubt any more").isEqualTo(asked);
    }

    @Test
    void aListThatLacksEverybodyIsNotAnsweredByAskingAboutEverybodyAtOnce() {
        show.ask(new ShowCommand.CloseShow());
        show.ask(new ShowCommand.OpenShow(new ShowId("saturday"), LARGE, Set.of(), true));
        for (int i = 0; i < LARGE.lines(); i++) {
            var call = new CallId("call-" + i);
            network.alive.add(call);
            show.ask(new CallCommand.Ring(call, NUMBER));
            show.ask(new CallCommand.OpenLeg(call));
        }
        network.unlisted.addAll(network.alive);
        assertThat(show.show().calls().live()).hasSize(LARGE.lines());
        assertThat(operator.look(EndedBy.CALLER)).isTrue();
        assertThat(network.questions).isBetween(1, 20);
    }
}
