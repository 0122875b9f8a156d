package io.partyline.app;

import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import java.time.Duration;

/// Asks the language model something before anybody waits for it: a model on this computer is read
/// from its disk, and what is to be learned of a server is learned.
record WarmUp(LanguageModel model) {
    private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /// On a thread of its own; what goes wrong is found again when the model is needed.
    Thread begin() {
        return Thread.ofVirtual().name("warm-up").start(this::ask);
    }

    private void ask() {
        if (model.isOff()) {
            return;
        }
        try (TextStream answer = model.reply(Asking.question(LIMIT))) {
            answer.readAll();
        } catch (LanguageModelException e) {
            LOG.log(System.Logger.Level.WARNING, "before the show: {0}", e.getMessage());
        }
    }
}
