package io.partyline.cast;

import static io.partyline.cast.Evening.persona;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.CallId;
import io.partyline.show.EarlierCall;
import io.partyline.show.ShowId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegularsTest {
    private static final int SHOWS = 200;
    private static final int PERSONAS = 10;

    /// Evenings within which everybody who stays a regular is heard again.
    private static final int A_SEASON = 60;

    private static final Cast CAST =
            new Cast(
                    IntStream.range(0, PERSONAS)
                            .mapToObj(i -> persona("" + i, "Name" + (char) ('A' + i), "Calm."))
                            .toList());

    private static EarlierCall call(long evening, String name) {
        return new EarlierCall(
                new ShowId("show-" + evening),
                new CallId("call-%s-%d".formatted(name, evening)),
                Instant.EPOCH.plusSeconds(evening),
                "boats",
                name + " spoke about boats.");
    }

    /// Two hundred evenings, on each of which a host brings on some of the cast.
    private static final class Season {
        private final Random chance;
        private final Map<String, Integer> heard = new HashMap<>();
        private final Map<String, Long> made = new HashMap<>();
        private final Map<String, Long> returned = new HashMap<>();
        private Regulars regulars = new Regulars(List.of());
        private int most;

        private Season(long seed) {
            chance = new Random(seed);
            for (long evening = 1; evening <= SHOWS; evening++) {
                play(evening);
            }
        }

        private void play(long evening) {
            Cast tonight = regulars.tonight(CAST, evening, new Random(evening));
            assertThat(tonight.personas()).hasSize(PERSONAS);
            Set<String> names = new HashSet<>();
            tonight.personas().forEach(persona -> names.add(persona.name()));
            assertThat(names).hasSize(PERSONAS);
            for (Persona persona : tonight.personas()) {
                if (chance.nextInt(10) < 6) {
                    on(persona, evening);
                }
            }
            most = Math.max(most, regulars.all().size());
        }

        private void on(Persona persona, long evening) {
            String id = Regular.idOf(persona);
            boolean known = regulars.find(id).isPresent();
            regulars =
                    regulars.after(
                            persona,
                            "You are calling.",
                            call(evening, persona.name()),
                            chance.nextInt(20),
                            evening,
                            chance);
            if (known) {
                assertThat(persona.returning()).isTrue();
                heard.merge(id, 1, Integer::sum);
                returned.put(id, evening);
            } else if (regulars.find(id).isPresent()) {
                heard.putIfAbsent(id, 1);
                made.put(id, evening);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void inTwoHundredShowsRegularsReturnAndNobodyIsStuckOrEverywhere(long seed) {
        var season = new Season(seed);
        assertThat(season.most).isLessThanOrEqualTo(Regulars.MOST);
        assertThat(season.returned).hasSizeGreaterThan(PERSONAS / 2);
        season.heard.forEach(
                (id, shows) -> assertThat(shows).as(id).isLessThanOrEqualTo(SHOWS / 3));
        for (Regular regular : season.regulars.all()) {
            if (regular.since() <= SHOWS - A_SEASON) {
                assertThat(regular.lastHeard()).as(regular.id()).isGreaterThan(SHOWS - A_SEASON);
            }
        }
        System.out.printf(
                "season %d: %d became regulars, %d of them returned, the most heard in %d of %d shows%n",
                seed,
                season.made.size(),
                season.returned.size(),
                season.heard.values().stream().mapToInt(i -> i).max().orElse(0),
                SHOWS);
    }

    @Test
    void aRegularRemembersTheirLastThreeCalls() {
        Persona tony = CAST.personas().getFirst();
        Regulars regulars =
                new Regulars(List.of(Regular.first(tony, "He sold his boat.", 1, false)));
        for (long evening = 2; evening < 7; evening++) {
            regulars = regulars.after(tony, "", call(evening, "Tony"), 1, evening, new Random(1));
        }
        Regular known = regulars.all().getFirst();
        assertThat(known.storyline()).isEqualTo("He sold his boat.");
        assertThat(known.calls().stream().map(past -> past.show().value()).toList())
                .containsExactly("show-6", "show-5", "show-4");
        assertThat(known.heard()).isEqualTo(6);
    }

    /// The first evening, too, of somebody who called before evenings were counted.
    @Test
    void whoeverHasBeenUnheardForLongCallsWhateverTheLotsSay() {
        Persona tony = CAST.personas().getFirst();
        Regular old = Regular.longAgo(tony.key(), "Ruth", "low", "", List.of(call(1, "Ruth")));
        Regular young = Regular.first(tony, "", 1, false);
        int came = 0;
        var lots = new Random(5);
        for (int i = 0; i < 100; i++) {
            assertThat(returning(new Regulars(List.of(old)), 1, lots)).isEqualTo("Ruth");
            assertThat(returning(new Regulars(List.of(young)), 31, lots)).isEqualTo(tony.name());
            came += returning(new Regulars(List.of(young)), 30, lots).isEmpty() ? 0 : 1;
        }
        assertThat(came).isBetween(50, 90);
    }

    private static String returning(Regulars regulars, long evening, Random lots) {
        Persona first = regulars.tonight(CAST, evening, lots).personas().getFirst();
        return first.returning() ? first.name() : "";
    }

    @Test
    void aShortCallMakesNobodyARegularAndALongOneOneInTen() {
        Persona tony = CAST.personas().getFirst();
        var chance = new Random(7);
        int became = 0;
        for (int i = 0; i < 10_000; i++) {
            var none = new Regulars(List.of());
            EarlierCall past = call(1, "Tony");
            assertThat(none.after(tony, "", past, Regulars.GOOD_CALL - 1, 1, chance).all())
                    .isEmpty();
            became += none.after(tony, "", past, Regulars.GOOD_CALL, 1, chance).all().size();
        }
        assertThat(became).isBetween(900, 1_100);
    }

    @Test
    void theOneWhoHasBeenUnheardLongestMakesRoom() {
        Regulars regulars = new Regulars(List.of());
        for (int i = 0; i <= Regulars.MOST; i++) {
            Persona persona = persona("k" + i, "Name " + i, "Calm.");
            regulars = regulars.with(Regular.first(persona, "", i + 1, i == 0));
        }
        Set<String> names = regulars.all().stream().map(Regular::name).collect(Collectors.toSet());
        assertThat(names).hasSize(Regulars.MOST).contains("Name 0").doesNotContain("Name 1");
    }

    @Test
    void whoeverStandsInForARegularHasAnotherName() {
        Persona tony = CAST.personas().getFirst();
        var regulars = new Regulars(List.of(Regular.first(tony, "", 1, false)));
        Persona second = regulars.tonight(CAST, 2, new Random(1)).personas().getFirst();
        assertThat(second.name()).isNotEqualTo(tony.name());
        assertThat(second.returning()).isFalse();
        assertThat(second.key()).isEqualTo(tony.key());
    }

    @Test
    void everybodyElseKeepsTheirName() {
        Persona tony = CAST.personas().getFirst();
        var regulars = new Regulars(List.of(Regular.first(tony, "", 1, false)));
        assertThat(names(regulars.tonight(CAST, 2, new Random(1))).subList(1, PERSONAS))
                .isEqualTo(names(CAST).subList(1, PERSONAS));
    }

    @Test
    void whoeverStandsInIsCalledLikeNobodyElse() {
        Persona tony = CAST.personas().getFirst();
        var regulars = new Regulars(List.of(Regular.first(tony, "", 1, false)));
        String once = regulars.tonight(CAST, 2, new Random(1)).personas().getFirst().name();
        var cast = new Cast(List.of(tony, persona("k", once, "Calm.")));
        assertThat(names(regulars.tonight(cast, 2, new Random(1))))
                .doesNotHaveDuplicates()
                .contains(once + false);
    }

    @Test
    void whoeverBecomesARegularTonightIsNoneBeforeTomorrow() {
        Persona tony = CAST.personas().getFirst();
        var regulars = new Regulars(List.of(Regular.first(tony, "", 1, false)));
        Cast tonight = regulars.tonight(CAST, 2, new Random(1));
        for (Persona persona : tonight.personas().subList(0, 2)) {
            regulars = regulars.with(Regular.first(persona, "", 2, false));
        }
        assertThat(names(regulars.tonight(CAST, 2, new Random(1)))).isEqualTo(names(tonight));
    }

    @Test
    void nobodyCallsOnMoreThanAThirdOfTheEveningsSinceTheirFirst() {
        Persona tony = CAST.personas().getFirst();
        for (long first : List.of(1L, 100L)) {
            Regular regular = Regular.first(tony, "", first, false);
            assertThat(regular.mayCall(first + 4)).isFalse();
            assertThat(regular.mayCall(first + 5)).isTrue();
        }
    }

    @Test
    void aCallThatIsToldAnewIsRememberedOnce() {
        Persona tony = CAST.personas().getFirst();
        Regular regular = Regular.first(tony, "", 1, false).after(call(1, "Tony"), 1);
        assertThat(regular.after(call(1, "Tony"), 1)).isEqualTo(regular);
    }

    @Test
    void whoeverIsMadeARegularIsNotTheOneWhoMakesRoom() {
        Regulars regulars = new Regulars(List.of());
        for (int i = 0; i < Regulars.MOST; i++) {
            Persona persona = persona("k" + i, "Name " + i, "Calm.");
            regulars = regulars.with(Regular.first(persona, "", i + 2, false));
        }
        Regular old = Regular.first(CAST.personas().getFirst(), "", 1, false);
        assertThat(regulars.with(old).all()).hasSize(Regulars.MOST).contains(old);
    }

    @Test
    void theSameEveningHasTheSameCastAlsoWhenSomeOfItHaveBeenHeard() {
        Regulars regulars = new Regulars(List.of());
        for (Persona persona : CAST.personas()) {
            regulars = regulars.with(Regular.first(persona, "", 1, false));
        }
        Cast tonight = regulars.tonight(CAST, 9, new Random(3));
        for (Persona persona : tonight.personas().subList(0, 5)) {
            regulars = regulars.after(persona, "", call(9, persona.name()), 1, 9, new Random(1));
            assertThat(names(regulars.tonight(CAST, 9, new Random(3)))).isEqualTo(names(tonight));
        }
    }

    private static List<String> names(Cast cast) {
        return cast.personas().stream().map(p -> p.name() + p.returning()).toList();
    }
}
