package io.partyline.port;

/// Answers nothing.
record LanguageModelOff() implements LanguageModel {
    @Override
    public String name() {
        return "off";
    }

    @Override
    public TextStream reply(Prompt prompt) {
        throw new LanguageModelException("No language model is set up.");
    }
}
