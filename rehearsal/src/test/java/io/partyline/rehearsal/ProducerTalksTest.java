package io.partyline.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partyline.audio.Frames;
import io.partyline.audio.rate.Mulaw;
import io.partyline.port.CallLeg;
import io.partyline.show.Call;
import io.partyline.show.CallCommand;
import io.partyline.show.CallEvent;
import io.partyline.show.CallId;
import io.partyline.show.CallerNumber;
import io.partyline.show.ProducerTalkEnd;
import io.partyline.show.ShowId;
import io.partyline.studio.Studio;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A producer who talks with a caller who waits, while the host talks with another on the air. Each
/// of the four says a tone of their own, so that it can be heard who hears whom.
class ProducerTalksTest {
    private static final CallId DAVE = new CallId("call-dave");
    private static final CallId ROSA = new CallId("call-rosa");
    private static final int PRODUCER = 700;
    private static final int HOST = 1_100;
    private static final int DAVES = 500;
    private static final int ROSAS = 900;
    private static final float LOUD = 0.25f;

    /// A tone that is there, and one that is not but for what telephones make of the others.
    private static final double HEARD = 0.05;

    private static final double SILENT = 0.004;

    private final HandClock clock = new HandClock();
    private final HandSeat host = new HandSeat();
    private final HandSeat producer = new HandSeat();
    private final HandHandset daves = new HandHandset();
    private final HandHandset rosas = new HandHandset();
    private final RehearsalRoom room =
            new RehearsalRoom().clock(clock).seat(host).producer(producer);
    private final Studio studio = room.open();
    private final CallLeg dave = dials(DAVE, daves);
    private final CallLeg rosa = dials(ROSA, rosas);
    private long ticks;

    private CallLeg dials(CallId call, HandHandset handset) {
        studio.ring(call, new CallerNumber("0101", "print-of-" + call));
        return studio.connect(call, handset).orElseThrow();
    }

    @AfterEach
    void leave() {
        if (studio.show().open()) {
            during(studio::end);
        }
        studio.close();
    }

    private void during(Runnable what) {
        var done = CompletableFuture.runAsync(what);
        while (!done.isDone()) {
            clock.crank();
        }
        done.join();
    }

    private static void tone(int frequency, int rate, long from, float[] frame) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = LOUD * (float) Math.sin(2 * Math.PI * frequency * (from + i) / rate);
        }
    }

    private void tick() {
        tone(HOST, Frames.RATE, ticks * Frames.SAMPLES, host.spoken());
        tone(PRODUCER, Frames.RATE, ticks * Frames.SAMPLES, producer.spoken());
        says(dave, DAVES);
        says(rosa, ROSAS);
        clock.crank();
        ticks++;
    }

    private void says(CallLeg leg, int frequency) {
        var said = new float[Frames.PHONE_SAMPLES];
        tone(frequency, Frames.PHONE_RATE, ticks * Frames.PHONE_SAMPLES, said);
        var codes = new byte[said.length];
        Mulaw.encode(said, 0, codes, 0, codes.length);
        leg.fromCaller(codes, 0, codes.length);
    }

    /// The sum of some frames, tone by tone.
    private static final class Spectrum {
        private static final int[] TONES = {PRODUCER, HOST, DAVES, ROSAS};
        private final double[] cosines = new double[TONES.length];
        private final double[] sines = new double[TONES.length];
        private final int rate;
        private long count;
        private double power;

        private Spectrum(int rate) {
            this.rate = rate;
        }

        private void add(float[] frame) {
            for (float sample : frame) {
                for (int i = 0; i < TONES.length; i++) {
                    double angle = 2 * Math.PI * TONES[i] * count / rate;
                    cosines[i] += sample * Math.cos(angle);
                    sines[i] += sample * Math.sin(angle);
                }
                power += sample * sample;
                count++;
            }
        }

        private double of(int tone) {
            for (int i = 0; i < TONES.length; i++) {
                if (TONES[i] == tone) {
                    return 2 * Math.hypot(cosines[i], sines[i]) / count;
                }
            }
            throw new IllegalArgumentException("nobody says " + tone);
        }

        private double rms() {
            return Math.sqrt(power / count);
        }
    }

    private record Heard(Spectrum host, Spectrum producer, Spectrum dave, Spectrum rosa) {}

    private float[] next(HandHandset phone) {
        return NextFrame.of(phone, this::tick);
    }

    /// What each hears for half a second, once what has changed is in the sound.
    private Heard listen() {
        for (int i = 0; i < 25; i++) {
            tick();
            next(daves);
            next(rosas);
        }
        var heard =
                new Heard(
                        new Spectrum(Frames.RATE),
                        new Spectrum(Frames.RATE),
                        new Spectrum(Frames.PHONE_RATE),
                        new Spectrum(Frames.PHONE_RATE));
        for (int i = 0; i < 25; i++) {
            tick();
            heard.host().add(host.heard());
            heard.producer().add(producer.heard());
            heard.dave().add(next(daves));
            heard.rosa().add(next(rosas));
        }
        return heard;
    }

    private void taken(CallId call) {
        during(() -> studio.take(call));
        daves.forget();
        rosas.forget();
    }

    private void talkWithDave() {
        studio.ask(new CallCommand.BeginProducerTalk(DAVE));
    }

    @Test
    void theTwoOfThemHearEachOtherAndNobodyElseHearsAWord() {
        taken(ROSA);
        talkWithDave();
        Heard heard = listen();
        assertThat(heard.dave().of(PRODUCER)).isGreaterThan(HEARD);
        assertThat(heard.producer().of(DAVES)).isGreaterThan(HEARD);
        for (int other : new int[] {HOST, ROSAS, PRODUCER}) {
            assertThat(heard.producer().of(other)).as("producer: " + other).isLessThan(SILENT);
        }
        for (int other : new int[] {HOST, ROSAS, DAVES}) {
            assertThat(heard.dave().of(other)).as("Dave: " + other).isLessThan(SILENT);
        }
        for (int theirs : new int[] {PRODUCER, DAVES}) {
            assertThat(heard.host().of(theirs)).as("host: " + theirs).isLessThan(SILENT);
            assertThat(heard.rosa().of(theirs)).as("Rosa: " + theirs).isLessThan(SILENT);
        }
        assertThat(heard.host().of(ROSAS)).isGreaterThan(HEARD);
        assertThat(heard.rosa().of(HOST)).isGreaterThan(HEARD);
    }

    @Test
    void nothingOfItIsOnTheAirOrOnAnyStem() {
        taken(ROSA);
        talkWithDave();
        listen();
        ShowId show = studio.show().id();
        during(studio::end);
        MemoryStems stems = room.stems();
        assertThat(stems.names(show)).hasSize(3).contains("00_Mix", "01_Host");
        for (String stem : stems.names(show)) {
            var kept = new Spectrum(Frames.RATE);
            kept.add(stems.samples(show, stem).orElseThrow());
            assertThat(kept.of(PRODUCER)).as("producer on " + stem).isLessThan(SILENT);
            assertThat(kept.of(DAVES)).as("Dave on " + stem).isLessThan(SILENT);
        }
    }

    @Test
    void thoseWhoWaitHearNothingOfTheProducerWhoTalksWithNobody() {
        Heard heard = listen();
        assertThat(heard.dave().of(PRODUCER)).isLessThan(SILENT);
        assertThat(heard.rosa().of(PRODUCER)).isLessThan(SILENT);
        assertThat(heard.host().of(PRODUCER)).isLessThan(SILENT);
        assertThat(heard.producer().rms()).isZero();
    }

    @Test
    void whoeverIsLeftHearsTheMusicAsBefore() {
        double music = listen().dave().rms();
        talkWithDave();
        listen();
        studio.ask(new CallCommand.EndProducerTalk(DAVE, ProducerTalkEnd.PAGE_GONE));
        Heard after = listen();
        assertThat(after.dave().of(PRODUCER)).isLessThan(SILENT);
        assertThat(after.dave().rms()).isGreaterThan(music / 4);
        assertThat(after.producer().rms()).isZero();
        assertThat(studio.show().call(DAVE).map(Call::held)).contains(true);
    }

    @Test
    void aTakeAndTheHostsTalkbackEndItAtOnceAndSayWhy() {
        talkWithDave();
        studio.ask(new CallCommand.SetTalkback(DAVE, true));
        Heard talkback = listen();
        assertThat(talkback.dave().of(HOST)).isGreaterThan(HEARD);
        assertThat(talkback.dave().of(PRODUCER)).isLessThan(SILENT);
        assertThat(talkback.producer().rms()).isZero();
        studio.ask(new CallCommand.SetTalkback(DAVE, false));
        talkWithDave();
        taken(DAVE);
        Heard onAir = listen();
        assertThat(onAir.dave().of(PRODUCER)).isLessThan(SILENT);
        assertThat(onAir.host().of(DAVES)).isGreaterThan(HEARD);
        assertThat(onAir.producer().rms()).isZero();
        assertThat(room.journal().replay(studio.show().id()))
                .extracting(entry -> entry.event())
                .filteredOn(CallEvent.ProducerTalkEnded.class::isInstance)
                .extracting(event -> ((CallEvent.ProducerTalkEnded) event).why())
                .containsExactly(ProducerTalkEnd.TALKBACK, ProducerTalkEnd.TAKEN);
    }
}
