package io.partyline.studio.screen;

import io.partyline.cast.CardAnswer;
import io.partyline.cast.CardRules;
import io.partyline.cast.ScreenerReply;
import io.partyline.cast.Understood;
import io.partyline.port.LanguageModel;
import io.partyline.studio.voice.Inquiry;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/// Makes a card of what a caller answered: a model's, if it answers in time and the caller's words
/// bear it out, else by rules. Safe for use by many threads.
record CardReader(Inquiry inquiry, Duration limit) {
    CardReader(LanguageModel model, Duration limit) {
        this(new Inquiry(model, Level.WARNING), limit);
    }

    /// Blocks for as long as the model takes.
    Understood read(List<ScreenerReply> replies) {
        return inquiry.ask(CardAnswer.prompt(replies, limit))
                .map(answer -> CardAnswer.read(answer, replies))
                .orElseGet(() -> CardRules.read(replies));
    }
}
