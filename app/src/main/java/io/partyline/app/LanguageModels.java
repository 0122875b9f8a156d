package io.partyline.app;

import io.partyline.cast.Prompt;
import io.partyline.llm.HttpModel;
import io.partyline.port.LanguageModel;
import io.partyline.rehearsal.ScriptedModel;
import io.partyline.spend.Expenses;

/// Chooses the language model.
final class LanguageModels {
    /// What a made-up model says to everything, in turn with nothing of the show in it.
    private static final String REPLY =
            "Thank you for having me on. I am made up tonight, so I have no opinion of my own, but I"
                    + " am listening.";

    private LanguageModels() {}

    static LanguageModel chosen(MediaSettings settings) {
        return settings.model()
                .<LanguageModel>map(model -> new HttpModel(model, Expenses.free()))
                .orElseGet(() -> isMadeUp(settings) ? madeUp() : LanguageModel.off());
    }

    /// Whether every answer is made up, which the host has to know.
    static boolean isMadeUp(MediaSettings settings) {
        return settings.languageModel().equals("scripted");
    }

    private static LanguageModel madeUp() {
        return new ScriptedModel()
                .answer(Prompt.Purpose.REPLY, REPLY)
                .answer(Prompt.Purpose.BACKGROUND, "You call because you could not sleep.")
                .answer(
                        Prompt.Purpose.SUMMARY,
                        "A made-up summary: somebody talked with the host.\nTopic: a made-up topic")
                // No key of a cast, so that the best match by words follows up.
                .answer(Prompt.Purpose.FOLLOW_UP, "{}");
    }
}
