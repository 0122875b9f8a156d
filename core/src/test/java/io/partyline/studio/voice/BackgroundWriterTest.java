package io.partyline.studio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Cast;
import io.partyline.cast.Memory;
import io.partyline.cast.Persona;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import io.partyline.show.CallId;
import io.partyline.show.EarlierCall;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowId;
import io.partyline.studio.Evening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundWriterTest {
    private static final Persona TONY = persona("1", "Tony", Optional.empty());
    private static final Persona MARY = persona("2", "Mary", Optional.empty());

    private final List<String> asked = new ArrayList<>();
    private final Evening evening = new Evening().open();
    private final GreenRoom room = new GreenRoom(new Cast(List.of(TONY, MARY)), new Random(1));

    private static Persona persona(String key, String name, Optional<Memory> memory) {
        return new Persona(
                new PersonaKey(key),
                name,
                "man",
                "50s",
                "Fixes boats.",
                "low",
                "calm",
                "a laugh",
                List.of("boats"),
                memory);
    }

    /// A model that says what it is told to.
    private record Says(Function<String, String> answers, List<String> asked)
            implements LanguageModel {
        @Override
        public String name() {
            return "says";
        }

        @Override
        public TextStream reply(Prompt prompt) {
            String all =
                    prompt.messages().stream()
                            .map(Prompt.Message::text)
                            .collect(Collectors.joining("\n"));
            asked.add(all);
            return new Whole(new ArrayList<>(List.of(answers.apply(all))));
        }
    }

    private record Whole(List<String> left) implements TextStream {
        @Override
        public Optional<String> next() {
            return left.isEmpty() ? Optional.empty() : Optional.of(left.removeFirst());
        }

        @Override
        public Ending ending() {
            return left.isEmpty() ? Ending.FINISHED : Ending.OPEN;
        }

        @Override
        public void close() {
            left.clear();
        }
    }

    private void write(Function<String, String> answers) {
        new BackgroundWriter(new Says(answers, asked), room, evening::show).write();
    }

    private static String story(String prompt) {
        return prompt.contains("You are Tony")
                ? "You sold your boat this morning and miss it."
                : "You baked for a wedding that was called off.";
    }

    @Test
    void everybodyGetsAReasonOfTheirOwnAheadOfTheCall() {
        write(BackgroundWriterTest::story);
        assertThat(room.background("1")).isEqualTo("You sold your boat this morning and miss it.");
        assertThat(room.background("2")).startsWith("You baked");
        assertThat(asked).hasSize(2);
        assertThat(asked.getLast()).contains("Tony: You sold your boat");
        write(BackgroundWriterTest::story);
        assertThat(asked).as("once a call").hasSize(2);
    }

    @Test
    void afterACallOnlyWhoeverCalledGetsAnotherAndMayNotContradictTheFirst() {
        write(BackgroundWriterTest::story);
        room.renew("1");
        assertThat(room.background("1")).as("a template meanwhile").startsWith("You are calling");
        write(_ -> "You bought the boat back an hour ago.");
        assertThat(asked).hasSize(3);
        assertThat(asked.getLast()).contains("- You sold your boat this morning");
        assertThat(room.background("1")).isEqualTo("You bought the boat back an hour ago.");
    }

    @Test
    void nobodyIsWrittenForWhileAnAiCallerIsOnTheShow() {
        evening.ai("1");
        write(BackgroundWriterTest::story);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "I am sorry, I cannot help with that.",
                "{\"background\":\"You call\"}",
                "He calls because he sold his boat.",
                "You"
            })
    void whatIsNoBackgroundLeavesTheTemplate(String answer) {
        String template = room.background("1");
        write(_ -> answer);
        assertThat(room.background("1")).isEqualTo(template);
        assertThat(asked).as("it is not asked again for this call").hasSize(2);
    }

    @Test
    void aMegabyteLeavesTheTemplate() {
        String template = room.background("1");
        write(_ -> "You are calling. ".repeat(60_000));
        assertThat(room.background("1")).isEqualTo(template);
    }

    @Test
    void aModelThatFailsIsLeftAlone() {
        String template = room.background("1");
        write(_ -> {
            throw new LanguageModelException("The model is out of reach.");
        });
        assertThat(asked).hasSize(1);
        assertThat(room.background("1")).isEqualTo(template);
    }

    @Test
    void whoeverComesOnBeforeTheAnswerKeepsTheirReasonAndTheNextCallHasAnother() {
        write(prompt -> {
            room.renew("1");
            return story(prompt);
        });
        assertThat(room.background("1")).as("too late").startsWith("You are calling");
    }

    @Test
    void aRegularGoesOnFromWhatTheyTold() {
        var past =
                new EarlierCall(
                        new ShowId("thursday"),
                        new CallId("call-1"),
                        Instant.EPOCH,
                        "the regatta",
                        "Tony lost a regatta.");
        Persona tony =
                persona("1", "Tony", Optional.of(new Memory("He trains again.", List.of(past))));
        room.open(new Cast(List.of(tony)));
        assertThat(room.background("1")).contains("the regatta");
        write(_ -> "You won the regatta at last.");
        assertThat(asked.getFirst())
                .contains("EARLIER CALLS OF YOURS:", "Tony lost a regatta.", "He trains again.");
    }
}
