package io.partyline.app;

import io.partyline.cast.Prompt;
import io.partyline.llm.CappedModel;
import io.partyline.llm.FallbackModel;
import io.partyline.llm.HttpModel;
import io.partyline.port.LanguageModel;
import io.partyline.rehearsal.ScriptedModel;
import io.partyline.spend.Purse;
import java.util.List;
import java.util.stream.Stream;

/// Chooses the language model.
final class LanguageModels {
    /// What a made-up model says to everything, in turn with nothing of the show in it.
    private static final String REPLY =
            "Thank you for having me on. I am made up tonight, so I have no opinion of my own, but I"
                    + " am listening.";

    private LanguageModels() {}

    /// The model, with the one that stands in for it, until the purse is empty.
    static LanguageModel chosen(MediaSettings settings, Purse purse) {
        List<LanguageModel> models =
                Stream.concat(settings.mind().model().stream(), settings.mind().fallback().stream())
                        .<LanguageModel>map(model -> new HttpModel(model, purse))
                        .toList();
        if (settings.mind().model().isEmpty()) {
            return isMadeUp(settings) ? madeUp() : LanguageModel.off();
        }
        return new CappedModel(new FallbackModel(models, System::nanoTime), purse);
    }

    /// Whether every answer is made up, which the host has to know.
    static boolean isMadeUp(MediaSettings settings) {
        return settings.mind().kind().equals("scripted");
    }

    private static LanguageModel madeUp() {
        return new ScriptedModel()
                .answer(Prompt.Purpose.REPLY, REPLY)
                .answer(Prompt.Purpose.BACKGROUND, "You call because you could not sleep.")
                .answer(
                        Prompt.Purpose.SUMMARY,
                        "A made-up summary: somebody talked with the host.\nTopic: a made-up topic")
                // No key of a cast, so that the best match by words follows up.
                .answer(Prompt.Purpose.FOLLOW_UP, "{}")
                // No mood, so that the one stands that the rules have read.
                .answer(Prompt.Purpose.MOOD, "{}")
                .answer(Prompt.Purpose.JUMP_IN, "{\"gist\":\"\",\"speak\":false}")
                // The rules read the card.
                .answer(Prompt.Purpose.CARD, "{}");
    }
}
