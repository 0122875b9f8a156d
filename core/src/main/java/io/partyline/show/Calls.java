package io.partyline.show;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The calls that have not ended, and the channels they occupy.
///
/// @param live in the order in which they rang
/// @param closing channels whose caller has gone and whose stem is still being closed, the lowest
///   first
/// @param chosen the waiting call that the host wants next
/// @param takes how many real callers have been taken so far
public record Calls(
        SequencedMap<CallId, Call> live,
        SortedMap<Channel, CallId> closing,
        Optional<CallId> chosen,
        int takes) {

    /// The order of the queue: first those who were cut off on the air, in the order in which they
    /// first came, however their connections broke; then the longest wait.
    public static final Comparator<Call> QUEUE =
            Comparator.comparing((Call call) -> !call.marks().cutOff())
                    .thenComparing(call ->
                            call.marks().cutOff() ? call.firstWaited() : call.waitingSince());

    static final Calls NONE =
            new Calls(new LinkedHashMap<>(), new TreeMap<>(), Optional.empty(), 0);

    public Calls {
        live = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(live));
        closing = Collections.unmodifiableSortedMap(new TreeMap<>(closing));
    }

    public Optional<Call> find(CallId id) {
        return Optional.ofNullable(live.get(id));
    }

    /// The queue: everybody who waits, in its order.
    public List<Call> waiting() {
        return live.values().stream().filter(Call::held).sorted(QUEUE).toList();
    }

    public Stream<Call> real() {
        return live.values().stream().filter(call -> call.caller().isReal());
    }

    public Stream<Call> ai() {
        return live.values().stream().filter(call -> !call.caller().isReal());
    }

    /// The call that a persona is on now.
    public Optional<Call> on(PersonaKey persona) {
        return ai().filter(
                        call -> call.caller() instanceof Caller.Ai ai && ai.key().equals(persona))
                .findFirst();
    }

    /// With whom the producer talks, if with anybody.
    public Optional<Call> withProducer() {
        return real().filter(call -> call.marks().producer()).findFirst();
    }

    public Stream<Call> onAir() {
        return live.values().stream().filter(Call::onAir);
    }

    /// Who is taken next: the one the host chose, else the one who has been ready longest, else the
    /// one who has waited longest.
    public Optional<Call> next() {
        return chosen.flatMap(this::find)
                .filter(Call::held)
                .or(() -> waiting().stream().filter(Call::ready).findFirst())
                .or(() -> waiting().stream().findFirst());
    }

    /// The lowest caller channel that nobody occupies and no stem is being closed on.
    public Optional<Channel> freeChannel(ShowRules rules) {
        Set<Channel> taken = new HashSet<>(closing.keySet());
        live.values().forEach(call -> call.channel().ifPresent(taken::add));
        return Stream.iterate(
                        Channel.FIRST_CALLER,
                        channel -> channel.compareTo(rules.lastCallerChannel()) <= 0,
                        channel -> new Channel(channel.number() + 1))
                .filter(channel -> !taken.contains(channel))
                .findFirst();
    }

    Calls apply(CallEvent event) {
        return switch (event) {
            case CallEvent.CallRang(var id, var number, var at) ->
                    with(Call.ringing(id, new Caller.Real(Caller.Real.UNNAMED, number), at));
            case CallEvent.CallFound(var id, var number, var since, var at) ->
                    with(
                            found(
                                            Call.ringing(
                                                    id,
                                                    new Caller.Real(Caller.Real.UNNAMED, number),
                                                    since))
                                    .at(new Stage.Held(since)));
            case CallEvent.CallerRecognised(var id, var who, _) ->
                    change(id, call -> call.recognised(who));
            case CallEvent.AiCallPlaced(var id, var caller, var basedOn, var at) ->
                    with(Call.ringing(id, caller, at).with(Call.Marks.NONE.following(basedOn)));
            case CallEvent.LegOpened(var id, var at) -> change(id, call -> legOpened(call, at));
            case CallEvent.LegLost(var id, var sample, var at) ->
                    change(id, call -> legLost(call, new Moment(at, sample.orElse(0L))));
            case CallEvent.CallHeld(var id, var since, var sample, var at) ->
                    change(id, call -> held(call, since, new Moment(at, sample.orElse(0L))));
            case CallEvent.CallTaken(var id, var channel, var at) -> taken(id, channel, at);
            case CallEvent.CallAired(var id, var sample, var at) ->
                    change(id, call -> aired(call, new Moment(at, sample.orElse(0L))));
            case CallEvent.TakeFailed(var id, _, _) ->
                    change(id, call -> call.at(new Stage.Held(call.waitingSince())));
            case CallEvent.MuteSet(var id, var muted, _) ->
                    change(id, call -> onAir(call, muted, call.locked()));
            case CallEvent.TrimSet(var id, var db, _) ->
                    change(id, call -> call.with(call.chain().trimmed(db)));
            case CallEvent.LinksSet(var id, var links, _) ->
                    change(id, call -> call.with(call.chain().switched(links)));
            case CallEvent.SpeakerNoticed(var id, var on, _) ->
                    change(id, call -> call.with(call.chain().onSpeaker(on)));
            case CallEvent.LockSet(var id, var locked, _) ->
                    change(id, call -> onAir(call, call.muted(), locked));
            case CallEvent.CardWritten(var id, var written, var by, _) ->
                    change(id, call -> call.with(call.card().written(written, by)));
            case CallEvent.ScreeningBegan(var id, var at) ->
                    change(id, call -> call.with(call.card().asked(at)));
            case CallEvent.CallerScreened(var id, var told, _) ->
                    change(id, call -> call.with(call.card().told(told)));
            case CallEvent.ScreeningEnded(var id, var how, _) ->
                    change(id, call -> call.with(call.card().ended(how)));
            case CallEvent.TalkbackSet(var id, var on, _) -> change(id, call -> talkback(call, on));
            case CallEvent.ProducerTalkBegan(var id, _) -> change(id, Calls::producerBegins);
            case CallEvent.ProducerTalkEnded(var id, _, _) ->
                    change(id, call -> call.with(call.marks().producer(false)));
            case CallEvent.WrapUpAsked(var id, var at) ->
                    change(id, call -> call.with(call.marks().wrapUp(Farewell.asked(at))));
            case CallEvent.NextChosen(var id, var chosen, _, _) ->
                    choose(chosen ? Optional.of(id) : Optional.empty());
            case CallEvent.CallDropped(var id, var at) -> change(id, call -> dropped(call, at));
            case CallEvent.DropUndone(var id, _) ->
                    change(id, call -> call.at(new Stage.Held(call.waitingSince())));
            case CallEvent.CallEnded(var id, _, _, _) -> ended(id);
            case CallEvent.ChannelFreed(_, var channel, _) -> freed(channel);
            case CallEvent.CallTurnedAway _, CallEvent.CallerBanned _, CallEvent.SummaryWritten _ ->
                    this;
        };
    }

    /// A turn that has ended is one of the last of whoever was asked to finish.
    Calls spoke(Turn turn, TurnOutcome outcome) {
        return change(
                turn.call(),
                call ->
                        call.marks()
                                .farewell()
                                .map(left -> call.marks().wrapUp(left.after(turn, outcome)))
                                .map(call::with)
                                .orElse(call));
    }

    private static Call found(Call call) {
        return call.with(call.instants().heldAt(call.instants().rang()));
    }

    private static Call legOpened(Call call, Instant at) {
        return call.with(call.instants().answeredAt(at)).with(call.marks().legOpen());
    }

    private static Call talkback(Call call, boolean on) {
        Call next = call.with(call.marks().talkback(on));
        return on ? next.with(call.card().brokenOff(Card.Screening.BROKEN_OFF)) : next;
    }

    /// Whoever has been talked with by a person needs no screener afterwards.
    private static Call producerBegins(Call call) {
        return call.with(call.marks().producer(true)).with(call.card().talkedWith());
    }

    private static Call dropped(Call call, Instant at) {
        return call.at(new Stage.Leaving(at, call.waitingSince()))
                .with(call.marks().producer(false))
                .with(call.card().brokenOff(Card.Screening.BROKEN_OFF));
    }

    /// Whoever was cut off while they were asked is asked again when they are back.
    private static Call legLost(Call call, Moment then) {
        Call lost =
                call.with(call.marks().legLost(then.at(), call.onAir()))
                        .with(call.card().brokenOff(Card.Screening.NONE));
        return call.stage() instanceof Stage.OnAir(var channel, _, _, _)
                ? lost.leavesAir(then).at(new Stage.Reconnecting(channel, then.at()))
                : lost;
    }

    private static Call held(Call call, Instant since, Moment then) {
        Call waits = call.with(call.instants().heldAt(then.at()));
        return waits.leavesAir(then).with(call.marks().found()).at(new Stage.Held(since));
    }

    private static Call aired(Call call, Moment from) {
        return call.channel()
                .map(channel -> new Stage.OnAir(channel, from.at(), false, false))
                .map(stage -> call.entersAir(from).at(stage))
                .orElse(call);
    }

    private static Call onAir(Call call, boolean muted, boolean locked) {
        return call.stage() instanceof Stage.OnAir(var channel, var since, _, _)
                ? call.at(new Stage.OnAir(channel, since, muted, locked))
                : call;
    }

    private Calls taken(CallId id, Channel channel, Instant at) {
        Call call = live.get(id);
        if (call == null) {
            return this;
        }
        int order = call.marks().takeOrder();
        boolean first = order == 0 && call.caller().isReal();
        int given = first ? takes + 1 : order;
        Call taken =
                call.named(given)
                        .with(call.marks().taken(channel, given))
                        .with(call.card().brokenOff(Card.Screening.BROKEN_OFF))
                        .at(new Stage.Taking(channel, at, call.waitingSince()));
        Optional<CallId> stillChosen = chosen.filter(other -> !other.equals(id));
        return new Calls(with(taken).live, closing, stillChosen, first ? given : takes);
    }

    private Calls ended(CallId id) {
        Call call = live.get(id);
        if (call == null) {
            return this;
        }
        var rest = new LinkedHashMap<>(live);
        rest.remove(id);
        var stillClosing = new TreeMap<>(closing);
        call.channel()
                .filter(_ -> call.caller().isReal())
                .ifPresent(channel -> stillClosing.put(channel, id));
        return new Calls(rest, stillClosing, chosen.filter(other -> !other.equals(id)), takes);
    }

    private Calls freed(Channel channel) {
        var stillClosing = new TreeMap<>(closing);
        stillClosing.remove(channel);
        return new Calls(live, stillClosing, chosen, takes);
    }

    private Calls choose(Optional<CallId> call) {
        return new Calls(live, closing, call, takes);
    }

    private Calls with(Call call) {
        var changed = new LinkedHashMap<>(live);
        changed.put(call.id(), call);
        return new Calls(changed, closing, chosen, takes);
    }

    private Calls change(CallId id, UnaryOperator<Call> by) {
        Call call = live.get(id);
        return call == null ? this : with(by.apply(call));
    }
}
