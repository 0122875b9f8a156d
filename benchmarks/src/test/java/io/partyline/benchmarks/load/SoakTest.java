package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A few hundred calls, one after the other, against the real program, as it is built: nothing of a
/// call is left when it is over. With `-Dci=true`, since the program has to be built before.
@Tag("ci")
class SoakTest {
    private static final int EACH = 100;

    /// The memory of what is kept on purpose, some fifteen events a call, and room for chance.
    private static final double MOST_KB_A_CALL = 32;

    @Test
    void aFewHundredCallsLeaveNothingBehind() {
        LoadOptions options = LoadOptions.of("--home", "..", "--lines", "12");
        var soak = new Soak(options, new Cores(false), new Report(System.out));
        Growth growth = soak.shows(EACH, 4);
        assertThat(growth.calls()).isEqualTo(3 * EACH);
        assertThat(growth.findings()).as(growth.words()).isEmpty();
        assertThat(growth.liveKbACall()).as(growth.words()).isLessThan(MOST_KB_A_CALL);
        assertThat(growth.words()).startsWith(String.format(Locale.ROOT, "%d calls: ", 3 * EACH));
    }
}
