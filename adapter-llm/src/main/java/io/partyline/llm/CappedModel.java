package io.partyline.llm;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import io.partyline.spend.Purse;
import java.util.Optional;

/// A model that is asked nothing more once the show has spent what it may. Safe for use by many
/// threads at once.
public final class CappedModel implements LanguageModel {
    private final LanguageModel model;
    private final Purse purse;

    /// @param purse the one into which the model counts
    public CappedModel(LanguageModel model, Purse purse) {
        this.model = model;
        this.purse = purse;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public boolean isOff() {
        return model.isOff();
    }

    @Override
    public Optional<String> trouble() {
        return model.trouble();
    }

    @Override
    public TextStream reply(Prompt prompt) {
        if (purse.exhausted()) {
            throw new LanguageModelException(purse.reached());
        }
        return model.reply(prompt);
    }
}
