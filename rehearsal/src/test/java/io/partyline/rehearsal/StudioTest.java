package io.partyline.rehearsal;

import static io.partyline.rehearsal.StudioUnderTest.CLICK;
import static io.partyline.rehearsal.StudioUnderTest.LIMIT;
import static io.partyline.rehearsal.StudioUnderTest.onAir;
import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.port.CallLeg;
import io.partyline.port.ControlRoom.ChatOutcome;
import io.partyline.port.Journal;
import io.partyline.port.Switchboard.Admission;
import io.partyline.port.Telephony;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallRecord;
import io.partyline.show.CallerNumber;
import io.partyline.show.Decision;
import io.partyline.show.Eagerness;
import io.partyline.show.EndedBy;
import io.partyline.show.FloorCommand;
import io.partyline.show.FollowUpCommand;
import io.partyline.show.Reason;
import io.partyline.show.ShowCommand;
import io.partyline.show.ShowId;
import io.partyline.show.Summary;
import io.partyline.studio.Studio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A studio with every port faked, on a clock-paced card: what the parts do together.
class StudioTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId JAS = new CallId("call-jas");
    private static final CallerNumber NUMBER = new CallerNumber("0101", "fingerprint-of-dave");

    private final StudioUnderTest house = new StudioUnderTest(Telephony.off(), false);
    private final MemoryStems stems = house.stems();
    private Studio studio = house.studio();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aCallerWhoRingsAndHasALegWaitsInTheQueue() {
        assertThat(studio.ring(DAVE, NUMBER)).isEqualTo(Admission.GREET);
        assertThat(studio.connect(DAVE, new HandHandset())).isPresent();
        assertThat(studio.show().calls().waiting()).extracting(Call::id).containsExactly(DAVE);
    }

    @Test
    void aTakenCallerIsOnAirOnChannelThreeAndNamedByTakeOrder() {
        held(DAVE);
        Call call = onAir(studio.take(DAVE));
        assertThat(call.channel().orElseThrow().number()).isEqualTo(3);
        assertThat(call.caller().name()).isEqualTo("Caller #1");
    }

    @Test
    void aCallerOnAirIsHeardByTheOtherAndNotByThemself() {
        CallLeg dave = held(DAVE);
        var jas = new HandHandset();
        held(JAS, jas);
        onAir(studio.take(DAVE));
        onAir(studio.take(JAS));
        double heardByJas = talkAndListen(dave, jas);
        assertThat(heardByJas).isGreaterThan(0.1);
    }

    @Test
    void hangingUpFilesARecordWithTheModelsSummary() {
        held(DAVE);
        onAir(studio.take(DAVE));
        studio.ask(new CallCommand.HangUpReal());
        waitFor(() -> record(DAVE).summary().isPresent());
        assertThat(record(DAVE).by()).isEqualTo(EndedBy.HOST);
        assertThat(record(DAVE).summary().orElseThrow().source()).isEqualTo(Summary.Source.MODEL);
    }

    @Test
    void aChannelIsGivenAwayAgainOnceTheStemIsClosed() {
        held(DAVE);
        held(JAS);
        onAir(studio.take(DAVE));
        studio.gone(DAVE);
        waitFor(() -> studio.show().calls().closing().isEmpty());
        assertThat(onAir(studio.take(JAS)).channel().orElseThrow().number()).isEqualTo(3);
    }

    @Test
    void anAiCallerSaysHelloAndAnswersTheHost() {
        onAir(studio.bring("1"));
        waitFor(() -> studio.show().conversation().utterances().size() >= 2);
        var answer = studio.chat("Tony, what is it about?", LIMIT);
        assertThat(answer).isInstanceOf(ChatOutcome.Answered.class);
        assertThat(((ChatOutcome.Answered) answer).text())
                .isEqualTo("Hello there. I have a story.");
    }

    @Test
    void theFollowUpComesAfterARealCallAndRefersToIt() {
        studio.ask(new FollowUpCommand.SetAutoFollowUp(true));
        held(DAVE);
        onAir(studio.take(DAVE));
        studio.gone(DAVE);
        studio.ask(new FollowUpCommand.FollowUpNow());
        waitFor(() -> studio.show().calls().ai().anyMatch(Call::onAir));
        Call ai = studio.show().calls().ai().findFirst().orElseThrow();
        assertThat(ai.marks().basedOn()).contains(DAVE);
    }

    @Test
    void aFollowUpIsRefusedInWordsWhileTheWholeCastIsOn() {
        held(DAVE);
        onAir(studio.take(DAVE));
        studio.gone(DAVE);
        onAir(studio.bring("1"));
        onAir(studio.bring("2"));
        assertThat(studio.ask(new FollowUpCommand.FollowUpNow()))
                .isEqualTo(new Decision.Refused(Reason.NOBODY_FREE));
    }

    @Test
    void allStemsOfAShowAreEquallyLong() {
        held(DAVE);
        onAir(studio.take(DAVE));
        onAir(studio.bring("2"));
        ShowId first = studio.show().id();
        waitFor(() -> stems.names(first).size() == 4);
        studio.reset();
        assertThat(stems.names(first))
                .containsExactlyInAnyOrder("00_Mix", "01_Host", "02_AI-Maya", "03_Caller-1");
        assertThat(stems.names(first).stream().map(n -> samples(first, n).length).distinct())
                .hasSize(1);
    }

    @Test
    void theStemsOfAiVoicesAndTheMixSaySoAndTheOthersDoNot() {
        ShowId show = studio.show().id();
        held(DAVE);
        onAir(studio.take(DAVE));
        waitFor(() -> stems.names(show).size() == 3);
        assertThat(stems.holdsAiVoices(show, "00_Mix")).isFalse();
        onAir(studio.bring("2"));
        waitFor(() -> stems.holdsAiVoices(show, "02_AI-Maya"));
        waitFor(() -> stems.holdsAiVoices(show, "00_Mix"));
        assertThat(List.of("01_Host", "03_Caller-1"))
                .noneMatch(stem -> stems.holdsAiVoices(show, stem));
    }

    @Test
    void theMixStandsWhereItsSourcesStandToTheSample() {
        ShowId show = studio.show().id();
        record(show, 20);
        studio.reset();
        float[] host = samples(show, "01_Host");
        assertThat(samples(show, "00_Mix")).isEqualTo(host);
        assertThat(clicks(host)).hasSizeGreaterThan(10);
    }

    @Test
    void afterTheEndNobodyRingsAndNothingIsRecordedUntilTheHostStartsTheNext() {
        ShowId first = studio.show().id();
        held(DAVE);
        onAir(studio.take(DAVE));
        assertThat(studio.end()).containsExactly("transcript of " + first);
        assertThat(studio.show().id()).isEqualTo(first);
        assertThat(record(DAVE).by()).isEqualTo(EndedBy.SHOW_CLOSED);
        assertThat(studio.ring(JAS, NUMBER)).isEqualTo(Admission.CLOSED);
        int recorded = samples(first, "00_Mix").length;
        studio.start(true, Optional.of(false));
        ShowId second = studio.show().id();
        assertThat(second).isNotEqualTo(first);
        assertThat(studio.ring(JAS, NUMBER)).isEqualTo(Admission.CLOSED);
        record(second, 5);
        assertThat(samples(first, "00_Mix")).hasSize(recorded);
    }

    @Test
    void aStartThatIsRefusedLeavesTheRunningShowAsItIs() {
        studio.ask(new FloorCommand.SetEagerness(Eagerness.EAGER));
        long before = studio.show().seq();
        assertThat(studio.start(true, Optional.empty()))
                .isEqualTo(new Decision.Refused(Reason.SHOW_OPEN));
        assertThat(studio.show().seq()).isEqualTo(before);
        assertThat(studio.show().floor().panel().eagerness()).isEqualTo(Eagerness.EAGER);
    }

    @Test
    void aShowThatIsNotToBeRecordedIsNot() {
        studio.end();
        studio.start(false, Optional.empty());
        ShowId silent = studio.show().id();
        held(DAVE);
        onAir(studio.take(DAVE));
        studio.ask(new ShowCommand.SetRecording(true));
        record(silent, 5);
        float[] mix = samples(silent, "00_Mix");
        assertThat(mix[0]).isZero();
        assertThat(clicks(mix)).isNotEmpty();
    }

    @Test
    void filesAreMadeAnewWhenTheLastSummaryIsThere() {
        held(DAVE);
        onAir(studio.take(DAVE));
        ShowId show = studio.show().id();
        studio.end();
        waitFor(() -> record(DAVE).summary().isPresent());
        waitFor(() -> house.filed().stream().filter(show::equals).count() >= 2);
    }

    @Test
    void nothingOfAShowGetsIntoTheNext() {
        ShowId first = studio.show().id();
        record(first, 10);
        studio.reset();
        ShowId second = studio.show().id();
        record(second, 10);
        studio.reset();
        List<Integer> before = clicks(samples(first, "01_Host"));
        List<Integer> after = clicks(samples(second, "01_Host"));
        assertThat(after.getFirst()).isGreaterThan(before.getLast());
        assertThat(samples(second, "00_Mix")).isEqualTo(samples(second, "01_Host"));
        assertThat(after).isSorted().doesNotHaveDuplicates();
    }

    private void record(ShowId show, int frames) {
        waitFor(() ->
                stems.samples(show, "00_Mix")
                        .filter(mix -> mix.length > frames * Frames.SAMPLES)
                        .isPresent());
    }

    private float[] samples(ShowId show, String stem) {
        return stems.samples(show, stem).orElseThrow();
    }

    /// The host's clicks that are in a recording, by their numbers. What stands in a ramp is not
    /// one of them.
    private static List<Integer> clicks(float[] samples) {
        var numbers = new ArrayList<Integer>();
        for (float sample : samples) {
            float number = sample / CLICK;
            if (sample != 0 && number == Math.rint(number)) {
                numbers.add((int) number);
            }
        }
        return numbers;
    }

    @Test
    void aCallThatHadEndedBeforeARestartIsSummedUpAfterIt() {
        held(DAVE);
        onAir(studio.take(DAVE));
        studio.ask(new CallCommand.HangUpReal());
        waitFor(() -> record(DAVE).summary().isPresent());
        List<Journal.Entry> unsummarised =
                house.written().stream()
                        .takeWhile(entry -> !(entry.event() instanceof CallEvent.SummaryWritten))
                        .toList();
        studio = house.restart(Telephony.off(), unsummarised);
        waitFor(() -> record(DAVE).summary().isPresent());
        assertThat(record(DAVE).by()).isEqualTo(EndedBy.HOST);
        assertThat(record(DAVE).summary().orElseThrow().topic()).isEqualTo("a boat");
    }

    private CallLeg held(CallId call) {
        return held(call, new HandHandset());
    }

    private CallLeg held(CallId call, HandHandset handset) {
        studio.ring(call, new CallerNumber("0102", "fingerprint of " + call));
        return studio.connect(call, handset).orElseThrow();
    }

    /// Talks on one leg for a second and measures what arrives on the other at its loudest.
    private static double talkAndListen(CallLeg talker, HandHandset listener) {
        var tone = new float[Frames.PHONE_SAMPLES];
        var codes = new byte[Frames.PHONE_SAMPLES];
        double loudest = 0;
        for (int i = 0; i < 50; i++) {
            for (int s = 0; s < tone.length; s++) {
                tone[s] = (float) (0.3 * Math.sin(2 * Math.PI * 450 * s / Frames.PHONE_RATE));
            }
            Mulaw.encode(tone, 0, codes, 0, codes.length);
            talker.fromCaller(codes, 0, codes.length);
            loudest =
                    Math.max(
                            loudest,
                            listener.hear(LIMIT)
                                    .map(heard -> Frames.rms(heard, heard.length))
                                    .orElse(0.0));
        }
        return loudest;
    }

    private CallRecord record(CallId call) {
        return house.record(call);
    }

    private void waitFor(BooleanSupplier truth) {
        house.waitFor(truth);
    }
}
