package io.partyline.studio.voice;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import io.partyline.show.Beginning;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// Asks a model for something that can be done without, and reads all of the answer.
///
/// Blocks for as long as the model takes. Safe for use by many threads.
///
/// @param worth how much it is worth in the log that no answer came
public record Inquiry(LanguageModel model, Level worth) {
    private static final System.Logger LOG = System.getLogger(Inquiry.class.getName());

    /// Letters of an answer that are read: far more than anything has that is asked for here, and
    /// an end for a model that has none.
    static final int LONGEST = 8_000;

    /// The answer; empty if none came. To have no model is the host's choice and no trouble, so it
    /// is not worth a word.
    public Optional<String> ask(Prompt prompt) {
        if (model.isOff()) {
            return Optional.empty();
        }
        try (TextStream answer = model.reply(prompt)) {
            return Optional.of(beginning(answer));
        } catch (LanguageModelException failed) {
            LOG.log(
                    worth,
                    "no answer from the model for a {0}: {1}",
                    prompt.purpose(),
                    failed.getMessage());
            return Optional.empty();
        }
    }

    private static String beginning(TextStream answer) {
        var text = new StringBuilder();
        for (var piece = answer.next(); piece.isPresent(); piece = answer.next()) {
            text.append(piece.get());
            if (text.length() > LONGEST) {
                return Beginning.of(text.toString(), LONGEST);
            }
        }
        return text.toString();
    }
}
