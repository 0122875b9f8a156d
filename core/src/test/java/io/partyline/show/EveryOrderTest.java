package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.mix.HeldCallerHears;
import io.partyline.mix.WhoHears;
import io.partyline.mix.WhoHears.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two callers, and all that two dashboards, the carrier, the mixer, the recorder and the clock can
/// ask of the show about them, in every order: not by chance, but from every situation that can
/// arise, everything that can come next.
///
/// What tells two situations apart is where each caller stands, with what marks and on which
/// channel, which stems are being closed, and whether and how a call has ended.
class EveryOrderTest {
    private static final List<CallId> BOTH = List.of(DAVE, JAS);

    /// A place in the show that has been reached, and how.
    private record Place(Show show, Instant now, List<Command> way) {}

    private final Map<String, Place> found = new HashMap<>();
    private final Deque<Place> toTry = new ArrayDeque<>();
    private int tried;

    @Test
    void fromEverySituationOfACallerEverythingThatCanComeNextKeepsTheRules() {
        everyOrder(List.of(DAVE));
        assertThat(found.size()).as("situations of one caller").isGreaterThan(100);
    }

    @Test
    @Tag("ci")
    void fromEverySituationOfTwoCallersEverythingThatCanComeNextKeepsTheRules() {
        everyOrder(BOTH);
        assertThat(found.size()).as("situations of two callers").isGreaterThan(50_000);
        assertThat(found.values())
                .as("both on the air at once, and both over")
                .anyMatch(place -> place.show().calls().onAir().count() == 2)
                .anyMatch(place -> place.show().history().records().size() == 2);
    }

    private void everyOrder(List<CallId> callers) {
        Show open =
                after(
                        Show.before(0),
                        new ShowCommand.OpenShow(
                                new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true),
                        NOW);
        reach(new Place(open, NOW, List.of()));
        while (!toTry.isEmpty()) {
            Place place = toTry.remove();
            commands(place.show(), callers).forEach(command -> follow(place, command));
        }
        System.out.printf("%,d situations, %,d steps%n", found.size(), tried);
    }

    private void follow(Place from, Command command) {
        tried++;
        Instant now = from.now().plus(passes(command));
        List<Command> way = new ArrayList<>(from.way());
        way.add(command);
        try {
            Show next = after(from.show(), command, now);
            keepsTheRules(from.show(), next);
            comesToRest(next, now);
            reach(new Place(next, now, way));
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("after " + way + ": " + broken.getMessage(), broken);
        }
    }

    private void reach(Place place) {
        if (found.putIfAbsent(situation(place.show()), place) == null) {
            toTry.add(place);
        }
    }

    /// Time passes only when somebody waits for it.
    private static Duration passes(Command command) {
        return command instanceof ShowCommand.PassTime ? Duration.ofMinutes(1) : Duration.ZERO;
    }

    private static List<Command> commands(Show show, List<CallId> callers) {
        var commands = new ArrayList<Command>();
        for (CallId call : callers) {
            commands.add(new CallCommand.Ring(call, People.numberOf(call)));
            commands.add(new CallCommand.Wait(call, People.numberOf(call), Duration.ZERO));
            commands.add(new CallCommand.OpenLeg(call));
            commands.add(new CallCommand.LoseLeg(call));
            commands.add(new CallCommand.CallerGone(call));
            commands.add(new CallCommand.CallerUnknown(call));
            commands.add(new CallCommand.Take(call));
            commands.add(new CallCommand.Air(call, show.positionAt(NOW)));
            commands.add(new CallCommand.FailTake(call, "The show's clock stands still."));
            commands.add(new CallCommand.FailFetch(call, "The carrier said no."));
            commands.add(new CallCommand.Hold(call));
            commands.add(new CallCommand.Drop(call));
            commands.add(new CallCommand.LetGo(call));
            commands.add(new CallCommand.TakeNext(true, Optional.of(call)));
            commands.add(new CallCommand.Undo(call));
            commands.add(new CallCommand.HangUp(call));
            commands.add(new CallCommand.CloseStem(call));
            commands.add(new CallCommand.SetMute(call, true));
            commands.add(new CallCommand.SetLock(call, true));
            commands.add(new CallCommand.SetLock(call, false));
            commands.add(new CallCommand.SetTalkback(call, true));
            commands.add(new CallCommand.BeginProducerTalk(call));
            commands.add(new CallCommand.EndProducerTalk(call, ProducerTalkEnd.PRODUCER));
        }
        commands.add(new CallCommand.TakeNext(false));
        commands.add(new CallCommand.TakeNext(true));
        commands.add(new CallCommand.HangUpReal());
        commands.add(new ShowCommand.Reconcile(NOW.plusSeconds(1), Set.of(), EndedBy.CALLER));
        commands.add(
                new ShowCommand.Reconcile(NOW.plusSeconds(1), Set.copyOf(BOTH), EndedBy.CALLER));
        commands.add(new ShowCommand.PassTime());
        return commands;
    }

    private static Show after(Show show, Command command, Instant now) {
        Decision decision = Decisions.decide(show, command, now, show.positionAt(now));
        Show next = show;
        if (decision instanceof Decision.Accepted(var events)) {
            for (Event event : events) {
                next = next.apply(event);
            }
        }
        return next;
    }

    private static void keepsTheRules(Show before, Show now) {
        var channels = new HashSet<>(now.calls().closing().keySet());
        for (Call call : now.calls().live().values()) {
            call.channel()
                    .ifPresent(channel ->
                            assertThat(channels.add(channel))
                                    .as("one caller a channel: %s", channel)
                                    .isTrue());
            assertThat(!call.onAir() || call.marks().leg())
                    .as("nobody is on the air without a leg: %s", call.id())
                    .isTrue();
            assertThat(before.history().find(call.id()).map(CallRecord::by))
                    .as("who has ended comes back only if they had been given up: %s", call.id())
                    .matches(by ->
                            by.isEmpty()
                                    || by.equals(Optional.of(EndedBy.LOST))
                                    || by.equals(Optional.of(EndedBy.RESTART)));
        }
        assertThat(now.calls().live().values().stream().filter(c -> c.marks().producer()).toList())
                .as("with whom the producer talks")
                .hasSizeLessThan(2)
                .allMatch(call -> call.held() && call.marks().leg() && !call.marks().talkback())
                .noneMatch(call -> call.card().asking());
        for (WhoHears.Edge edge : new WhoHears(now, HeldCallerHears.PROGRAM).edges()) {
            if (edge.mix().equals(WhoHears.PROGRAM)
                    && edge.source() instanceof Source.Voice(var voice)) {
                assertThat(now.call(voice).orElseThrow().channel())
                        .as("who is heard has a channel: %s", voice)
                        .isPresent();
            }
        }
    }

    /// Whatever happens, a minute later nobody is under way, and a show that is closed is empty.
    private static void comesToRest(Show show, Instant now) {
        Show later = after(show, new ShowCommand.PassTime(), now.plusSeconds(60));
        later = after(later, new ShowCommand.PassTime(), now.plusSeconds(120));
        for (Call call : later.calls().live().values()) {
            assertThat(call.held() || call.onAir()).as("under way for ever: %s", call).isTrue();
        }
        Show closed = after(show, new ShowCommand.CloseShow(), now);
        assertThat(closed.calls().live()).as("on the line of a closed show").isEmpty();
    }

    /// What tells it from others, without its instants.
    private static String situation(Show show) {
        var words = new StringBuilder();
        for (CallId id : BOTH) {
            words.append(show.call(id).map(EveryOrderTest::words).orElse("-"));
            words.append(show.history().find(id).map(past -> " was " + past.by()).orElse(""));
            words.append(" | ");
        }
        return words.append(show.calls().closing()).toString();
    }

    private static String words(Call call) {
        return "%s %s%s%s%s%s%s %s"
                .formatted(
                        call.stage().getClass().getSimpleName(),
                        call.marks().leg() ? "leg " : "",
                        call.marks().lostSince().isPresent() ? "lost " : "",
                        call.muted() ? "muted " : "",
                        call.locked() ? "locked " : "",
                        call.marks().talkback() ? "talkback " : "",
                        call.marks().producer() ? "producer " : "",
                        call.channel().map(Channel::number).orElse(0));
    }
}
