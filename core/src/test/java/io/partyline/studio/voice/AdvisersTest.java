package io.partyline.studio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Cast;
import io.partyline.cast.Persona;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.TextStream;
import io.partyline.show.Advice;
import io.partyline.show.AiMode;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.FloorCommand;
import io.partyline.show.PersonaKey;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import io.partyline.show.Surroundings;
import io.partyline.show.TurnOutcome;
import io.partyline.studio.run.Crew;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdvisersTest {
    private static final Instant NOW = Instant.parse("2026-05-01T20:00:00Z");
    private static final CallId DAVE = new CallId("dave");
    private static final Persona TONY =
            new Persona(
                    new PersonaKey("1"),
                    "Tony",
                    "man",
                    "50s",
                    "Fixes boats.",
                    "low",
                    "calm",
                    "laughs",
                    List.of());

    private final Crew crew = new Crew();
    private final BlockingQueue<FloorCommand> told = new LinkedBlockingQueue<>();
    private Surroundings around = Surroundings.QUIET;
    private Show show = Show.before(0);

    @AfterEach
    void goHome() {
        crew.close();
    }

    private Decision ask(Command command) {
        Decision decision = Decisions.decide(show, command, NOW, 0);
        if (decision instanceof Decision.Accepted(var events)) {
            for (Event event : events) {
                show = show.apply(event);
            }
        }
        return decision;
    }

    /// Tony has said hello, and Dave says something that leaves it open who answers.
    private Decision open(String text) {
        ask(new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
        ask(new CallCommand.Ring(DAVE, new CallerNumber("0101", "print")));
        ask(new CallCommand.OpenLeg(DAVE));
        ask(new CallCommand.Take(DAVE));
        ask(new CallCommand.Air(DAVE, 0));
        ask(
                new CallCommand.Bring(
                        new Caller.Ai(
                                "Tony", TONY.key(), "low", "You once sank a canoe at night.")));
        ask(new CallCommand.Air(show.calls().on(TONY.key()).orElseThrow().id(), 0));
        ask(
                new FloorCommand.EndTurn(
                        show.floor().turn().orElseThrow().id(), TurnOutcome.FINISHED, ""));
        ask(new FloorCommand.SetAiMode(AiMode.AUTO));
        return ask(new FloorCommand.Hear(show.id(), Optional.of(DAVE), text, 0, 0, NOW));
    }

    private Advice advice(LanguageModel model, String text) throws InterruptedException {
        return advice(model, text, Duration.ofMinutes(1));
    }

    private Advice advice(LanguageModel model, String text, Duration limit)
            throws InterruptedException {
        var greenRoom = new GreenRoom(new Cast(List.of(TONY)), new Random(1));
        Decision decided = open(text);
        new Advisers(model, greenRoom, crew, () -> around, told::add, limit).see(decided, show);
        FloorCommand said = told.poll(2, TimeUnit.MINUTES);
        assertThat(said).isInstanceOf(FloorCommand.Advise.class);
        return ((FloorCommand.Advise) said).advice();
    }

    private static LanguageModel answering(TextStream answer) {
        return new LanguageModel() {
            @Override
            public String name() {
                return "owl";
            }

            @Override
            public TextStream reply(Prompt prompt) {
                assertThat(prompt.purpose()).isEqualTo(Prompt.Purpose.JUMP_IN);
                return answer;
            }
        };
    }

    /// Says nothing until it is closed.
    private static final class Hung implements TextStream {
        private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();

        @Override
        public Optional<String> next() {
            return end.join();
        }

        @Override
        public Ending ending() {
            return end.isDone() ? Ending.GIVEN_UP : Ending.OPEN;
        }

        @Override
        public void close() {
            end.complete(Optional.empty());
        }
    }

    /// One answer in one piece.
    private static final class Whole implements TextStream {
        private Optional<String> text;

        private Whole(String text) {
            this.text = Optional.of(text);
        }

        @Override
        public Optional<String> next() {
            Optional<String> piece = text;
            text = Optional.empty();
            return piece;
        }

        @Override
        public Ending ending() {
            return Ending.FINISHED;
        }

        @Override
        public void close() {}
    }

    @Test
    void theModelsAnswerComesBackAsACommand() throws InterruptedException {
        LanguageModel yes = answering(new Whole("{\"gist\":\"sank a canoe\",\"speak\":true}"));
        assertThat(advice(yes, "I sold the house and lived on a train."))
                .isEqualTo(new Advice(Advice.Kind.SPEAK, "sank a canoe"));
    }

    @Test
    void aModelThatNeverAnswersIsLeftAndItsAnswerClosed() throws Exception {
        var hung = new Hung();
        assertThat(
                        advice(
                                        answering(hung),
                                        "I sold the house and lived on a train.",
                                        Duration.ofMillis(100))
                                .kind())
                .isEqualTo(Advice.Kind.NONE);
        assertThat(hung.end.get(2, TimeUnit.MINUTES)).isEmpty();
    }

    @Test
    void garbageIsNoAnswer() throws InterruptedException {
        assertThat(
                        advice(
                                        answering(new Whole("YES YES YES")),
                                        "I sold the house and lived on a train.")
                                .kind())
                .isEqualTo(Advice.Kind.NONE);
    }

    @Test
    void withoutAModelTheOwnStoryRaisesAHand() throws InterruptedException {
        assertThat(advice(LanguageModel.off(), "I never sat in a canoe before that."))
                .isEqualTo(new Advice(Advice.Kind.OWN_STORY, "has a story about canoe"));
    }

    @Test
    void onceTheMoneyIsSpentNoModelIsAsked() throws InterruptedException {
        around = new Surroundings(false, true);
        assertThat(advice(answering(new Hung()), "I sold the house and lived on it.").kind())
                .isEqualTo(Advice.Kind.NOTHING);
    }
}
