package io.partyline.port;

import io.partyline.cast.Prompt;

/// Answers nothing.
record LanguageModelOff() implements LanguageModel {
    @Override
    public String name() {
        return "off";
    }

    @Override
    public boolean isOff() {
        return true;
    }

    @Override
    public TextStream reply(Prompt prompt) {
        throw new LanguageModelException("No language model is set up.");
    }
}
