package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.partyline.cast.Backgrounds;
import io.partyline.cast.Cast;
import io.partyline.cast.Discretion;
import io.partyline.cast.FollowUpPick;
import io.partyline.cast.Persona;
import io.partyline.cast.Prompt;
import io.partyline.cast.Prompts;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.FloorCommand;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scenes in `follow-ups.yaml`: who follows up, and what is kept to oneself.
class FollowUpScenesTest {
    private static final Cast CAST = CastFile.builtIn();
    private static final CallId DAVE = new CallId("call-dave");
    private static final int A_SECOND = 48_000;

    /// Of the scenes in which words alone decide, this share must be right.
    private static final double RIGHT_BY_WORDS = 0.9;

    record Scenes(List<Scene> scenes) {}

    record Scene(
            List<String> says,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> tonight,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> onLine,
            List<String> picks,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> never,
            @Nullable String model) {

        Optional<String> answer() {
            return Optional.ofNullable(model);
        }

        @Override
        public String toString() {
            return says.getFirst() + answer().map(answer -> " / " + answer).orElse("");
        }
    }

    /// A show led by commands.
    private static final class Evening {
        private Show show = Show.before(0);
        private Instant now = Instant.parse("2026-05-01T20:00:00Z");

        private Evening(Scene scene) {
            ask(new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
            scene.tonight()
                    .forEach(key -> {
                        bring(key, Optional.empty());
                        ask(new CallCommand.HangUpAi());
                    });
            ask(
                    new CallCommand.Ring(DAVE, new CallerNumber("0101", "print")),
                    new CallCommand.OpenLeg(DAVE),
                    new CallCommand.Take(DAVE),
                    new CallCommand.Air(DAVE, show.positionAt(now)));
            scene.says().forEach(this::says);
            ask(new CallCommand.CallerGone(DAVE));
            scene.onLine().forEach(key -> bring(key, Optional.empty()));
        }

        private void ask(Command... commands) {
            for (Command command : commands) {
                if (Decisions.decide(show, command, now, show.positionAt(now))
                        instanceof Decision.Accepted(var events)) {
                    events.forEach(event -> show = show.apply(event));
                }
            }
            now = now.plusSeconds(1);
        }

        private void says(String words) {
            long at = show.positionAt(now);
            ask(new FloorCommand.Hear(show.id(), Optional.of(DAVE), words, at, at + A_SECOND, now));
        }

        private Call bring(String key, Optional<Caller.Ai> as) {
            Persona persona = CAST.find(key).orElseThrow();
            ask(
                    new CallCommand.Bring(
                            as.orElse(
                                    new Caller.Ai(
                                            persona.name(),
                                            persona.key(),
                                            persona.voice(),
                                            "You are calling tonight."))));
            Call call = show.calls().on(persona.key()).orElseThrow();
            ask(new CallCommand.Air(call.id(), show.positionAt(now)));
            return show.call(call.id()).orElseThrow();
        }

        private CallRecord dave() {
            return show.history().find(DAVE).orElseThrow();
        }
    }

    static List<Scene> scenes() throws IOException {
        var yaml =
                YAMLMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .build();
        try (InputStream in = FollowUpScenesTest.class.getResourceAsStream("follow-ups.yaml")) {
            return yaml.readValue(in, Scenes.class).scenes();
        }
    }

    private static FollowUpPick.Choice pick(Scene scene, Evening evening) {
        return scene.answer()
                .flatMap(answer -> FollowUpPick.parse(answer, evening.show, evening.dave(), CAST))
                .or(() -> FollowUpPick.byWords(evening.show, evening.dave(), CAST))
                .orElseThrow();
    }

    private static boolean right(Scene scene) {
        return scene.picks().contains(pick(scene, new Evening(scene)).persona().key().value());
    }

    @Test
    void wordsAloneChooseWhoFits() throws IOException {
        List<Scene> byWords = scenes().stream().filter(s -> s.answer().isEmpty()).toList();
        List<Scene> wrong = byWords.stream().filter(scene -> !right(scene)).toList();
        double share = 1 - (double) wrong.size() / byWords.size();
        System.out.printf(
                Locale.ROOT,
                "follow-ups by words: %.0f%% of %d scenes%n",
                share * 100,
                byWords.size());
        assertThat(share).as("wrong: %s", wrong).isGreaterThanOrEqualTo(RIGHT_BY_WORDS);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aModelsChoiceCountsIfItIsOne(Scene scene) {
        if (scene.answer().isPresent()) {
            assertThat(scene.picks())
                    .contains(pick(scene, new Evening(scene)).persona().key().value());
        }
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void nothingIsToldThatWasToBeKept(Scene scene) {
        var evening = new Evening(scene);
        FollowUpPick.Choice choice = pick(scene, evening);
        String who = Discretion.of(evening.show).name(evening.dave());
        String background = Backgrounds.about(who, choice.topic(), new Random(1));
        String told =
                Stream.of(
                                choice.topic(),
                                choice.why(),
                                background,
                                text(Prompts.followUp(evening.show, evening.dave(), CAST)),
                                text(Prompts.summary(evening.show, evening.dave())),
                                reply(evening, choice, background))
                        .collect(Collectors.joining("\n"))
                        .toLowerCase(Locale.ROOT);
        scene.never().forEach(word -> assertThat(told).doesNotContain(word));
    }

    private static String reply(Evening evening, FollowUpPick.Choice choice, String background) {
        Persona persona = choice.persona();
        evening.show = evening.show.apply(placed(evening, persona, background));
        Call call = evening.show.calls().on(persona.key()).orElseThrow();
        return text(Prompts.reply(evening.show, call, persona, 40));
    }

    private static CallEvent placed(Evening evening, Persona persona, String background) {
        return new CallEvent.AiCallPlaced(
                new CallId("call-follow-up"),
                new Caller.Ai(persona.name(), persona.key(), persona.voice(), background),
                Optional.of(DAVE),
                evening.now);
    }

    private static String text(List<Prompt.Message> messages) {
        return messages.stream().map(Prompt.Message::text).collect(Collectors.joining("\n"));
    }
}
