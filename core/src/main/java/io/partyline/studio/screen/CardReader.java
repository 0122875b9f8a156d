package io.partyline.studio.screen;

import io.partyline.cast.CardAnswer;
import io.partyline.cast.CardRules;
import io.partyline.cast.ScreenerReply;
import io.partyline.cast.Understood;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/// Makes a card of what a caller answered: a model's, if it answers in time and the caller's words
/// bear it out, else by rules. Safe for use by many threads.
record CardReader(LanguageModel model, Duration limit) {
    private static final System.Logger LOG = System.getLogger(CardReader.class.getName());

    /// Letters of an answer that are read: far more than a filled form has.
    private static final int LONGEST = 4_000;

    /// Blocks for as long as the model takes.
    Understood read(List<ScreenerReply> replies) {
        if (model.isOff()) {
            return CardRules.read(replies);
        }
        try (TextStream answer = model.reply(CardAnswer.prompt(replies, limit))) {
            return CardAnswer.read(beginning(answer), replies);
        } catch (LanguageModelException failed) {
            LOG.log(Level.WARNING, "no card from the model: {0}", failed.getMessage());
            return CardRules.read(replies);
        }
    }

    private static String beginning(TextStream answer) {
        var text = new StringBuilder();
        for (var piece = answer.next(); piece.isPresent(); piece = answer.next()) {
            text.append(piece.get());
            if (text.length() > LONGEST) {
                return text.substring(0, LONGEST);
            }
        }
        return text.toString();
    }
}
