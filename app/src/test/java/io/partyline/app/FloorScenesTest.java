package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.OwnStory;
import io.partyline.show.Advice;
import io.partyline.show.CallId;
import io.partyline.show.Decision;
import io.partyline.show.FloorCommand;
import io.partyline.show.Show;
import io.partyline.show.Speaker;
import io.partyline.show.Surroundings;
import io.partyline.show.Turn;
import io.partyline.show.Undecided;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who speaks unasked in scenes in which people have said who should: the rules alone, the rules
/// with a model, and beside them a model that is asked "yes or no" and nothing else, and the rules
/// of the time before.
class FloorScenesTest {
    private static final FloorScene.Book BOOK = FloorScene.Book.read("floor-scenes.yaml");

    /// Written when the rules were last worked on and done, and never looked at for them.
    private static final List<FloorScene> LATEST =
            FloorScene.Book.read("floor-scenes-latest.yaml").scenes();

    /// Written after the rules of before. The kinds of what they missed led to rules of today.
    private static final List<FloorScene> UNSEEN =
            FloorScene.Book.read("floor-scenes-unseen.yaml").scenes();

    /// Written before the rules were last worked on, by somebody who had not looked at them.
    private static final List<FloorScene> KEPT =
            FloorScene.Book.read("floor-scenes-kept.yaml").scenes();

    private static final Map<String, String> STORIES = Objects.requireNonNull(BOOK.stories());

    /// How long the made-up model thinks.
    private static final Duration THINKS = Duration.ofMillis(600);

    private static final Duration OPEN_SILENCE = Duration.ofMillis(2_500);

    /// The made-up model is right this often out of [#TRIES], as models are that have not been
    /// taught the game.
    private static final int RIGHT = 4;

    private static final int TRIES = 5;

    /// Who gets the floor, or the empty text.
    private interface Way {
        String speaker(FloorScene scene, int number);
    }

    /// How one way did.
    private record Score(
            int right, int wrong, int missed, int named, int namedRight, int overPeople) {
        static Score of(Way way, Predicate<FloorScene> which) {
            return of(way, BOOK.scenes(), which);
        }

        static Score of(Way way, List<FloorScene> scenes, Predicate<FloorScene> which) {
            int right = 0;
            int wrong = 0;
            int missed = 0;
            int named = 0;
            int namedRight = 0;
            int over = 0;
            for (int i = 0; i < scenes.size(); i++) {
                FloorScene scene = scenes.get(i);
                if (which.test(scene)) {
                    String speaker = way.speaker(scene, i);
                    boolean fits = scene.right(speaker);
                    right += fits && !speaker.isEmpty() ? 1 : 0;
                    wrong += !fits && !speaker.isEmpty() ? 1 : 0;
                    missed += !fits && scene.wantsSomebody() ? 1 : 0;
                    named += scene.named() ? 1 : 0;
                    namedRight += scene.named() && fits ? 1 : 0;
                    over += scene.talking() != null && !speaker.isEmpty() ? 1 : 0;
                }
            }
            return new Score(right, wrong, missed, named, namedRight, over);
        }

        double precision() {
            return (double) right / Math.max(1, right + wrong);
        }

        double recall() {
            return (double) right / Math.max(1, right + missed);
        }

        double namedRecall() {
            return (double) namedRight / Math.max(1, named);
        }

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-34s %9.3f %7.3f %12.3f %20d",
                    name,
                    precision(),
                    recall(),
                    namedRecall(),
                    overPeople);
        }
    }

    private static final Map<String, Way> WAYS =
            Map.of(
                    "rules alone", (scene, _) -> policy(scene, Optional.empty()),
                    "rules with a model",
                            (scene, number) -> policy(scene, Optional.of(model(number))),
                    "a bare yes or no", FloorScenesTest::bare,
                    "the rules before", (scene, _) -> before(scene));

    @Test
    void theRulesHoldTheirBoundsWithAModelAndWithout() {
        System.out.println(table());
        for (String way : List.of("rules alone", "rules with a model")) {
            Score score = Score.of(way(way), _ -> true);
            assertThat(score.precision()).as("precision, %s", way).isGreaterThanOrEqualTo(0.85);
            assertThat(score.recall()).as("recall, %s", way).isGreaterThanOrEqualTo(0.75);
            assertThat(score.namedRecall()).as("named recall, %s", way).isEqualTo(1.0);
            assertThat(score.overPeople()).as("over people, %s", way).isZero();
        }
    }

    @Test
    void theyHoldInScenesThatWereKeptAsideToo() {
        Score score = Score.of(way("rules alone"), FloorScene::held);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.85);
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void inScenesThatNoRuleWasMadeForLittleIsSpokenThatShouldNotBe() {
        Score afterwards = Score.of(way("rules alone"), UNSEEN, _ -> true);
        assertThat(afterwards.precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(afterwards.recall()).isGreaterThanOrEqualTo(0.85);
        Score beforehand = Score.of(way("rules alone"), KEPT, _ -> true);
        assertThat(beforehand.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(beforehand.recall()).isGreaterThanOrEqualTo(0.9);
        Score last = Score.of(way("rules alone"), LATEST, _ -> true);
        assertThat(last.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(last.recall()).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void thereAreTwoHundredScenesOfEveryKindAndAFifthIsKeptAside() {
        assertThat(BOOK.scenes()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(BOOK.scenes().stream().filter(FloorScene::held).count())
                .isGreaterThanOrEqualTo(BOOK.scenes().size() / 5);
        assertThat(BOOK.scenes().stream().map(FloorScene::kind).distinct())
                .containsExactlyInAnyOrder(
                        "addressed",
                        "misheard",
                        "another",
                        "panel",
                        "silence",
                        "crosstalk",
                        "sticky",
                        "chatter");
        for (FloorScene scene :
                Stream.of(BOOK.scenes(), UNSEEN, KEPT, LATEST).flatMap(List::stream).toList()) {
            assertThat(scene.speaks())
                    .as("%s", scene)
                    .allMatch(name -> scene.ai().contains(name) || name.equals(FloorScene.NOBODY));
        }
    }

    private static Way way(String name) {
        return Objects.requireNonNull(WAYS.get(name));
    }

    private static String table() {
        var table = new StringBuilder("\n");
        table.append(
                "%-34s %9s %7s %12s %20s%n"
                        .formatted(
                                BOOK.scenes().size() + " scenes",
                                "precision",
                                "recall",
                                "named recall",
                                "starts over a person"));
        for (String way :
                List.of(
                        "rules alone",
                        "rules with a model",
                        "a bare yes or no",
                        "the rules before")) {
            table.append(Score.of(way(way), _ -> true).row(way)).append('\n');
            table.append(Score.of(way(way), FloorScene::held).row("  kept aside")).append('\n');
            table.append(
                            Score.of(way(way), UNSEEN, _ -> true)
                                    .row("  %d written afterwards".formatted(UNSEEN.size())))
                    .append('\n');
            table.append(
                            Score.of(way(way), KEPT, _ -> true)
                                    .row("  %d written beforehand".formatted(KEPT.size())))
                    .append('\n');
            table.append(
                            Score.of(way(way), LATEST, _ -> true)
                                    .row("  %d written last".formatted(LATEST.size())))
                    .append('\n');
        }
        return table.toString();
    }

    private static String policy(FloorScene scene, Optional<Random> model) {
        var stage = new FloorStage(scene, STORIES);
        var around = new Surroundings(scene.talking() != null, false);
        Speaker speaker = hear(stage, scene);
        Decision decision =
                stage.ask(
                        new FloorCommand.Hear(
                                stage.show().id(),
                                speaker.call(),
                                scene.said().getLast().values().iterator().next(),
                                stage.show().positionAt(stage.begun()),
                                stage.show().positionAt(stage.now()),
                                stage.begun(),
                                around));
        if (model.isPresent() && decision instanceof Decision.Accepted(var events)) {
            stage.pass(THINKS);
            Undecided.after(events, stage.show())
                    .ifPresent(open -> advise(stage, scene, open, model.orElseThrow(), around));
        }
        if (scene.silence()) {
            stage.pass(OPEN_SILENCE);
            stage.ask(
                    new FloorCommand.FillSilence(OwnStory.near(stage.show()), Surroundings.QUIET));
        }
        return floor(stage, scene);
    }

    private static Speaker hear(FloorStage stage, FloorScene scene) {
        Map<String, String> last = scene.said().getLast();
        stage.pass(Duration.ofMillis(500));
        stage.speak(last.values().iterator().next());
        return stage.speaker(last.keySet().iterator().next());
    }

    private static void advise(
            FloorStage stage, FloorScene scene, Undecided open, Random model, Surroundings around) {
        for (CallId call : open.calls()) {
            boolean yes = says(model, scene, stage.name(call));
            stage.ask(
                    new FloorCommand.Advise(
                            call,
                            open.utterance(),
                            new Advice(yes ? Advice.Kind.SPEAK : Advice.Kind.WAIT, ""),
                            around));
        }
    }

    /// Who has the floor that had it not before.
    private static String floor(FloorStage stage, FloorScene scene) {
        return stage.show()
                .floor()
                .turn()
                .map(Turn::call)
                .map(stage::name)
                .filter(name -> !name.equals(scene.speaking()))
                .orElse("");
    }

    private static Random model(int scene) {
        return new Random(scene * 7_919L + 1);
    }

    private static boolean says(Random model, FloorScene scene, String name) {
        boolean truth = scene.speaks().getFirst().equals(name);
        return (model.nextInt(TRIES) < RIGHT) == truth;
    }

    /// Nothing but the question whether this one should speak now, put to each.
    private static String bare(FloorScene scene, int number) {
        Random model = model(number);
        List<String> yes = scene.ai().stream().filter(name -> says(model, scene, name)).toList();
        return yes.isEmpty() ? "" : yes.getFirst();
    }

    /// Somebody by name, else any question that names nobody, else a silence near the own story.
    private static String before(FloorScene scene) {
        var stage = new FloorStage(scene, STORIES);
        String text = scene.said().getLast().values().iterator().next();
        hear(stage, scene);
        if (scene.speaking() != null) {
            return "";
        }
        Optional<String> named =
                scene.ai().stream().filter(name -> FormerRules.names(text, name)).findFirst();
        Optional<String> asked =
                text.strip().endsWith("?") && FormerRules.namesNobody(text, scene)
                        ? FormerRules.silentLongest(stage.show())
                        : Optional.empty();
        return named.or(() -> asked)
                .filter(name -> FormerRules.rested(stage.show(), name, stage.now()))
                .or(() -> scene.silence() ? nearBefore(scene) : Optional.empty())
                .orElse("");
    }

    private static Optional<String> nearBefore(FloorScene scene) {
        FloorScene whole =
                new FloorScene(
                        scene.kind(),
                        scene.ai(),
                        scene.real(),
                        Stream.concat(scene.said().stream(), Stream.of(Map.of("pause", "2")))
                                .toList(),
                        false,
                        null,
                        null,
                        scene.speaks(),
                        scene.held());
        Show after = new FloorStage(whole, STORIES).show();
        return OwnStory.near(after)
                .flatMap(after::call)
                .map(call -> call.caller().name())
                .filter(name -> FormerRules.rested(after, name, after.openedAt().plusSeconds(300)));
    }
}
