package io.partyline.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MostTest {
    private final List<Integer> tried = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"400, 100", "400, 399", "400, 390", "1000, 40", "5000, 900", "30, 40"})
    void theNumberFoundIsHeldAndALittleMoreIsNot(int truth, int from) {
        int found = search(truth, from);
        assertThat(found).isBetween(Math.min(1000, truth) * 15 / 17, Math.min(1000, truth));
        assertThat(tried).contains(found).hasSizeLessThanOrEqualTo(16).doesNotHaveDuplicates();
    }

    private int search(int truth, int from) {
        Report nowhere = new Report(new PrintStream(OutputStream.nullOutputStream()));
        return new Most(lines -> trial(lines, truth), 1000, nowhere).search("lines", from);
    }

    private Outcome trial(int lines, int truth) {
        tried.add(lines);
        Readings even = new Readings();
        even.add(0);
        int open = Math.min(lines, truth);
        return new Outcome(
                lines, open, 1, even, new Party.Heard(), 0, 0.5, 50.0 * lines, 1, 0, even, 0);
    }
}
