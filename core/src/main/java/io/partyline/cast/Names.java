package io.partyline.cast;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// Names for callers whose own is taken.
final class Names {
    private static final List<String> WOMEN =
            List.of(
                    "Alma", "Brenda", "Carla", "Dolores", "Edie", "Frances", "Ginny", "Hazel",
                    "Ines", "Joyce", "Kit", "Lena", "Mabel", "Nora", "Opal", "Pearl", "Ruth",
                    "Sonia", "Tess", "Ursula", "Vera", "Wanda", "Yvette", "Zelda");
    private static final List<String> MEN =
            List.of(
                    "Abe", "Burt", "Clyde", "Dale", "Emmett", "Floyd", "Glen", "Hank", "Ivan",
                    "Jasper", "Kurt", "Leo", "Manny", "Ned", "Otto", "Percy", "Ray", "Sal", "Ted",
                    "Uriel", "Vince", "Wes", "Yusuf", "Zane");

    private Names() {}

    /// A name that nobody has.
    ///
    /// @param drawn by lot, 0 or more
    /// @param taken in lower case
    static String free(String gender, int drawn, Set<String> taken) {
        List<String> names =
                gender.toLowerCase(Locale.ROOT).matches("(?:wom|fem|girl).*") ? WOMEN : MEN;
        int first = drawn % names.size();
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get((first + i) % names.size()))
                .filter(name -> !taken.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> numbered(names.get(first), taken));
    }

    private static String numbered(String name, Set<String> taken) {
        return IntStream.iterate(2, i -> i + 1)
                .mapToObj(i -> name + " " + i)
                .filter(other -> !taken.contains(other.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(name);
    }
}
