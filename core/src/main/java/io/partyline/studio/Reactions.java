package io.partyline.studio;

import io.partyline.port.CallerBook;
import io.partyline.port.Telephony;
import io.partyline.port.TelephonyException;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowEvent;
import io.partyline.show.Speaker;
import io.partyline.show.Stage;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// What is done about an event. Called on the show thread for every event, in order; whatever could
/// wait for anything is handed to a `react` thread, and its result comes back as a command.
final class Reactions {
    private static final System.Logger LOG = System.getLogger(Reactions.class.getName());

    /// A patch is in the sound within two ticks; this is for a sound card that stands still.
    private static final Duration MIX_LIMIT = Duration.ofSeconds(2);

    /// How long a follow-up waits for the last words of the call that it follows.
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final Crew crew;
    private final ShowThread show;
    private final Telephony telephony;
    private final CallerBook callerBook;
    private final Sound sound;
    private final Legs legs;
    private final Recording recording;
    private final Ears ears;
    private final TurnRoom turns;
    private final Announcer announcer;
    private final Afterwards afterwards;
    private final Backstage backstage;
    private final LastSummaries lastSummaries;
    private final Map<CallId, CompletableFuture<Void>> lastWords = new ConcurrentHashMap<>();

    /// Of the show thread. The calls that a restart cut off are asked after together.
    private Instant resumedAt = Instant.MIN;

    private volatile CompletableFuture<Void> finished = CompletableFuture.completedFuture(null);
    private volatile Optional<String> phoneTrouble = Optional.empty();

    Reactions(
            Crew crew,
            ShowThread show,
            Equipment equipment,
            Sound sound,
            Legs legs,
            Recording recording,
            Ears ears,
            TurnRoom turns,
            Announcer announcer,
            Backstage backstage) {
        this.crew = crew;
        this.show = show;
        this.telephony = equipment.telephony();
        this.callerBook = equipment.callerBook();
        this.sound = sound;
        this.legs = legs;
        this.recording = recording;
        this.ears = ears;
        this.turns = turns;
        this.announcer = announcer;
        this.afterwards = new Afterwards(equipment.languageModel(), backstage);
        this.backstage = backstage;
        this.lastSummaries = new LastSummaries(show);
    }

    /// Done when the stems of the last show that was closed are closed.
    CompletableFuture<Void> finished() {
        return finished;
    }

    /// The summaries that a closed show still lacks.
    LastSummaries lastSummaries() {
        return lastSummaries;
    }

    /// What the telephone network last refused, in a sentence.
    Optional<String> phoneTrouble() {
        return phoneTrouble;
    }

    /// Nothing has been heard of a waiting caller for a while. Any thread.
    void missed(CallId call) {
        crew.react(() -> askAfter(call));
    }

    void on(Event event, Show now) {
        switch (event) {
            case ShowEvent happened -> on(happened, now);
            case CallEvent happened -> on(happened, now);
            case FloorEvent happened -> on(happened, now);
            case FollowUpEvent happened -> on(happened);
        }
    }

    private void on(ShowEvent event, Show now) {
        switch (event) {
            case ShowEvent.ShowOpened _ -> startSound(now, 0);
            case ShowEvent.ShowResumed(var at) -> {
                startSound(now, Sound.samples(Duration.between(now.openedAt(), at)));
                resumedAt = at;
                crew.react(this::reconcile);
                unsummarised(now).forEach(id -> crew.react(() -> summarise(id)));
            }
            case ShowEvent.ShowClosed _ -> {
                finished = finish(now);
                lastSummaries.closed(now);
            }
            case ShowEvent.LinesSet _, ShowEvent.RecordingStopped _ -> {}
        }
    }

    private void startSound(Show now, long position) {
        ShowTime time = sound.desk().start(now.id(), position);
        recording.begin();
        Taps taps = sound.taps();
        recording.record(time, WhoHears.PROGRAM, "00_Mix", taps.program());
        recording.record(
                time,
                new WhoHears.Ear.Tap(WhoHears.HOST),
                "01_Host",
                taps.of(WhoHears.HOST).record());
        ears.open(
                time,
                WhoHears.HOST,
                new Speaker.Host(now.rules().hostName()),
                taps.of(WhoHears.HOST).hear());
        sound.patch(now);
    }

    /// The stems reach to where the mix was when the last of the show had faded out of it.
    private CompletableFuture<Void> finish(Show now) {
        long patch = sound.patch(now);
        return CompletableFuture.runAsync(() -> fadeOut(patch), crew::react)
                .thenCompose(_ -> recording.finish(now.id(), sound.desk().position()));
    }

    private void fadeOut(long patch) {
        sound.awaitHeard(patch, MIX_LIMIT);
        ears.close(WhoHears.HOST);
    }

    /// The calls that had ended before a restart, but not been summed up.
    private static List<CallId> unsummarised(Show now) {
        return LastSummaries.missing(now).stream().map(CallRecord::id).toList();
    }

    /// After a restart, who has hung up while nobody listened?
    private void reconcile() {
        try {
            show.ask(new ShowCommand.Reconcile(telephony.liveCalls()));
        } catch (TelephonyException unreachable) {
            trouble(unreachable);
        }
    }

    /// A caller who is missed may have hung up, and the carrier's word of it may never come.
    private void askAfter(CallId call) {
        try {
            if (telephony.hasEnded(call)) {
                show.ask(new CallCommand.CallerGone(call));
            }
        } catch (TelephonyException unreachable) {
            trouble(unreachable);
        }
    }

    private void on(CallEvent event, Show now) {
        switch (event) {
            case CallEvent.CallTaken taken -> taken(taken.call(), now);
            case CallEvent.LegOpened opened -> air(opened.call(), now);
            case CallEvent.CallAired aired -> now.call(aired.call()).ifPresent(this::listen);
            case CallEvent.CallEnded ended -> ended(ended, now);
            case CallEvent.CallerBanned(_, var fingerprint, var at) ->
                    crew.react(() -> callerBook.ban(fingerprint, at));
            case CallEvent.LegLost(var id, var at) -> {
                sound.patch(now);
                if (!at.equals(resumedAt)) {
                    missed(id);
                }
            }
            case CallEvent.CallHeld _,
                    CallEvent.TakeFailed _,
                    CallEvent.MuteSet _,
                    CallEvent.TalkbackSet _,
                    CallEvent.CallDropped _,
                    CallEvent.DropUndone _ ->
                    sound.patch(now);
            case CallEvent.CallRang _,
                    CallEvent.CallTurnedAway _,
                    CallEvent.CallFound _,
                    CallEvent.AiCallPlaced _,
                    CallEvent.NextChosen _,
                    CallEvent.LockSet _,
                    CallEvent.WrapUpAsked _,
                    CallEvent.ChannelFreed _ -> {}
            case CallEvent.SummaryWritten _ -> lastSummaries.look(now);
        }
    }

    private void taken(CallId id, Show now) {
        Optional<Call> call = now.call(id);
        call.ifPresent(this::record);
        if (call.filter(taken -> taken.caller().isReal() && !taken.marks().leg()).isPresent()) {
            crew.react(() -> fetch(id));
        } else {
            call.filter(taken -> !taken.caller().isReal()).ifPresent(ai -> sound.voice(ai.id()));
            air(id, now);
        }
    }

    private void record(Call call) {
        var voice = new WhoHears.Source.Voice(call.id());
        recording.record(
                sound.desk().time(),
                new WhoHears.Ear.Tap(voice),
                StemNames.of(call),
                sound.taps().of(voice).record());
    }

    /// Asks the carrier for a caller who waits in its queue. The leg, if it comes, does the rest.
    private void fetch(CallId call) {
        try {
            telephony.connect(call);
            phoneTrouble = Optional.empty();
        } catch (TelephonyException failed) {
            trouble(failed);
            show.ask(new CallCommand.FailTake(call, String.valueOf(failed.getMessage())));
            lookFor(call);
        }
    }

    /// A caller whose hang-up nobody reported would stand in the queue for ever.
    private void lookFor(CallId call) {
        try {
            if (!telephony.liveCalls().contains(call)) {
                show.ask(new CallCommand.CallerGone(call));
            }
        } catch (TelephonyException unreachable) {
            LOG.log(Level.DEBUG, "whether a caller has gone is not known", unreachable);
        }
    }

    /// A caller who is being taken is on the air once the mix says so.
    private void air(CallId id, Show now) {
        long patch = sound.patch(now);
        boolean taking =
                now.call(id).filter(call -> call.stage() instanceof Stage.Taking).isPresent();
        if (taking) {
            crew.react(() -> {
                if (sound.awaitHeard(patch, MIX_LIMIT)) {
                    show.ask(new CallCommand.Air(id));
                } else {
                    show.ask(new CallCommand.FailTake(id, "The sound card stands still."));
                }
            });
        }
    }

    private void listen(Call call) {
        if (call.caller().isReal()) {
            var voice = new WhoHears.Source.Voice(call.id());
            ears.open(sound.desk().time(), voice, Speaker.of(call), sound.taps().of(voice).hear());
        }
    }

    /// The one finalisation path. Nothing in it waits for anything but its own part.
    private void ended(CallEvent.CallEnded ended, Show now) {
        CallId id = ended.call();
        long patch = sound.patch(now);
        legs.end(id);
        var words = new CompletableFuture<Void>();
        lastWords.put(id, words);
        now.history()
                .find(id)
                .ifPresent(past -> {
                    if (past.caller() instanceof Caller.Ai ai) {
                        backstage.renew(ai.key().value());
                    } else if (ended.by() != EndedBy.CALLER) {
                        crew.react(() -> hangUp(id));
                    }
                });
        crew.react(() -> tidy(id, patch, words));
    }

    private void hangUp(CallId call) {
        try {
            telephony.hangUp(call);
            phoneTrouble = Optional.empty();
        } catch (TelephonyException failed) {
            trouble(failed);
        }
    }

    private void tidy(CallId id, long patch, CompletableFuture<Void> words) {
        var voice = new WhoHears.Source.Voice(id);
        sound.awaitHeard(patch, MIX_LIMIT);
        ears.close(voice);
        words.complete(null);
        recording.close(new WhoHears.Ear.Tap(voice)).join();
        sound.forget(id);
        show.ask(new CallCommand.CloseStem(id));
        summarise(id);
        lastWords.remove(id);
    }

    private void summarise(CallId id) {
        Show now = show.show();
        now.history()
                .find(id)
                .filter(past -> past.summary().isEmpty())
                .map(past -> afterwards.summarise(now, past))
                .ifPresent(summary -> show.ask(new CallCommand.FileSummary(id, summary)));
    }

    private void on(FloorEvent event, Show now) {
        switch (event) {
            case FloorEvent.TurnGranted(var turn, _) ->
                    turns.prepare(turn, now).ifPresent(crew::react);
            case FloorEvent.TurnStopped(var turn, _) -> turns.stop(turn);
            case FloorEvent.TurnEnded(var turn, _, _, _) -> turns.stop(turn);
            case FloorEvent.AiMuteSet(var muted, _) -> {
                if (muted) {
                    announcer.stop();
                }
            }
            case FloorEvent.UtteranceSpoken _,
                    FloorEvent.TurnQueued _,
                    FloorEvent.ReplyWritten _,
                    FloorEvent.AiModeSet _ -> {}
        }
    }

    private void on(FollowUpEvent event) {
        switch (event) {
            case FollowUpEvent.FollowUpPlanned planned ->
                    crew.react(() -> choose(planned.basedOn()));
            case FollowUpEvent.AutoFollowUpSet _,
                    FollowUpEvent.FollowUpChosen _,
                    FollowUpEvent.FollowUpOffered _,
                    FollowUpEvent.FollowUpCancelled _ -> {}
        }
    }

    private void choose(CallId basedOn) {
        lastWords
                .getOrDefault(basedOn, CompletableFuture.completedFuture(null))
                .completeOnTimeout(null, LAST_WORDS.toSeconds(), TimeUnit.SECONDS)
                .join();
        Show now = show.show();
        now.history()
                .find(basedOn)
                .flatMap(past -> afterwards.pick(now, past))
                .ifPresentOrElse(
                        choice ->
                                show.ask(
                                        new FollowUpCommand.ChooseFollowUp(
                                                basedOn,
                                                backstage.follower(
                                                        choice.persona(), choice.topic()),
                                                choice.why())),
                        () -> show.ask(new FollowUpCommand.CancelFollowUp()));
    }

    private void trouble(TelephonyException failed) {
        LOG.log(Level.WARNING, "the telephone network: {0}", failed.getMessage());
        phoneTrouble = Optional.ofNullable(failed.getMessage());
    }
}
