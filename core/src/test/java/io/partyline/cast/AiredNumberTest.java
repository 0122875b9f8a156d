package io.partyline.cast;

import static io.partyline.cast.Evening.DAVE;
import static io.partyline.cast.Evening.TONY;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.show.Call;
import io.partyline.show.CallRecord;
import io.partyline.show.Show;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A number that is said on the air stands in the journal, since it was aired; no prompt has it.
class AiredNumberTest {
    private static String all(List<Prompt.Message> messages) {
        return messages.stream().map(Prompt.Message::text).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "512-555-0147",
                "+1 512 555 0147",
                "(512) 555 0147",
                "512.555.0147",
                "five one two five five five oh one four seven"
            })
    void noPromptHasIt(String number) {
        Evening evening = new Evening().daveOnAir();
        evening.dave("You can call me at " + number + " tonight, about the boat.");
        evening.host("So call him at " + number + ".").bring(TONY);
        assertThat(evening.show().conversation().utterances().toString())
                .as("it was aired")
                .contains(number);
        Call tony = evening.show().call(evening.on(TONY)).orElseThrow();
        String live =
                all(Prompts.reply(evening.show(), tony, TONY, 40))
                        + all(JumpInQuestion.messages(evening.show(), tony, TONY));
        Show after = evening.daveGone().show();
        CallRecord dave = after.history().find(DAVE).orElseThrow();
        String later =
                all(Prompts.summary(after, dave))
                        + all(Prompts.followUp(after, dave, Evening.CAST))
                        + all(Prompts.background(after, TONY, List.of()));
        assertThat(live + later)
                .contains("boat")
                .doesNotContain(number)
                .doesNotContain("555", "0147", "five five", "one four seven");
    }
}
