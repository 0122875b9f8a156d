package io.partyline.http;

import io.partyline.show.AiMode;
import io.partyline.show.Call;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Channel;
import io.partyline.show.Cue;
import io.partyline.show.Eagerness;
import io.partyline.show.FollowUps;
import io.partyline.show.Hand;
import io.partyline.show.Links;
import io.partyline.show.Mark;
import io.partyline.show.Panel;
import io.partyline.show.PersonaKey;
import io.partyline.show.Seat;
import io.partyline.show.Show;
import io.partyline.show.ShowId;
import io.partyline.show.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The whole show at one moment, as the dashboard reads it.
///
/// @param seq the number of the last event in it: the feed goes on from there
/// @param endedAt when it ended; none while it runs
/// @param recording whether the recorder runs
/// @param positionMs how long the show has been running on its own clock
/// @param takeNextReplaces whether take-next puts those on the air on hold first, if nobody says
///   otherwise
/// @param next the waiting call that the host wants next
/// @param undoSeconds how long a drop can be undone
/// @param eventTypes every type of event that the feed may bring
/// @param seat who reads it
/// @param notes what the seats have written to each other, in their order
record ShowPicture(
        long seq,
        ShowId showId,
        String showName,
        Instant startedAt,
        Optional<Instant> endedAt,
        boolean linesOpen,
        AiMode aiMode,
        boolean aiMuted,
        Eagerness aiEagerness,
        boolean autoFollowup,
        MoodRoutes.MoodPicture hostMood,
        boolean recording,
        Optional<String> recordingProblem,
        List<MarkPicture> marks,
        long positionMs,
        long undoSeconds,
        boolean takeNextReplaces,
        Optional<CallId> next,
        List<CallPicture> calls,
        FloorPicture floor,
        Optional<FollowUpPicture> pendingFollowup,
        List<String> eventTypes,
        Seat seat,
        List<NoteRoutes.NotePicture> notes) {

    /// One call.
    ///
    /// @param kind `real` or `ai`
    /// @param phone what may be shown of the number; none for an AI caller
    /// @param key the persona; none for a real caller
    /// @param since when it came into its state: on the air, when this visit began
    /// @param visits how often it has been on the air, this time included
    /// @param card what is known of a real caller
    /// @param hand what an AI caller would like to say, while their hand is up
    /// @param jumpIn what was decided last about speaking unasked, and why
    /// @param cues the host's private notes to them that they have not acted on yet
    /// @param gainDb by how much a hand has raised the voice
    /// @param chain which links work on the voice
    /// @param onSpeaker whether a caller listens by a loudspeaker that their microphone hears
    record CallPicture(
            CallId callSid,
            String kind,
            String name,
            Optional<CallerNumber> phone,
            Optional<PersonaKey> key,
            String state,
            Optional<Channel> channel,
            Instant since,
            int visits,
            boolean muted,
            boolean locked,
            boolean talkback,
            boolean withProducer,
            boolean wrappingUp,
            Optional<CallId> basedOn,
            Optional<Instant> undoUntil,
            Optional<Returning> returning,
            Optional<CardPicture> card,
            Optional<String> hand,
            Optional<String> jumpIn,
            List<String> cues,
            double gainDb,
            Links chain,
            boolean onSpeaker) {

        static CallPicture of(Show show, Call call, Links usual) {
            Panel panel = show.floor().panel();
            return new CallPicture(
                    call.id(),
                    call.caller().isReal() ? "real" : "ai",
                    call.caller().name(),
                    call.caller() instanceof Caller.Real real
                            ? Optional.of(real.number())
                            : Optional.empty(),
                    key(call),
                    QueueEntry.state(call),
                    call.channel(),
                    call.stage().since(),
                    call.visits().all().size(),
                    call.muted(),
                    call.locked(),
                    call.marks().talkback(),
                    call.marks().producer(),
                    call.marks().wrappingUp(),
                    call.marks().basedOn(),
                    QueueEntry.undoUntil(show, call),
                    Returning.of(call),
                    call.caller().isReal() ? Optional.of(CardPicture.of(call)) : Optional.empty(),
                    Optional.ofNullable(panel.hands().get(call.id())).map(Hand::gist),
                    Optional.ofNullable(panel.weighed().get(call.id())).map(CallPicture::jumpIn),
                    panel.cues(call.id()).stream().map(Cue::text).toList(),
                    call.chain().trimDb(),
                    call.chain().working(call.caller(), usual),
                    call.chain().onSpeaker());
        }

        private static String jumpIn(Panel.Decided decided) {
            return "%s: %s"
                    .formatted(
                            decided.why().speaks() ? "speaks" : "stays silent",
                            decided.why().sentence());
        }

        static Optional<PersonaKey> key(Call call) {
            return call.caller() instanceof Caller.Ai ai ? Optional.of(ai.key()) : Optional.empty();
        }
    }

    /// A moment that the host marked.
    record MarkPicture(long atMs, String note) {
        static MarkPicture of(Mark mark) {
            return new MarkPicture(SpokenLine.millis(mark.atSample()), mark.note());
        }
    }

    /// Who speaks among the AI callers, and who is next.
    record FloorPicture(Optional<TurnPicture> turn, Optional<TurnPicture> queued) {}

    /// One turn of an AI caller.
    ///
    /// @param worded whether it is known already what they say
    record TurnPicture(
            String turnId,
            CallId callSid,
            Optional<String> name,
            Turn.Why why,
            boolean stopped,
            boolean worded) {
        static TurnPicture of(Show show, Turn turn) {
            return new TurnPicture(
                    turn.id().value(),
                    turn.call(),
                    show.call(turn.call()).map(call -> call.caller().name()),
                    turn.why(),
                    turn.stopped(),
                    show.floor().worded(turn));
        }
    }

    /// A persona who will follow up.
    record Chosen(PersonaKey key, String name) {
        static Chosen of(Caller.Ai caller) {
            return new Chosen(caller.key(), caller.name());
        }
    }

    /// The follow-up that is on its way.
    ///
    /// @param caller who it will be, once that is known
    /// @param why a sentence that says why they
    record FollowUpPicture(
            CallId basedOn,
            Instant due,
            Optional<Chosen> caller,
            Optional<String> why,
            boolean offered) {
        static FollowUpPicture of(FollowUps.Pending pending) {
            return new FollowUpPicture(
                    pending.basedOn(),
                    pending.due(),
                    pending.choice().map(choice -> Chosen.of(choice.caller())),
                    pending.choice().map(FollowUps.Choice::why),
                    pending.offered());
        }
    }

    /// @param seat who reads it
    /// @param position of the show, in samples at 48 kHz
    /// @param replaces whether take-next replaces those on the air
    /// @param usual what works on callers' voices if nobody says otherwise
    static ShowPicture of(
            Show show, Seat seat, String name, boolean replaces, long position, Links usual) {
        return new ShowPicture(
                show.seq(),
                show.id(),
                name,
                show.openedAt(),
                show.closedAt(),
                show.lines().open(),
                show.floor().mode(),
                show.floor().muted(),
                show.floor().panel().eagerness(),
                show.followUps().auto(),
                MoodRoutes.MoodPicture.of(show.mood()),
                show.open() && show.recording().runs(),
                show.recording().problem(),
                show.recording().marks().stream().map(MarkPicture::of).toList(),
                SpokenLine.millis(position),
                show.rules().undo().toSeconds(),
                replaces,
                show.calls().chosen(),
                show.calls().live().values().stream()
                        .map(call -> CallPicture.of(show, call, usual))
                        .toList(),
                new FloorPicture(
                        show.floor().turn().map(turn -> TurnPicture.of(show, turn)),
                        show.floor().queued().map(turn -> TurnPicture.of(show, turn))),
                show.followUps().pending().map(FollowUpPicture::of),
                EventStream.types(),
                seat,
                show.notes().stream().map(NoteRoutes.NotePicture::of).toList());
    }
}
