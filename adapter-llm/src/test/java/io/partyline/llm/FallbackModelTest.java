package io.partyline.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import io.partyline.rehearsal.LanguageModelContract;
import io.partyline.rehearsal.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FallbackModelTest extends LanguageModelContract {
    private final AtomicLong now = new AtomicLong();
    private final Moody first = new Moody("owl");
    private final Moody second = new Moody("lark");
    private final FallbackModel model = new FallbackModel(List.of(first, second), now::get);

    /// A model in a mood that the test has chosen.
    private final class Moody implements LanguageModel {
        private final String name;
        private final List<Prompt> asked = new ArrayList<>();
        private String words = "Hello. ";
        private Duration takes = Duration.ZERO;
        private boolean fails;
        private boolean failsLater;

        private Moody(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public TextStream reply(Prompt prompt) {
            asked.add(prompt);
            return new TextStream() {
                private int pieces;

                @Override
                public Optional<String> next() {
                    now.addAndGet(takes.toNanos());
                    if (fails || (failsLater && pieces > 0)) {
                        throw new LanguageModelException("The %s is ill.".formatted(name));
                    }
                    return pieces++ < 2 ? Optional.of(name + ": " + words) : Optional.empty();
                }

                @Override
                public Ending ending() {
                    return pieces > 2 ? Ending.FINISHED : Ending.OPEN;
                }

                @Override
                public void close() {
                    pieces = 9;
                }
            };
        }
    }

    @Override
    protected LanguageModel saying(String text) {
        return new FallbackModel(
                List.of(
                        new ScriptedModel(),
                        new ScriptedModel().answer(Prompt.Purpose.REPLY, text)),
                now::get);
    }

    @Override
    protected LanguageModel cutShort(String text) {
        return new FallbackModel(
                List.of(new ScriptedModel().cutShort(Prompt.Purpose.REPLY, text)), now::get);
    }

    @Override
    protected LanguageModel failing() {
        return new FallbackModel(List.of(new ScriptedModel()), now::get);
    }

    @Test
    void theFirstAnswersAsLongAsItCan() {
        assertThat(answer()).isEqualTo("owl: Hello. owl: Hello. ");
        assertThat(second.asked).isEmpty();
        assertThat(model.trouble()).isEmpty();
    }

    @Test
    void whoFailsBeforeTheFirstWordIsReplacedWithinTheSameBudget() {
        first.fails = true;
        first.takes = Duration.ofSeconds(12);
        assertThat(answer()).startsWith("lark: Hello.");
        assertThat(second.asked.getFirst().limit()).isEqualTo(PROMPT.limit().minusSeconds(12));
        assertThat(model.trouble())
                .contains("The owl is ill. It is left alone for 6 s. lark answers.");
    }

    @Test
    void onceThereWasAWordNobodyElseIsAsked() {
        first.failsLater = true;
        TextStream answer = model.reply(PROMPT);
        assertThat(answer.next()).contains("owl: Hello. ");
        assertThatThrownBy(answer::next).hasMessage("The owl is ill.");
        assertThat(second.asked).isEmpty();
    }

    @Test
    void whoHasFailedIsLeftAloneForLongerAndLonger() {
        first.fails = true;
        for (int seconds : new int[] {5, 10, 20, 40, 80, 160, 300, 300}) {
            int before = first.asked.size();
            answer();
            now.addAndGet(Duration.ofSeconds(seconds).toNanos() - 1);
            answer();
            assertThat(first.asked).as("left alone for %d s", seconds).hasSize(before + 1);
            now.addAndGet(1);
        }
    }

    @Test
    void whoHasRecoveredIsTheFirstAgain() {
        first.fails = true;
        answer();
        first.fails = false;
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(answer()).startsWith("owl:");
        assertThat(model.trouble()).isEmpty();
        first.fails = true;
        answer();
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        first.fails = false;
        assertThat(answer()).startsWith("owl:");
    }

    @Test
    void ifNobodyIsReadyTheOneIsAskedWhoSoonestIs() {
        first.fails = true;
        second.fails = true;
        assertThatThrownBy(this::answer).hasMessage("The lark is ill.");
        first.fails = false;
        assertThat(answer()).startsWith("owl:");
    }

    @Test
    void withoutTimeNobodyElseIsAsked() {
        first.fails = true;
        first.takes = PROMPT.limit();
        assertThatThrownBy(this::answer).hasMessage("The owl is ill.");
        assertThat(second.asked).isEmpty();
    }

    @Test
    void aRealServerThatIsOutOfOrderIsReplacedByAnother() throws Exception {
        try (var broken = Provider.refusing(500, "{}");
                var good = Provider.saying("Good evening.")) {
            var both =
                    new FallbackModel(
                            List.of(Models.at(broken.base()), Models.at(good.base())),
                            System::nanoTime);
            try (TextStream answer = both.reply(Models.prompt())) {
                assertThat(answer.readAll()).isEqualTo("Good evening.");
            }
            assertThat(both.trouble().orElseThrow()).contains("is out of order (error 500).");
        }
    }

    private String answer() {
        try (TextStream answer = model.reply(PROMPT)) {
            return answer.readAll();
        }
    }
}
