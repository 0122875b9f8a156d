package io.partyline.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.carrier.Carrier;
import io.partyline.carrier.call.PhoneCall;
import io.partyline.carrier.diary.CallPhase;
import io.partyline.carrier.diary.Ending;
import io.partyline.carrier.diary.Happening;
import io.partyline.carrier.diary.LegEnd;
import io.partyline.carrier.plan.Account;
import io.partyline.carrier.plan.CarrierPlan;
import io.partyline.carrier.plan.PhoneNumber;
import io.partyline.carrier.plan.Tunnel;
import io.partyline.carrier.sound.Heard;
import io.partyline.carrier.stream.MediaLeg;
import io.partyline.port.Telephony;
import io.partyline.show.CallId;
import io.partyline.twilio.TwilioSettings.Hold;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole phone door with a carrier on the other side that was written from the carrier's
/// documentation alone.
class OnTheTelephoneTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    /// Prompts and pauses pass a hundred times faster than in life; streams do not.
    private static final double SPEED = 100;

    private OpenDoor door = new OpenDoor(Hold.STUDIO);
    private Carrier carrier = carrier();

    @AfterEach
    void close() {
        carrier.close();
        door.close();
    }

    @Test
    void aCallerAndTheShowHearEachOther() throws Exception {
        PhoneCall call = carrier.dial(Sample.CALLER);
        MediaLeg leg = call.awaitLeg(SOON);
        leg.say(Sample.phoneTone(700, 2));
        leg.awaitFromShow(Duration.ofMillis(20L * Sample.FRAMES_WITH_FIFTY_OF_THE_TONE), SOON);
        float[] said = showLeg(1).awaitSaid(15_000, SOON);
        assertThat(Sample.amount(said, 4_000, 8_000, 700, 8_000)).isBetween(0.47, 0.53);
        float[] heard = Sample.withoutLeads(leg.heard().samples());
        assertThat(Sample.amount(heard, 0, 8_000, 1000, 8_000)).isBetween(0.48, 0.52);
        assertThat(leg.misaddressed()).isZero();
        assertThat(ahead(leg.heard())).isLessThan(160L);
        assertThat(carrier.diary().all(Happening.Complained.class)).isEmpty();
        assertThat(said(call).getFirst()).contains("recorded");
    }

    @Test
    void theShowIsToldOfACallerWhoHangsUp() throws Exception {
        PhoneCall call = carrier.dial(Sample.CALLER);
        call.awaitLeg(SOON);
        call.hangUp();
        assertThat(call.awaitEnd(SOON)).isEqualTo(Ending.CALLER_HUNG_UP);
        assertThat(showLeg(1).awaitLost(SOON)).isTrue();
        answered("/api/twilio/status", 1);
        assertThat(door.switchboard().news()).contains("gone " + call.sid());
    }

    @Test
    void theHostHangsUp() throws Exception {
        PhoneCall call = carrier.dial(Sample.CALLER);
        MediaLeg leg = call.awaitLeg(SOON);
        showLeg(1).finish();
        telephony(Hold.STUDIO).hangUp(new CallId(call.sid()));
        assertThat(call.awaitEnd(SOON)).isEqualTo(Ending.COMPLETED_BY_REST);
        assertThat(leg.awaitEnd(SOON)).isEqualTo(LegEnd.STOPPED);
        telephony(Hold.STUDIO).hangUp(new CallId(call.sid()));
        assertThat(telephony(Hold.STUDIO).liveCalls()).isEmpty();
    }

    @Test
    void aCallerWhoseStreamBreaksIsKeptInTheQueueAndBroughtBack() throws Exception {
        PhoneCall call = carrier.dial(Sample.CALLER);
        TestLeg lost = showLeg(1);
        call.awaitLeg(SOON).cutWithReset();
        assertThat(lost.awaitLost(SOON)).isTrue();
        call.await(CallPhase.IN_QUEUE, SOON);
        TwilioTelephony telephony = telephony(Hold.STUDIO);
        assertThat(telephony.waiting())
                .extracting(Telephony.Waiting::call)
                .containsExactly(new CallId(call.sid()));
        telephony.connect(new CallId(call.sid()));
        MediaLeg again = call.awaitLeg(2, SOON);
        again.awaitFromShow(Duration.ofMillis(500), SOON);
        assertThat(said(call)).hasSize(1);
        assertThat(showLeg(2).isLost()).isFalse();
    }

    @Test
    void inCarrierHoldATakeBringsTheCallerOutOfTheQueue() throws Exception {
        reopen(Hold.CARRIER);
        PhoneCall call = carrier.dial(Sample.CALLER);
        call.await(CallPhase.IN_QUEUE, SOON);
        assertThat(telephony(Hold.CARRIER).liveCalls()).containsExactly(new CallId(call.sid()));
        telephony(Hold.CARRIER).connect(new CallId(call.sid()));
        MediaLeg leg = call.awaitLeg(SOON);
        leg.awaitFromShow(Duration.ofMillis(500), SOON);
        leg.cutWithoutGoodbye();
        call.await(CallPhase.IN_QUEUE, SOON);
        assertThat(showLeg(1).awaitLost(SOON)).isTrue();
    }

    @Test
    void aCallerWhoIsTakenOverByAnotherStreamIsNotLost() throws Exception {
        PhoneCall call = carrier.dial(Sample.CALLER);
        MediaLeg first = call.awaitLeg(SOON);
        showLeg(1);
        telephony(Hold.STUDIO).connect(new CallId(call.sid()));
        call.awaitLeg(2, SOON).awaitFromShow(Duration.ofMillis(500), SOON);
        assertThat(first.awaitEnd(SOON)).isEqualTo(LegEnd.STOPPED);
        assertThat(showLeg(2).isLost()).isFalse();
    }

    @Test
    void replayedWebhooksOpenNothingNew() throws Exception {
        PhoneCall call = carrier.dial(Sample.CALLER);
        showLeg(1);
        Happening.Requested voice =
                carrier.diary().await(Happening.Requested.class, it -> it.to("/voice"), SOON);
        assertThat(carrier.replay(voice).get()).isEqualTo(200);
        assertThat(answered("/api/twilio/voice", 2).getLast().body())
                .contains("<Enqueue")
                .doesNotContain("token");
        assertThat(showLeg(1).isLost()).isFalse();
        assertThat(call.phase()).isEqualTo(CallPhase.STREAMING);
    }

    private TestLeg showLeg(int number) throws InterruptedException {
        return door.switchboard().awaitLeg(number, SOON);
    }

    private Carrier carrier() {
        return new Carrier(
                CarrierPlan.of(
                                new Account(Sample.ACCOUNT, Sample.TOKEN.reveal()),
                                PhoneNumber.of(Sample.NUMBER, Sample.BASE),
                                Tunnel.between(Sample.BASE, door.port()))
                        .speed(SPEED));
    }

    private void reopen(Hold hold) {
        close();
        door = new OpenDoor(hold);
        carrier = carrier();
    }

    private TwilioTelephony telephony(Hold hold) {
        return Sample.telephony(hold, carrier.apiBaseUrl().toString(), door.tokens());
    }

    private List<Happening.Answered> answered(String path, int count) {
        return carrier.diary()
                .await(Happening.Answered.class, it -> it.url().endsWith(path), count, SOON);
    }

    private List<String> said(PhoneCall call) {
        return call.diary().stream()
                .filter(Happening.Said.class::isInstance)
                .map(happening -> ((Happening.Said) happening).text())
                .toList();
    }

    /// How many milliseconds audio of the show waited to be played, after the first second: the
    /// median, since a carrier that plays late lets everything wait that comes meanwhile.
    private static long ahead(Heard heard) {
        long[] waited =
                heard.arrivals().stream()
                        .skip(50)
                        .mapToLong(it -> it.ahead() / 8)
                        .sorted()
                        .toArray();
        return waited[waited.length / 2];
    }
}
