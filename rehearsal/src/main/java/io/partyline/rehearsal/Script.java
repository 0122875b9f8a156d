package io.partyline.rehearsal;

import io.partyline.cast.Prompt;
import io.partyline.cast.Regular;
import io.partyline.port.LanguageModel;
import java.util.List;

/// A show to be rehearsed: who calls, who of the cast has called before, what the made-up model
/// answers, and what happens in which order.
public record Script(
        List<Role> callers, List<Regular> regulars, List<Answer> answers, List<Step> steps) {
    public Script {
        callers = List.copyOf(callers);
        regulars = List.copyOf(regulars);
        answers = List.copyOf(answers);
        steps = List.copyOf(steps);
    }

    /// A model that gives these answers.
    public LanguageModel model() {
        return ScriptedAnswers.model(answers);
    }

    /// Somebody who calls.
    ///
    /// @param name what the steps call them
    /// @param number where they call from; to be a fictional one
    /// @param voice a voice of the synthesiser
    /// @param tells what they say on the air when nobody directs them
    public record Role(String name, String number, String voice, List<String> tells) {
        public Role {
            tells = List.copyOf(tells);
        }
    }

    /// What the made-up model says.
    ///
    /// @param when words that must occur in the prompt; empty if any prompt will do
    /// @param says the answer, in which `{caller}`, `{said}`, `{earlier}` and `{before}` stand for
    ///   what the prompt holds
    public record Answer(Prompt.Purpose purpose, String when, String says) {}
}
