package io.partyline.studio;

import io.partyline.audio.loudness.Loudness;
import io.partyline.mix.WhoHears;
import io.partyline.port.CallerBook;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.HowLoud;
import io.partyline.show.MusicEvent;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.Speaker;
import io.partyline.show.Stage;
import io.partyline.studio.after.Finalisation;
import io.partyline.studio.music.ShowJukebox;
import io.partyline.studio.phone.WayBack;
import io.partyline.studio.program.Broadcast;
import io.partyline.studio.run.Crew;
import io.partyline.studio.run.ShowThread;
import io.partyline.studio.screen.Screener;
import io.partyline.studio.sound.ShowTime;
import io.partyline.studio.sound.Sound;
import io.partyline.studio.sound.Tapes;
import io.partyline.studio.tape.Ears;
import io.partyline.studio.tape.Recording;
import io.partyline.studio.tape.StemNames;
import io.partyline.studio.voice.Announcer;
import io.partyline.studio.voice.BackgroundWriter;
import io.partyline.studio.voice.MoodReader;
import io.partyline.studio.voice.TurnRoom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What is done about an event. Called on the show thread for every event, in order; whatever could
/// wait for anything is handed to a `react` thread, and its result comes back as a command.
final class Reactions {
    private final Crew crew;
    private final ShowThread show;
    private final Screener screener;
    private final WayBack wayBack;
    private final CallerBook callerBook;
    private final Sound sound;
    private final Recording recording;
    private final Broadcast broadcast;
    private final Ears ears;
    private final TurnRoom turns;
    private final Announcer announcer;
    private final ShowJukebox jukebox;
    private final Finalisation finalisation;
    private final Bookkeeper bookkeeper;
    private final BackgroundWriter backgrounds;
    private final MoodReader moods;

    /// Where in the show the loudness is measured from.
    private volatile long measuredFrom;

    /// Whether the mix holds all that was measured, and nothing else.
    private volatile boolean allRecorded;

    private volatile CompletableFuture<Void> finished = CompletableFuture.completedFuture(null);

    Reactions(
            Crew crew,
            ShowThread show,
            Screener screener,
            CallerBook callerBook,
            WayBack wayBack,
            Sound sound,
            Recording recording,
            Broadcast broadcast,
            Ears ears,
            TurnRoom turns,
            Announcer announcer,
            ShowJukebox jukebox,
            Finalisation finalisation,
            Bookkeeper bookkeeper,
            BackgroundWriter backgrounds,
            MoodReader moods) {
        this.crew = crew;
        this.show = show;
        this.screener = screener;
        this.callerBook = callerBook;
        this.wayBack = wayBack;
        this.sound = sound;
        this.recording = recording;
        this.broadcast = broadcast;
        this.ears = ears;
        this.turns = turns;
        this.announcer = announcer;
        this.jukebox = jukebox;
        this.finalisation = finalisation;
        this.bookkeeper = bookkeeper;
        this.backgrounds = backgrounds;
        this.moods = moods;
    }

    /// Done when the stems of the last show that was closed are closed.
    CompletableFuture<Void> finished() {
        return finished;
    }

    /// How loud the program has been.
    HowLoud loudness() {
        Loudness heard = sound.loudness();
        return new HowLoud(
                measuredFrom,
                heard.integrated(),
                heard.range(),
                heard.truePeak(),
                heard.maxMomentary(),
                heard.maxShortTerm());
    }

    void on(Event event, Show now) {
        switch (event) {
            case ShowEvent happened -> on(happened, now);
            case CallEvent happened -> on(happened, now);
            case FloorEvent happened -> on(happened, now);
            case FollowUpEvent happened -> on(happened, now.id());
            case MusicEvent _ -> {}
        }
    }

    private void on(ShowEvent event, Show now) {
        switch (event) {
            case ShowEvent.ShowOpened _ -> {
                bookkeeper.begin(now);
                startSound(now, 0);
                crew.react(backgrounds::write);
            }
            case ShowEvent.ShowResumed(var at) -> {
                bookkeeper.begin(now);
                startSound(now, Sound.samples(Duration.between(now.openedAt(), at)));
                wayBack.lookAfterRestart();
                summariseMissing(now);
                crew.react(backgrounds::write);
            }
            case ShowEvent.ShowClosed _ -> {
                announcer.stop();
                jukebox.showClosed();
                finished = finish(now);
            }
            case ShowEvent.ShowStoodStill _ -> wayBack.look();
            case ShowEvent.RecordingSet(var on, _, _) -> {
                recording.run(on);
                allRecorded = false;
            }
            case ShowEvent.LinesSet _,
                    ShowEvent.LoudnessMeasured _,
                    ShowEvent.MomentMarked _,
                    ShowEvent.NoteWritten _,
                    ShowEvent.NotesRead _,
                    ShowEvent.BanSet _,
                    ShowEvent.RecordingStopped _,
                    ShowEvent.EventsLost _,
                    ShowEvent.ProgramDumped _,
                    ShowEvent.Spent _ -> {}
        }
    }

    /// The calls that had ended before a restart, but not been summed up.
    private void summariseMissing(Show now) {
        now.history()
                .unsummarised()
                .forEach(call -> crew.react(() -> finalisation.summarise(now.id(), call.id())));
    }

    private void startSound(Show now, long position) {
        recording.begin();
        sound.measureAnew();
        measuredFrom = position;
        recording.run(now.recording().wanted());
        allRecorded = position == 0;
        ShowTime time = sound.desk().start(now.id(), position);
        Tapes tapes = sound.tapes();
        recording.record(time, WhoHears.PROGRAM, "00_Mix", tapes.program());
        recording.record(
                time,
                new WhoHears.Mix.Recorded(WhoHears.HOST),
                "01_Host",
                tapes.recorded(WhoHears.HOST));
        recording.expect(tapes.recorded(WhoHears.ANNOUNCER));
        recording.expect(tapes.recorded(WhoHears.MUSIC));
        recording.expect(tapes.recorded(WhoHears.EFFECTS));
        ears.open(
                time,
                WhoHears.HOST,
                new Speaker.Host(now.rules().hostName()),
                tapes.listenedTo(WhoHears.HOST));
        sound.patch(now);
        broadcast.begins(time);
        broadcast.onAir(now);
    }

    /// The stems reach to where the mix was when the last of the show had faded out of it.
    private CompletableFuture<Void> finish(Show now) {
        long patch = sound.patch(now);
        return CompletableFuture.runAsync(() -> fadeOut(now.id(), patch), crew::react)
                .thenCompose(_ -> recording.finish(now.id(), sound.desk().position()));
    }

    private void fadeOut(ShowId ended, long patch) {
        sound.awaitHeard(patch);
        broadcast.over(ended);
        ears.close(WhoHears.HOST);
        noteLoudness();
    }

    /// In the head of the mix, if all that was measured is in it.
    private void noteLoudness() {
        Loudness heard = sound.loudness();
        if (allRecorded && heard.heard()) {
            recording.measured(WhoHears.PROGRAM, heard);
        }
    }

    private void on(CallEvent event, Show now) {
        screener.follow(event, now);
        switch (event) {
            case CallEvent.CallTaken taken -> taken(taken.call(), now);
            case CallEvent.LegOpened opened -> air(opened.call(), now);
            case CallEvent.CallAired aired -> {
                now.call(aired.call()).ifPresent(this::heard);
                broadcast.onAir(now);
            }
            case CallEvent.CallEnded ended -> {
                finalisation.ended(ended, now);
                broadcast.onAir(now);
                crew.react(backgrounds::write);
            }
            case CallEvent.CallerBanned(_, var fingerprint, var at) ->
                    crew.react(() -> callerBook.ban(fingerprint, at));
            case CallEvent.LegLost _ -> {
                sound.patch(now);
                broadcast.onAir(now);
                wayBack.look();
            }
            case CallEvent.CallHeld _ -> {
                sound.patch(now);
                broadcast.onAir(now);
            }
            case CallEvent.CardWritten _ -> broadcast.onAir(now);
            case CallEvent.TakeFailed _,
                    CallEvent.MuteSet _,
                    CallEvent.TrimSet _,
                    CallEvent.LinksSet _,
                    CallEvent.TalkbackSet _,
                    CallEvent.ProducerTalkBegan _,
                    CallEvent.ProducerTalkEnded _,
                    CallEvent.ScreeningBegan _,
                    CallEvent.ScreeningEnded _,
                    CallEvent.CallDropped _,
                    CallEvent.DropUndone _ ->
                    sound.patch(now);
            case CallEvent.CallRang _,
                    CallEvent.CallTurnedAway _,
                    CallEvent.CallFound _,
                    CallEvent.CallerRecognised _,
                    CallEvent.AiCallPlaced _,
                    CallEvent.NextChosen _,
                    CallEvent.CallerScreened _,
                    CallEvent.SpeakerNoticed _,
                    CallEvent.LockSet _,
                    CallEvent.WrapUpAsked _,
                    CallEvent.ChannelFreed _,
                    CallEvent.SummaryWritten _ -> {}
        }
    }

    private void taken(CallId id, Show now) {
        Optional<Call> call = now.call(id);
        call.ifPresent(this::record);
        if (call.filter(taken -> taken.caller().isReal() && !taken.marks().leg()).isPresent()) {
            wayBack.fetch();
        } else {
            call.filter(taken -> !taken.caller().isReal())
                    .ifPresent(ai -> sound.voices().of(ai.id()));
            air(id, now);
        }
    }

    private void record(Call call) {
        var voice = new WhoHears.Source.Voice(call.id());
        var mix = new WhoHears.Mix.Recorded(voice);
        recording.record(
                sound.desk().time(), mix, StemNames.of(call), sound.tapes().recorded(voice));
        if (!call.caller().isReal()) {
            recording.holdsAiVoices(mix);
        }
    }

    /// A caller who is being taken is on the air once the mix says so. They are heard a little
    /// before that is known, but never before the patch was made.
    private void air(CallId id, Show now) {
        long from = sound.desk().position();
        long patch = sound.patch(now);
        boolean taking =
                now.call(id).filter(call -> call.stage() instanceof Stage.Taking).isPresent();
        if (taking) {
            crew.react(() -> {
                if (sound.awaitHeard(patch)) {
                    show.ask(new CallCommand.Air(id, from));
                } else {
                    show.ask(new CallCommand.FailTake(id, "The show's clock stands still."));
                }
            });
        }
    }

    /// Real callers are listened to; of AI callers the words are known, and the mix holds their
    /// voices from now on.
    private void heard(Call call) {
        if (call.caller().isReal()) {
            var voice = new WhoHears.Source.Voice(call.id());
            ears.open(
                    sound.desk().time(), voice, Speaker.of(call), sound.tapes().listenedTo(voice));
        } else {
            recording.holdsAiVoices(WhoHears.PROGRAM);
        }
    }

    private void on(FloorEvent event, Show now) {
        switch (event) {
            case FloorEvent.TurnGranted(var turn, _) ->
                    turns.prepare(turn, now).ifPresent(crew::react);
            case FloorEvent.TurnStopped(var turn, _) -> turns.stop(turn);
            case FloorEvent.TurnInterrupted(var turn, _, _) -> turns.stop(turn);
            case FloorEvent.TurnEnded(var turn, _, _, _) -> turns.stop(turn);
            case FloorEvent.AiMuteSet(var muted, _) -> {
                if (muted) {
                    announcer.stop();
                }
            }
            case FloorEvent.UtteranceSpoken said -> moods.heard(said, now);
            case FloorEvent.HostMoodSet _,
                    FloorEvent.TurnQueued _,
                    FloorEvent.ReplyWritten _,
                    FloorEvent.TurnTimed _,
                    FloorEvent.JumpInWeighed _,
                    FloorEvent.CueGiven _,
                    FloorEvent.EagernessSet _,
                    FloorEvent.AiModeSet _ -> {}
        }
    }

    private void on(FollowUpEvent event, ShowId during) {
        switch (event) {
            case FollowUpEvent.FollowUpPlanned planned ->
                    crew.react(() -> finalisation.choose(during, planned.basedOn()));
            case FollowUpEvent.AutoFollowUpSet _,
                    FollowUpEvent.FollowUpChosen _,
                    FollowUpEvent.FollowUpOffered _,
                    FollowUpEvent.FollowUpCancelled _ -> {}
        }
    }
}
