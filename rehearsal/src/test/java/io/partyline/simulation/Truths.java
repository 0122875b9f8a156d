package io.partyline.simulation;

import io.partyline.port.Journal;
import io.partyline.show.AiMode;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.EndedBy;
import io.partyline.show.Event;
import io.partyline.show.FloorEvent;
import io.partyline.show.FollowUpEvent;
import io.partyline.show.HostMood;
import io.partyline.show.PersonaKey;
import io.partyline.show.ShowEvent;
import io.partyline.show.ShowId;
import io.partyline.show.Turn;
import io.partyline.show.TurnId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A small table of who stands where, made from a show's events alone and apart from its rules.
///
/// Nothing is judged here: [EventRules] says which event may come next, [Oracle] and [HearingRules]
/// what must be so between two of them.
final class Truths {
    private static final long SAMPLES_A_MS = 48;

    /// Where a caller stands.
    enum At {
        RINGS(45_000),
        WAITS(Long.MAX_VALUE / 2),
        COMES(8_000),
        ON(Long.MAX_VALUE / 2),
        BROKEN(10_000),
        GOES(5_000);

        private final long longest;

        At(long longest) {
            this.longest = longest;
        }

        /// For how long, in milliseconds.
        long longest() {
            return longest;
        }
    }

    /// What is known of one caller.
    static final class Seen {
        private final Optional<PersonaKey> persona;
        private At at;
        private long since;
        private boolean leg;
        private long lostAt;
        private boolean muted;
        private boolean locked;
        private boolean talkedTo;
        private boolean withProducer;
        private boolean asked;
        private long askedAt;
        private int channel;
        private String point = "";
        private boolean pointByHand;

        private Seen(Optional<PersonaKey> persona, At at, long since) {
            this.persona = persona;
            this.at = at;
            this.since = since;
        }

        private void now(At next, long since) {
            at = next;
            this.since = since;
            if (next == At.WAITS || next == At.GOES) {
                channel = 0;
            }
        }

        boolean real() {
            return persona.isEmpty();
        }

        boolean is(PersonaKey other) {
            return persona.filter(other::equals).isPresent();
        }

        At at() {
            return at;
        }

        long since() {
            return since;
        }

        boolean leg() {
            return leg;
        }

        /// When the path of somebody who waits broke; 0 once it is known where they are.
        long lostAt() {
            return at == At.WAITS ? lostAt : 0;
        }

        boolean muted() {
            return at == At.ON && muted;
        }

        boolean locked() {
            return at == At.ON && locked;
        }

        boolean withProducer() {
            return withProducer;
        }

        boolean talkedTo() {
            return talkedTo;
        }

        boolean asked() {
            return asked;
        }

        long askedAt() {
            return askedAt;
        }

        /// 0 if they have none.
        int channel() {
            return channel;
        }

        /// What stands on their card of what they want to say.
        String point() {
            return point;
        }

        private void written(String words) {
            point = words;
            pointByHand = !words.isBlank();
        }

        private void told(String words) {
            if (!words.isBlank() && !pointByHand) {
                point = words;
            }
        }

        boolean inProgram() {
            return (leg || !real()) && (at == At.COMES || (at == At.ON && !muted));
        }
    }

    /// A follow-up that is on its way.
    ///
    /// @param due when it may come on; whoever is chosen later than that, when they are
    record FollowUp(CallId basedOn, long due, Optional<PersonaKey> chosen, boolean offered) {}

    private final Map<CallId, Seen> callers = new LinkedHashMap<>();
    private final Map<Integer, CallId> closing = new HashMap<>();
    private final Map<CallId, EndedBy> ended = new HashMap<>();
    private final Set<CallId> turnedAway = new HashSet<>();
    private final Set<String> banned = new HashSet<>();
    private final List<Journal.Entry> told = new ArrayList<>();
    private Optional<Turn> turn = Optional.empty();
    private Optional<Turn> queued = Optional.empty();
    private Optional<FollowUp> followUp = Optional.empty();
    private Optional<ShowId> during = Optional.empty();
    private long zero;
    private boolean linesOpen;
    private boolean open;
    private boolean recording;
    private int marks;
    private AiMode mode = AiMode.MANUAL;
    private boolean aiMuted;
    private HostMood.By moodBy = HostMood.By.RULES;

    void clear() {
        callers.clear();
        closing.clear();
        ended.clear();
        turnedAway.clear();
        banned.clear();
        told.clear();
        turn = Optional.empty();
        queued = Optional.empty();
        followUp = Optional.empty();
        open = false;
        recording = true;
        marks = 0;
        mode = AiMode.MANUAL;
        aiMuted = false;
        moodBy = HostMood.By.RULES;
    }

    Map<CallId, Seen> callers() {
        return callers;
    }

    /// @throws AssertionError if there is no such caller
    Seen seen(CallId id) {
        Seen seen = callers.get(id);
        if (seen == null) {
            throw new AssertionError("nothing happens to who is not there: " + id);
        }
        return seen;
    }

    /// Whose stem is still being closed, by channel.
    Map<Integer, CallId> closing() {
        return closing;
    }

    Optional<EndedBy> ended(CallId id) {
        return Optional.ofNullable(ended.get(id));
    }

    boolean wasTurnedAway(CallId id) {
        return turnedAway.contains(id);
    }

    boolean isBanned(String print) {
        return banned.contains(print);
    }

    List<Journal.Entry> told() {
        return told;
    }

    Optional<Turn> turn() {
        return turn;
    }

    Optional<Turn> queued() {
        return queued;
    }

    Optional<FollowUp> followUp() {
        return followUp;
    }

    /// Whether this is the show that the table is of.
    boolean areOf(ShowId show) {
        return during.filter(show::equals).isPresent();
    }

    /// Where in the show an instant lies, in samples at 48 kHz.
    long positionAt(Instant at) {
        return (at.toEpochMilli() - zero) * SAMPLES_A_MS;
    }

    boolean linesOpen() {
        return linesOpen;
    }

    boolean open() {
        return open;
    }

    /// Whether the host wants the show recorded.
    boolean recording() {
        return recording;
    }

    /// How many moments were marked.
    int marks() {
        return marks;
    }

    AiMode mode() {
        return mode;
    }

    boolean aiMuted() {
        return aiMuted;
    }

    /// Whose word the host's mood is.
    HostMood.By moodBy() {
        return moodBy;
    }

    void read(Journal.Entry entry) {
        told.add(entry);
        Event event = entry.event();
        switch (event) {
            case ShowEvent.ShowOpened opened -> {
                during = Optional.of(opened.show());
                zero = opened.at().toEpochMilli();
                banned.addAll(opened.banned());
                open = true;
            }
            case ShowEvent.LinesSet(var on, _) -> linesOpen = on;
            case ShowEvent.BanSet(var print, var on, _) -> {
                if (on) {
                    banned.add(print);
                } else {
                    banned.remove(print);
                }
            }
            case ShowEvent.ShowClosed _ -> open = false;
            case ShowEvent.RecordingSet set -> recording = set.on();
            case ShowEvent.MomentMarked _ -> marks++;
            case CallEvent call -> read(call, event.at().toEpochMilli());
            case FloorEvent floor -> read(floor);
            case FollowUpEvent planned -> read(planned);
            default -> {}
        }
    }

    private void read(CallEvent event, long at) {
        CallId id = event.call();
        switch (event) {
            case CallEvent.CallRang _ -> callers.put(id, new Seen(Optional.empty(), At.RINGS, at));
            case CallEvent.CallFound _ -> callers.put(id, new Seen(Optional.empty(), At.WAITS, at));
            case CallEvent.CallTurnedAway _ -> turnedAway.add(id);
            case CallEvent.AiCallPlaced(_, var caller, var basedOn, _) ->
                    placed(id, caller, basedOn, at);
            case CallEvent.CallerBanned(_, var print, _) -> banned.add(print);
            case CallEvent.LegOpened _ -> {
                seen(id).leg = true;
                seen(id).lostAt = 0;
            }
            case CallEvent.LegLost _ -> legLost(seen(id), at);
            case CallEvent.CallHeld _ -> {
                seen(id).now(At.WAITS, at);
                seen(id).lostAt = 0;
            }
            case CallEvent.CallTaken(_, var channel, _) -> taken(seen(id), channel.number(), at);
            case CallEvent.CallAired _ -> {
                seen(id).now(At.ON, at);
                seen(id).muted = false;
                seen(id).locked = false;
            }
            case CallEvent.TakeFailed _ -> seen(id).now(At.WAITS, at);
            case CallEvent.MuteSet(_, var on, _) -> seen(id).muted = on;
            case CallEvent.LockSet(_, var on, _) -> seen(id).locked = on;
            case CallEvent.TalkbackSet(_, var on, _) -> {
                seen(id).talkedTo = on;
                seen(id).asked &= !on;
            }
            case CallEvent.ProducerTalkBegan _ -> {
                seen(id).withProducer = true;
                seen(id).asked = false;
            }
            case CallEvent.ProducerTalkEnded _ -> seen(id).withProducer = false;
            case CallEvent.ScreeningBegan _ -> {
                seen(id).asked = true;
                seen(id).askedAt = at;
            }
            case CallEvent.ScreeningEnded _ -> seen(id).asked = false;
            case CallEvent.CardWritten(_, var written, _, _) ->
                    written.point().ifPresent(seen(id)::written);
            case CallEvent.CallerScreened(_, var told, _) -> seen(id).told(told.point());
            case CallEvent.CallDropped _ -> {
                seen(id).now(At.GOES, at);
                seen(id).asked = false;
            }
            case CallEvent.DropUndone _ -> seen(id).now(At.WAITS, at);
            case CallEvent.CallEnded(_, var by, _, _) -> gone(id, by);
            case CallEvent.ChannelFreed(_, var channel, _) -> closing.remove(channel.number());
            default -> {}
        }
    }

    private void placed(CallId id, Caller.Ai caller, Optional<CallId> basedOn, long at) {
        callers.put(id, new Seen(Optional.of(caller.key()), At.COMES, at));
        if (basedOn.isPresent()) {
            followUp = Optional.empty();
        }
    }

    private static void legLost(Seen seen, long at) {
        seen.leg = false;
        seen.lostAt = at;
        seen.talkedTo = false;
        seen.asked = false;
        if (seen.at == At.ON) {
            seen.now(At.BROKEN, at);
        } else if (seen.at == At.RINGS) {
            seen.since = at;
        }
    }

    private static void taken(Seen seen, int channel, long at) {
        seen.now(At.COMES, at);
        seen.channel = channel;
        seen.talkedTo = false;
        seen.asked = false;
    }

    private void gone(CallId id, EndedBy by) {
        Seen seen = callers.remove(id);
        if (seen != null && seen.real() && seen.channel != 0) {
            closing.put(seen.channel, id);
        }
        ended.put(id, by);
    }

    private void read(FloorEvent event) {
        switch (event) {
            case FloorEvent.TurnQueued(var next, _) -> queued = Optional.of(next);
            case FloorEvent.TurnGranted(var granted, _) -> {
                turn = Optional.of(granted);
                queued = queued.filter(next -> !next.id().equals(granted.id()));
            }
            case FloorEvent.TurnEnded(var over, _, _, _) -> {
                turn = turn.filter(its -> !its.id().equals(over));
                queued = queued.filter(its -> !its.id().equals(over));
            }
            case FloorEvent.AiModeSet set -> mode = set.mode();
            case FloorEvent.AiMuteSet set -> aiMuted = set.muted();
            case FloorEvent.HostMoodSet set -> moodBy = set.by();
            default -> {}
        }
    }

    /// Whether one of the two is this turn.
    boolean has(TurnId id) {
        return turn.filter(its -> its.id().equals(id)).isPresent()
                || queued.filter(its -> its.id().equals(id)).isPresent();
    }

    private void read(FollowUpEvent event) {
        switch (event) {
            case FollowUpEvent.FollowUpPlanned(var call, var due, _) ->
                    followUp =
                            Optional.of(
                                    new FollowUp(
                                            call, due.toEpochMilli(), Optional.empty(), false));
            case FollowUpEvent.FollowUpChosen(_, var caller, _, var at) ->
                    followUp =
                            followUp.map(its ->
                                    new FollowUp(
                                            its.basedOn(),
                                            Math.max(its.due(), at.toEpochMilli()),
                                            Optional.of(caller.key()),
                                            its.offered()));
            case FollowUpEvent.FollowUpOffered _ ->
                    followUp =
                            followUp.map(its ->
                                    new FollowUp(its.basedOn(), its.due(), its.chosen(), true));
            case FollowUpEvent.FollowUpCancelled _ -> followUp = Optional.empty();
            case FollowUpEvent.AutoFollowUpSet _ -> {}
        }
    }
}
