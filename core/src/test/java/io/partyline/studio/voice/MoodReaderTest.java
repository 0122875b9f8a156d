package io.partyline.studio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import io.partyline.show.CallCommand;
import io.partyline.show.Caller;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.FloorCommand;
import io.partyline.show.FloorEvent;
import io.partyline.show.HostMood;
import io.partyline.show.Mood;
import io.partyline.show.PersonaKey;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A host who jokes, says the rules; what a model makes of it, and what becomes of that.
class MoodReaderTest {
    private static final Caller.Ai TONY =
            new Caller.Ai("Tony", new PersonaKey("1"), "voice", "You are calling tonight.");
    private static final String DOUBT = "{\"mood\":\"pushback\",\"second\":\"none\"}";

    private final List<Prompt> asked = new ArrayList<>();
    private final List<Runnable> tasks = new ArrayList<>();
    private Function<Prompt, String> answer = _ -> DOUBT;
    private Show show = Show.before(0);
    private Instant now = Instant.parse("2026-05-01T20:00:00Z");

    private final MoodReader reader =
            new MoodReader(model(), tasks::add, (_, command) -> ask(command));

    MoodReaderTest() {
        ask(new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
    }

    private LanguageModel model() {
        return new LanguageModel() {
            @Override
            public String name() {
                return "told what to say";
            }

            @Override
            public TextStream reply(Prompt prompt) {
                asked.add(prompt);
                return new Whole(answer.apply(prompt));
            }
        };
    }

    /// An answer in one piece.
    private static final class Whole implements TextStream {
        private Optional<String> text;

        private Whole(String text) {
            this.text = Optional.of(text);
        }

        @Override
        public Optional<String> next() {
            Optional<String> next = text;
            text = Optional.empty();
            return next;
        }

        @Override
        public Ending ending() {
            return text.isPresent() ? Ending.OPEN : Ending.FINISHED;
        }

        @Override
        public void close() {
            text = Optional.empty();
        }
    }

    private void ask(Command command) {
        if (Decisions.decide(show, command, now, show.positionAt(now))
                instanceof Decision.Accepted(var events)) {
            events.forEach(event -> {
                show = show.apply(event);
                if (event instanceof FloorEvent.UtteranceSpoken said) {
                    reader.heard(said, show);
                }
            });
        }
    }

    private void tonyComesOn() {
        ask(new CallCommand.Bring(TONY));
    }

    private void hostJokes() {
        long at = show.positionAt(now);
        ask(
                new FloorCommand.Hear(
                        show.id(), Optional.empty(), "I'm joking, of course.", at, at, now));
    }

    private void tasksAreDone() {
        var due = List.copyOf(tasks);
        tasks.clear();
        due.forEach(Runnable::run);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void whatAModelReadsReplacesWhatTheRulesRead() {
        tonyComesOn();
        hostJokes();
        assertThat(show.mood().moods()).containsExactly(Mood.JOKING);
        tasksAreDone();
        assertThat(show.mood().moods()).containsExactly(Mood.PUSHBACK);
        assertThat(show.mood().by()).isEqualTo(HostMood.By.MODEL);
        assertThat(asked)
                .singleElement()
                .satisfies(prompt -> {
                    assertThat(prompt.purpose()).isEqualTo(Prompt.Purpose.MOOD);
                    assertThat(prompt.limit()).isEqualTo(MoodReader.LIMIT);
                    assertThat(prompt.form()).isPresent();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pushback, I think",
                "<html><body>502 Bad Gateway</body></html>",
                "{\"key\":\"2\"}",
                "{\"mood\":\"hang up all\",\"second\":\"none\"}",
                "Sorry, I lost my train of thought there."
            })
    void garbageLeavesWhatTheRulesRead(String garbage) {
        staysJoking(_ -> garbage);
    }

    @Test
    void aMegabyteLeavesWhatTheRulesRead() {
        staysJoking(_ -> DOUBT.replace("pushback", "pushback ".repeat(120_000)));
    }

    @Test
    void aModelThatCannotBeAskedLeavesWhatTheRulesRead() {
        staysJoking(_ -> {
            throw new LanguageModelException("The model does not answer in time.");
        });
    }

    private void staysJoking(Function<Prompt, String> answers) {
        answer = answers;
        tonyComesOn();
        hostJokes();
        long before = show.seq();
        tasksAreDone();
        assertThat(asked).hasSize(1);
        assertThat(show.mood().moods()).containsExactly(Mood.JOKING);
        assertThat(show.seq()).isEqualTo(before);
        later(MoodReader.BETWEEN);
        hostJokes();
        assertThat(tasks).as("it is asked again").hasSize(1);
    }

    @Test
    void oneQuestionAtATimeAndNotTooOften() {
        tonyComesOn();
        hostJokes();
        later(MoodReader.BETWEEN);
        hostJokes();
        assertThat(tasks).as("the first has not been answered").hasSize(1);
        tasksAreDone();
        later(Duration.ofSeconds(1));
        hostJokes();
        assertThat(tasks).hasSize(1);
        tasksAreDone();
        later(MoodReader.BETWEEN.minusSeconds(1));
        hostJokes();
        assertThat(tasks).as("too soon").isEmpty();
        later(Duration.ofSeconds(1));
        hostJokes();
        assertThat(tasks).hasSize(1);
    }

    @Test
    void nothingIsAskedWhileNobodyWouldCare() {
        hostJokes();
        assertThat(tasks).as("no AI caller is on").isEmpty();
        tonyComesOn();
        ask(new FloorCommand.ChooseMood(Optional.of(Mood.WARMTH)));
        hostJokes();
        assertThat(tasks).as("the host has said it").isEmpty();
    }

    @Test
    void withoutAModelNothingIsAsked() {
        var off = new MoodReader(LanguageModel.off(), tasks::add, (_, command) -> ask(command));
        tonyComesOn();
        hostJokes();
        tasks.clear();
        off.heard(
                new FloorEvent.UtteranceSpoken(
                        new io.partyline.show.Speaker.Host("Host"), "Why?", 0, now, now),
                show);
        assertThat(tasks).isEmpty();
    }
}
