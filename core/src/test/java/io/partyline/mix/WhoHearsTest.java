package io.partyline.mix;

import static io.partyline.mix.WhoHears.ANNOUNCER;
import static io.partyline.mix.WhoHears.BED;
import static io.partyline.mix.WhoHears.DRY_MUSIC;
import static io.partyline.mix.WhoHears.EFFECTS;
import static io.partyline.mix.WhoHears.HOST;
import static io.partyline.mix.WhoHears.MONITOR;
import static io.partyline.mix.WhoHears.MUSIC;
import static io.partyline.mix.WhoHears.ON_HOLD;
import static io.partyline.mix.WhoHears.PRODUCER;
import static io.partyline.mix.WhoHears.PROGRAM;
import static io.partyline.mix.WhoHears.TO_PRODUCER;
import static io.partyline.mix.WhoHears.UNDER_PRODUCER;
import static io.partyline.mix.WhoHears.UNDER_TALKBACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.mix.WhoHears.Edge;
import io.partyline.mix.WhoHears.Mix;
import io.partyline.mix.WhoHears.Source;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallId;
import io.partyline.show.Caller;
import io.partyline.show.CallerNumber;
import io.partyline.show.Channel;
import io.partyline.show.Command;
import io.partyline.show.Decision;
import io.partyline.show.Decisions;
import io.partyline.show.Event;
import io.partyline.show.PersonaKey;
import io.partyline.show.Show;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.ShowRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who hears whom in the scenes of an evening, and how loud; whoever is not named is not heard.
class WhoHearsTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId JAS = new CallId("call-jas");
    private static final Caller.Ai TONY =
            new Caller.Ai("Tony", new PersonaKey("1"), "voice-1", "You are calling tonight.");

    /// What is in every program, whoever is on the air.
    private static final Set<Source> ALWAYS = Set.of(HOST, ANNOUNCER, MUSIC, EFFECTS);

    private Show show = Show.before(0);
    private HeldCallerHears whileHeld = HeldCallerHears.BED;

    @BeforeEach
    void open() {
        when(new ShowCommand.OpenShow(new ShowId("friday"), ShowRules.DEFAULT, Set.of(), true));
    }

    private void when(Command... commands) {
        for (Command command : commands) {
            Decision decision = Decisions.decide(show, command, Instant.EPOCH, 0);
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            for (Event event : ((Decision.Accepted) decision).events()) {
                show = show.apply(event);
            }
        }
    }

    private void waits(CallId call) {
        when(new CallCommand.Ring(call, CallerNumber.WITHHELD), new CallCommand.OpenLeg(call));
    }

    private void onAir(CallId call) {
        waits(call);
        when(new CallCommand.Take(call), new CallCommand.Air(call, 0));
    }

    private CallId tonyOnAir() {
        when(new CallCommand.Bring(TONY));
        CallId tony = show.calls().ai().map(Call::id).findFirst().orElseThrow();
        when(new CallCommand.Air(tony, 0));
        return tony;
    }

    private WhoHears who() {
        return new WhoHears(show, whileHeld);
    }

    private Mix heardBy(CallId call) {
        return Objects.requireNonNull(who().callers().get(call));
    }

    /// What is in a mix, and how loud.
    private Map<Source, Float> in(Mix mix) {
        return who().edges().stream()
                .filter(edge -> edge.mix().equals(mix))
                .collect(Collectors.toMap(Edge::source, Edge::gain));
    }

    private static Source voice(CallId call) {
        return new Source.Voice(call);
    }

    private static Mix channel(int number) {
        return new Mix.Console(new Channel(number));
    }

    private static Map<Source, Float> asTheyCome(Set<Source> sources, Source... more) {
        return withGain(1, sources, more);
    }

    private static Map<Source, Float> withGain(float gain, Set<Source> sources, Source... more) {
        return Stream.concat(sources.stream(), Stream.of(more))
                .collect(Collectors.toMap(source -> source, _ -> gain));
    }

    @Test
    void aShowInWhichNobodyHasCalledYet() {
        assertThat(who().edges())
                .containsExactlyInAnyOrder(
                        new Edge(PROGRAM, HOST, 1),
                        new Edge(PROGRAM, ANNOUNCER, 1),
                        new Edge(PROGRAM, MUSIC, 1),
                        new Edge(PROGRAM, EFFECTS, 1),
                        new Edge(MONITOR, ANNOUNCER, 1),
                        new Edge(MONITOR, MUSIC, 1),
                        new Edge(MONITOR, EFFECTS, 1),
                        new Edge(channel(1), HOST, 1),
                        new Edge(channel(2), ANNOUNCER, 1),
                        new Edge(channel(7), MUSIC, 1),
                        new Edge(channel(8), EFFECTS, 1),
                        new Edge(new Mix.Recorded(HOST), HOST, 1),
                        new Edge(new Mix.Recorded(ANNOUNCER), ANNOUNCER, 1),
                        new Edge(new Mix.Recorded(MUSIC), DRY_MUSIC, 1),
                        new Edge(new Mix.Recorded(EFFECTS), EFFECTS, 1),
                        new Edge(new Mix.ListenedTo(HOST), HOST, 1),
                        new Edge(new Mix.ListenedTo(ANNOUNCER), ANNOUNCER, 1));
        assertThat(who().callers()).isEmpty();
    }

    @Test
    void aShowThatIsOverHasNoProgramAndNoTapeThoughItsHostStillHasAChannel() {
        when(new ShowCommand.CloseShow());
        assertThat(who().edges())
                .containsExactlyInAnyOrder(
                        new Edge(MONITOR, ANNOUNCER, 1),
                        new Edge(MONITOR, MUSIC, 1),
                        new Edge(MONITOR, EFFECTS, 1),
                        new Edge(channel(1), HOST, 1),
                        new Edge(channel(2), ANNOUNCER, 1),
                        new Edge(channel(7), MUSIC, 1),
                        new Edge(channel(8), EFFECTS, 1));
    }

    @Test
    void whoeverIsOnTheAirIsHeardByEverybodyButThemself() {
        onAir(DAVE);
        onAir(JAS);
        assertThat(in(PROGRAM)).isEqualTo(asTheyCome(ALWAYS, voice(DAVE), voice(JAS)));
        assertThat(in(MONITOR)).containsEntry(voice(DAVE), 1f).containsEntry(voice(JAS), 1f);
        assertThat(heardBy(DAVE)).isEqualTo(new Mix.MinusSelf(DAVE));
        assertThat(in(new Mix.MinusSelf(DAVE))).isEqualTo(asTheyCome(ALWAYS, voice(JAS)));
        assertThat(in(new Mix.MinusSelf(JAS))).isEqualTo(asTheyCome(ALWAYS, voice(DAVE)));
        assertThat(in(channel(3))).isEqualTo(Map.of(voice(DAVE), 1f));
        assertThat(in(channel(4))).isEqualTo(Map.of(voice(JAS), 1f));
        for (CallId call : Set.of(DAVE, JAS)) {
            assertThat(in(new Mix.Recorded(voice(call)))).isEqualTo(Map.of(voice(call), 1f));
            assertThat(in(new Mix.ListenedTo(voice(call)))).isEqualTo(Map.of(voice(call), 1f));
        }
    }

    @Test
    void whoeverIsBeingTakenIsInTheProgramAlready() {
        waits(DAVE);
        when(new CallCommand.Take(DAVE));
        assertThat(in(PROGRAM)).containsEntry(voice(DAVE), 1f);
        assertThat(heardBy(DAVE)).isEqualTo(new Mix.MinusSelf(DAVE));
    }

    @Test
    void whoeverIsStillGreetedHearsNothingOfUsAndIsHeardByNobody() {
        when(new CallCommand.Ring(DAVE, CallerNumber.WITHHELD));
        assertThat(in(PROGRAM)).isEqualTo(asTheyCome(ALWAYS));
        assertThat(who().callers()).isEmpty();
    }

    /// Waits in the carrier's queue; what a caller says there is no business of the show.
    @Test
    void whoeverIsTakenWithoutALegIsNotInTheProgramYet() {
        when(new CallCommand.Ring(DAVE, CallerNumber.WITHHELD));
        when(new CallCommand.Wait(DAVE, CallerNumber.WITHHELD, Duration.ZERO));
        when(new CallCommand.Take(DAVE));
        assertThat(in(PROGRAM)).isEqualTo(asTheyCome(ALWAYS));
        assertThat(who().callers()).isEmpty();
    }

    @Test
    void anAiCallerIsHeardOnTheAirAndOnTheAiChannelBesideTheAnnouncer() {
        CallId tony = tonyOnAir();
        assertThat(in(PROGRAM)).isEqualTo(asTheyCome(ALWAYS, voice(tony)));
        assertThat(in(channel(2))).isEqualTo(asTheyCome(Set.of(ANNOUNCER, voice(tony))));
        assertThat(who().callers()).isEmpty();
    }

    @Test
    void whoeverIsMutedHearsTheProgramAndIsHeardByNobody() {
        onAir(DAVE);
        when(new CallCommand.SetMute(DAVE, true));
        assertThat(who().edges()).noneMatch(edge -> edge.source().equals(voice(DAVE)));
        assertThat(in(new Mix.MinusSelf(DAVE))).isEqualTo(asTheyCome(ALWAYS));
    }

    @Test
    void whoeverWaitsHearsTheBedAndIsHeardByNobody() {
        onAir(DAVE);
        waits(JAS);
        assertThat(heardBy(JAS)).isEqualTo(ON_HOLD);
        assertThat(in(ON_HOLD)).isEqualTo(Map.of(BED, 1f));
        assertThat(who().edges()).noneMatch(edge -> edge.source().equals(voice(JAS)));
    }

    @Test
    void whoeverWaitsHearsTheProgramTwelveDecibelsLowerIfThatIsWhatTheHostWants() {
        whileHeld = HeldCallerHears.PROGRAM;
        onAir(DAVE);
        waits(JAS);
        assertThat(in(ON_HOLD)).isEqualTo(withGain(0.25f, ALWAYS, voice(DAVE)));
    }

    @Test
    void theHostWhoTalksToOneWhoWaitsIsHeardByThemAloneAndHearsThem() {
        onAir(DAVE);
        waits(JAS);
        when(new CallCommand.SetTalkback(JAS, true));
        assertThat(heardBy(JAS)).isEqualTo(UNDER_TALKBACK);
        assertThat(in(UNDER_TALKBACK)).isEqualTo(Map.of(HOST, 1f, BED, 0.125f));
        assertThat(in(MONITOR))
                .isEqualTo(asTheyCome(Set.of(ANNOUNCER, MUSIC, EFFECTS), voice(DAVE), voice(JAS)));
        assertThat(in(PROGRAM))
                .isEqualTo(asTheyCome(Set.of(ANNOUNCER, MUSIC, EFFECTS), voice(DAVE)));
        assertThat(in(new Mix.MinusSelf(DAVE)))
                .isEqualTo(asTheyCome(Set.of(ANNOUNCER, MUSIC, EFFECTS)));
        assertThat(in(channel(1))).isEqualTo(Map.of(HOST, 0f));
        assertThat(in(new Mix.Recorded(HOST))).isEqualTo(Map.of(HOST, 0f));
        assertThat(in(new Mix.ListenedTo(HOST))).isEqualTo(Map.of(HOST, 0f));
    }

    @Test
    void whoeverIsAskedIsAloneWithTheScreener() {
        whileHeld = HeldCallerHears.PROGRAM;
        waits(DAVE);
        when(new CallCommand.Screen(DAVE));
        var mix = new Mix.OnHoldUnderScreener(DAVE);
        assertThat(heardBy(DAVE)).isEqualTo(mix);
        assertThat(in(mix)).isEqualTo(Map.of(new Source.Screener(DAVE), 1f, BED, 0.125f));
        assertThat(in(new Mix.ToScreener(DAVE))).isEqualTo(Map.of(voice(DAVE), 1f));
        assertThat(who().edges().stream().filter(edge -> edge.source().equals(voice(DAVE))))
                .hasSize(1);
    }

    @Test
    void whoeverTheProducerTalksWithIsAloneWithThem() {
        whileHeld = HeldCallerHears.PROGRAM;
        waits(DAVE);
        when(new CallCommand.BeginProducerTalk(DAVE));
        assertThat(heardBy(DAVE)).isEqualTo(UNDER_PRODUCER);
        assertThat(in(UNDER_PRODUCER)).isEqualTo(Map.of(PRODUCER, 1f, BED, 0.125f));
        assertThat(in(TO_PRODUCER)).isEqualTo(Map.of(voice(DAVE), 1f));
        assertThat(who().edges().stream().filter(edge -> edge.source().equals(voice(DAVE))))
                .hasSize(1);
    }

    @Test
    void aConnectionThatBrokeHearsNothingAndIsHeardByNobody() {
        onAir(DAVE);
        when(new CallCommand.LoseLeg(DAVE));
        assertThat(who().callers()).isEmpty();
        assertThat(who().edges()).noneMatch(edge -> edge.source().equals(voice(DAVE)));
    }

    @Test
    void whoeverIsLetGoHearsNoMoreOfTheProgram() {
        onAir(DAVE);
        when(new CallCommand.LetGo(DAVE));
        assertThat(heardBy(DAVE)).isEqualTo(ON_HOLD);
        assertThat(who().edges()).noneMatch(edge -> edge.source().equals(voice(DAVE)));
    }

    @Test
    void whatIsKeptIsAsItCameAndWhatIsHeardIsWorkedOn() {
        for (Mix kept :
                Set.of(
                        new Mix.Recorded(HOST),
                        new Mix.ListenedTo(HOST),
                        new Mix.ToScreener(DAVE))) {
            assertThat(Form.of(kept)).isEqualTo(Form.DRY);
        }
        for (Mix heard :
                Set.of(
                        PROGRAM,
                        MONITOR,
                        channel(3),
                        new Mix.MinusSelf(DAVE),
                        ON_HOLD,
                        UNDER_TALKBACK,
                        new Mix.OnHoldUnderScreener(DAVE),
                        UNDER_PRODUCER,
                        TO_PRODUCER)) {
            assertThat(Form.of(heard)).isEqualTo(Form.WORKED);
        }
    }
}
