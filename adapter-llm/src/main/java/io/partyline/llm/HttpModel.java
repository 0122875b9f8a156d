package io.partyline.llm;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.TextStream;
import io.partyline.spend.Expenses;

/// A model behind HTTP, in one of the [dialects][Dialect], streamed.
///
/// Every question has three limits: three seconds to get through to the server, then
/// [ModelSettings#firstWord] until the first word, then the prompt's own limit for the whole; and
/// no pause in it longer than six seconds. Redirects are not followed, since the key would go
/// along. What was used is counted. Safe for use by many threads at once.
public final class HttpModel implements LanguageModel {
    private final ModelSettings settings;
    private final Expenses expenses;
    private final Desk desk;

    /// Opens no connection yet.
    ///
    /// @param expenses where tokens are counted
    public HttpModel(ModelSettings settings, Expenses expenses) {
        this.settings = settings;
        this.expenses = expenses;
        this.desk = new Desk(settings);
    }

    @Override
    public String name() {
        return settings.model() + " at " + settings.place();
    }

    @Override
    public TextStream reply(Prompt prompt) {
        String model = settings.modelFor(small(prompt.purpose()));
        var question = new Question(prompt, model, desk.habits(model));
        var bill = new Bill(expenses, settings.place(), model, question.length());
        var trouble = new Trouble(settings, model);
        return new Answer(desk, question, new Limits(settings, prompt), trouble, bill);
    }

    /// Nobody waits on the air for these, or somebody waits on the telephone, and they are easy.
    private static boolean small(Prompt.Purpose purpose) {
        return switch (purpose) {
            case REPLY, BACKGROUND -> false;
            case SUMMARY, FOLLOW_UP, MOOD, JUMP_IN, CARD -> true;
        };
    }
}
