package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final int NAMES = 24;

    private static Set<String> all(String gender) {
        return IntStream.range(0, NAMES)
                .mapToObj(drawn -> Names.free(gender, drawn, Set.of()))
                .collect(Collectors.toSet());
    }

    @Test
    void aWomanAndAManDrawFromDifferentNames() {
        assertThat(all("woman")).contains("Ruth");
        assertThat(all("man")).contains("Ray");
        assertThat(all("woman")).hasSize(NAMES).doesNotContainAnyElementsOf(all("man"));
        assertThat(all("Female")).isEqualTo(all("woman"));
    }

    @Test
    void aNameThatIsTakenIsNotGivenAgainUntilAllAre() {
        for (int drawn = 0; drawn < 2 * NAMES; drawn++) {
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < NAMES; i++) {
                String name = Names.free("man", drawn, taken);
                assertThat(name).matches("\\p{L}+");
                assertThat(taken.add(name.toLowerCase(Locale.ROOT))).isTrue();
            }
        }
    }

    @Test
    void onceAllAreTakenTheyAreNumbered() {
        Set<String> taken = new HashSet<>();
        all("man").forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
        String first = Names.free("man", 3, Set.of());
        assertThat(Names.free("man", 3, taken)).isEqualTo(first + " 2");
        taken.add((first + " 2").toLowerCase(Locale.ROOT));
        assertThat(Names.free("man", 3, taken)).isEqualTo(first + " 3");
    }
}
