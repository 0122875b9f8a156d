package io.partyline.rehearsal;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;

class ScriptedModelTest extends LanguageModelContract {
    @Override
    protected LanguageModel saying(String text) {
        return new ScriptedModel().answer(Prompt.Purpose.REPLY, text);
    }

    @Override
    protected LanguageModel cutShort(String text) {
        return new ScriptedModel().cutShort(Prompt.Purpose.REPLY, text);
    }

    @Override
    protected LanguageModel failing() {
        return new ScriptedModel();
    }
}
