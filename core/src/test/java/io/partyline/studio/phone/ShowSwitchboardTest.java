package io.partyline.studio.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.port.CallLeg;
import io.partyline.port.Switchboard.Admission;
import io.partyline.port.Telephony;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.PersonaKey;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.studio.Nobody;
import io.partyline.studio.NoteBook;
import io.partyline.studio.run.JournalWriter;
import io.partyline.studio.run.ShowThread;
import io.partyline.studio.sound.Legs;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShowSwitchboardTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallerNumber DAVES = new CallerNumber("0101", "print-of-dave");

    private volatile Instant now = Instant.parse("2026-05-01T20:00:00Z");
    private final ShowThread show =
            new ShowThread(
                    Show.before(0),
                    () -> now,
                    System::nanoTime,
                    () -> 0,
                    new JournalWriter(new NoteBook()),
                    (_, _) -> {});
    private final Legs legs = new Legs(call -> show.ask(new CallCommand.LoseLeg(call)));
    private final WayBack wayBack =
            new WayBack(
                    show::show,
                    new Operator(Telephony.off(), show, () -> now),
                    false,
                    System::nanoTime);
    private final ShowSwitchboard exchange = new ShowSwitchboard(show, legs, wayBack);

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

    private void waits() {
        exchange.waiting(DAVE, DAVES, Duration.ofSeconds(8));
    }

    @Test
    void aCallerIsGreetedAndLaterWelcomedBack() {
        assertThat(exchange.ring(DAVE, DAVES)).isEqualTo(Admission.GREET);
        assertThat(exchange.ring(DAVE, DAVES)).isEqualTo(Admission.GREET);
        exchange.connect(DAVE, new Nobody());
        assertThat(exchange.ring(DAVE, DAVES)).isEqualTo(Admission.WELCOME_BACK);
    }

    @Test
    void whoeverIsNotLetInIsToldWhy() {
        assertThat(exchange.ring(new CallId("banned"), new CallerNumber("0199", "banned")))
                .isEqualTo(Admission.BANNED);
        show.ask(new ShowCommand.SetLines(false));
        assertThat(exchange.ring(DAVE, DAVES)).isEqualTo(Admission.CLOSED);
        show.ask(new ShowCommand.CloseShow());
        assertThat(exchange.ring(DAVE, DAVES)).isEqualTo(Admission.CLOSED);
    }

    @Test
    void everyLineInUseIsSaidSo() {
        for (int i = 0; i < ShowRules.DEFAULT.lines(); i++) {
            exchange.ring(new CallId("call-" + i), CallerNumber.WITHHELD);
        }
        assertThat(exchange.ring(DAVE, DAVES)).isEqualTo(Admission.FULL);
    }

    @Test
    void aCallThatIsOverIsHungUp() {
        exchange.ring(DAVE, DAVES);
        show.ask(new CallCommand.HangUp(DAVE));
        assertThat(exchange.ring(DAVE, DAVES)).isEqualTo(Admission.OVER);
        waits();
        assertThat(show.show().call(DAVE)).isEmpty();
        assertThat(exchange.connect(DAVE, new Nobody())).isEmpty();
    }

    @Test
    void aCallerInTheCarriersQueueWaits() {
        waits();
        assertThat(show.show().call(DAVE).orElseThrow().waitingSince())
                .isEqualTo(now.minusSeconds(8));
    }

    @Test
    void aTakeWhosePathCannotBeOpenedFailsAtOnce() {
        waits();
        exchange.notConnected(DAVE);
        show.ask(new CallCommand.Take(DAVE));
        assertThat(show.show().call(DAVE).orElseThrow().held()).isFalse();
        exchange.notConnected(DAVE);
        assertThat(show.show().call(DAVE).orElseThrow().held()).isTrue();
    }

    @Test
    void aCallerWhoHasGoneIsGone() {
        exchange.ring(DAVE, DAVES);
        exchange.gone(DAVE);
        exchange.gone(DAVE);
        assertThat(show.show().call(DAVE)).isEmpty();
    }

    @Test
    void aNewerLegReplacesTheOlderWhichLosesNothingAnyMore() {
        exchange.ring(DAVE, DAVES);
        CallLeg older = exchange.connect(DAVE, new Nobody()).orElseThrow();
        CallLeg newer = exchange.connect(DAVE, new Nobody()).orElseThrow();
        assertThat(older.over()).isTrue();
        assertThat(newer.over()).isFalse();
        older.lost();
        assertThat(show.show().call(DAVE).orElseThrow().marks().leg()).isTrue();
        newer.lost();
        assertThat(show.show().call(DAVE).orElseThrow().marks().leg()).isFalse();
    }

    @Test
    void nobodyConnectsToACallThatIsNotThereOrIsAnAiCallers() {
        assertThat(exchange.connect(DAVE, new Nobody())).isEmpty();
        show.ask(
                new CallCommand.Bring(new Caller.Ai("Tony", new PersonaKey("1"), "voice", "Why.")));
        CallId tonys = show.show().calls().ai().findFirst().orElseThrow().id();
        assertThat(exchange.connect(tonys, new Nobody())).isEmpty();
        assertThat(legs.count()).isZero();
    }
}
