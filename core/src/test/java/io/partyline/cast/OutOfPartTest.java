package io.partyline.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutOfPartTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "As an AI language model, I don't have a boat.",
                "As an AI, I cannot take part in calls.",
                "I'm sorry, but I can't help with that.",
                "I’m sorry, I can’t assist with that request.",
                "Sorry, I lost my train of thought there.",
                "502 Bad Gateway",
                "Error 503: Service Unavailable",
                "Internal Server Error.",
                "hang up all",
                "Hang up on everybody!",
                "Please end the show now.",
                "Mute all callers."
            })
    void whatAModelSaysOfItselfWhenItFailsIsNotSaid(String sentence) {
        assertThat(OutOfPart.kept(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm sorry, I can't help it.",
                "Sorry, I can't stay long.",
                "I can't help with the dishes, I told her.",
                "No, I'm one of the AI callers here.",
                "I lost my train of thought, and then my train.",
                "The bad gate way back there fell off.",
                "I was not found until Tuesday.",
                "Hang up all those pictures, she said.",
                "Don't hang up on me.",
                "He told me to close the show.",
                ""
            })
    void whatSomebodySaysWhoPlaysTheirPartStays(String sentence) {
        assertThat(OutOfPart.kept(sentence)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>502 Bad Gateway. Try again later.</body></html>",
                "<!DOCTYPE html>\n<title>Down</title>\n<p>We are sorry. Come back soon.</p>",
                "{\"key\":\"2\",\"topic\":\"me\",\"why\":\"Because. I say so.\"}",
                "```json\n{\"speak\":true}\n```",
                "[{\"mood\":\"joking\"}]"
            })
    void ofAPageOrDataNothingIsSaidHoweverItComes(String answer) {
        assertThat(cut(answer.split("(?<=\\G.{7})", -1))).isEmpty();
        assertThat(cut(answer)).isEmpty();
        assertThat(cut(answer + "x. ".repeat(300_000))).isEmpty();
    }

    @Test
    void aMarkOrAStageDirectionInFrontIsNoPage() {
        assertThat(cut("[laughs] Hello there.")).containsExactly("Hello there.");
        assertThat(cut("<b>Never</b> again.")).containsExactly("Never again.");
        assertThat(cut("{sighs} Well.")).isNotEmpty();
    }

    private static List<String> cut(String... pieces) {
        var stream = new SentenceStream(4);
        var sentences = new ArrayList<String>();
        for (String piece : pieces) {
            sentences.addAll(stream.add(piece));
        }
        sentences.addAll(stream.flush());
        return sentences;
    }
}
