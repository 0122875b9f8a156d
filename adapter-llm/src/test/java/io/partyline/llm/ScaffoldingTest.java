package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaffoldingTest {
    static final String ANSWER = "Good evening. I fix boats.";
    private static final int ROUNDS = 200;

    /// One and the same answer, in the scaffolding of many templates.
    static List<String> wrapped() {
        return List.of(
                ANSWER,
                "<think>They want a joke. < or > [no]</think>" + ANSWER,
                "<think>\n\n</think>\n\n" + ANSWER,
                "<Thinking>Hm. Host: no.</Thinking> " + ANSWER,
                "<reasoning>Hm.</reasoning>" + ANSWER,
                "[THINK]Hm.[/THINK]" + ANSWER,
                "◁think▷Hm.◁/think▷" + ANSWER,
                "<|START_THINKING|>Hm.<|END_THINKING|><|START_RESPONSE|>"
                        + ANSWER
                        + "<|END_RESPONSE|>",
                "They want a joke.\n</think>\n\n" + ANSWER,
                "Good evening.<think>What do I do?</think> I fix boats.",
                "<|channel|>analysis<|message|>They want a joke.<|end|><|start|>assistant<|channel|>final<|message|>"
                        + ANSWER
                        + "<|return|>",
                "<|channel|>commentary to=x<|message|>Hm.<|call|><|channel|>final<|message|>"
                        + ANSWER,
                "<|channel|>analysis<|message|>They want a joke.<|final|>" + ANSWER,
                "analysisWe need a joke.assistantfinal" + ANSWER,
                "<|im_start|>assistant\n" + ANSWER + "<|im_end|>",
                ANSWER + "<|im_end|>\n<|im_start|>user\nWhat boats?<|im_end|>",
                "<|start_header_id|>assistant<|end_header_id|>\n\n" + ANSWER + "<|eot_id|>",
                ANSWER + "<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nWhat boats?",
                "<start_of_turn>model\n" + ANSWER + "<end_of_turn>\n<start_of_turn>user\nWhat?",
                "<s>" + ANSWER + "</s>[INST] What boats? [/INST] Red ones.",
                ANSWER + " [INST] What boats? [/INST]",
                "[INST] Who are you? [/INST] " + ANSWER,
                "<|assistant|>" + ANSWER + "<|end|><|user|>What boats?",
                "<｜Assistant｜>" + ANSWER + "<｜end▁of▁sentence｜>",
                ANSWER + "\nUser: What boats?",
                ANSWER + "\n\nHost: What boats?\nTony: Red ones.",
                ANSWER + "\n**Human:** What boats?",
                ANSWER + "\n### Instruction:\nSay more.",
                ANSWER + " User: What boats?",
                ANSWER + "\nDave (host) says: \"What boats?\"",
                ANSWER + "\nDave: What boats?",
                "Tony: " + ANSWER,
                "Assistant: " + ANSWER,
                "<|unknown_mark|>" + ANSWER);
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void whereverItIsCutTheAnswerAloneIsLeft(String text) {
        for (int cut = 0; cut <= text.length(); cut++) {
            assertThat(sifted(text.substring(0, cut), text.substring(cut)))
                    .as("cut at %d", cut)
                    .isEqualTo(ANSWER);
        }
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void theSameTextGivesTheSameAnswerInWhateverPiecesItComes(String text) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            assertThat(sifted(pieces(text, new Random(seed)))).as("seed " + seed).isEqualTo(ANSWER);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I <3 boats, and 4 < 5, a<b.",
                "He said: no. She said: yes. The time: 5.",
                "Hostages: three. Users: many.",
                "[laughs] Well [sic] then.",
                "An analysis of boats, assistant and all.",
                "I think </b> of it <b>all</b> the time.",
                "My assistant says hi. System of a Down rocks.",
                "Open: <"
            })
    void whatIsNoScaffoldingIsLeftAlone(String text) {
        assertThat(sifted(text)).isEqualTo(text);
        assertThat(sifted(text.split(""))).isEqualTo(text);
    }

    @Test
    void whatIsNoMarkIsNotKeptWaiting() {
        var scaffolding = new Scaffolding(labels());
        assertThat(scaffolding.add("I fix <boats> and <")).isEqualTo("I fix <boats> and ");
        assertThat(scaffolding.add("3 them.")).isEqualTo("<3 them.");
    }

    @Test
    void thoughtsWithoutAnEndLeaveNothing() {
        var scaffolding = new Scaffolding(labels());
        assertThat(scaffolding.add("<think>They want </thin")).isEmpty();
        assertThat(scaffolding.end()).isEmpty();
        assertThat(scaffolding.thinking()).isTrue();
    }

    @Test
    void behindSomebodyElsesTurnNothingCounts() {
        var scaffolding = new Scaffolding(labels());
        scaffolding.add(ANSWER + "\nUser: What?\nAssistant: Red ones.");
        assertThat(scaffolding.over()).isTrue();
    }

    private static String sifted(String... pieces) {
        var scaffolding = new Scaffolding(labels());
        var all = new StringBuilder();
        for (String piece : pieces) {
            boolean wasClosed = scaffolding.closedUnopened();
            String said = scaffolding.add(piece);
            if (scaffolding.closedUnopened() && !wasClosed) {
                all.setLength(0);
            }
            all.append(said);
        }
        String rest = scaffolding.end();
        return all.append(rest).toString().strip();
    }

    private static String[] pieces(String text, Random chance) {
        var pieces = new ArrayList<String>();
        for (int at = 0; at < text.length(); ) {
            int to = Math.min(text.length(), at + 1 + chance.nextInt(9));
            pieces.add(text.substring(at, to));
            at = to;
        }
        return pieces.toArray(String[]::new);
    }

    private static Labels labels() {
        return Labels.of(prompt());
    }

    static Prompt prompt() {
        return new Prompt(
                Prompt.Purpose.REPLY,
                List.of(
                        new Prompt.Message(
                                Prompt.Role.SYSTEM, "You are Tony, a man, and you call."),
                        new Prompt.Message(
                                Prompt.Role.USER, "Dave (host) says: \"Good evening.\"")),
                Models.LONG,
                10);
    }
}
