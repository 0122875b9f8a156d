package io.partyline.exports;

import io.partyline.audio.Frames;
import io.partyline.port.Journal;
import io.partyline.show.Acquaintance;
import io.partyline.show.AiVoice;
import io.partyline.show.Call;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.Caller;
import io.partyline.show.Card;
import io.partyline.show.Cuts;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.HowLoud;
import io.partyline.show.MusicEvent;
import io.partyline.show.PlayedOut;
import io.partyline.show.Seat;
import io.partyline.show.ShelfName;
import io.partyline.show.Show;
import io.partyline.show.ShowEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The journal in words: what happened, and when in the show. Numbers of telephones do not occur in
/// it.
public final class AsRunLog {
    private AsRunLog() {}

    /// Whether an event belongs into a record of what aired. That somebody stayed silent does not:
    /// it would bury the rest. The event log has it.
    public static boolean tells(Event event) {
        return !(event instanceof FloorEvent.JumpInWeighed weighed) || weighed.why().speaks();
    }

    /// One line for one event.
    ///
    /// @param after the show after it
    public static String line(Event event, Show after) {
        Duration time = Duration.between(after.openedAt(), event.at());
        return "%8s  %s"
                .formatted(
                        Clock.plain(time.isNegative() ? Duration.ZERO : time),
                        ShowFile.clean(words(event, after)));
    }

    /// A whole show, a line an event.
    static String of(List<Journal.Entry> entries) {
        var log = new StringBuilder();
        Cuts dumped = Cuts.of(entries.stream().map(Journal.Entry::event));
        Show show = Show.before(entries.isEmpty() ? 0 : entries.getFirst().seq() - 1);
        for (Journal.Entry entry : entries) {
            show = show.apply(entry.event());
            if (tells(entry.event())) {
                log.append(line(aired(entry.event(), dumped), show)).append('\n');
            }
        }
        return log.toString();
    }

    /// What was dumped did not air, so it is not repeated here.
    private static Event aired(Event event, Cuts dumped) {
        return event instanceof FloorEvent.UtteranceSpoken said
                        && ShowFile.reaches(dumped, said.atSample(), said.text())
                ? new FloorEvent.UtteranceSpoken(
                        said.speaker(), "[dumped]", said.atSample(), said.spokenAt(), said.at())
                : event;
    }

    private static String words(Event event, Show show) {
        return switch (event) {
            case ShowEvent happened -> words(happened);
            case CallEvent happened -> name(show, happened.call()) + " " + words(happened, show);
            case FloorEvent happened -> words(happened, show);
            case FollowUpEvent happened -> words(happened, show);
            case MusicEvent happened -> words(happened);
        };
    }

    private static String words(MusicEvent event) {
        return switch (event) {
            case MusicEvent.TrackBegan(var track, var loop, _, _) ->
                    "Music: \"%s\"%s.".formatted(track.title(), loop ? ", again and again" : "");
            case MusicEvent.TrackEnded(var track, var how, var problem, _, _) ->
                    "Music: \"%s\" %s".formatted(track.title(), words(how, problem));
            case MusicEvent.CartFired(_, var sound, var loop, _, _) ->
                    "Cart: \"%s\"%s.".formatted(sound.title(), loop ? ", again and again" : "");
            case MusicEvent.CartEnded(_, var sound, var how, var problem, _, _) ->
                    "Cart: \"%s\" %s".formatted(sound.title(), words(how, problem));
            case MusicEvent.MusicSet(var volume, _, var next, _) ->
                    String.format(Locale.ROOT, "Music: volume %.0f %%", volume * 100)
                            + next.map(track -> ", next is \"%s\"".formatted(track.title()))
                                    .orElse("")
                            + ".";
            case MusicEvent.ShelfChanged(var shelf, var pieces, var broken, _) ->
                    "%s: %d in the folder. %s"
                            .formatted(
                                    shelf == ShelfName.MUSIC ? "Music" : "Carts",
                                    pieces,
                                    String.join(" ", broken))
                            .strip();
        };
    }

    private static String words(PlayedOut how, String problem) {
        return switch (how) {
            case FINISHED -> "is over.";
            case STOPPED -> "is stopped.";
            case REPLACED -> "goes over into another.";
            case BROKEN -> "BROKE OFF: " + problem;
        };
    }

    private static String words(ShowEvent event) {
        return switch (event) {
            case ShowEvent.ShowOpened _ -> "The show is open.";
            case ShowEvent.ShowResumed _ -> "The show goes on after a restart.";
            case ShowEvent.ShowStoodStill still ->
                    "THE PROGRAM STOOD STILL for %d seconds.".formatted(still.away().toSeconds());
            case ShowEvent.ShowClosed _ -> "The show is closed.";
            case ShowEvent.LinesSet set ->
                    set.open() ? "The lines are open." : "The lines are closed.";
            case ShowEvent.BanSet set ->
                    set.turnedAway()
                            ? "A number is turned away from now on."
                            : "A number is let in again.";
            case ShowEvent.RecordingStopped stopped -> "RECORDING STOPPED: " + stopped.why();
            case ShowEvent.EventsLost lost ->
                    "%d THINGS THAT HAPPENED HERE COULD NOT BE WRITTEN DOWN."
                            .formatted(lost.count());
            case ShowEvent.ProgramDumped dumped -> dumped(dumped);
            case ShowEvent.RecordingSet set ->
                    set.on() ? "The recording goes on." : "The recording is paused.";
            case ShowEvent.MomentMarked mark ->
                    mark.note().isEmpty() ? "Marked." : "Marked: " + mark.note();
            case ShowEvent.NoteWritten note ->
                    "%s slips a private note.".formatted(sentence(note.by().words()));
            case ShowEvent.NotesRead _ -> "The notes are put away.";
            case ShowEvent.Spent spent -> spent(spent);
            case ShowEvent.LoudnessMeasured measured -> loudness(measured.loudness());
        };
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// The host's own choice needs no name.
    private static String byProducer(CallEvent.NextChosen next) {
        return next.by().filter(Seat.PRODUCER::equals).map(by -> ": " + by.words()).orElse("");
    }

    private static String loudness(HowLoud measured) {
        return String.format(
                Locale.ROOT,
                "The program was at %.1f LUFS, range %.1f LU, peaks %.1f dBTP.",
                measured.integrated(),
                measured.range(),
                measured.truePeak());
    }

    private static String dumped(ShowEvent.ProgramDumped dumped) {
        return String.format(
                Locale.ROOT,
                "%s: %s to %s is left out, and listeners did not hear %.1f s of it.",
                dumped.panic() ? "PANIC" : "DUMPED",
                Clock.plain(ShowFile.at(dumped.from())),
                Clock.plain(ShowFile.at(dumped.to())),
                dumped.unheard() / (double) Frames.RATE);
    }

    private static String spent(ShowEvent.Spent spent) {
        String unit = spent.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return String.format(
                Locale.ROOT,
                "Spent $%.4f at %s (%,d %s).",
                spent.nanodollars() / 1e9,
                spent.provider(),
                spent.amount(),
                unit);
    }

    private static String words(CallEvent event, Show show) {
        return switch (event) {
            case CallEvent.CallRang _ -> "rings.";
            case CallEvent.CallTurnedAway away -> "was turned away: " + away.reason().sentence();
            case CallEvent.CallFound _ -> "was found waiting at the carrier.";
            case CallEvent.CallerRecognised known -> known(known.who());
            case CallEvent.LegOpened _ -> "can be heard and can hear us.";
            case CallEvent.LegLost _ -> "lost the connection.";
            case CallEvent.CallHeld held ->
                    visits(show, held.call()) > 0 ? "waits again." : "waits.";
            case CallEvent.NextChosen next ->
                    (next.chosen() ? "is next" : "is no longer next") + byProducer(next) + ".";
            case CallEvent.AiCallPlaced placed ->
                    "(AI) was asked on"
                            + placed.basedOn().map(c -> ", because of " + name(show, c)).orElse("")
                            + ".";
            case CallEvent.CallTaken taken ->
                    "is taken, channel %s.".formatted(taken.channel().number());
            case CallEvent.CallAired aired -> {
                int visit = visits(show, aired.call());
                yield visit > 1 ? "is ON AIR, visit %d.".formatted(visit) : "is ON AIR.";
            }
            case CallEvent.TakeFailed failed -> "could not be taken: " + failed.why();
            case CallEvent.MuteSet set -> set.muted() ? "is muted." : "is heard again.";
            case CallEvent.TrimSet set ->
                    String.format(Locale.ROOT, "is trimmed to %+.1f dB.", set.db());
            case CallEvent.LinksSet _ -> "has the chain of their voice switched.";
            case CallEvent.SpeakerNoticed noticed ->
                    noticed.on()
                            ? "listens by a loudspeaker: we come back to ourselves."
                            : "no longer sends us back to ourselves.";
            case CallEvent.LockSet set -> set.locked() ? "is locked." : "is unlocked.";
            case CallEvent.CardWritten card ->
                    "has a card that %s written."
                            .formatted(
                                    card.by()
                                            .map(by -> by.words() + " has")
                                            .orElse("host or producer have"));
            case CallEvent.ScreeningBegan _ -> "is asked by the screener.";
            case CallEvent.CallerScreened screened -> screened(screened.told());
            case CallEvent.ScreeningEnded ended -> screened(ended.how());
            case CallEvent.TalkbackSet set ->
                    set.on() ? "hears the host alone." : "no longer hears the host alone.";
            case CallEvent.ProducerTalkBegan _ -> "is talked with by the producer, alone.";
            case CallEvent.ProducerTalkEnded ended ->
                    "is not talked with by the producer any more: %s."
                            .formatted(ended.why().words());
            case CallEvent.WrapUpAsked _ -> "is asked to finish.";
            case CallEvent.CallDropped _ -> "is being dropped.";
            case CallEvent.DropUndone _ -> "stays after all.";
            case CallEvent.CallerBanned _ -> "is banned.";
            case CallEvent.CallEnded ended ->
                    "is gone (%s)%s."
                            .formatted(
                                    ended.by().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                    show.history()
                                            .find(ended.call())
                                            .map(AsRunLog::onAir)
                                            .orElse(""));
            case CallEvent.ChannelFreed freed ->
                    "has left channel %s free.".formatted(freed.channel().number());
            case CallEvent.SummaryWritten written ->
                    "summed up: %s [%s]"
                            .formatted(
                                    written.summary().text(),
                                    written.summary().source().name().toLowerCase(Locale.ROOT));
        };
    }

    private static int visits(Show show, CallId id) {
        return show.call(id).map(call -> call.visits().all().size()).orElse(0);
    }

    private static String onAir(CallRecord past) {
        int visits = past.visits().all().size();
        String air = ", on the air for " + Clock.plain(past.airTime());
        return switch (visits) {
            case 0 -> "";
            case 1 -> air;
            default -> "%s in %d visits".formatted(air, visits);
        };
    }

    /// What a caller tells the screener is not said on the air, so only that they told it is
    /// logged.
    private static String screened(Card.Told told) {
        if (told.danger()) {
            return "NEEDS A HUMAN NOW: somebody may be in danger.";
        }
        return told.minor() ? "NEEDS A HUMAN NOW: they may be a child." : "has told the screener.";
    }

    private static String screened(Card.Screening how) {
        return switch (how) {
            case DONE -> "has been screened.";
            case DECLINED -> "does not want to talk to a machine, and waits.";
            case FAILED -> "could not be screened, and waits.";
            case BROKEN_OFF -> "is screened no further.";
            case NONE, ASKING -> "waits for the screener.";
        };
    }

    private static String known(Acquaintance who) {
        return who.lastCall()
                .map(last -> "has called before, about %s.".formatted(last.topic()))
                .orElse("is known from before.");
    }

    private static String words(FloorEvent event, Show show) {
        return switch (event) {
            case FloorEvent.UtteranceSpoken said ->
                    "%s: \"%s\"".formatted(AiVoice.name(said.speaker()), said.text());
            case FloorEvent.TurnQueued queued ->
                    name(show, queued.turn().call()) + " waits for the floor.";
            case FloorEvent.TurnGranted granted ->
                    "%s has the floor (%s)."
                            .formatted(
                                    name(show, granted.turn().call()),
                                    granted.turn()
                                            .why()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' '));
            case FloorEvent.ReplyWritten _ -> "The reply is worded.";
            case FloorEvent.TurnStopped _ -> "The AI caller is stopped.";
            case FloorEvent.TurnInterrupted interrupted ->
                    NameInLine.of(interrupted.by().name()) + " speaks, and the AI caller yields.";
            case FloorEvent.TurnTimed timed ->
                    "The AI caller is heard %d ms after the last word."
                            .formatted(timed.times().gap().toMillis());
            case FloorEvent.TurnEnded ended ->
                    ended.problem().isEmpty()
                            ? "The floor is free."
                            : "The turn failed: " + ended.problem();
            case FloorEvent.JumpInWeighed weighed ->
                    "%s %s: %s."
                            .formatted(
                                    name(show, weighed.call()),
                                    weighed.why().speaks() ? "speaks unasked" : "stays silent",
                                    weighed.why().sentence());
            case FloorEvent.CueGiven cue -> name(show, cue.call()) + " is slipped a private note.";
            case FloorEvent.EagernessSet set ->
                    "The AI callers are " + set.eagerness().name().toLowerCase(Locale.ROOT) + ".";
            case FloorEvent.HostMoodSet set -> mood(set);
            case FloorEvent.AiModeSet set ->
                    "AI mode: " + set.mode().name().toLowerCase(Locale.ROOT) + ".";
            case FloorEvent.AiMuteSet set ->
                    set.muted() ? "The AI callers are muted." : "The AI callers may speak.";
        };
    }

    private static String mood(FloorEvent.HostMoodSet set) {
        String moods =
                set.moods().stream()
                        .map(mood -> mood.word().replace('_', ' '))
                        .collect(Collectors.joining(", "));
        String by =
                switch (set.by()) {
                    case RULES -> "";
                    case MODEL -> " (by a model)";
                    case HOST -> " (the host's word)";
                };
        return "The host's mood: " + (moods.isEmpty() ? "nothing stands out" : moods) + by + ".";
    }

    private static String words(FollowUpEvent event, Show show) {
        return switch (event) {
            case FollowUpEvent.AutoFollowUpSet set ->
                    "Auto follow-up is " + (set.enabled() ? "on." : "off.");
            case FollowUpEvent.FollowUpPlanned planned ->
                    "A follow-up to %s is planned.".formatted(name(show, planned.basedOn()));
            case FollowUpEvent.FollowUpChosen chosen ->
                    "%s will follow up %s: %s"
                            .formatted(
                                    NameInLine.of(chosen.caller().name()),
                                    name(show, chosen.basedOn()),
                                    chosen.why());
            case FollowUpEvent.FollowUpOffered _ -> "The follow-up waits: somebody is on the air.";
            case FollowUpEvent.FollowUpCancelled _ -> "The follow-up is called off.";
        };
    }

    /// The caller's name; before they have one, the end of the call's id.
    private static String name(Show show, CallId id) {
        Optional<String> name =
                show.call(id)
                        .map(Call::caller)
                        .or(() -> show.history().find(id).map(CallRecord::caller))
                        .map(caller -> caller.name());
        String text = id.value();
        String end = text.length() <= 4 ? text : text.substring(text.length() - 4);
        String known =
                name.filter(n -> !n.equals(Caller.Real.UNNAMED)).orElse("Caller (" + end + ")");
        return NameInLine.of(known);
    }
}
