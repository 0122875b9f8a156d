package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.Highlight;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dave comes on ten seconds into the show.
class HighlightsTest {
    private static final long SECOND = 48_000;

    private final Evening evening = new Evening().later(10).daveOnAir();

    private Highlights ofTheCall() {
        evening.daveGone();
        return Highlights.of(evening.show(), evening.past());
    }

    private List<Long> secondsOf(String... lines) {
        return ofTheCall().read(Stream.of(lines)).stream()
                .map(highlight -> highlight.atSample() / SECOND)
                .toList();
    }

    /// At the beginning of the call, and 20 s into it.
    private void speaksTwice() {
        evening.dave("I had a boat.").later(19).dave("It sank.");
    }

    @Test
    void aModelReadsWhereInTheCallSomethingWasSaid() {
        evening.dave("I had a boat.").later(64).dave("It sank.");
        Highlights highlights = ofTheCall();
        assertThat(highlights.said().stream().map(highlights::place))
                .containsExactly("0:00", "1:05");
    }

    @ParameterizedTest
    @CsvSource({"0:00, 10", "0:09, 10", "0:11, 30", "0:20, 30", "0:35, 30"})
    void aMomentIsHeldToWhatWasSaidNearestToIt(String named, long second) {
        speaksTwice();
        assertThat(secondsOf(named + " the boat sinks")).containsExactly(second);
    }

    @ParameterizedTest
    @CsvSource({"0:36", "1:00", "999:59"})
    void aMomentAtWhichNobodySpokeIsNone(String named) {
        speaksTwice();
        assertThat(secondsOf(named + " the boat sinks")).isEmpty();
    }

    @Test
    void theyStandInTheOrderOfTheCallHoweverAModelNamesThem() {
        speaksTwice();
        assertThat(secondsOf("0:20 it sinks", "0:00 he has a boat")).containsExactly(10L, 30L);
    }

    @Test
    void fourAreEnoughForAHost() {
        for (int i = 0; i < 6; i++) {
            evening.dave("I had boat " + i);
        }
        assertThat(secondsOf("0:00 a", "0:01 b", "0:02 c", "0:03 d", "0:04 e", "0:05 f"))
                .containsExactly(10L, 11L, 12L, 13L);
    }

    @Test
    void whatIsTooLongToReadAtAGlanceIsNoMoment() {
        speaksTwice();
        assertThat(secondsOf("0:00 " + "b".repeat(80), "0:20 " + "b".repeat(81)))
                .containsExactly(10L);
    }

    @Test
    void withoutAModelOnlyTheCallersOwnWordsAreMoments() {
        evening.host("Good evening, you are on the air with us.").dave("I had a boat.");
        evening.host("And what happened to this boat of yours, in the end?");
        assertThat(ofTheCall().byRule())
                .containsExactly(new Highlight(11 * SECOND, "I had a boat."));
    }

    @Test
    void ofALongSpeechTheBeginningIsShown() {
        evening.dave("A boat ".repeat(40).strip());
        assertThat(ofTheCall().byRule().getFirst().what())
                .startsWith("A boat A boat")
                .endsWith("…")
                .hasSizeLessThan(65);
    }
}
