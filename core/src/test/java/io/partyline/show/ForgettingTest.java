package io.partyline.show;

import static io.partyline.show.People.DAVE;
import static io.partyline.show.People.DAVES;
import static io.partyline.show.People.JAS;
import static io.partyline.show.People.NOW;
import static io.partyline.show.People.THREE;
import static io.partyline.show.People.TONY;
import static io.partyline.show.People.TONYS;
import static io.partyline.show.People.onAir;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    /// A mutation run plays fewer: it plays them once for each fault.
    private static final int SEEDS = Integer.getInteger("seeds", 40);

    private static final Speaker DAVE_SPEAKS = new Speaker.RealCaller(DAVE, "Dave");
    private static final Speaker JAS_SPEAKS = new Speaker.RealCaller(JAS, "Jas");
    private static final Speaker HOST = new Speaker.Host("Host");

    private static Event said(Speaker speaker, String words) {
        return new FloorEvent.UtteranceSpoken(speaker, words, 48_000, NOW, NOW);
    }

    private static List<Event> evening() {
        var events = new ArrayList<Event>();
        events.add(
                new ShowEvent.ShowOpened(
                        Story.FRIDAY, ShowRules.DEFAULT, Set.of(DAVES.fingerprint()), NOW));
        events.add(new ShowEvent.LinesSet(true, NOW));
        events.addAll(List.of(onAir(DAVE, THREE)));
        events.addAll(List.of(onAir(JAS, new Channel(4))));
        events.add(said(DAVE_SPEAKS, "I'm Dave Kowalski and I sank my own boat."));
        events.add(said(HOST, "Kowalski, thank you. Host here."));
        events.add(said(JAS_SPEAKS, "He said that he sank my own boat? I keep bees."));
        events.add(said(JAS_SPEAKS, "I keep bees."));
        events.add(
                new CallEvent.SummaryWritten(
                        DAVE,
                        new Summary(
                                "Dave sank a boat.",
                                "boats",
                                "sad",
                                List.of(new Highlight(9, "sinks")),
                                Summary.Source.MODEL),
                        NOW));
        events.add(
                new FollowUpEvent.FollowUpChosen(
                        DAVE,
                        new Caller.Ai("Tony", TONY.key(), "low", "You heard of the boat."),
                        "Both have boats.",
                        NOW));
        events.add(
                new CallEvent.AiCallPlaced(
                        TONYS,
                        new Caller.Ai("Tony", TONY.key(), "low", "You heard of the boat."),
                        Optional.of(DAVE),
                        NOW));
        return events;
    }

    private static Forgetting dave(List<Event> events) {
        return Forgetting.in(events, DAVES.fingerprint(), Set.of()).orElseThrow();
    }

    @Test
    void numbersNamesAndWordsAreGone() {
        List<Event> events = evening();
        Forgetting forgetting = dave(events);
        String left = events.stream().map(forgetting::in).toList().toString();
        assertThat(left)
                .doesNotContainIgnoringCase("kowalski")
                .doesNotContain("Dave")
                .doesNotContain("sank")
                .doesNotContain("boat")
                .doesNotContain(DAVES.fingerprint())
                .doesNotContain("0101");
        assertThat(left)
                .contains("I keep bees.", "Jas", "Tony", "Host here.", People.JASS.fingerprint());
    }

    @Test
    void theNumberThatTheySaidOnTheAirIsGoneToo() {
        List<Event> events = evening();
        events.add(said(DAVE_SPEAKS, "Call me at 512-555-0147 about it."));
        events.add(said(HOST, "So: call me at 512-555-0147, he says."));
        assertThat(events.toString()).as("the journal keeps what was aired").contains("0147");
        Forgetting forgetting = dave(events);
        assertThat(events.stream().map(forgetting::in).toList().toString())
                .doesNotContain("555", "0147");
    }

    @Test
    void whatIsLeftReplaysToTheSameShowWithoutThem() {
        List<Event> events = evening();
        Forgetting forgetting = dave(events);
        Show before = replayed(events);
        Show after = replayed(events.stream().map(forgetting::in).toList());
        assertThat(after.seq()).isEqualTo(before.seq());
        assertThat(after.calls().live().keySet()).isEqualTo(before.calls().live().keySet());
        assertThat(after.conversation().utterances())
                .hasSameSizeAs(before.conversation().utterances());
        assertThat(after.call(DAVE).orElseThrow().caller())
                .isEqualTo(new Caller.Real("Caller #1", CallerNumber.WITHHELD));
    }

    @Test
    void aShowWithoutThemHasNothingToForget() {
        List<Event> events = new ArrayList<>(List.of(onAir(JAS, THREE)));
        assertThat(Forgetting.in(events, DAVES.fingerprint(), Set.of("Jas"))).isEmpty();
    }

    /// Whatever a show may hold, forgetting neither breaks an event nor leaves a fingerprint.
    @Test
    void anyEveningCanBeForgottenAndReplays() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var commands = new RandomCommands(new Random(seed));
            Show show = Show.before(0);
            var now = NOW;
            var events = new ArrayList<Event>();
            for (int i = 0; i < 300; i++) {
                now = now.plus(commands.gap());
                if (Decisions.decide(show, commands.next(show, now), now, show.positionAt(now))
                        instanceof Decision.Accepted(var more)) {
                    for (Event event : more) {
                        show = show.apply(event);
                        events.add(event);
                    }
                }
            }
            Forgetting.in(events, "print-3", Set.of())
                    .ifPresent(forgetting -> {
                        List<Event> left = events.stream().map(forgetting::in).toList();
                        assertThat(left.toString()).doesNotContain("print-3");
                        assertThat(replayed(left).seq()).isEqualTo(events.size());
                    });
        }
    }

    private static Show replayed(List<Event> events) {
        Show show = Show.before(0);
        for (Event event : events) {
            show = show.apply(event);
        }
        return show;
    }
}
