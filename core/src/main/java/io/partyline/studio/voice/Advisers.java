package io.partyline.studio.voice;

import io.partyline.cast.JumpInQuestion;
import io.partyline.cast.Prompt;
import io.partyline.port.LanguageModel;
import io.partyline.port.LanguageModelException;
import io.partyline.port.TextStream;
import io.partyline.show.Advice;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.Decision;
import io.partyline.show.FloorCommand;
import io.partyline.show.Show;
import io.partyline.show.Surroundings;
import io.partyline.show.Undecided;
import io.partyline.studio.run.Crew;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Finds out whether AI callers should speak whom the rules have not decided about, each on a
/// `react` thread of its own, while the others talk. The answer is a command like any other: it may
/// come too late, and the show looks at everything again.
public final class Advisers {
    private static final System.Logger LOG = System.getLogger(Advisers.class.getName());

    /// A moment in which to speak lasts no longer.
    private static final Duration LIMIT = Duration.ofMillis(800);

    /// What the model is told. It is not held to [#LIMIT] itself: a model that thinks for too long
    /// is left, which is no failure of it, so that the answers on the air are not taken from it.
    private static final Duration MODEL_LIMIT = Duration.ofSeconds(5);

    private static final int TOKENS = 60;

    private static final Advice NONE = new Advice(Advice.Kind.NONE, "");

    private final LanguageModel model;
    private final GreenRoom greenRoom;
    private final Crew crew;
    private final Supplier<Surroundings> around;
    private final Consumer<FloorCommand> show;
    private final Duration limit;

    /// @param around how things stand at the moment
    /// @param show is told what comes of it
    public Advisers(
            LanguageModel model,
            GreenRoom greenRoom,
            Crew crew,
            Supplier<Surroundings> around,
            Consumer<FloorCommand> show) {
        this(model, greenRoom, crew, around, show, LIMIT);
    }

    /// @param limit for one answer
    Advisers(
            LanguageModel model,
            GreenRoom greenRoom,
            Crew crew,
            Supplier<Surroundings> around,
            Consumer<FloorCommand> show,
            Duration limit) {
        this.model = model;
        this.greenRoom = greenRoom;
        this.crew = crew;
        this.around = around;
        this.show = show;
        this.limit = limit;
    }

    /// Sees to whomever a decision has left open. Returns at once.
    ///
    /// @param after the show after it
    public void see(Decision decided, Show after) {
        if (decided instanceof Decision.Accepted(var events)) {
            Undecided.after(events, after)
                    .ifPresent(open ->
                            open.calls()
                                    .forEach(call ->
                                            crew.react(
                                                    () -> advise(after, call, open.utterance()))));
        }
    }

    private void advise(Show now, CallId id, long utterance) {
        now.call(id)
                .map(call -> advice(now, call))
                .ifPresent(advice ->
                        show.accept(new FloorCommand.Advise(id, utterance, advice, around.get())));
    }

    /// Somebody who costs money is not asked once there is none.
    private Advice advice(Show now, Call call) {
        if (model.isOff() || around.get().capped()) {
            return JumpInQuestion.byWords(now, call);
        }
        return call.caller() instanceof Caller.Ai caller
                ? greenRoom
                        .cast()
                        .find(caller.key().value())
                        .map(persona ->
                                ask(
                                        new Prompt(
                                                        Prompt.Purpose.JUMP_IN,
                                                        JumpInQuestion.messages(now, call, persona),
                                                        MODEL_LIMIT,
                                                        TOKENS)
                                                .filling(JumpInQuestion.FORM)))
                        .orElseGet(() -> JumpInQuestion.byWords(now, call))
                : NONE;
    }

    private Advice ask(Prompt prompt) {
        var stream = new CompletableFuture<TextStream>();
        var answer = new CompletableFuture<Advice>();
        crew.react(() -> read(prompt, stream, answer));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException late) {
            LOG.log(Level.DEBUG, "no advice from the model", late);
            return NONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NONE;
        } finally {
            answer.complete(NONE);
            var _ = stream.thenAccept(TextStream::close);
        }
    }

    private void read(
            Prompt prompt, CompletableFuture<TextStream> stream, CompletableFuture<Advice> answer) {
        try {
            TextStream reply = model.reply(prompt);
            stream.complete(reply);
            answer.complete(JumpInQuestion.parse(reply.readAll()));
        } catch (LanguageModelException failed) {
            LOG.log(Level.DEBUG, "no advice from the model: {0}", failed.getMessage());
            answer.complete(NONE);
        }
    }
}
