package io.partyline.studio.after;

import io.partyline.cast.Summaries;
import io.partyline.mix.WhoHears;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.EndedBy;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.show.Summary;
import io.partyline.studio.phone.Operator;
import io.partyline.studio.run.Crew;
import io.partyline.studio.run.ShowThread;
import io.partyline.studio.sound.Legs;
import io.partyline.studio.sound.Sound;
import io.partyline.studio.tape.Ears;
import io.partyline.studio.tape.Recording;
import io.partyline.studio.voice.GreenRoom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// What is left to do when a call has ended, whoever ended it: the leg, the last words, the stem
/// and its channel, the summary, and who follows up. Nothing in it waits for anything but its own
/// part.
public final class Finalisation {
    /// How long a follow-up waits for the last words of the call that it follows, and the next show
    /// for the calls of the last one to be out of the mix.
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    /// Closed shows that may wait for a model at once. The oldest of more gets plain summaries.
    static final int MOST_WAITING = 4;

    private final Crew crew;
    private final ShowThread show;
    private final Operator operator;
    private final Sound sound;
    private final Legs legs;
    private final Recording recording;
    private final Ears ears;
    private final Afterwards afterwards;
    private final GreenRoom greenRoom;
    private final Map<CallId, CompletableFuture<Void>> lastWords = new ConcurrentHashMap<>();
    private final Map<CallId, CompletableFuture<Void>> tidying = new ConcurrentHashMap<>();

    public Finalisation(
            Crew crew,
            ShowThread show,
            Operator operator,
            Sound sound,
            Legs legs,
            Recording recording,
            Ears ears,
            Afterwards afterwards,
            GreenRoom greenRoom) {
        this.crew = crew;
        this.show = show;
        this.operator = operator;
        this.sound = sound;
        this.legs = legs;
        this.recording = recording;
        this.ears = ears;
        this.afterwards = afterwards;
        this.greenRoom = greenRoom;
    }

    /// On the show thread, for every call that has ended.
    public void ended(CallEvent.CallEnded ended, Show now) {
        CallId id = ended.call();
        long patch = sound.patch(now);
        legs.end(id);
        var words = new CompletableFuture<Void>();
        lastWords.put(id, words);
        now.history().find(id).ifPresent(past -> leave(past, ended.by()));
        var tidied = new CompletableFuture<Void>();
        tidying.put(id, tidied);
        crew.react(() -> {
            tidy(id, patch, words, tidied);
            show.ask(now.id(), new CallCommand.CloseStem(id));
            summarise(now.id(), id);
        });
    }

    /// Waits until every call that has ended is out of the mix and its stem is closed, though not
    /// for a transcriber that takes for ever over somebody's last words.
    public void awaitTidy() {
        CompletableFuture.allOf(tidying.values().toArray(CompletableFuture<?>[]::new))
                .completeOnTimeout(null, LAST_WORDS.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /// Whoever was given up as lost may still be on the telephone, and is not hung up: as soon as
    /// the network can say where they are, they are back.
    private void leave(CallRecord past, EndedBy by) {
        if (past.caller() instanceof Caller.Ai ai) {
            greenRoom.renew(ai.key().value());
        } else if (by != EndedBy.CALLER && by != EndedBy.LOST) {
            crew.react(() -> operator.hangUp(past.id()));
        }
    }

    private void tidy(
            CallId id, long patch, CompletableFuture<Void> words, CompletableFuture<Void> tidied) {
        try {
            var voice = new WhoHears.Source.Voice(id);
            sound.awaitHeard(patch);
            ears.close(voice);
            show.awaitDecided();
            words.complete(null);
            recording.close(new WhoHears.Mix.Recorded(voice)).join();
            sound.forget(id);
            lastWords.remove(id, words);
        } finally {
            tidying.remove(id, tidied);
            tidied.complete(null);
        }
    }

    /// Sums up a call, unless that has been done. Blocks for as long as the model takes; the
    /// summary goes to the show of the call, though another may be running by then.
    public void summarise(ShowId during, CallId id) {
        show.show(during)
                .ifPresent(then ->
                        then.history()
                                .find(id)
                                .filter(past -> past.summary().isEmpty())
                                .map(past -> afterwards.summarise(then, past))
                                .ifPresent(summary -> file(during, id, summary)));
    }

    private void file(ShowId during, CallId id, Summary summary) {
        show.ask(during, new CallCommand.FileSummary(id, summary));
    }

    /// Gives the oldest closed shows plain summaries if too many wait for a model.
    public void catchUp() {
        List<Show> waiting = show.closed();
        waiting.stream()
                .limit(Math.max(0, waiting.size() - MOST_WAITING))
                .forEach(this::fileMissing);
    }

    /// Files the plain summary wherever there is none. A model's that comes later is refused.
    public void fileMissing() {
        show.closed().forEach(this::fileMissing);
        fileMissing(show.show());
    }

    private void fileMissing(Show past) {
        past.history()
                .unsummarised()
                .forEach(call -> file(past.id(), call.id(), Summaries.fallback(past, call)));
    }

    /// Chooses who follows up a call, once its last words are there. Blocks for as long as the
    /// model takes.
    public void choose(ShowId during, CallId basedOn) {
        lastWords
                .getOrDefault(basedOn, CompletableFuture.completedFuture(null))
                .completeOnTimeout(null, LAST_WORDS.toSeconds(), TimeUnit.SECONDS)
                .join();
        Optional<Show> then = show.show(during);
        then.flatMap(now ->
                        now.history().find(basedOn).flatMap(past -> afterwards.follow(now, past)))
                .ifPresentOrElse(
                        choice -> show.ask(during, choice),
                        () -> show.ask(during, new FollowUpCommand.CancelFollowUp()));
    }
}
