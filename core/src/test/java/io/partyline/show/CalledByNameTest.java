package io.partyline.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Among Tony and Bill, who are AI callers, and Marie, who is a person.
class CalledByNameTest {
    private static final List<Party> PARTIES =
            List.of(
                    new Party(Optional.of(new CallId("tony")), "tony", true),
                    new Party(Optional.of(new CallId("bill")), "bill", true),
                    new Party(Optional.of(new CallId("mary")), "mary", true),
                    new Party(Optional.of(new CallId("marie")), "marie", false),
                    new Party(Optional.empty(), "alex", false));

    private static Addressee to(String text) {
        return Addressee.of(Said.of(text), PARTIES, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tony, what now? | tony",
                "What now, Tony? | tony",
                "tony what do you think | tony",
                "Thank you, Marie. And Tony? | tony",
                "Hey Toni, you there? | tony",
                "Donny, what is it? | tony",
                "Anthony, go on. | tony",
                "William, go on. | bill",
                "You know what Bill, I'd do it again. | bill",
                "What about Mary? | mary",
                "Let's hear from Mary. | mary",
                "tony you ever see one like that | tony",
                "Tony would you do it again. | tony",
                "This sounds like one for Mary. | mary",
                "I'd love to hear Tony's take. | tony",
                "I can see Mary nodding. | mary",
            })
    void whoeverIsCalledIsSpokenTo(String text, String who) {
        assertThat(to(text)).isEqualTo(new Addressee.Ai(new CallId(who)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marie, how are you?",
                "Tony says it floats. Does it, Marie?",
                "Marie, Tony would have kept driving. Why did you stop?",
                "Alex, is this live?",
                "Tony, hold on a second.",
                "Thanks, Tony.",
                "Marie, before we go to Tony, what happened?",
            })
    void whoeverIsNotToAnswerIsNotSpokenTo(String text) {
        assertThat(to(text)).isEqualTo(new Addressee.Another());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I paid the bill and left.",
                "Tony's boat was blue.",
                "It was a tiny thing.",
                "Tiny, wasn't it?",
                "I saw Tony yesterday.",
                "Tony and Mary are with us tonight.",
                "Have you ever met Tony?",
                "Tony would have kept driving.",
                "There were people in the room, and Tony left.",
                "Merrily we roll along.",
            })
    void whoeverIsOnlySpokenOfIsNotSpokenTo(String text) {
        assertThat(to(text)).isEqualTo(new Addressee.Open());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does everybody think?",
                "Anyone?",
                "Would any of you do it?",
                "Help me out, people. Is that a sandwich?",
                "Any thoughts?",
                "I'd like to hear what you two think.",
                "One question for everybody: tea or coffee.",
            })
    void aQuestionToAllIsOneToThePanelWithAQuestionMarkOrWithout(String text) {
        assertThat(to(text)).isEqualTo(new Addressee.Everybody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do people still do that?",
                "You know everybody loves it.",
                "What was the team like?",
                "I wonder what happened.",
            })
    void whoeverOnlySpeaksOfAllAsksNobody(String text) {
        assertThat(to(text)).isEqualTo(new Addressee.Open());
    }
}
