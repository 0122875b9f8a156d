package io.partyline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import io.partyline.rehearsal.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void theModelIsAskedOnceBeforeAnybodyWaitsForIt() throws InterruptedException {
        List<Prompt> asked = new ArrayList<>();
        var model =
                new ScriptedModel()
                        .answer(
                                Prompt.Purpose.REPLY,
                                prompt -> {
                                    asked.add(prompt);
                                    return Optional.of("Ready.");
                                });
        new WarmUp(model).begin().join();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aModelThatCannotBeAskedStopsNothing() throws InterruptedException {
        LanguageModel broken =
                new LanguageModel() {
                    @Override
                    public String name() {
                        return "broken";
                    }

                    @Override
                    public TextStream reply(Prompt prompt) {
                        throw new LanguageModelException("It is out of order.");
                    }
                };
        var warmUp = new WarmUp(broken).begin();
        warmUp.join();
        assertThat(warmUp.isAlive()).isFalse();
        new WarmUp(LanguageModel.off()).begin().join();
    }
}
