package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The host's hand on the AI callers, from wherever a show may stand.
class FloorPropertiesTest {
    private static final List<Caller.Ai> THREE =
            List.of(People.TONY, People.MARY, People.ai("3", "Earl"));

    @Test
    void muteAndStopHoldFromAnyState() {
        muteAndStop(80);
    }

    @Test
    @Tag("ci")
    void muteAndStopHoldFromHundredsOfStates() {
        muteAndStop(400);
    }

    @Test
    @Tag("long")
    void muteAndStopHoldFromTenThousandStates() {
        muteAndStop(10_000);
    }

    @Test
    void thePressedOfThreeIsTheOneThatSpeaks() {
        press(20);
    }

    @Test
    @Tag("ci")
    void thePressedOfThreeIsTheOneThatSpeaksInAHundredShows() {
        press(100);
    }

    @Test
    @Tag("long")
    void thePressedOfThreeIsTheOneThatSpeaksInAThousandShows() {
        press(1_000);
    }

    private static void muteAndStop(int states) {
        int speaking = 0;
        for (int seed = 0; seed < states; seed++) {
            var any = new AnyShow(seed);
            speaking += any.show.floor().turn().isPresent() ? 1 : 0;
            any.stopOne();
            new AnyShow(seed).stopAll();
            new AnyShow(seed).muteOne();
            new AnyShow(seed).muteAll();
        }
        assertThat(speaking).as("states in which somebody speaks").isGreaterThan(states / 20);
    }

    private static void press(int shows) {
        for (int seed = 0; seed < shows; seed++) {
            new AnyShow(seed).pressOneOfThree();
        }
    }

    /// An open show somewhere in its course, from one seed.
    private static final class AnyShow {
        private static final int MOST_STEPS = 200;

        private final int seed;
        private final Random chance;
        private final RandomCommands commands;
        private Show show = Show.before(0);
        private Instant now = Story.NOW;

        private AnyShow(int seed) {
            this.seed = seed;
            chance = new Random(seed);
            commands = new RandomCommands(chance);
            int steps = 1 + chance.nextInt(MOST_STEPS);
            for (int step = 0; step < steps || !show.open(); step++) {
                random();
            }
        }

        private void random() {
            now = now.plus(commands.gap());
            ask(new ShowCommand.PassTime());
            ask(commands.next(show, now));
        }

        private Decision ask(Command command) {
            Decision decision = Decisions.decide(show, command, now, show.positionAt(now));
            if (decision instanceof Decision.Accepted(var events)) {
                events.forEach(event -> show = show.apply(event));
            }
            return decision;
        }

        private void stopAll() {
            ask(new FloorCommand.StopAi(Optional.empty()));
            assertThat(show.floor().queued()).as("seed %d", seed).isEmpty();
            assertThat(show.floor().turn().filter(turn -> !turn.stopped()))
                    .as("seed %d", seed)
                    .isEmpty();
        }

        private void stopOne() {
            Floor before = show.floor();
            for (Call call : show.calls().ai().toList()) {
                ask(new FloorCommand.StopAi(Optional.of(call.id())));
                silent(call.id());
            }
            before.turn()
                    .filter(turn -> show.call(turn.call()).isPresent())
                    .ifPresent(turn ->
                            assertThat(show.floor().turn())
                                    .as("it fades out")
                                    .contains(turn.stop()));
        }

        private void muteOne() {
            for (Call call : show.calls().ai().filter(Call::onAir).toList()) {
                ask(new CallCommand.SetMute(call.id(), true));
                silent(call.id());
                ask(new FloorCommand.LetRespond(Optional.of(call.id())));
                ask(new FloorCommand.LetRespond(Optional.empty()));
                silent(call.id());
                automatic();
                silent(call.id());
            }
        }

        private void muteAll() {
            ask(new FloorCommand.MuteAi(true));
            List<Optional<Turn>> left = List.of(show.floor().turn(), show.floor().queued());
            assertThat(left)
                    .as("seed %d", seed)
                    .allMatch(turn -> turn.filter(its -> !its.stopped()).isEmpty());
            for (int i = 0; i < 5; i++) {
                automatic();
                assertThat(show.floor().turn().filter(turn -> !turn.stopped()))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }

        /// Everything that may give an AI caller the floor without the host's hand.
        private void automatic() {
            now = now.plus(Duration.ofSeconds(chance.nextInt(90)));
            ask(new FloorCommand.SetAiMode(AiMode.AUTO));
            ask(
                    new FloorCommand.Hear(
                            show.id(),
                            Optional.empty(),
                            "Tony, Mary, Earl, what do you all think?",
                            show.positionAt(now),
                            show.positionAt(now),
                            now));
            for (Call call : show.calls().ai().toList()) {
                ask(new FloorCommand.FillSilence(Optional.of(call.id()), Surroundings.QUIET));
                ask(
                        new FloorCommand.Advise(
                                call.id(),
                                show.seq(),
                                new Advice(Advice.Kind.SPEAK, "a boat"),
                                Surroundings.QUIET));
            }
        }

        private void silent(CallId id) {
            assertThat(show.floor().queued().filter(turn -> turn.call().equals(id)))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(
                            show.floor()
                                    .turn()
                                    .filter(turn -> turn.call().equals(id) && !turn.stopped()))
                    .as("seed %d", seed)
                    .isEmpty();
        }

        private void pressOneOfThree() {
            List<CallId> on = THREE.stream().map(this::on).toList();
            CallId pressed = on.get(chance.nextInt(on.size()));
            if (chance.nextBoolean()) {
                ask(new FloorCommand.StopAi(Optional.empty()));
            } else {
                endAll();
            }
            assertThat(ask(new FloorCommand.LetRespond(Optional.of(pressed))))
                    .as("seed %d", seed)
                    .isInstanceOf(Decision.Accepted.class);
            show.floor().turn().filter(Turn::stopped).ifPresent(this::end);
            Turn turn = show.floor().turn().orElseThrow();
            assertThat(turn.call()).as("seed %d", seed).isEqualTo(pressed);
            ask(new FloorCommand.Speak(turn.id(), "It is me.", show.positionAt(now), now));
            assertThat(show.conversation().utterances().getLast().speaker().call())
                    .as("seed %d", seed)
                    .contains(pressed);
        }

        private CallId on(Caller.Ai caller) {
            ask(new CallCommand.Bring(caller));
            CallId id = show.calls().on(caller.key()).orElseThrow().id();
            ask(new CallCommand.Air(id, show.positionAt(now)));
            ask(new CallCommand.SetMute(id, false));
            return id;
        }

        private void endAll() {
            while (show.floor().turn().isPresent()) {
                end(show.floor().turn().orElseThrow());
            }
        }

        private void end(Turn turn) {
            ask(new FloorCommand.EndTurn(turn.id(), TurnOutcome.FINISHED, ""));
        }
    }
}
